/** Corrections of a secret as it is typed, before anyone judges it. */

/** What was changed in an entry, or what is wrong with it at once. */
export type SecretChange = 'capitals' | 'halfWidth' | 'tooLong' | 'moreDigits'

/** Digits of a PIN. */
export const pinLength = 4
/** The longest signing password. */
const longest = 16

/** Without spaces, line breaks and marks that nobody sees, as a copied text may have them. */
const visible = (typed: string): string => typed.replace(/[\s\p{Cf}]/gu, '')

/**
 * Full-width to half-width, small letters to capitals, no spaces. A password that is too long stays as it is typed: cut off, it
 * would be another one, and cost a try. Of a PIN the first four digits stay. Says what a person has to know first.
 */
export function tidySecret(
  typed: string,
  kind: 'password' | 'pin',
): { value: string; changed?: SecretChange } {
  const half = visible(typed).normalize('NFKC')
  if (kind === 'pin') {
    const digits = half.replace(/\D/g, '')
    const value = digits.slice(0, pinLength)
    if (digits.length > pinLength) return { value, changed: 'moreDigits' }
    return half === typed ? { value } : { value, changed: 'halfWidth' }
  }
  const value = half.toUpperCase()
  if (value.length > longest) return { value, changed: 'tooLong' }
  if (half !== visible(typed)) return { value, changed: 'halfWidth' }
  return value === half ? { value } : { value, changed: 'capitals' }
}
