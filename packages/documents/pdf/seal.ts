/** A visible seal (印影): a round red one with a name in it, drawn as outlines of a font that the caller brings, so that no font is embedded. */
import type { PDFDocument, PDFRef } from '@cantoo/pdf-lib'
import { DocumentError } from '../errors.ts'

/** Outlines in units of the em, y upwards. */
export interface SealFont {
  readonly unitsPerEm: number
  readonly ascent: number
  hasGlyphForCodePoint(codePoint: number): boolean
  glyphForCodePoint(codePoint: number): {
    readonly advanceWidth: number
    readonly path: {
      readonly commands: readonly { readonly command: string; readonly args: readonly number[] }[]
    }
  }
}

export interface PdfSeal {
  /** From 1. */
  readonly page: number
  /** Points from the lower left corner of the page. */
  readonly x: number
  readonly y: number
  /** Points: width and height. */
  readonly size: number
  /** One to eight characters, top down; more than four stand in two columns, from right to left. */
  readonly text: string
  /** As `openSync` or `create` of fontkit give it. */
  readonly font: SealFont
}

const vermilion = '0.81 0.16 0.13'
const mostCharacters = 8
const inColumn = 4
/** Of a circle's four curves: how far their handles reach. */
const handle = 0.5523
/** Of the seal's size. */
const rim = 0.035
const inner = 0.68

const number = (value: number): string => value.toFixed(3)
const line = (operator: string, ...values: readonly number[]): string =>
  `${values.map(number).join(' ')} ${operator}`

/** @returns the appearance (ISO 32000-2 §12.5.5), of the seal's size @throws {DocumentError} PDF_INPUT_INVALID */
export function drawSeal(document: PDFDocument, seal: PdfSeal): PDFRef {
  const { size, text } = seal
  const characters = [...text]
  if (!(size >= 10 && size <= 500) || characters.length === 0 || characters.length > mostCharacters)
    throw new DocumentError('PDF_INPUT_INVALID', 'a seal of 10 to 500 points, 1 to 8 characters')
  const operators = [
    `${vermilion} RG ${vermilion} rg`,
    ...circle(size / 2, size * (0.5 - rim)),
    line('w', size * rim),
    'S',
    ...letters(characters, size, seal.font),
  ].join('\n')
  const stream = document.context.flateStream(operators, {
    Type: 'XObject',
    Subtype: 'Form',
    FormType: 1,
    BBox: [0, 0, size, size],
    Resources: {},
  })
  return document.context.register(stream)
}

function circle(middle: number, radius: number): string[] {
  const [near, far, reach] = [middle - radius, middle + radius, radius * handle]
  return [
    line('m', far, middle),
    line('c', far, middle + reach, middle + reach, far, middle, far),
    line('c', middle - reach, far, near, middle + reach, near, middle),
    line('c', near, middle - reach, middle - reach, near, middle, near),
    line('c', middle + reach, near, far, middle - reach, far, middle),
    'h',
  ]
}

function letters(characters: readonly string[], size: number, font: SealFont): string[] {
  const columns = characters.length > inColumn ? 2 : 1
  const rows = Math.ceil(characters.length / columns)
  const square = (size * inner) / Math.max(rows, columns)
  const left = (size - square * columns) / 2
  const top = (size + square * rows) / 2
  const { ascent, unitsPerEm } = font
  return characters.flatMap((character, at) => {
    const point = character.codePointAt(0) ?? 0
    if (!font.hasGlyphForCodePoint(point))
      throw new DocumentError('PDF_INPUT_INVALID', `the font has no ${character}`)
    const glyph = font.glyphForCodePoint(point)
    const x = left + (columns - 1 - Math.floor(at / rows)) * square
    const em = square / unitsPerEm
    // A full-width character stands in its square by the font's ascent, drawn in to that of the type.
    const y =
      top - ((at % rows) + 1) * square + (unitsPerEm - Math.min(ascent, unitsPerEm * 0.88)) * em
    const centre = (square - glyph.advanceWidth * em) / 2
    return outline(glyph, { x: x + centre, y, em })
  })
}

function outline(
  glyph: ReturnType<SealFont['glyphForCodePoint']>,
  { x, y, em }: { readonly x: number; readonly y: number; readonly em: number },
): string[] {
  let from: readonly [number, number] = [0, 0]
  const px = (value = 0): number => x + value * em
  const py = (value = 0): number => y + value * em
  const drawn = glyph.path.commands.map(
    ({ command, args: [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] }) => {
      const [startX, startY] = from
      switch (command) {
        case 'moveTo':
        case 'lineTo':
          from = [a, b]
          return line(command === 'moveTo' ? 'm' : 'l', px(a), py(b))
        case 'quadraticCurveTo': {
          // PDF has curves of the third degree only.
          const third = (start: number, middle: number): number =>
            start + ((middle - start) * 2) / 3
          from = [c, d]
          return line(
            'c',
            px(third(startX, a)),
            py(third(startY, b)),
            px(third(c, a)),
            py(third(d, b)),
            px(c),
            py(d),
          )
        }
        case 'bezierCurveTo':
          from = [e, f]
          return line('c', px(a), py(b), px(c), py(d), px(e), py(f))
        default:
          return 'h'
      }
    },
  )
  return [...drawn, 'f']
}
