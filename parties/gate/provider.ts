/** The OpenID provider: what it offers, and for how long. Signing in itself is in `interactions.ts`. */
import { randomBytes } from 'node:crypto'
import type { EventEmitter } from 'node:events'
import type { Sealing } from '@kazashi/database'
import { identityClaims } from '@kazashi/lifecycle'
import type { Origins } from '@kazashi/serve'
import type { JWK } from 'jose'
import {
  type AdapterFactory,
  type Client,
  type ClientMetadata,
  type Configuration,
  errors,
  interactionPolicy,
  type KoaContextWithOIDC,
  Provider,
} from 'oidc-provider'
import { authorizationEndpoint, issuerOf, paths } from './addresses.ts'
import type { Claims } from './claims.ts'
import { checkClaims, checkParameters } from './parameters.ts'

/** Seconds. */
const lifetimes = {
  AccessToken: 5 * 60,
  AuthorizationCode: 60,
  ClientCredentials: 5 * 60,
  Grant: 24 * 60 * 60,
  IdToken: 5 * 60,
  /** As long as a person may take: find the phone, and begin once more. */
  Interaction: 30 * 60,
  RefreshToken: 24 * 60 * 60,
  Session: 60 * 60,
} as const

/** Seconds that a client assertion may be good for. */
const longestAssertion = 60 * 60

/** Seconds: after that nothing of a login can be used. */
export const grantLifetime: number = lifetimes.Grant

export interface ProviderOptions {
  readonly origins: Origins
  readonly sandbox: boolean
  readonly adapter: AdapterFactory
  readonly sealing: Sealing
  /** The newest first. */
  readonly keys: readonly JWK[]
  /** Known from the start; others register where this is a sandbox. */
  readonly clients: readonly ClientMetadata[]
  /** What the person of a grant handed over; undefined: the certificate behind it holds no longer. */
  readonly claimsBehind: (grant: string) => Promise<Claims | undefined>
  /** Looks at `sign_transaction_id` of an authorization request. */
  readonly signParameter: (ctx: KoaContextWithOIDC, value: unknown, client: Client) => Promise<void>
  /** Receives errors of the gate's own. */
  readonly onError: (error: Error) => void
  /** Where the browser of a login goes on. */
  readonly pageOf: (uid: string, params: Readonly<Record<string, unknown>>) => Promise<string>
  /** For an error that cannot be told to the relying party. */
  readonly renderError: NonNullable<Configuration['renderError']>
}

/** Digits and letters only, as the real service has them. */
const newClientId = (): string => randomBytes(16).toString('hex')

/** Every login is answered by the phone: no browser is logged in at the gate itself, and consent is given on the phone. */
function policy() {
  const { Prompt, Check } = interactionPolicy
  const asked = new Check('no_session', 'End-User authentication is required', ({ oidc }) =>
    oidc.session?.accountId === undefined ? Check.REQUEST_PROMPT : Check.NO_NEED_TO_PROMPT,
  )
  return [new Prompt({ name: 'login', requestable: true }, asked)]
}

export function createProvider(options: ProviderOptions): Provider {
  const { origins, sandbox, sealing } = options
  const provider = new Provider(issuerOf(origins), {
    adapter: options.adapter,
    acrValues: ['aal3', 'crl'],
    allowOmittingSingleRegisteredRedirectUri: false,
    assertJwtClientAuthClaimsAndHeader: async (_ctx, { exp }) => {
      if (Number(exp) > Date.now() / 1000 + longestAssertion)
        throw new errors.InvalidClientAuth('exp is too far ahead')
    },
    claims: {
      openid: ['sub'],
      ...Object.fromEntries(identityClaims.map((claim) => [claim, [claim]])),
    },
    clients: [...options.clients],
    clientAuthMethods: ['private_key_jwt', 'none'],
    clientDefaults: {
      grant_types: ['authorization_code', 'refresh_token'],
      id_token_signed_response_alg: 'ES256',
      response_types: ['code'],
      subject_type: 'pairwise',
      token_endpoint_auth_method: 'private_key_jwt',
    },
    conformIdTokenClaims: true,
    cookies: {
      keys: [Buffer.from(sealing.derive('cookies', 32)).toString('base64url')],
      names: {
        interaction: 'gate-login',
        resume: 'gate-resume',
        session: 'gate-session',
      },
      long: { httpOnly: true, sameSite: 'lax', signed: true },
      short: { httpOnly: true, sameSite: 'lax', signed: true },
    },
    enabledJWA: {
      idTokenSigningAlgValues: ['ES256'],
      clientAuthSigningAlgValues: ['ES256', 'RS256', 'PS256'],
    },
    expiresWithSession: async () => false,
    extraParams: { state: checkParameters, sign_transaction_id: options.signParameter },
    features: {
      claimsParameter: {
        enabled: true,
        assertClaimsParameter: async (_ctx, claims) => checkClaims(claims),
      },
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      resourceIndicators: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      registration: { enabled: sandbox, initialAccessToken: false, idFactory: newClientId },
      registrationManagement: { enabled: sandbox },
    },
    // Asked with a token whenever one is used: nothing goes on once the certificate has ended.
    findAccount: async (_ctx, account, token) => {
      const { grantId } = token ?? {}
      const claims = grantId === undefined ? {} : await options.claimsBehind(grantId)
      return claims && { accountId: account, claims: async () => ({ sub: account, ...claims }) }
    },
    interactions: {
      policy: policy(),
      url: async (_ctx, { uid, params }) => options.pageOf(uid, params),
    },
    issueRefreshToken: async (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    jwks: { keys: [...options.keys] },
    pairwiseIdentifier: async (_ctx, account, client) =>
      Buffer.from(sealing.lookup('sub', `${client['sectorIdentifier']}\0${account}`)).toString(
        'base64url',
      ),
    pkce: { required: () => true },
    renderError: options.renderError,
    responseTypes: ['code'],
    routes: paths,
    scopes: ['openid', 'sign', ...identityClaims],
    subjectTypes: ['pairwise'],
    ttl: lifetimes,
  })
  // Its own errors, which nobody outside is told the cause of.
  const emitter: EventEmitter = provider
  emitter.on('server_error', (_ctx: unknown, error: Error) => options.onError(error))
  emitter.on('error', options.onError)
  // The address that browsers open has the gate's name; what servers call has the issuer's.
  provider.use(async (ctx: KoaContextWithOIDC, next) => {
    await next()
    if (ctx.oidc?.route !== 'discovery' || typeof ctx.body !== 'object') return
    ctx.body = { ...ctx.body, authorization_endpoint: authorizationEndpoint(origins) }
  })
  return provider
}
