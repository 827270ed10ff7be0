/** The form of a signing password and a PIN (2-D, 3-D), their tries, and values that are easy to guess. */
import { type Era, eras } from './eras.ts'

/** Signing password: half-width capitals and digits, at least one of each, 6 to 16. */
export const signingPasswordLength = { least: 6, most: 16 } as const
export const pinLength = 4
/** Wrong entries in a row that lock the secret. */
export const tries = { 'signing-password': 5, pin: 3 } as const

/** Why a signing password is refused. One reason each, so that a screen can say them one by one. */
export type SigningPasswordFault =
  | 'too-short'
  | 'too-long'
  | 'character-not-allowed'
  | 'small-letter'
  | 'full-width'
  | 'no-capital'
  | 'no-digit'
export type PinFault = 'not-four' | 'not-digits' | 'full-width'
/** Allowed, but easy to guess: the person is warned and may still choose it. */
export type PinWarning = 'same-digits' | 'in-a-row' | 'birth-date'

const fullWidth = /[！-～]/
const lengthOf = (text: string) => [...text].length

/** @returns every reason against it; empty: it is good */
export function signingPasswordFaults(text: string): SigningPasswordFault[] {
  const faults: SigningPasswordFault[] = []
  if (lengthOf(text) < signingPasswordLength.least) faults.push('too-short')
  if (lengthOf(text) > signingPasswordLength.most) faults.push('too-long')
  if (fullWidth.test(text)) faults.push('full-width')
  if (/[a-z]/.test(text)) faults.push('small-letter')
  if (/[^A-Za-z0-9！-～]/.test(text)) faults.push('character-not-allowed')
  if (!/[A-Z]/.test(text)) faults.push('no-capital')
  if (!/[0-9]/.test(text)) faults.push('no-digit')
  return faults
}
export const isSigningPassword = (text: string): boolean => signingPasswordFaults(text).length === 0

/** @returns every reason against it; empty: it is good */
export function pinFaults(text: string): PinFault[] {
  const faults: PinFault[] = []
  if (lengthOf(text) !== pinLength) faults.push('not-four')
  if (fullWidth.test(text)) faults.push('full-width')
  else if (!/^[0-9]*$/.test(text)) faults.push('not-digits')
  return faults
}
export const isPin = (text: string): boolean => pinFaults(text).length === 0

const firstYear = ({ from }: Era): number => Number(from.slice(0, 4))

/** A Western year in its era or eras (era name left out): a birth date is often written with it. */
const eraYears = (year: number): number[] =>
  eras.flatMap((era, i) => {
    const next = eras[i - 1]
    const within = year >= firstYear(era) && (next === undefined || year <= firstYear(next))
    return within ? [year - firstYear(era) + 1] : []
  })

function birthDatePins(birthDate: string): Set<string> {
  const [year = '', month = '', day = ''] = birthDate.split('-')
  const ofEras = eraYears(Number(year)).map((n) => String(n).padStart(2, '0'))
  const years = [year.slice(2), ...ofEras]
  const pins = [year, month + day, day + month]
  for (const two of years) pins.push(two + month, two + day, month + two)
  return new Set(pins.filter((pin) => pin.length === pinLength))
}

/** Four digits each one more (or one less) than the one before; 9 is followed by 0, as on a keypad. */
const rows = ['01234567890', '09876543210']

/**
 * Reasons why a PIN is easy to guess. @param pin four digits @param birthDate YYYY-MM-DD, where it is known
 * @returns empty: nothing against it
 */
export function pinWarnings(pin: string, birthDate?: string): PinWarning[] {
  const warnings: PinWarning[] = []
  if (/^(\d)\1+$/.test(pin)) warnings.push('same-digits')
  if (pin.length === pinLength && rows.some((row) => row.includes(pin))) warnings.push('in-a-row')
  if (birthDate !== undefined && birthDatePins(birthDate).has(pin)) warnings.push('birth-date')
  return warnings
}
