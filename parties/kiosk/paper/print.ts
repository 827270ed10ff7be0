/** A paper as it comes out: an archivable PDF of two A4 pages, front and back, with the seal and the signature of the municipality. */
import { type PDFDocument, type PDFFont, type PDFPage, rgb } from '@cantoo/pdf-lib'
import { signPdf } from '@kazashi/documents/pdf'
import { hex } from '@kazashi/octets'
import { sha256 } from '@kazashi/pki'
import QRCode from 'qrcode'
import { type PaperFacts, signCode } from './code.ts'
import { embedFont, theFont } from './font.ts'
import { newArchivable } from './pdf-a.ts'
import type { Seal } from './seals.ts'
import { type Sheet, textOf } from './sheet.ts'

/** Points. */
const a4 = [595.28, 841.89] as const
const [width, height] = a4
const margin = 57
const ink = rgb(0.1, 0.1, 0.1)
const faint = rgb(0.91, 0.94, 0.97)

/** Words that come out on a copy, drawn as outlines: they are no text of the paper. */
function drawPattern(page: PDFPage, words: string): void {
  const font = theFont()
  const size = 30
  const em = size / font.unitsPerEm
  const outlines = [...words].map((character) =>
    font
      .glyphForCodePoint(character.codePointAt(0) ?? 0)
      .path.scale(1, -1)
      .toSVG(),
  )
  for (let row = 0; row * 62 < height; row += 1) {
    for (let column = 0; column * 150 < width; column += 1) {
      outlines.forEach((outline, at) => {
        const x = column * 150 + (row % 2) * 60 + at * size * 1.1
        page.drawSvgPath(outline, { x, y: row * 62 + 10, scale: em, color: faint, borderWidth: 0 })
      })
    }
  }
}

/** Lines that fit, in characters as they are wide. */
function broken(text: string, font: PDFFont, size: number, room: number): string[] {
  const lines = ['']
  for (const { segment } of new Intl.Segmenter('ja').segment(text)) {
    const longer = `${lines.at(-1)}${segment}`
    if (lines.at(-1) !== '' && font.widthOfTextAtSize(longer, size) > room) lines.push(segment)
    else lines[lines.length - 1] = longer
  }
  return lines
}

function drawFront(page: PDFPage, sheet: Sheet, font: PDFFont): void {
  drawPattern(page, '複写見本')
  const text = (words: string, x: number, y: number, size: number) =>
    page.drawText(words, { x, y, size, font, color: ink })
  const middle = (width - font.widthOfTextAtSize(sheet.title, 22)) / 2
  text(sheet.title, middle, height - 80, 22)
  text(`番号 ${sheet.number}`, margin, height - 108, 9)
  text('見本（SANDBOX）本物の証明書ではありません', width - margin - 210, height - 108, 9)
  let y = height - 134
  const rule = () =>
    page.drawLine({
      start: { x: margin, y },
      end: { x: width - margin, y },
      thickness: 0.7,
      color: ink,
    })
  // Many people on one paper stand closer.
  const rows = sheet.groups.flat().length
  const step = rows > 24 ? 13.5 : 19
  const size = rows > 24 ? 9 : 11
  for (const group of sheet.groups) {
    rule()
    y -= step
    for (const [name, value] of group) {
      text(name, margin + 4, y, size * 0.9)
      for (const line of broken(value, font, size, width - 2 * margin - 130)) {
        text(line, margin + 126, y, size)
        y -= step
      }
    }
    y += step * 0.45
  }
  rule()
  text(sheet.statement, margin, 176, 11)
  text(sheet.date, margin, 148, 11)
  text(sheet.issuer, margin + 150, 120, 15)
}

function drawBack(page: PDFPage, code: string, font: PDFFont, address: string): void {
  drawPattern(page, '見本')
  const { modules } = QRCode.create(code, { errorCorrectionLevel: 'M' })
  const side = 230
  const dot = side / modules.size
  const left = (width - side) / 2
  const top = height - 190
  const [x, y] = [left - 4 * dot, top - side - 4 * dot]
  const quiet = side + 8 * dot
  page.drawRectangle({ x, y, width: quiet, height: quiet, color: rgb(1, 1, 1) })
  let dark = ''
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      if (modules.get(row, column)) dark += `M${column} ${row}h1v1h-1z`
  page.drawSvgPath(dark, { x: left, y: top, scale: dot, color: rgb(0, 0, 0), borderWidth: 0 })
  const lines = [
    'この証明書が本物かを、どのスマホでも確かめられます',
    `1　${address} を開きます`,
    '2　上のコードをカメラで読み取ります',
    '3　画面に出た内容が、表面と同じかを見くらべます',
  ]
  lines.forEach((line, at) => {
    page.drawText(line, { x: margin, y: 360 - at * 24, size: at === 0 ? 14 : 11, font, color: ink })
  })
}

export interface Printed {
  readonly pdf: Uint8Array
  /** SHA-256 of the PDF, hex. */
  readonly hash: string
}

/** @param checkAddress of the page that checks the code @throws {DocumentError}, {PkiError} */
export async function printPaper(
  sheet: Sheet,
  facts: Omit<PaperFacts, 'text'>,
  { seal, place, checkAddress }: { seal: Seal; place: string; checkAddress: string },
): Promise<Printed> {
  const text = hex.encode(sha256(new TextEncoder().encode(textOf(sheet))).subarray(0, 16))
  const code = await signCode({ ...facts, text }, { keyId: seal.keyId, sign: seal.signRaw })
  const document: PDFDocument = await newArchivable({
    title: sheet.title,
    number: sheet.number,
    now: facts.issuedAt,
  })
  const embedded = await embedFont(document)
  drawFront(document.addPage([...a4]), sheet, embedded)
  drawBack(document.addPage([...a4]), code, embedded, checkAddress)
  const plain = await document.save({ useObjectStreams: false })
  const wanted = `${place}長見本之印`
  const words = [...wanted].length <= 8 ? wanted : `${place.slice(-1)}長見本之印`
  const pdf = await signPdf(plain, {
    signingTime: facts.issuedAt,
    reason: `${sheet.title}（見本）`,
    name: sheet.issuer,
    signer: seal.signer,
    certificate: seal.certificate,
    seal: { page: 1, x: width - margin - 110, y: 86, size: 84, text: words, font: theFont() },
  })
  return { pdf, hash: hex.encode(sha256(pdf)) }
}
