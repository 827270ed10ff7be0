/** The parts of `/openapi.json` beside the routes: the purpose of each tag, and the callers of each route from callers.ts. */
import type { ApiDescription } from '@kazashi/serve'
import { callersOf, roles } from './callers.ts'
import { apiProblems } from './faces.ts'

/** Signatures are in the body, where the schema describes them; a proof in a header is a security scheme. */
const schemes = ['device', ...roles]

export const description: ApiDescription = {
  title: 'Kazashi authority',
  description:
    'Applications, registration, notices and status of certificates on phones. A sandbox: nothing here is the real authority.',
  tags: {
    applications: 'The resident applies, withdraws, registers (2-C, 2-D, 2-E, 3-C, 3-D, 4-A, 5-B3)',
    credentials:
      'Credentials on a phone: state, revocation, deletion, a forgotten secret (2-F, 3-E, 3-F)',
    phones: 'Supported phones (2-A, 3-A)',
    notices: 'Notices to a phone: inbox, stream and push (5-A1)',
    counter: 'The municipal counter (5-A4, 5-B2)',
    hotline: 'Loss and theft, at any hour (5-B1)',
    operator: 'The operator of the service',
    verifier: 'Relying parties that look at certificates',
    repository:
      'Targets of the addresses in certificates: CA certificates, CRLs, OCSP (RFC 5280, RFC 6960)',
    sandbox: 'Clock and tokens, for trying things',
    problems: 'Explanations of the codes (RFC 9457)',
  },
  securitySchemes: {
    device: {
      header: 'DPoP',
      description: "Proof by the phone's device key (RFC 9449), without access token",
    },
    counter: { description: 'Token of a municipal counter' },
    hotline: { description: 'Token of the hotline' },
    operator: { description: 'Token of the operator' },
    verifier: { description: 'Token of relying parties that look at certificates' },
  },
  problems: apiProblems,
  security: (method, path) => {
    const named = callersOf(method, path)?.filter((caller) => schemes.includes(caller)) ?? []
    // Of several roles one is enough; a device stands alone, anything else it needs is in the body.
    return named.map((name) => [name])
  },
}
