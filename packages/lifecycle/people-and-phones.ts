/**
 * 5-A2: one phone holds one person's credential, and one person has one phone, whatever the platforms. A switch (4-B) is on
 * its way beside the credential it takes over from; resuming (5-B3) puts a new one in the place of a suspended one.
 */
import type { ApplicationPurpose } from './application.ts'
import type { CredentialState } from './credential.ts'

/** A credential that is not over, as the records know it. */
export interface HeldCredential {
  readonly person: string
  readonly phone: string
  readonly state: CredentialState
}

export type HoldingRefusal =
  | 'ALREADY_ON_THIS_PHONE'
  | 'APPLICATION_ON_ITS_WAY'
  | 'CREDENTIAL_SUSPENDED'
  | 'PERSON_HAS_A_PHONE'
  | 'PHONE_HAS_A_PERSON'
  | 'NOTHING_TO_SWITCH'
  | 'NOTHING_TO_RESUME'

export interface Asked {
  readonly person: string
  readonly phone: string
  readonly purpose: ApplicationPurpose
}

const onItsWay = ({ state }: HeldCredential) => state === 'applied' || state === 'issued'

function refusalOfOwn(
  { phone, purpose }: Asked,
  own: readonly HeldCredential[],
): HoldingRefusal | undefined {
  const waiting = own.find(onItsWay)
  const current = own.find((one) => !onItsWay(one))
  if (waiting?.phone === phone) return 'ALREADY_ON_THIS_PHONE'
  if (purpose === 'resume') {
    if (waiting) return 'APPLICATION_ON_ITS_WAY'
    return current?.state === 'suspended' ? undefined : 'NOTHING_TO_RESUME'
  }
  if (current?.state === 'suspended') return 'CREDENTIAL_SUSPENDED'
  if (current?.phone === phone) return 'ALREADY_ON_THIS_PHONE'
  if (purpose === 'switch') {
    if (waiting) return 'APPLICATION_ON_ITS_WAY'
    return current ? undefined : 'NOTHING_TO_SWITCH'
  }
  return own.length > 0 ? 'PERSON_HAS_A_PHONE' : undefined
}

/**
 * May this person apply for a credential on this phone?
 * @param held credentials not over, of this person or on this phone; others are left out of account
 * @returns the reason against it, one about the person before one about the phone
 */
export function holdingRefusal(
  asked: Asked,
  held: readonly HeldCredential[],
): HoldingRefusal | undefined {
  const { person, phone } = asked
  const refusal = refusalOfOwn(
    asked,
    held.filter((one) => one.person === person),
  )
  if (refusal) return refusal
  const theirs = held.some((one) => one.phone === phone && one.person !== person)
  return theirs ? 'PHONE_HAS_A_PERSON' : undefined
}

/** @returns the credential that a switch takes over from, or resuming replaces; undefined for a new one */
export function superseded<T extends HeldCredential>(
  { person, purpose }: Asked,
  held: readonly T[],
): T | undefined {
  if (purpose === 'new') return undefined
  return held.find((one) => one.person === person && !onItsWay(one))
}
