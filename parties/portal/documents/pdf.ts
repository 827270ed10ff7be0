/** Documents as PDF (ISO 32000-1) in Noto Sans JP, which has 𠮷 and 髙: what was answered, line by line, on A4. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { PDFDocument, type PDFFont, type PDFPage, rgb } from '@cantoo/pdf-lib'
import * as fontkit from 'fontkit'
import type { Section } from '../applications/form.ts'

const fontFile = '@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf'
/** Points. */
const page = { width: 595, height: 842, margin: 56 } as const
const size = { title: 20, heading: 12, text: 10.5, note: 8.5 } as const
const leading = 1.6
const labelWidth = 150
const gap = 12
const ink = rgb(0.1, 0.1, 0.1)
const soft = rgb(0.35, 0.35, 0.35)
const line = rgb(0.8, 0.8, 0.8)

let fontBytes: Promise<Uint8Array> | undefined
const readFont = (): Promise<Uint8Array> => {
  fontBytes ??= readFile(createRequire(import.meta.url).resolve(fontFile))
  return fontBytes
}

export interface PdfText {
  readonly title: string
  /** Above the title. */
  readonly above: string
  readonly sections: readonly Section[]
  /** At the end. */
  readonly notes: readonly string[]
  /** When it was made: its dates, which are the same each time. */
  readonly at: Date
}

/** Lines that fit, broken between characters: an address has no blanks. */
function wrapped(text: string, font: PDFFont, points: number, width: number): string[] {
  const lines: string[] = []
  let current = ''
  for (const { segment } of new Intl.Segmenter('ja').segment(text)) {
    if (font.widthOfTextAtSize(current + segment, points) > width && current !== '') {
      lines.push(current)
      current = ''
    }
    current += segment
  }
  return [...lines, current]
}

/** From the top of the first page down. */
class Sheet {
  readonly #document: PDFDocument
  readonly #font: PDFFont
  #page: PDFPage
  #y = page.height - page.margin

  constructor(document: PDFDocument, font: PDFFont) {
    this.#document = document
    this.#font = font
    this.#page = document.addPage([page.width, page.height])
  }

  #need(height: number): void {
    if (this.#y - height >= page.margin) return
    this.#page = this.#document.addPage([page.width, page.height])
    this.#y = page.height - page.margin
  }

  space(height: number): void {
    this.#y -= height
  }

  text(text: string, points: number, color = ink): void {
    for (const one of wrapped(text, this.#font, points, page.width - 2 * page.margin)) {
      this.#need(points * leading)
      this.#y -= points * leading
      this.#page.drawText(one, {
        x: page.margin,
        y: this.#y,
        size: points,
        font: this.#font,
        color,
      })
    }
  }

  rule(): void {
    this.#y -= 5
    this.#page.drawLine({
      start: { x: page.margin, y: this.#y },
      end: { x: page.width - page.margin, y: this.#y },
      thickness: 0.5,
      color: line,
    })
  }

  row(label: string, value: string): void {
    const x = page.margin + labelWidth + gap
    const labels = wrapped(label, this.#font, size.text, labelWidth)
    const values = wrapped(value, this.#font, size.text, page.width - page.margin - x)
    const high = size.text * leading
    for (let at = 0; at < Math.max(labels.length, values.length); at += 1) {
      this.#need(high + 5)
      this.#y -= high
      const [name = '', text = ''] = [labels[at], values[at]]
      const common = { y: this.#y, size: size.text, font: this.#font }
      this.#page.drawText(name, { ...common, x: page.margin, color: soft })
      this.#page.drawText(text, { ...common, x, color: ink })
    }
    this.rule()
  }
}

export async function pdfOf({ title, above, sections, notes, at }: PdfText): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false })
  document.registerFontkit(fontkit)
  document.setTitle(title)
  document.setLanguage('ja')
  document.setCreationDate(at)
  document.setModificationDate(at)
  const font = await document.embedFont(await readFont(), { subset: true })
  const sheet = new Sheet(document, font)
  sheet.text(above, size.note, soft)
  sheet.space(6)
  sheet.text(title, size.title)
  for (const section of sections) {
    sheet.space(16)
    sheet.text(section.title.ja, size.heading)
    sheet.rule()
    for (const { label, value } of section.rows) sheet.row(label.ja, value)
  }
  sheet.space(14)
  for (const note of notes) sheet.text(note, size.note, soft)
  return document.save({ useObjectStreams: false })
}
