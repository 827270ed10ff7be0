/**
 * 4-A: the four ways of changing phones, as a plan: which procedures, in which order, and on which phone. One person has
 * one phone (5-A2), so the credential on the old one ends first; only from Android to Android one procedure does both (4-B).
 */

export const phonePlatforms = ['android', 'iphone'] as const
export type PhonePlatform = (typeof phonePlatforms)[number]

/** 2-F revoke · 3-E delete here · 3-F delete on another phone · 2-C, 3-C apply · 4-B take over */
export type ChangingRow = '2-C' | '2-F' | '3-C' | '3-E' | '3-F' | '4-B'

export interface ChangingStep {
  readonly row: ChangingRow
  /** On which of the two phones it is done. */
  readonly on: 'old' | 'new'
  /** My Number Card: needed · 'instead-of-secret': needed where the phone's own secret is forgotten. */
  readonly card: 'needed' | 'instead-of-secret'
  /** It waits for the issuing hours (8:00–19:30); ending a credential does not. */
  readonly issues: boolean
}

export interface PhoneChange {
  readonly from: PhonePlatform
  readonly to: PhonePlatform
  /** false: sold, broken, gone. One that was lost or stolen is to be suspended by telephone at once (5-B1). */
  readonly oldAtHand: boolean
}

const ending = {
  android: { row: '2-F', on: 'old', card: 'instead-of-secret', issues: false },
  iphone: { row: '3-E', on: 'old', card: 'instead-of-secret', issues: false },
} as const satisfies Record<PhonePlatform, ChangingStep>

const endingFromAfar: ChangingStep = { row: '3-F', on: 'new', card: 'needed', issues: false }

const applying = {
  android: { row: '2-C', on: 'new', card: 'needed', issues: true },
  iphone: { row: '3-C', on: 'new', card: 'needed', issues: true },
} as const satisfies Record<PhonePlatform, ChangingStep>

const takingOver: ChangingStep = { row: '4-B', on: 'new', card: 'needed', issues: true }

/** @returns the steps in their order */
export function planPhoneChange({ from, to, oldAtHand }: PhoneChange): readonly ChangingStep[] {
  if (from === 'android' && to === 'android') return [takingOver]
  return [oldAtHand ? ending[from] : endingFromAfar, applying[to]]
}
