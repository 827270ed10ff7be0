/** Certificates that must parse and that must not, as BoringSSL has them. */
import { equalBytes } from '@kazashi/octets'
import { encodeCertificate, parseCertificate } from '@kazashi/pki'
import { z } from 'zod'
import { base64, outcomeOf, readJson, type Suite, verdict } from './suite.ts'

const shape = z.object({
  cases: z.array(z.object({ id: z.string(), shouldParse: z.boolean(), der: base64 })),
})

export const certificates: Suite = {
  name: 'certificate-parse',
  title:
    'RFC 5280 §4.1: certificates that must parse and that must not, of BoringSSL; those that parse are encoded again to the octet',
  least: 53,
  exceptions: {
    basic_constraints_ca_false: 'DEFAULT FALSE written out is not DER',
    failed_signature_algorithm:
      'the two signature algorithms differ in their parameters (RFC 5280 §4.1.1.2)',
  },
  notApplicable: {
    basic_constraints_pathlen_256: 'RFC 5280 §4.2.1.9 sets no upper limit',
    subject_blank_subjectaltname_not_critical:
      'a matter of issuing (RFC 5280 §4.1.2.6), not of reading',
  },
  async run(folder) {
    const { cases } = readJson(folder, 'x509-lint/boringssl-parse.json', shape)
    const results = []
    for (const { id, shouldParse, der } of cases) {
      const seen = await outcomeOf(() => {
        const certificate = parseCertificate(der)
        if (!equalBytes(encodeCertificate(certificate), der))
          throw new Error(`${id} is encoded otherwise`)
        return certificate
      })
      results.push(verdict(id, seen, shouldParse))
    }
    return results
  },
}
