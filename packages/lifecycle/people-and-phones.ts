/** 5-A2: one phone holds one person's credential, and one person has one phone, whatever the platforms. */

/** A credential that is not over, as the records know it. */
export interface HeldCredential {
  readonly person: string
  readonly phone: string
}

export type HoldingRefusal = 'ALREADY_ON_THIS_PHONE' | 'PERSON_HAS_A_PHONE' | 'PHONE_HAS_A_PERSON'

/**
 * May this person apply for a credential on this phone?
 * @param held credentials not over, of this person or on this phone; others are left out of account
 * @returns the reason against it, what concerns the person before what concerns the phone
 */
export function holdingRefusal(
  { person, phone }: HeldCredential,
  held: readonly HeldCredential[],
): HoldingRefusal | undefined {
  if (held.some((one) => one.person === person && one.phone === phone)) {
    return 'ALREADY_ON_THIS_PHONE'
  }
  if (held.some((one) => one.person === person)) return 'PERSON_HAS_A_PHONE'
  if (held.some((one) => one.phone === phone)) return 'PHONE_HAS_A_PERSON'
  return undefined
}
