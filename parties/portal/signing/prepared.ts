/** A document on its way to the phone and back: PDF by its octets around the gap, XML by its SignedInfo. */
import { prepareXmlSignature } from '@kazashi/documents/xml'
import { type DocumentToSign, pdfOrder } from '@kazashi/site'
import type { Form } from '../applications/form.ts'

export interface Prepared {
  readonly document: DocumentToSign
  /** @param signed CMS of a PDF, the value of an XML signature @param certificate of the signer, DER */
  readonly finish: (signed: Uint8Array, certificate: Uint8Array) => Uint8Array
}

/** The same again for the same document and time, so that a portal that was stopped in between goes on. */
export async function prepared(
  { format, title }: Form,
  document: Uint8Array,
  madeAt: Date,
): Promise<Prepared> {
  if (format === 'pdf') {
    const order = await pdfOrder(document, {
      title: title.ja,
      reason: '申請',
      signingTime: madeAt,
    })
    return { document: order.document, finish: order.finish }
  }
  const order = prepareXmlSignature(document, { kind: 'enveloped' })
  return {
    document: {
      title: title.ja,
      hash: order.digest,
      content: order.signedInfo,
      type: 'application/signed-info+xml',
    },
    finish: (signatureValue, certificate) => order.finish({ signatureValue, certificate }),
  }
}
