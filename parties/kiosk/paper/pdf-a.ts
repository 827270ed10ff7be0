/** What makes a PDF an archivable one (ISO 19005-2, level B): metadata as XMP, the meaning of its colours, an identifier, nothing outside it. */
import { PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib'
import { hex } from '@kazashi/octets'
import { sha256 } from '@kazashi/pki'
import { srgbProfile } from './icc.ts'

const producer = 'Kazashi (sandbox)'

export interface About {
  readonly title: string
  readonly number: string
  readonly now: Date
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** §6.6.2, §6.6.4; what stands in the document's information stands here, too. */
const xmp = ({ title, now }: About): string => {
  const time = `${now.toISOString().slice(0, 19)}Z`
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance></rdf:Description>
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt></dc:title></rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"><xmp:CreateDate>${time}</xmp:CreateDate><xmp:ModifyDate>${time}</xmp:ModifyDate><xmp:CreatorTool>${producer}</xmp:CreatorTool></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"><pdf:Producer>${producer}</pdf:Producer></rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`
}

export async function newArchivable(about: About): Promise<PDFDocument> {
  const document = await PDFDocument.create({ updateMetadata: false })
  const { context, catalog } = document
  const { title, number, now } = about
  const whole = new Date(Math.floor(now.getTime() / 1000) * 1000)
  document.setTitle(title)
  document.setProducer(producer)
  document.setCreator(producer)
  document.setCreationDate(whole)
  document.setModificationDate(whole)
  document.setLanguage('ja-JP')
  const metadata = context.stream(new TextEncoder().encode(xmp({ ...about, now: whole })), {
    Type: 'Metadata',
    Subtype: 'XML',
  })
  catalog.set(PDFName.of('Metadata'), context.register(metadata))
  const profile = context.register(context.flateStream(srgbProfile, { N: 3 }))
  const intent = context.obj({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: PDFString.of('sRGB'),
    Info: PDFString.of('sRGB IEC61966-2.1'),
    DestOutputProfile: profile,
  })
  catalog.set(PDFName.of('OutputIntents'), context.obj([intent]))
  const id = PDFHexString.of(
    hex.encode(sha256(new TextEncoder().encode(`${number} ${now.toISOString()}`)).subarray(0, 16)),
  )
  context.trailerInfo.ID = context.obj([id, id])
  return document
}
