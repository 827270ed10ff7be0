/**
 * What a person wrote, beside the four attributes of the signing certificate: the same, the same but for characters that the certificate
 * writes another for (代替文字: 𠮷 → 吉, flagged there one by one), or something else.
 */
import type { CertificateAttributes } from '@kazashi/pki'

export interface Written {
  readonly name: string
  readonly address: string
  /** YYYY-MM-DD */
  readonly birthDate: string
}

/** substituted: nothing else is different, and somebody looks which characters are meant. */
export type FieldVerdict = 'same' | 'substituted' | 'different'

export interface Comparison {
  readonly name: FieldVerdict
  readonly address: FieldVerdict
  readonly birthDate: 'same' | 'different'
}

/** Hyphens, dashes and the long vowel sign between digits are one; widths, blanks and variation selectors are none of a difference. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/\p{White_Space}|\p{Variation_Selector}/gu, '')
    .replaceAll(/[\u2010-\u2015\u2212\uff0d\u30fc-]/gu, '-')
    .toUpperCase()
}

/** @param flags of the certificate, one digit for each character of `certified` */
export function compareText(written: string, certified: string, flags: string): FieldVerdict {
  const units = Array.from(certified).flatMap((character, at) =>
    Array.from(plain(character)).map((unit) => ({ unit, flagged: flags[at] === '1' })),
  )
  const own = Array.from(plain(written))
  if (own.length !== units.length) return 'different'
  const differs = units.some(({ unit, flagged }, at) => !flagged && own[at] !== unit)
  if (differs) return 'different'
  return units.some(({ flagged }) => flagged) ? 'substituted' : 'same'
}

export const compare = (written: Written, attributes: CertificateAttributes): Comparison => ({
  name: compareText(written.name, attributes.name, attributes.nameFlags),
  address: compareText(written.address, attributes.address, attributes.addressFlags),
  birthDate: written.birthDate === attributes.birthDate ? 'same' : 'different',
})

/** The characters of the certificate that stand for others. */
export const substitutes = (text: string, flags: string): readonly string[] =>
  Array.from(text).filter((_, at) => flags[at] === '1')
