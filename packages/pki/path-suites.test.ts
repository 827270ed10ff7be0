/** Paths of others (NIST PKITS, C2SP x509-limbo, BoringSSL), judged by their expectations. Our different answers stand in one list. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { outcomeOf } from '../../tools/code-of.ts'
import { parseCrl, verifyCrl } from './crl.ts'
import { pathStatusByCrls } from './crl-status.ts'
import { sameName } from './name.ts'
import { validatePath } from './path.ts'
import { fromPem } from './pem.ts'
import { base64, folder, judgeBy, read } from './test-suites.ts'

const dsa = 'signed with DSA, which is not used here'
const anchorIsJudged =
  'an anchor is a certificate here, whose end, purposes and constraints hold (RFC 5937 §4): more is refused'
const oldAlgorithm = 'SHA-1, or RSA of 1024 bits, which are not accepted'
const ownAnchor = 'the certificate itself is configured as trusted, which needs no issuer here'

const crlDuty =
  'how a list is numbered is its issuer’s duty (RFC 5280 §5.2.3); what it lists is read all the same'

/** Case → reason. A case that begins to agree must leave the list. */
const differences: Readonly<Record<string, string>> = {
  'pkits 4.1.4': dsa,
  'pkits 4.1.5': dsa,
  'limbo cve::cve-2024-0567':
    'the anchor is itself issued by another CA and has no authority key identifier: strict refuses it, as rfc5280::aki::cross-signed-root-missing-aki wants',
  'limbo pathological::nc-dos-3':
    'two thousand names are within two thousand subtrees: the comparisons are few enough to be made, and right',
  'limbo crl::crlnumber-missing': crlDuty,
  'limbo crl::crlnumber-critical': crlDuty,
  'limbo rfc5280::ca-as-leaf-wrong-san': 'the name of a TLS peer is not part of a path',
  'chains expired-root/not-after-ta-with-constraints': anchorIsJudged,
  'chains expired-root/not-after': anchorIsJudged,
  'chains expired-root/not-before': anchorIsJudged,
  'chains intermediate-eku-server-gated-crypto/sha1-eku-any': oldAlgorithm,
  'chains issuer-and-subject-not-byte-for-byte-equal/anchor': oldAlgorithm,
  'chains issuer-and-subject-not-byte-for-byte-equal/target': oldAlgorithm,
  'chains many-names/ok-all-types':
    'half of the host names are in none of the permitted subtrees; OpenSSL 3.0 refuses it, too',
  'chains policies-inhibit-anypolicy-by-root-fail/main': anchorIsJudged,
  'chains policies-inhibit-mapping-by-root-fail/main': anchorIsJudged,
  'chains policies-on-root-wrong/main': anchorIsJudged,
  'chains policies-required-by-root-fail/main': anchorIsJudged,
  'chains policy-mappings-on-root-fail/main': anchorIsJudged,
  'chains root-basic-constraints-ca-false/main': anchorIsJudged,
  'chains root-eku-clientauth/serverauth-ta-with-expiration': anchorIsJudged,
  'chains root-eku-clientauth/serverauth': anchorIsJudged,
  'chains root-lacks-basic-constraints/main': anchorIsJudged,
  'chains root-lacks-basic-constraints/ta-with-constraints': anchorIsJudged,
  'chains root-lacks-basic-constraints/ta-with-require-basic-constraints': anchorIsJudged,
  'chains root-lacks-keycertsign-key-usage/main': anchorIsJudged,
  'chains target-msapplicationpolicies-and-eku/main':
    'a critical extension of Microsoft that is not understood',
  'chains target-only/trusted_anchor': ownAnchor,
  'chains target-selfissued/trusted_anchor': ownAnchor,
  'chains violates-pathlen-1-from-root/main': anchorIsJudged,
}
const judge = judgeBy(differences)

const told = (seen: unknown): string => (seen instanceof Error ? seen.message : 'accepted')

test('RFC 5280 §6.1, §6.3.3 NIST PKITS: signatures, names, path lengths, key usages, policies with mappings, name constraints, and the status of each certificate by CRLs', async (ctx) => {
  const shape = z.object({
    validationTime: z.coerce.date(),
    tests: z.array(
      z.object({
        id: z.string(),
        trustAnchor: z.string(),
        chain: z.array(z.string()),
        crls: z.array(z.string()),
        initialPolicySet: z.array(z.string()),
        initialExplicitPolicy: z.boolean(),
        initialPolicyMappingInhibit: z.boolean(),
        initialInhibitAnyPolicy: z.boolean(),
        shouldValidate: z.boolean(),
        userConstrainedPolicySet: z.array(z.string()),
      }),
    ),
  })
  const { validationTime: now, tests } = read(ctx, 'pkits/pkits-tests.json', shape)
  const file = (name: string, kind = 'certs') =>
    new Uint8Array(readFileSync(join(folder ?? '', 'pkits', kind, name)))
  const results = []
  for (const one of tests) {
    const chain = one.chain.map((name) => file(name))
    const seen = await outcomeOf(async () => {
      const path = await validatePath({
        certificate: chain.at(-1) ?? new Uint8Array(),
        intermediates: chain.slice(0, -1),
        anchors: [file(one.trustAnchor)],
        now,
        policies: one.initialPolicySet,
        explicitPolicy: one.initialExplicitPolicy,
        inhibitPolicyMapping: one.initialPolicyMappingInhibit,
        inhibitAnyPolicy: one.initialInhibitAnyPolicy,
      })
      const crls = one.crls.map((name) => file(name, 'crls'))
      const statuses = await pathStatusByCrls({ path, crls, certificates: chain, now })
      return { path, bad: statuses.find(({ status }) => status !== 'good') }
    })
    const isValid = !(seen instanceof Error) && seen.bad === undefined
    const policies = isValid ? [...seen.path.policies].sort() : []
    const agrees =
      isValid === one.shouldValidate &&
      (!isValid || `${policies}` === `${[...one.userConstrainedPolicySet].sort()}`)
    results.push({ id: one.id, agrees, seen: `${isValid ? policies : told(seen)}` })
  }
  expect(results).toHaveLength(249)
  judge('pkits', results)
})

const purposes: Readonly<Record<string, string>> = {
  serverAuth: '1.3.6.1.5.5.7.3.1',
  clientAuth: '1.3.6.1.5.5.7.3.2',
  SERVER_AUTH: '1.3.6.1.5.5.7.3.1',
  CLIENT_AUTH: '1.3.6.1.5.5.7.3.2',
}

test('RFC 5280 §6 x509-limbo but for the rules of web servers: strict, and quickly where somebody wants it slow', async (ctx) => {
  const shape = z.object({
    testcases: z.array(
      z.object({
        id: z.string(),
        trusted_certs: z.array(z.string()),
        untrusted_intermediates: z.array(z.string()),
        peer_certificate: z.string(),
        validation_time: z.coerce.date().nullable(),
        extended_key_usage: z.array(z.string()),
        max_chain_depth: z.number().nullish(),
        crls: z.array(z.string()).nullish(),
        expected_result: z.enum(['SUCCESS', 'FAILURE']),
      }),
    ),
  })
  const { testcases } = read(ctx, 'x509-limbo/limbo.json', shape)
  const results = []
  for (const one of testcases) {
    if (/^(webpki|online)::/.test(one.id)) continue
    const now = one.validation_time ?? new Date()
    const certificate = fromPem('CERTIFICATE', one.peer_certificate)
    const seen = await outcomeOf(async () => {
      const path = await validatePath({
        certificate,
        intermediates: one.untrusted_intermediates.map((pem) => fromPem('CERTIFICATE', pem)),
        anchors: one.trusted_certs.map((pem) => fromPem('CERTIFICATE', pem)),
        now,
        strict: true,
        extendedKeyUsage: purposes[one.extended_key_usage[0] ?? ''],
        mostIntermediates: one.max_chain_depth ?? undefined,
      })
      for (const pem of one.crls ?? []) {
        const issuer = path.chain.at(-2) ?? path.anchor
        const crl = fromPem('X509 CRL', pem)
        // A list of another issuer says nothing of this certificate.
        if (!sameName(parseCrl(crl).issuer, issuer.subject)) continue
        const status = await outcomeOf(() => verifyCrl({ certificate, issuer, crl, now }))
        if (status instanceof Error || status.entry) return `by its CRL: ${status}`
      }
      return 'accepted'
    })
    const isRefused = seen !== 'accepted'
    const agrees = isRefused === (one.expected_result === 'FAILURE')
    results.push({ id: one.id, agrees, seen: `${seen}` })
  }
  expect(results).toHaveLength(138)
  judge('limbo', results)
})

test('RFC 5280 §6.1 chains of BoringSSL but for the strict rules of web servers, purposes of others, and kinds of trust that we do not have', async (ctx) => {
  if (folder === undefined) return ctx.skip('KAZASHI_SUITES names no folder with the suites')
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
  const file = readFileSync(join(folder, 'chain-boringssl/chains.json.gz'))
  const { chains, cases } = shape.parse(JSON.parse(gunzipSync(file).toString()))
  const isOurs = ({ keyPurpose, lastCertificateTrust }: (typeof cases)[number]) =>
    /^(ANY_EKU|SERVER_AUTH|CLIENT_AUTH)$/.test(keyPurpose) &&
    /^trusted_anchor/i.test(lastCertificateTrust)
  const results = []
  for (const one of cases.filter(isOurs)) {
    const [certificate = new Uint8Array(), ...above] = chains[one.chain] ?? []
    const seen = await outcomeOf(() =>
      validatePath({
        certificate,
        intermediates: above.slice(0, -1),
        anchors: [above.at(-1) ?? certificate],
        now: one.time,
        explicitPolicy: false,
        extendedKeyUsage: purposes[one.keyPurpose],
      }),
    )
    const agrees = seen instanceof Error !== one.shouldValidate
    results.push({ id: one.id, agrees, seen: told(seen) })
  }
  expect(results.length).toBeGreaterThan(130)
  judge('chains', results)
})
