/** Chains of BoringSSL, as they stand: no building beside them, no status. */
import { gunzipSync } from 'node:zlib'
import { validatePath } from '@kazashi/pki'
import { z } from 'zod'
import { noPolicies, type PathQuestion } from './question.ts'
import { base64, bytesOf, outcomeOf, type Suite, verdict } from './suite.ts'

const shape = z.object({
  chains: z.record(z.string(), z.array(base64)),
  cases: z.array(
    z.object({
      id: z.string(),
      chain: z.string(),
      time: z.coerce.date(),
      lastCertificateTrust: z.string(),
      keyPurpose: z.string(),
      shouldValidate: z.boolean(),
    }),
  ),
})

const purposes: Readonly<Record<string, string>> = {
  SERVER_AUTH: '1.3.6.1.5.5.7.3.1',
  CLIENT_AUTH: '1.3.6.1.5.5.7.3.2',
}

const anchorIsJudged =
  'an anchor is a certificate here, whose end, purposes and constraints hold (RFC 5937 §4): more is refused'
const oldAlgorithm = 'SHA-1, or RSA of 1024 bits, which are not accepted'
const unknownExtension = 'a critical extension of others that is not understood'
const ownAnchor = 'the certificate itself is configured as trusted, which needs no issuer here'
const strictWeb = 'the strict purposes of BoringSSL’s own users, which RFC 5280 does not have'
const otherPurpose = 'purposes of MLS and C2PA, which are not of this kit'

const exceptions: Readonly<Record<string, string>> = {
  'expired-root/not-after-ta-with-constraints': anchorIsJudged,
  'expired-root/not-after': anchorIsJudged,
  'expired-root/not-before': anchorIsJudged,
  'intermediate-eku-mlsclientauth/mlsclientauth': unknownExtension,
  'intermediate-eku-server-gated-crypto/sha1-eku-any': oldAlgorithm,
  'issuer-and-subject-not-byte-for-byte-equal/anchor': oldAlgorithm,
  'issuer-and-subject-not-byte-for-byte-equal/target': oldAlgorithm,
  'many-names/ok-all-types':
    'more names to compare than a path may have; OpenSSL 3.0 refuses it, too',
  'policies-inhibit-anypolicy-by-root-fail/main': anchorIsJudged,
  'policies-inhibit-mapping-by-root-fail/main': anchorIsJudged,
  'policies-on-root-wrong/main': anchorIsJudged,
  'policies-required-by-root-fail/main': anchorIsJudged,
  'policy-mappings-on-root-fail/main': anchorIsJudged,
  'root-basic-constraints-ca-false/main': anchorIsJudged,
  'root-eku-clientauth/serverauth-strict': anchorIsJudged,
  'root-eku-clientauth/serverauth-ta-with-expiration': anchorIsJudged,
  'root-eku-clientauth/serverauth': anchorIsJudged,
  'root-lacks-basic-constraints/main': anchorIsJudged,
  'root-lacks-basic-constraints/ta-with-constraints': anchorIsJudged,
  'root-lacks-basic-constraints/ta-with-require-basic-constraints': anchorIsJudged,
  'root-lacks-keycertsign-key-usage/main': anchorIsJudged,
  'target-msapplicationpolicies-and-eku/main': unknownExtension,
  'violates-pathlen-1-from-root/main': anchorIsJudged,
}
const notApplicable: Readonly<Record<string, string>> = {
  'intermediate-eku-any-and-clientauth/serverauth-strict': strictWeb,
  'intermediate-eku-c2pamanifest/c2patimestamp': otherPurpose,
  'intermediate-eku-c2patimestamping/c2pamanifest': otherPurpose,
  'target-eku-any/clientauth-strict-leaf': strictWeb,
  'target-eku-any/clientauth-strict': strictWeb,
  'target-eku-any/mlsclientauth': otherPurpose,
  'target-eku-any/serverauth-strict-leaf': strictWeb,
  'target-eku-any/serverauth-strict': strictWeb,
  'target-eku-clientauth/clientauth-strict': strictWeb,
  'target-eku-many/clientauth-strict-leaf': strictWeb,
  'target-eku-many/clientauth-strict': strictWeb,
  'target-eku-many/mlsclientauth': otherPurpose,
  'target-eku-many/serverauth-strict-leaf': strictWeb,
  'target-eku-many/serverauth-strict': strictWeb,
  'target-eku-none/clientauth-strict-leaf': strictWeb,
  'target-eku-none/clientauth-strict': strictWeb,
  'target-eku-none/mlsclientauth': otherPurpose,
  'target-eku-none/serverauth-strict': strictWeb,
  'target-has-ca-basic-constraints/strict': strictWeb,
  'target-not-end-entity/strict-leaf': strictWeb,
  'target-not-end-entity/strict': strictWeb,
  'target-only/trusted_anchor': ownAnchor,
  'target-only/trusted_leaf_require_self_signed': ownAnchor,
  'target-selfissued/trusted_anchor': ownAnchor,
  'target-selfissued/trusted_leaf_require_self_signed': ownAnchor,
}

/** What the last certificate of a case is trusted for: as an issuer and itself, or as no issuer. */
const anchorsOf = (trust: string, chain: readonly Uint8Array[]): Uint8Array[] => {
  const isNone = trust === 'DISTRUSTED' || trust === 'UNSPECIFIED'
  return isNone || (trust === 'TRUSTED_LEAF' && chain.length > 1) ? [] : chain.slice(-1)
}

function casesOf(folder: string) {
  const text = gunzipSync(bytesOf(folder, 'chain-boringssl', 'chains.json.gz')).toString()
  return shape.parse(JSON.parse(text))
}

function questions(folder: string): PathQuestion[] {
  const { chains: bytes, cases } = casesOf(folder)
  return cases.map((one) => {
    const chain = bytes[one.chain] ?? []
    return {
      id: one.id,
      certificate: chain[0] ?? new Uint8Array(),
      intermediates: chain.slice(1, -1),
      anchors: anchorsOf(one.lastCertificateTrust, chain),
      crls: [],
      now: one.time,
      shouldTake: one.shouldValidate,
      extendedKeyUsage: purposes[one.keyPurpose.replace(/_STRICT.*$/, '')],
      policies: noPolicies,
    }
  })
}

export const chains: Suite = {
  name: 'chain-boringssl',
  title: 'RFC 5280 §6.1: chains of BoringSSL',
  least: 197,
  exceptions,
  notApplicable,
  questions,
  async run(folder) {
    const results = []
    for (const { policies: _, ...question } of questions(folder)) {
      const seen = await outcomeOf(() => validatePath({ ...question, explicitPolicy: false }))
      results.push(verdict(question.id, seen, question.shouldTake))
    }
    return results
  },
}
