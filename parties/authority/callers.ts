/**
 * The callers allowed on each route, in one table of all routes (a server with a route that is missing here does not start). Roles are
 * held by bearer tokens (RFC 6750 §2.1) and checked here; device and signature by the procedure that reads them.
 */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Party } from '@kazashi/serve'
import { AuthorityError } from './problems.ts'

export const roles = ['counter', 'hotline', 'operator', 'verifier'] as const
export type Role = (typeof roles)[number]

/**
 * device: the phone's device key (DPoP, RFC 9449) · card-signature, phone-signature: a CMS in the body, by a key of the
 * card or of the phone · sandbox: anyone, and only because this is a sandbox
 */
type Caller = 'anyone' | 'device' | 'card-signature' | 'phone-signature' | 'sandbox' | Role

/** Of several roles one is enough; a device and signatures are all needed, unless `or` stands between them. */
export type Callers = readonly (Caller | 'or')[]

export const callers = {
  // addresses in certificates, and public information
  'GET /': ['anyone'],
  'GET /docs': ['anyone'],
  'GET /trust': ['anyone'],
  'GET /pki/ca/:file': ['anyone'],
  'GET /pki/crl/:issuer/:file': ['anyone'],
  'GET /pki/crl/attributes/:file': ['anyone'],
  'POST /pki/tsa': ['anyone'],
  'POST /pki/ocsp/:kind': ['anyone'],
  'GET /pki/ocsp/:kind/*': ['anyone'],
  'GET /phones/supported': ['anyone'],
  // the resident
  'POST /nonces': ['anyone'],
  'POST /applications': ['device', 'card-signature'],
  'POST /applications/checks': ['device', 'card-signature'],
  'GET /applications/:id': ['device'],
  'POST /applications/:id/registration': ['device'],
  'POST /applications/:id/withdrawal': ['device'],
  'GET /phone-credentials/current': ['device'],
  'GET /phone-credentials/:id': ['device'],
  'GET /phone-credentials/:id/attributes': ['device'],
  'POST /phone-credentials/:id/revocation': ['device', 'phone-signature', 'or', 'card-signature'],
  'POST /phone-credentials/:id/unblocking': ['device', 'card-signature'],
  'POST /deletions': ['device', 'card-signature'],
  'GET /notices': ['device'],
  'GET /notices/stream': ['device'],
  'POST /notices/:id/shown': ['device'],
  'GET /phones/push-key': ['anyone'],
  'POST /phones/push-subscription': ['device'],
  'DELETE /phones/push-subscription': ['device'],
  // the municipal counter
  'POST /counter/cards': ['counter'],
  'POST /counter/cards/:id/end': ['counter'],
  'POST /counter/cards/:id/release': ['counter'],
  'POST /counter/cards/:id/renewal': ['counter'],
  'POST /counter/holders': ['counter'],
  'GET /counter/people/:id': ['counter'],
  'POST /counter/people/:id/changes': ['counter'],
  // loss and theft, at any hour
  'POST /hotline/people': ['hotline', 'counter'],
  'POST /hotline/suspensions': ['hotline', 'counter'],
  // relying parties that look at certificates
  'POST /verifier/holders': ['verifier'],
  // the operator
  'GET /operator/deliveries': ['operator'],
  // the sandbox
  'GET /sandbox/clock': ['sandbox'],
  'PUT /sandbox/clock': ['sandbox'],
  'GET /sandbox/tokens': ['sandbox'],
} as const satisfies Readonly<Record<string, Callers>>

export type RoleTokens = Readonly<Record<Role, string>>

/** Hashes are compared, so lengths are hidden too. */
function sameSecret(one: string, other: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(one), hash(other))
}

/** @returns the token of an Authorization header, empty without one */
const bearerOf = (authorization: string | undefined): string =>
  /^Bearer +([\x21-\x7e]+)$/i.exec(authorization ?? '')?.[1] ?? ''

/** @throws {AuthorityError} ROLE_REQUIRED */
export function checkBearer(wanted: string, authorization: string | undefined): void {
  if (!sameSecret(wanted, bearerOf(authorization))) throw new AuthorityError('ROLE_REQUIRED')
}

/** @returns the role whose token it is; all are compared, so that the time reveals nothing */
function roleOf(tokens: RoleTokens, authorization: string | undefined): Role | undefined {
  const token = bearerOf(authorization)
  return roles.filter((role) => sameSecret(tokens[role], token))[0]
}

const isRole = (caller: string): caller is Role => roles.some((role) => role === caller)
const known = new Map<string, Callers>(Object.entries(callers))

/** @returns undefined: no such route in the table */
export const callersOf = (method: string, path: string): Callers | undefined =>
  known.get(`${method === 'HEAD' ? 'GET' : method} ${path}`)

/**
 * Every route added to `app` from now on must be in the table; those for roles ask for a token.
 * @param tokens asked at each request @throws TypeError at the start, for a route that nobody may call
 */
export function checkCallers(app: Party, tokens: () => RoleTokens): void {
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) {
      if (one === 'OPTIONS' || callersOf(one, url)) continue
      throw new TypeError(`callers.ts does not say who may call ${one} ${url}`)
    }
  })
  app.addHook('onRequest', async (request) => {
    const { url } = request.routeOptions
    const wanted = (url && callersOf(request.method, url)?.filter(isRole)) || []
    if (wanted.length === 0) return
    const role = roleOf(tokens(), request.headers.authorization)
    if (!role || !wanted.includes(role)) throw new AuthorityError('ROLE_REQUIRED')
  })
}
