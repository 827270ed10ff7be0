/** Claims of a person as the real service gives them (its form of them is published by example only): from the signing certificate. */
import { type IdentityClaim, identityClaims } from '@kazashi/lifecycle'
import type { CertificateAttributes } from '@kazashi/pki'
import { z } from 'zod'

/** Digits of the certificate's own coding. */
const genders = { male: '1', female: '2', 'not-applicable': '3' } as const

const formsOf = (attributes: CertificateAttributes): Readonly<Record<IdentityClaim, string>> => ({
  name: attributes.name,
  address: attributes.address,
  birthdate: attributes.birthDate.replaceAll('-', ''),
  gender: genders[attributes.sex],
})

export type Claims = Readonly<Partial<Record<IdentityClaim, string>>>

/** What was asked for, and no more of what the certificate tells. */
export function claimsFrom(
  attributes: CertificateAttributes,
  wanted: readonly IdentityClaim[],
): Claims {
  const forms = formsOf(attributes)
  return Object.fromEntries(wanted.map((claim) => [claim, forms[claim]]))
}

export interface AskedClaims {
  readonly claims: readonly IdentityClaim[]
  /** Those of them that the person may leave out. */
  readonly optional?: readonly IdentityClaim[]
}

/** What is asked of a claim is not for us to refuse: the provider has looked at the form, and essential is what says so. */
const members = z.record(z.string(), z.unknown())
const essential = z.object({ essential: z.literal(true) })
const claimsParameter = z.object({ userinfo: members.default({}), id_token: members.default({}) })

/**
 * What an authorization request asks for: by scope, one for each claim, what is needed; by the parameter `claims` (OpenID Connect Core 1.0
 * §5.5) what is needed (`essential`), and what may be left out.
 * @param parameter JSON that the provider has looked at
 */
export function claimsIn(scope: string, parameter?: string): AskedClaims {
  const scopes = scope.split(' ')
  const { userinfo, id_token } = claimsParameter.parse(JSON.parse(parameter ?? '{}'))
  const asked = [userinfo, id_token]
  const isNeeded = (claim: IdentityClaim) =>
    scopes.includes(claim) || asked.some((one) => essential.safeParse(one[claim]).success)
  const claims = identityClaims.filter(
    (claim) => isNeeded(claim) || asked.some((one) => Object.hasOwn(one, claim)),
  )
  const optional = claims.filter((claim) => !isNeeded(claim))
  return { claims, ...(optional.length > 0 && { optional }) }
}
