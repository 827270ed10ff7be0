/**
 * Text of the card's face as 1-bit greyscale PNG (0 black, 1 white), as the visual applet keeps it. Codes are 6 × 12
 * pixels a digit, as surveyed on a card; for names and addresses no source names a size.
 */
import { encode } from 'fast-png'
import type { PathCommand } from '../residents/drawing.ts'
import { type Glyph, glyphOf, placed } from './font.ts'
import { fill } from './scan-conversion.ts'

/** Pixels of a full-width character's square in names and addresses. */
const EM = 24
/** Full-width characters in a line. */
const LINE = 20
const LINE_HEIGHT = EM + 4
const MARGIN = 2

const DIGIT_WIDTH = 6
const DIGIT_HEIGHT = 12

/** Coverage from which a pixel is black. */
const THRESHOLD = 112

/** Selects a glyph shape and has none itself. */
const variationSelectors = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu

/**
 * A name or an address, wrapped after 20 full-width characters.
 * @param text characters the font lacks are drawn as 〓
 * @returns a PNG file
 */
export function textImage(text: string): Uint8Array {
  const lines: { glyph: Glyph; at: number }[][] = [[]]
  let at = 0
  for (const character of text.replace(variationSelectors, '')) {
    const glyph = glyphOf(character)
    if (at + glyph.advance > LINE) {
      lines.push([])
      at = 0
    }
    lines.at(-1)?.push({ glyph, at })
    at += glyph.advance
  }
  const longest = Math.max(1, ...lines.map((line) => Math.ceil(lineEnd(line))))
  const path = lines.flatMap((line, index) =>
    line.flatMap(({ glyph, at: left }) =>
      placed(glyph.path, {
        x: MARGIN + left * EM,
        y: MARGIN + index * LINE_HEIGHT,
        scaleX: EM,
        scaleY: EM,
      }),
    ),
  )
  return png(path, longest * EM + 2 * MARGIN, lines.length * LINE_HEIGHT + MARGIN)
}

const lineEnd = (line: readonly { glyph: Glyph; at: number }[]): number => {
  const last = line.at(-1)
  return last === undefined ? 0 : last.at + last.glyph.advance
}

/**
 * Digits in cells of 6 × 12 pixels: the security code (24 × 12) and the My Number (72 × 12).
 * @param digits ASCII digits
 * @returns a PNG file
 */
export function digitsImage(digits: string): Uint8Array {
  const path = [...digits].flatMap((digit, index) => {
    const { path: outline, advance } = glyphOf(digit)
    // Noto's digits are 0.73 em high: 13 pixels to the em leave a line free above and below.
    const em = 13
    return placed(outline, {
      x: index * DIGIT_WIDTH,
      y: DIGIT_HEIGHT - 1.2 - em * 0.88,
      scaleX: DIGIT_WIDTH / advance,
      scaleY: em,
    })
  })
  return png(path, digits.length * DIGIT_WIDTH, DIGIT_HEIGHT)
}

function png(path: readonly PathCommand[], width: number, height: number): Uint8Array {
  const { data } = fill(path, width, height)
  const rowBytes = Math.ceil(width / 8)
  const packed = new Uint8Array(rowBytes * height).fill(0xff)
  for (const [index, coverage] of data.entries()) {
    if (coverage < THRESHOLD) continue
    const byte = Math.floor(index / width) * rowBytes + ((index % width) >> 3)
    packed[byte] = (packed[byte] ?? 0xff) & ~(0x80 >> ((index % width) & 7))
  }
  return encode({ width, height, data: packed, depth: 1, channels: 1 }, { zlib: { level: 9 } })
}
