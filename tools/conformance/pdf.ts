/** Signed PDFs of pyHanko's and DSS's tests: octets, signature and coverage; SHA-1 is taken, so that it is no reason to agree. */
import { verifyPdf } from '@kazashi/documents/pdf'
import { z } from 'zod'
import { bytesOf, outcomeOf, readJson, type Suite, verdict } from './suite.ts'

const shape = z.array(
  z.object({ file: z.string(), expect: z.enum(['valid', 'invalid', 'partial-coverage']) }),
)

export const pdf: Suite = {
  name: 'pdf-signature',
  title: 'ISO 32000-2 §12.8: signed PDFs of others',
  least: 10,
  exceptions: {},
  async run(folder) {
    const results = []
    for (const one of readJson(folder, 'pdf-signature/cases.json', shape)) {
      const seen = await outcomeOf(async () => {
        const verdicts = await verifyPdf(bytesOf(folder, 'pdf-signature', one.file), {
          sha1: true,
          bare: true,
        })
        const refusal = verdicts.find(({ outcome }) => outcome instanceof Error)?.outcome
        if (refusal instanceof Error) throw refusal
        if (verdicts.length === 0) throw new Error('no signature')
        return verdicts
      })
      results.push(verdict(one.file, seen, one.expect === 'valid'))
    }
    return results
  },
}
