/** My Number (個人番号): twelve digits, the last one a check digit (MIC ordinance No. 85 of 2014, article 5). */

/**
 * The check digit of a My Number.
 * @param elevenDigits the first eleven digits, leftmost first
 * @returns one digit; '' where the input is not eleven digits
 */
export function checkDigit(elevenDigits: string): string {
  if (!/^\d{11}$/.test(elevenDigits)) return ''
  // P_n is the n-th digit from the right, Q_n = n + 1 up to the sixth and n − 5 from the seventh on.
  let sum = 0
  for (let n = 1; n <= 11; n++) sum += Number(elevenDigits[11 - n]) * (n <= 6 ? n + 1 : n - 5)
  const remainder = sum % 11
  return remainder <= 1 ? '0' : String(11 - remainder)
}

/** Twelve digits with the right check digit; says nothing about whether anybody has that number. */
export const isMyNumber = (text: string): boolean =>
  /^\d{12}$/.test(text) && checkDigit(text.slice(0, 11)) === text[11]

/** How many seeds have a number of their own: seven free digits behind the prefix. */
export const SYNTHETIC_MY_NUMBERS = 10_000_000

/** No range is reserved for tests; four zeros in front show a reader that a number was made up. */
const SYNTHETIC_PREFIX = '0000'

/** Odd and no multiple of 5, so multiplying is a permutation of the residues modulo 10 000 000. */
const STEP = 7_654_321
/** So that seed 0 is not the number of twelve zeros. */
const START = 1_234_567

/**
 * A made-up My Number with a right check digit. Seeds that differ modulo 10 000 000 have different numbers.
 * @param seed any integer
 */
export function syntheticMyNumber(seed: number): string {
  const residue = ((seed % SYNTHETIC_MY_NUMBERS) + SYNTHETIC_MY_NUMBERS) % SYNTHETIC_MY_NUMBERS
  // The product stays below 2^53: 10^7 · 7.7·10^6.
  const body = String((residue * STEP + START) % SYNTHETIC_MY_NUMBERS).padStart(7, '0')
  const eleven = SYNTHETIC_PREFIX + body
  return eleven + checkDigit(eleven)
}
