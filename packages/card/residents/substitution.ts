/**
 * Names and addresses as a certificate may write them: JIS level 1/2 (X 0208) and supplementary kanji (X 0212), about
 * 13 000 characters; others are replaced and flagged, character by character (other names 1.2.392.200149.8.5.5.2 and .6).
 */

/** The text of a certificate beside where it differs from the register. */
export interface Substituted {
  readonly text: string
  /** One '1' (replaced) or '0' for each character of `text`; a character is a Unicode code point. */
  readonly flags: string
}

/** Replaces a character without a known substitute: the mark printers use for a missing type. */
export const SUBSTITUTE = '〓'

/**
 * Usual substitutes. A municipality chooses them for each resident (kana where it finds none), so this is the most common
 * choice, not a rule.
 */
const variants: ReadonlyMap<string, string> = new Map([
  ['髙', '高'],
  ['𠮷', '吉'],
  ['﨑', '崎'],
  ['𡈽', '土'],
  ['圡', '土'],
  ['德', '徳'],
  ['栁', '柳'],
  ['𣘺', '橋'],
  ['𡌛', '埼'],
  // Compatibility ideographs: normalising would change them into the character on the right.
  ['\ufa10', '塚'],
  ['\ufa12', '晴'],
  ['\ufa19', '神'],
  ['\ufa1a', '祥'],
  ['\ufa1b', '福'],
  ['\ufa1c', '靖'],
  ['\ufa22', '諸'],
  ['\ufa26', '都'],
  ['\uf929', '朗'],
  ['\uf9dc', '隆'],
])

/**
 * Characters that encodings map in two ways (JIS X 0208 row 1): registers use either form, both are the same character.
 */
const twice = '～〜∥‖－−￠¢￡£￢¬―—＼\\'

const SINGLE_SHIFT_3 = 0x8f
/** Rows that JIS X 0208 assigns; encoders add vendor characters in rows 13 and 89 to 92, where 髙 and 﨑 come from. */
const inLevel1And2 = (row: number): boolean => row <= 8 || (row >= 16 && row <= 84)
const inSupplement = (row: number): boolean => row <= 77

let allowed: ReadonlySet<string> | undefined

/** Decodes every code of both tables once: the runtime's EUC-JP decoder carries them already. */
function allowedCharacters(): ReadonlySet<string> {
  if (allowed !== undefined) return allowed
  const decoder = new TextDecoder('euc-jp')
  const found = new Set([...twice])
  const add = (...bytes: number[]): void => {
    const character = decoder.decode(Uint8Array.from(bytes))
    if (!character.includes('\ufffd')) found.add(character)
  }
  for (let row = 1; row <= 94; row++) {
    for (let cell = 1; cell <= 94; cell++) {
      if (inLevel1And2(row)) add(0xa0 + row, 0xa0 + cell)
      if (inSupplement(row)) add(SINGLE_SHIFT_3, 0xa0 + row, 0xa0 + cell)
    }
  }
  // Registers of foreign residents hold ASCII here and there; no source says it is replaced, so it is kept.
  for (let code = 0x20; code < 0x7f; code++) found.add(String.fromCharCode(code))
  allowed = found
  return found
}

/** May this character (one code point) stand in a certificate's name or address? */
export const isCertificateCharacter = (character: string): boolean =>
  allowedCharacters().has(character)

/** Selects a shape of the character before it (Unicode §23.4); no character of its own. */
const isVariationSelector = (character: string): boolean =>
  /^[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]$/u.test(character)

/**
 * A register's name or address as the certificate writes it. A character with a variation selector is written without
 * it, and flagged.
 */
export function substitute(text: string): Substituted {
  const characters = [...text]
  let out = ''
  let flags = ''
  for (const [index, character] of characters.entries()) {
    if (isVariationSelector(character) && index > 0) continue
    const kept = isCertificateCharacter(character)
    out += kept ? character : (variants.get(character) ?? SUBSTITUTE)
    flags += kept && !isVariationSelector(characters[index + 1] ?? '') ? '0' : '1'
  }
  return { text: out, flags }
}
