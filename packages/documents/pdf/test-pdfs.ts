/** PDFs for tests: one page with text and a field, in both ways of cross-references; additions that somebody could make. */
import { PDFDocument, type PDFRef } from '@cantoo/pdf-lib'

export async function newPdf({ streams = true, form = true } = {}): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const page = document.addPage([595, 842])
  page.drawText('100 000 JPY', { x: 50, y: 700 })
  if (form) {
    const field = document.getForm().createTextField('remark')
    field.addToPage(page, { x: 50, y: 600 })
  }
  document.addPage([595, 842])
  return document.save({ useObjectStreams: streams })
}

/** An addition by a library that keeps what was there. */
export async function added(
  pdf: Uint8Array,
  change: (document: PDFDocument) => void | Promise<void>,
): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, {
    forIncrementalUpdate: true,
    updateMetadata: false,
  })
  await change(document)
  return document.commit({ useObjectStreams: false })
}

/** An addition by hand: objects as text, and what the cross-references say of them. */
export function addition(
  pdf: Uint8Array,
  parts: {
    readonly objects?: Readonly<Record<number, string>>
    readonly places?: Readonly<Record<number, number>>
    readonly root?: PDFRef | string
    readonly previous?: number | undefined
  },
): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1')
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1])
  const root = parts.root ?? /\/Root (\d+ \d+ R)/.exec(text)?.[1] ?? ''
  const size = Number([...text.matchAll(/\/Size (\d+)/g)].at(-1)?.[1]) + 100
  let out = '\n'
  const places: Record<number, number> = { ...parts.places }
  for (const [number, body] of Object.entries(parts.objects ?? {})) {
    places[Number(number)] = pdf.length + out.length
    out += `${number} 0 obj\n${body}\nendobj\n`
  }
  const table = pdf.length + out.length
  out += 'xref\n'
  for (const [number, place] of Object.entries(places))
    out += `${number} 1\n${String(place).padStart(10, '0')} 00000 n \n`
  const previous = 'previous' in parts ? parts.previous : start
  out += `trailer\n<< /Size ${size} /Root ${root}${previous === undefined ? '' : ` /Prev ${previous}`} >>\nstartxref\n${table}\n%%EOF\n`
  return new Uint8Array(Buffer.concat([pdf, Buffer.from(out, 'latin1')]))
}
