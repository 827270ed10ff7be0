/**
 * The gate's addresses. The paths are those of the real service, so that a client changes the host and nothing else. Servers of
 * relying parties ask the system for names, and most systems do not know `*.localhost`: on this machine the issuer and what
 * servers call are at plain `localhost`. What browsers open is at the gate's own name, which is of one site with all parties.
 */
import type { Origins } from '@kazashi/serve'

export const realm = '/api/realms/main'

/** The signing API, outside the realm. */
export const signing = '/api/sign-transactions'

const ofSigning = new RegExp(`^${signing}([/?]|$)`)
/** The catalogue of cases, of a sandbox. */
const ofCases = /^\/sandbox\/(cases|armed-cases)(\?|$)/

/** Of a request at plain localhost: it is the gate's. @param path with its query */
export const isForServers = (path: string): boolean =>
  path.startsWith(`${realm}/`) || ofSigning.test(path) || ofCases.test(path)

/** Paths below the realm. */
export const paths = {
  authorization: '/protocol/openid-connect/auth',
  token: '/protocol/openid-connect/token',
  userinfo: '/protocol/openid-connect/userinfo',
  jwks: '/protocol/openid-connect/certs',
  registration: '/clients-registrations/openid-connect',
} as const

/** OpenID Connect Discovery 1.0 §3 `issuer`. */
export const issuerOf = ({ gate, repository }: Origins): string =>
  `${new URL(repository).hostname === 'localhost' ? repository : gate}${realm}`

/** What browsers open. */
export const authorizationEndpoint = ({ gate }: Origins): string =>
  `${gate}${realm}${paths.authorization}`
