/** Claims of a person as the real service gives them (its form of them is published by example only): from the signing certificate. */
import { type IdentityClaim, identityClaims } from '@kazashi/lifecycle'
import type { CertificateAttributes } from '@kazashi/pki'

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

/** @param scope of an authorization request: one scope for each claim */
export const claimsIn = (scope: string): readonly IdentityClaim[] =>
  identityClaims.filter((claim) => scope.split(' ').includes(claim))
