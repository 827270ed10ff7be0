/** A PDF of one page written by hand (ISO 32000-2 §7.5), and additions to one: no library, no clock, the same octets each time. */
import { concat, latin1 } from '@kazashi/octets'

type Objects = Readonly<Record<number, string>>

const stream = (text: string): string => `<< /Length ${text.length} >>\nstream\n${text}\nendstream`
export const pageText = (text: string): string => stream(`BT /F1 14 Tf 50 700 Td (${text}) Tj ET`)

/** 1 catalog, 2 pages, 3 page, 4 its content, 5 font, 6 the field “remark”. */
const objects: Objects = {
  1: '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R] /DA (/F1 12 Tf 0 g) /DR << /Font << /F1 5 0 R >> >> >> >>',
  2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> /Annots [6 0 R] >>',
  4: pageText('Rent: 80 000 JPY a month'),
  5: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  6: remark(''),
}

export function remark(value: string): string {
  return `<< /Type /Annot /Subtype /Widget /FT /Tx /T (remark) /Rect [50 600 300 620] /F 4 /P 3 0 R /DA (/F1 12 Tf 0 g)${value} >>`
}
export const remarkNumber = 6
export const contentNumber = 4
export const pageNumber = 3
export const catalogNumber = 1

const octets = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'))

/** Objects, their table, and a trailer. @param before what stands in the file already */
function section(before: number, list: Objects, trailer: string, free = ''): string {
  let body = ''
  const lines: string[] = []
  for (const [number, object] of Object.entries(list)) {
    lines.push(`${number} 1\n${String(before + body.length).padStart(10, '0')} 00000 n \n`)
    body += `${number} 0 obj\n${object}\nendobj\n`
  }
  const table = before + body.length
  return `${body}xref\n${free}${lines.join('')}trailer\n${trailer}\nstartxref\n${table}\n%%EOF\n`
}

export function blankPdf(): Uint8Array {
  const head = '%PDF-1.7\n'
  const size = Object.keys(objects).length + 1
  const trailer = `<< /Size ${size} /Root 1 0 R >>`
  return octets(head + section(head.length, objects, trailer, '0 1\n0000000000 65535 f \n'))
}

/** An incremental update (§7.5.6): the file stays as it is, and objects are added or put in place of others. */
export function addedTo(
  pdf: Uint8Array,
  list: Objects,
  { root = '1 0 R', goesBack = true }: { readonly root?: string; readonly goesBack?: boolean } = {},
): Uint8Array {
  const text = latin1(pdf)
  const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1] ?? ''
  const highest = Math.max(...[...text.matchAll(/\/Size (\d+)/g)].map(([, size]) => Number(size)))
  const size = Math.max(highest, ...Object.keys(list).map((number) => Number(number) + 1))
  const trailer = `<< /Size ${size} /Root ${root}${goesBack ? ` /Prev ${start}` : ''} >>`
  return concat([pdf, octets(section(pdf.length, list, trailer))])
}

/** The object of a number as it stands last in the file. */
export function objectOf(pdf: Uint8Array, number: number): string {
  const found = [
    ...latin1(pdf).matchAll(new RegExp(`(?:^|\\s)${number} 0 obj\\s([\\s\\S]*?)\\sendobj`, 'g')),
  ]
  const [, body] = found.at(-1) ?? []
  if (body === undefined) throw new RangeError(`object ${number}`)
  return body
}

/** Text in the file by another of the same length. */
export function rewritten(
  pdf: Uint8Array,
  from: RegExp,
  to: (found: string) => string,
): Uint8Array {
  const text = latin1(pdf)
  const found = from.exec(text)
  const by = found ? to(found[0]).padEnd(found[0].length) : ''
  if (!found || by.length !== found[0].length) throw new RangeError(`${from} in the PDF`)
  const changed = new Uint8Array(pdf)
  changed.set(octets(by), found.index)
  return changed
}
