/**
 * 保険者番号: law 2 digits, prefecture 2, insurer 3, check 1; that of a municipality has no law and is six digits long
 * (保険者番号等の設定について, 昭和51年8月7日保発45号・庁保発34号, 別添1). The number of a person of the late-elderly system ends with the same check digit.
 */

/**
 * Modulus 10, weights 2 and 1 from the right, digits of each product added (別添1 第1の4).
 * @param digits without the check digit @throws {RangeError} when they are no digits
 */
export function checkDigitOf(digits: string): string {
  if (!/^\d+$/.test(digits)) throw new RangeError('digits alone')
  const sum = Array.from(digits)
    .toReversed()
    .map((digit, place) => Number(digit) * (place % 2 === 0 ? 2 : 1))
    .reduce((total, product) => total + Math.floor(product / 10) + (product % 10), 0)
  return String((10 - (sum % 10)) % 10)
}

export const withCheckDigit = (digits: string): string => digits + checkDigitOf(digits)

/** Six digits (a municipality's) or eight, with the right check digit; says nothing about whether there is such an insurer. */
export const isInsurerNumber = (text: string): boolean =>
  /^(\d{6}|\d{8})$/.test(text) && withCheckDigit(text.slice(0, -1)) === text
