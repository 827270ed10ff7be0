/** Outlines of Japanese text from a bundled font (Noto Sans JP, OFL), for images on the card. */
import { createRequire } from 'node:module'
import * as fontkit from 'fontkit'
import type { PathCommand } from '../residents/drawing.ts'
import { SUBSTITUTE } from '../residents/substitution.ts'

const FILE = '@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf'

export interface Glyph {
  /** Coordinates in ems: x from the left edge of the character, y downwards from the top of its square. */
  readonly path: readonly PathCommand[]
  /** In ems; 1 for full-width characters. */
  readonly advance: number
  /** False: the font has no such glyph, and the mark for a missing one (〓) stands in. */
  readonly found: boolean
}

let opened: fontkit.Font | undefined

function font(): fontkit.Font {
  if (opened !== undefined) return opened
  const file = fontkit.openSync(createRequire(import.meta.url).resolve(FILE))
  if ('fonts' in file) throw new TypeError(`one font expected: ${FILE}`)
  opened = file
  return file
}

/** The baseline of a full-width character stands this much below the top of its square. */
const BASELINE = 0.88

/** @param character one code point */
export function glyphOf(character: string): Glyph {
  const from = font()
  const codePoint = character.codePointAt(0) ?? 0x20
  const found = from.hasGlyphForCodePoint(codePoint)
  const glyph = from.glyphForCodePoint(found ? codePoint : (SUBSTITUTE.codePointAt(0) ?? 0x20))
  const em = from.unitsPerEm
  const x = (value = 0): number => value / em
  const y = (value = 0): number => BASELINE - value / em
  const path = glyph.path.commands.map(({ command, args: [a, b, c, d, e, f] }): PathCommand => {
    switch (command) {
      case 'moveTo':
        return ['M', x(a), y(b)]
      case 'lineTo':
        return ['L', x(a), y(b)]
      case 'quadraticCurveTo':
        return ['Q', x(a), y(b), x(c), y(d)]
      case 'bezierCurveTo':
        return ['C', x(a), y(b), x(c), y(d), x(e), y(f)]
      default:
        return ['Z']
    }
  })
  return { path, advance: glyph.advanceWidth / em, found }
}

/** The path stretched and moved: from ems to pixels. */
export function placed(
  path: readonly PathCommand[],
  place: {
    readonly x: number
    readonly y: number
    readonly scaleX: number
    readonly scaleY: number
  },
): PathCommand[] {
  const px = (value: number): number => place.x + value * place.scaleX
  const py = (value: number): number => place.y + value * place.scaleY
  return path.map((command): PathCommand => {
    switch (command[0]) {
      case 'Z':
        return command
      case 'Q':
        return ['Q', px(command[1]), py(command[2]), px(command[3]), py(command[4])]
      case 'C':
        return [
          'C',
          px(command[1]),
          py(command[2]),
          px(command[3]),
          py(command[4]),
          px(command[5]),
          py(command[6]),
        ]
      default:
        return [command[0], px(command[1]), py(command[2])]
    }
  })
}
