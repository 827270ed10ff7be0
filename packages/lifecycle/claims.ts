/** What a relying party may ask for of a person beside who it is (OpenID Connect Core 1.0 §5.1): the four attributes of a card. */
export const identityClaims = ['name', 'address', 'birthdate', 'gender'] as const
export type IdentityClaim = (typeof identityClaims)[number]
