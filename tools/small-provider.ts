/** An OpenID provider as small as a client's tests need it: it tells the truth, or deviates in the one thing that a test states. */
import { createHash, randomBytes } from 'node:crypto'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'

export interface SmallProvider {
  readonly fetch: typeof globalThis.fetch
  /** What the next ID tokens say in place of the truth. */
  claims: JWTPayload
  /** Another key signs them. */
  forged: boolean
  /** What the token endpoint says in place of tokens: an OAuth error. */
  refuses: string | undefined
  silent: boolean
  /** Questions to the token endpoint so far. */
  readonly asked: () => number
  /** The person has signed in. @returns the address to which the browser is led */
  answer(authorization: URL): URL
}

const path = '/api/realms/main'
const refused = (error: string) => Response.json({ error }, { status: 400 })

/** @param issuer plain http, as on this machine @param clientId of the one client */
export async function smallProvider(issuer: string, clientId: string): Promise<SmallProvider> {
  const { privateKey, publicKey } = await generateKeyPair('ES256')
  const stranger = await generateKeyPair('ES256')
  const keys = [{ ...(await exportJWK(publicKey)), kid: 'k', alg: 'ES256', use: 'sig' }]
  const codes = new Map<string, { readonly nonce: string; readonly challenge: string }>()
  let asked = 0
  const tokensFor = async (nonce: string | undefined) => {
    const now = Math.floor(Date.now() / 1000)
    const times = { iat: now, exp: now + 300 }
    const usual = { iss: issuer, sub: 'person-1', aud: clientId, acr: 'aal3', ...times }
    const claims = { ...usual, ...(nonce !== undefined && { nonce }), ...provider.claims }
    return Response.json({
      access_token: 'access',
      refresh_token: 'refresh',
      token_type: 'Bearer',
      expires_in: 300,
      id_token: await new SignJWT(claims)
        .setProtectedHeader({ alg: 'ES256', kid: 'k' })
        .sign(provider.forged ? stranger.privateKey : privateKey),
    })
  }
  const token = async (form: URLSearchParams) => {
    asked += 1
    if (provider.refuses !== undefined) return refused(provider.refuses)
    if (!form.has('client_assertion')) return refused('invalid_client')
    if (form.get('grant_type') === 'refresh_token') return tokensFor(undefined)
    const code = codes.get(form.get('code') ?? '')
    codes.delete(form.get('code') ?? '')
    const verifier = createHash('sha256').update(form.get('code_verifier') ?? '')
    return code?.challenge === verifier.digest('base64url')
      ? tokensFor(code.nonce)
      : refused('invalid_grant')
  }
  const provider: SmallProvider = {
    claims: {},
    forged: false,
    refuses: undefined,
    silent: false,
    asked: () => asked,
    fetch: async (input, init) => {
      const request = new Request(input, init)
      if (provider.silent) throw new TypeError('fetch failed')
      switch (new URL(request.url).pathname) {
        case `${path}/.well-known/openid-configuration`:
          return Response.json({
            issuer,
            authorization_endpoint: `${issuer}/auth`,
            token_endpoint: `${issuer}/token`,
            jwks_uri: `${issuer}/certs`,
            response_types_supported: ['code'],
            authorization_response_iss_parameter_supported: true,
          })
        case `${path}/certs`:
          return Response.json({ keys })
        case `${path}/token`:
          return token(new URLSearchParams(await request.text()))
        default:
          return new Response(null, { status: 404 })
      }
    },
    answer: ({ searchParams: asking }) => {
      const code = randomBytes(16).toString('hex')
      const [nonce, challenge] = [asking.get('nonce') ?? '', asking.get('code_challenge') ?? '']
      codes.set(code, { nonce, challenge })
      const back = new URL(asking.get('redirect_uri') ?? '')
      const told = { code, state: asking.get('state') ?? '', iss: issuer }
      back.search = new URLSearchParams(told).toString()
      return back
    },
  }
  return provider
}
