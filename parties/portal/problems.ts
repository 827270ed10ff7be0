/** The refusals of the portal (RFC 9457): those of any site by the gate, and those of a login without it. */
import { loginProblems } from '@kazashi/login'
import { type SiteCode, siteProblems } from '@kazashi/site'

export const portalProblems = { ...loginProblems, ...siteProblems }

/** The codes the portal may answer. */
export type PortalCode = SiteCode

/** Of sessions, and of logins by the gate: no phone is told them. */
export type SessionCode = keyof typeof siteProblems
