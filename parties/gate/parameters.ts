/** Limits of an authorization request's parameters, as the real service publishes them. */
import { errors, type KoaContextWithOIDC } from 'oidc-provider'
import { z } from 'zod'

const limits = {
  state: /^[\x20-\x7e]{1,255}$/,
  nonce: /^[\x20-\x7e]{1,255}$/,
  code_challenge: /^[\w-]{1,128}$/,
  redirect_uri: /^.{1,255}$/s,
} as const

const wanted = z.object({
  essential: z.boolean().optional(),
  value: z.unknown().optional(),
  values: z.array(z.unknown()).optional(),
})
const claimsParameter = z.object({
  userinfo: z.object({ sub: wanted.nullish() }).optional(),
  id_token: z.object({ sub: wanted.nullish(), acr: wanted.nullish() }).optional(),
})

/**
 * A certain person, or another level, that a site says it cannot do without (OpenID Connect Core 1.0 §3.1.2.2, §5.5.1.1): the one is not known
 * before, the other not had here.
 * @param parameter `claims`, parsed
 * @throws {InvalidRequest}, {UnmetAuthenticationRequirements}
 */
export function checkClaims(parameter: unknown): void {
  const asked = claimsParameter.safeParse(parameter).data
  for (const sub of [asked?.userinfo?.sub, asked?.id_token?.sub])
    if (sub && (sub.value !== undefined || sub.values !== undefined))
      throw new errors.InvalidRequest('a certain sub cannot be asked for')
  const { essential, value, values = [value] } = asked?.id_token?.acr ?? {}
  if (essential === true && !values.some((one) => one === undefined || one === 'aal3'))
    throw new errors.UnmetAuthenticationRequirements('acr is aal3 and no other')
}

/** @throws {InvalidRequest} naming the parameter (RFC 6749 §4.1.2.1) */
export function checkParameters({ oidc }: KoaContextWithOIDC): void {
  // Without it there is no login, and nothing to be told.
  const scope = oidc.params?.['scope']
  if (typeof scope === 'string' && !scope.split(' ').includes('openid'))
    throw new errors.InvalidScope('openid is missing', scope)
  for (const [name, form] of Object.entries(limits)) {
    const value = oidc.params?.[name]
    if (value !== undefined && !(typeof value === 'string' && form.test(value))) {
      throw new errors.InvalidRequest(`${name} is not within the published limits`)
    }
  }
}
