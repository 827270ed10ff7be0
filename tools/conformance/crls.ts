/** CRLs of BoringSSL: good, revoking, or not to be used. */
import { parseCertificate, pathStatus } from '@kazashi/pki'
import { z } from 'zod'
import { base64, outcomeOf, readJson, type Suite } from './suite.ts'

const shape = z.object({
  verificationTime: z.coerce.date(),
  cases: z.array(
    z.object({
      id: z.string(),
      certificate: base64,
      issuer: base64,
      crl: base64,
      expectedStatus: z.enum(['good', 'revoked', 'unknown']),
    }),
  ),
})

/** Milliseconds: BoringSSL takes no list that is older. */
const oldest = 7 * 24 * 3600_000

const noNextUpdate = 'without nextUpdate, which RFC 5280 §5.1.2.5 requires'
const rollover =
  'by a key of the issuer whose certificate is not among what is given: nobody can say whose key it is'

export const crls: Suite = {
  name: 'crl',
  title: 'RFC 5280 §6.3.3: CRLs of BoringSSL',
  least: 66,
  exceptions: {
    good_no_nextupdate: noNextUpdate,
    good_fake_extension_no_nextupdate: noNextUpdate,
    revoked_no_nextupdate: noNextUpdate,
    good_key_rollover: rollover,
    revoked_key_rollover: rollover,
  },
  notApplicable: {
    bad_crldp_has_crlissuer:
      'the complete list of the certificate’s own issuer counts too (RFC 5280 §6.3.3); BoringSSL takes the named point alone',
    bad_idp_indirectcrl:
      'an indirect list by the certificate’s own issuer is read (RFC 5280 §5.2.5); BoringSSL has no indirect lists',
  },
  async run(folder) {
    const { verificationTime: now, cases } = readJson(folder, 'crl/boringssl-cases.json', shape)
    const results = []
    for (const { id, expectedStatus, ...one } of cases) {
      const seen = await outcomeOf(async () => {
        const path = {
          anchor: parseCertificate(one.issuer),
          chain: [parseCertificate(one.certificate)],
          policies: [],
        }
        const [status] = await pathStatus({ path, crls: [one.crl], now, oldest })
        return status?.status ?? 'undetermined'
      })
      const said = seen === 'good' || seen === 'revoked' ? seen : 'unknown'
      results.push({
        id,
        agrees: said === expectedStatus,
        isWrongAccept: said === 'good' && expectedStatus !== 'good',
        seen: `${seen}`,
      })
    }
    return results
  },
}
