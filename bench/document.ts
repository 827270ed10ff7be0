/** Signed documents as a relying party checks them, beside the bare signature in each. */
import { signPdf, verifyPdf } from '@kazashi/documents/pdf'
import { signXml, verifyXmlSignature } from '@kazashi/documents/xml'
import { createSignedData, verifyCms, verifySignature } from '@kazashi/pki'
import { newCa, newHolder, now } from '@kazashi/pki/test-chain'
import { newPdf } from '../packages/documents/pdf/test-pdfs.ts'
import type { Benchmark, Metric } from './report.ts'
import { perSecond } from './seconds.ts'

const algorithm = 'ES384'

export const benchmark: Benchmark = {
  name: 'document',
  description: 'A signed PDF, XML document and CMS, signature and coverage, on one core',
  async measure() {
    const ca = await newCa('signing', { algorithm })
    const person = await newHolder('phoneSigning', ca, { algorithm })
    const content = new Uint8Array(10_000).fill(0x61)
    const signature = await person.signer.sign(content)
    const { spki } = person.certificate
    const bare = () => verifySignature(spki, algorithm, content, signature)
    const limit = { name: 'the bare signature in it', runs: await perSecond(bare) }
    const none = { name: 'none asked', runs: null }
    const metric = async (
      name: string,
      work: () => Promise<unknown>,
      atLeast: number,
    ): Promise<Metric> => ({
      name,
      unit: '1/s',
      better: 'higher',
      runs: await perSecond(work),
      peer: none,
      limit,
      target: { of: 'limit', atLeast },
    })
    const pdf = await signPdf(await newPdf(), { signingTime: now, ...person })
    const text = `<order>${'<item>1</item>'.repeat(100)}</order>`
    const xml = await signXml(new TextEncoder().encode(text), { kind: 'enveloped', ...person })
    const cms = await createSignedData({ content, signingTime: now, ...person })
    return {
      metrics: [
        await metric('CMS of 10 kB checked', () => verifyCms(cms), 0.3),
        await metric('PDF of two pages checked', () => verifyPdf(pdf), 0.05),
        await metric('XML of 1.4 kB checked', () => verifyXmlSignature(xml), 0.05),
      ],
      notes: ['status and path are those of the benchmark path'],
    }
  },
}
