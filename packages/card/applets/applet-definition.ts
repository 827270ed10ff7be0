/** An applet besides its files: its name (AID), the few commands that differ between applets, how often a secret may be wrong. */
import type { AppletName } from '../contents.ts'

export interface AppletDefinition {
  readonly name: AppletName
  /** Application identifier, ten bytes (ISO 7816-4 §8.2.1.2). */
  readonly aid: Uint8Array
  /** How a secret is changed: CHANGE REFERENCE DATA (ISO 7816-4 §7.5.7) or JICSAP CHANGE KEY. */
  readonly change: 'change-reference-data' | 'change-key' | 'none'
  /** Private keys that COMPUTE DIGITAL SIGNATURE takes. */
  readonly signingKeys: readonly number[]
  /** The key that P2 = 00 means in COMPUTE DIGITAL SIGNATURE. */
  readonly defaultKey?: number
  /** The one key that answers INTERNAL AUTHENTICATE. */
  readonly internalAuthenticationKey?: number
}

/** Wrong tries that lock a four-digit PIN, on each applet that has one. */
export const PIN_TRIES = 3
export const SIGNING_PASSWORD_TRIES = 5
/**
 * Tries of 照合番号A, 照合番号B and the birth date key. The card's own limit is not public; ten is
 * this project's choice: more than a person mistypes, far from guessing a four-digit security code.
 */
export const NUMBER_TRIES = 10
