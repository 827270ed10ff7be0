/**
 * A contract as people read it, and as a PDF to be signed: tagged for screen readers (ISO 32000-2 §14.8), with its font in it (Noto Sans JP,
 * SIL Open Font License 1.1), so that it looks the same in years. The same contract gives the same octets.
 */
import { fileURLToPath } from 'node:url'
import PDFDocument from 'pdfkit'

export interface Contract {
  readonly title: string
  /** By whom, e.g. the bank. */
  readonly issuer: string
  /** Of the application; stands on every page. */
  readonly number: string
  readonly madeAt: Date
  /** What is agreed on, as name and value. */
  readonly rows: readonly (readonly [name: string, value: string])[]
  readonly sections: readonly { readonly title: string; readonly lines: readonly string[] }[]
  /** Where the signature will be. */
  readonly closing: string
}

const fontOf = (weight: '400Regular' | '700Bold'): string =>
  fileURLToPath(
    import.meta.resolve(`@expo-google-fonts/noto-sans-jp/${weight}/NotoSansJP_${weight}.ttf`),
  )

/** Points: A4 with margins of 20 mm. */
const margin = 57
const sizes = { title: 18, text: 11, small: 9 } as const
const nameWidth = 110

type Document = PDFKit.PDFDocument

function drawRows(document: Document, root: PDFKit.PDFStructureElement, rows: Contract['rows']) {
  const width = document.page.width - 2 * margin
  for (const [name, value] of rows) {
    document.fontSize(sizes.text)
    const height = Math.max(
      document.font('regular').heightOfString(`${name} `, { width: nameWidth - 10 }),
      document.font('bold').heightOfString(value, { width: width - nameWidth }),
    )
    if (document.y + height + 14 > document.page.height - margin) document.addPage()
    const top = document.y
    root.add(
      document.struct('P', {}, () => {
        document
          .font('regular')
          .text(`${name} `, margin, top, { width: nameWidth - 10 })
          .font('bold')
          .text(value, margin + nameWidth, top, { width: width - nameWidth })
      }),
    )
    document.y = Math.max(document.y, top + height) + 5
    document.markContent('Artifact')
    document
      .moveTo(margin, document.y)
      .lineTo(margin + width, document.y)
      .lineWidth(0.5)
      .stroke('#bbbbbb')
    document.endMarkedContent()
    document.y += 5
  }
  document.x = margin
}

/** @returns the PDF, without a signature */
export async function contractPdf(contract: Contract): Promise<Uint8Array> {
  const { title, issuer, number, madeAt, rows, sections, closing } = contract
  const document = new PDFDocument({
    size: 'A4',
    margin,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'ja-JP',
    displayTitle: true,
    info: { Title: title, Author: issuer, CreationDate: madeAt, ModDate: madeAt },
  })
  document.registerFont('regular', fontOf('400Regular')).registerFont('bold', fontOf('700Bold'))
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<void>((resolve, reject) => {
    document.on('end', () => resolve())
    document.on('error', reject)
  })
  const root = document.struct('Document')
  document.addStructure(root)
  const add = (type: string, draw: () => void) => root.add(document.struct(type, {}, draw))
  add('P', () =>
    document.font('regular').fontSize(sizes.small).text(`${issuer}　受付番号 ${number}`),
  )
  document.moveDown()
  add('H1', () => document.font('bold').fontSize(sizes.title).text(title, { align: 'center' }))
  document.moveDown()
  drawRows(document, root, rows)
  for (const section of sections) {
    document.moveDown(0.5)
    add('H2', () =>
      document
        .font('bold')
        .fontSize(sizes.text + 2)
        .text(section.title),
    )
    for (const line of section.lines)
      add('P', () => document.font('regular').fontSize(sizes.text).text(line, { lineGap: 2 }))
  }
  document.moveDown()
  add('P', () => document.font('bold').fontSize(sizes.text).text(closing))
  root.end()
  document.end()
  await ended
  return new Uint8Array(Buffer.concat(chunks))
}
