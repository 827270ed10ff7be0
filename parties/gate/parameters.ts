/** Limits of an authorization request's parameters, as the real service publishes them. */
import { errors, type KoaContextWithOIDC } from 'oidc-provider'

const limits = {
  state: /^[\x20-\x7e]{1,255}$/,
  nonce: /^[\x20-\x7e]{1,255}$/,
  code_challenge: /^[\w-]{1,128}$/,
  redirect_uri: /^.{1,255}$/s,
} as const

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
