/** Holders and signed documents for tests: everything valid, a test states its one deviation. */
import type { SignatureAlgorithm } from '@kazashi/pki'
import {
  newCa,
  newDocumentSigner,
  newHolder,
  newIaca,
  type TestCa,
  type TestHolder,
} from '@kazashi/pki/test-chain'
import { signXml } from './sign.ts'

export const algorithms = ['RS256', 'ES256', 'ES384'] as const satisfies SignatureAlgorithm[]
export const signingTime = new Date('2026-11-23T01:00:00Z')

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
export const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

export interface TestSigner {
  readonly ca: TestCa
  readonly holder: TestHolder
}
/** P-256 is the document signers'; the others are residents'. */
export async function newXmlSigner(algorithm: SignatureAlgorithm): Promise<TestSigner> {
  if (algorithm === 'ES256') {
    const iaca = await newIaca('ES256')
    return { ca: iaca, holder: await newDocumentSigner(iaca, 'ES256') }
  }
  const ca = await newCa('signing', { algorithm })
  return { ca, holder: await newHolder('phoneSigning', ca, { algorithm }) }
}

/** A tax form with a part that has an ID. */
export const form = utf8(
  `<?xml version="1.0" encoding="UTF-8"?>
<!-- made by a program -->
<f:Form xmlns:f="urn:example:form" xmlns="urn:example:part" xml:lang="ja" f:year="2026">
  <Part Id="part-1" kind='a "quoted" one'><Name>見本　花子</Name><Amount>80000</Amount><![CDATA[<&>]]></Part>
  <Part Id="part-2"><Amount>1</Amount></Part>
  <Empty/>
</f:Form>
<?printed no?>
`,
)

/** The form signed as a whole. */
export const signedForm = ({ holder }: TestSigner, covers?: string): Promise<Uint8Array> =>
  signXml(form, {
    kind: 'enveloped',
    ...(covers !== undefined && { covers }),
    signer: holder.signer,
    certificate: holder.certificate,
    signedProperties: { signingTime },
  })
