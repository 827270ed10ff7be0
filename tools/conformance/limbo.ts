/** C2SP x509-limbo: strict, and quickly where somebody wants it slow. */
import {
  fromPem,
  parseCertificate,
  parseCrl,
  sameName,
  validatePath,
  verifyCrl,
} from '@kazashi/pki'
import { strict } from '@kazashi/pki/duties'
import { z } from 'zod'
import { noPolicies, type PathQuestion } from './question.ts'
import { outcomeOf, readJson, type Suite, verdict } from './suite.ts'

const shape = z.object({
  testcases: z.array(
    z.object({
      id: z.string(),
      trusted_certs: z.array(z.string()),
      untrusted_intermediates: z.array(z.string()),
      peer_certificate: z.string(),
      validation_time: z.coerce.date().nullable(),
      expected_peer_name: z.object({ kind: z.string(), value: z.string() }).nullish(),
      extended_key_usage: z.array(z.string()),
      max_chain_depth: z.number().nullish(),
      crls: z.array(z.string()).nullish(),
      expected_result: z.enum(['SUCCESS', 'FAILURE']),
    }),
  ),
})
type Testcase = z.infer<typeof shape>['testcases'][number]

const casesOf = (folder: string): readonly Testcase[] =>
  readJson(folder, 'x509-limbo/limbo.json', shape).testcases

const purposes: Readonly<Record<string, string>> = {
  serverAuth: '1.3.6.1.5.5.7.3.1',
  clientAuth: '1.3.6.1.5.5.7.3.2',
}

/** The name of a peer is asked for by an application, not by a path: exact host names are enough for these. */
function hasName(certificate: Uint8Array, wanted: Testcase['expected_peer_name']): boolean {
  if (wanted?.kind !== 'DNS') return true
  return parseCertificate(certificate).subjectAltNames.some(
    (name) =>
      name.kind === 'dns' &&
      (name.value === wanted.value ||
        (name.value.startsWith('*.') &&
          wanted.value.split('.').slice(1).join('.') === name.value.slice(2))),
  )
}

const questionOf = (one: Testcase): PathQuestion => ({
  id: one.id,
  certificate: fromPem('CERTIFICATE', one.peer_certificate),
  intermediates: one.untrusted_intermediates.map((pem) => fromPem('CERTIFICATE', pem)),
  anchors: one.trusted_certs.map((pem) => fromPem('CERTIFICATE', pem)),
  crls: (one.crls ?? []).map((pem) => fromPem('X509 CRL', pem)),
  now: one.validation_time ?? new Date(),
  shouldTake: one.expected_result === 'SUCCESS',
  extendedKeyUsage: purposes[one.extended_key_usage[0] ?? ''],
  policies: noPolicies,
})

async function judge(one: Testcase): Promise<string> {
  const { policies: _, crls, ...question } = questionOf(one)
  const { certificate, now } = question
  const path = await validatePath({
    ...question,
    strict: one.id.startsWith('online::') ? undefined : strict,
    mostIntermediates: one.max_chain_depth ?? undefined,
  })
  if (!hasName(certificate, one.expected_peer_name)) return 'another name'
  for (const crl of crls) {
    const issuer = path.chain.at(-2) ?? path.anchor
    // A list of another issuer says nothing of this certificate.
    if (!sameName(parseCrl(crl).issuer, issuer.subject)) continue
    const { entry } = await verifyCrl({ certificate, issuer, crl, now, strict: true })
    if (entry) return 'revoked'
  }
  return 'taken'
}

const anchor = 'how the CA/Browser Forum has roots made; an anchor is configured here'
const commonName = 'a common name is no host name here, and is not compared with any'
const webPurpose = 'the CA/Browser Forum’s rule of purposes'
const webName = 'public suffixes are a matter of web browsers'
const webKey = 'the CA/Browser Forum’s rule of keys'

/** Rules of web servers, which RFC 5280 does not have. */
const ofTheWeb: Readonly<Record<string, string>> = {
  'webpki::aki::root-with-aki-missing-keyidentifier': anchor,
  'webpki::aki::root-with-aki-authoritycertissuer': anchor,
  'webpki::aki::root-with-aki-authoritycertserialnumber': anchor,
  'webpki::aki::root-with-aki-all-fields': anchor,
  'webpki::aki::root-with-aki-ski-mismatch': anchor,
  'webpki::cn::ipv4-hex-mismatch': commonName,
  'webpki::cn::ipv4-leading-zeros-mismatch': commonName,
  'webpki::cn::ipv6-uppercase-mismatch': commonName,
  'webpki::cn::ipv6-uncompressed-mismatch': commonName,
  'webpki::cn::ipv6-non-rfc5952-mismatch': commonName,
  'webpki::cn::punycode-not-in-san': commonName,
  'webpki::cn::utf8-vs-punycode-mismatch': commonName,
  'webpki::cn::not-in-san': commonName,
  'webpki::cn::case-mismatch': commonName,
  'webpki::eku::ee-anyeku': webPurpose,
  'webpki::eku::ee-critical-eku': webPurpose,
  'webpki::eku::ee-without-eku': webPurpose,
  'webpki::eku::root-has-eku': webPurpose,
  'webpki::nc::permitted-dns-match-noncritical':
    'strict wants name constraints to be critical (RFC 5280 §4.2.1.10), which the web does not',
  'webpki::san::public-suffix-wildcard-san': webName,
  'webpki::san::public-suffix-multi-label-wildcard-san': webName,
  'webpki::san::public-suffix-private-namespace-wildcard-san': webName,
  'webpki::san::san-critical-with-nonempty-subject':
    'RFC 5280 §4.2.1.6 says SHOULD NOT, the CA/Browser Forum MUST NOT',
  'webpki::forbidden-rsa-not-divisible-by-8-in-root': webKey,
  'webpki::forbidden-rsa-key-not-divisible-by-8-in-leaf': webKey,
  'webpki::ee-basicconstraints-ca': 'a CA’s certificate may be judged here as any other',
  'webpki::ca-as-leaf': 'a CA’s certificate may be judged here as any other',
}

export const limbo: Suite = {
  name: 'x509-limbo',
  title: 'RFC 5280 §6: C2SP x509-limbo, strict',
  least: 208,
  exceptions: {
    'cve::cve-2024-0567':
      'the anchor is itself issued by another CA and has no authority key identifier: strict refuses it, as rfc5280::aki::cross-signed-root-missing-aki wants',
  },
  notApplicable: ofTheWeb,
  questions: (folder) => casesOf(folder).map(questionOf),
  async run(folder) {
    const results = []
    for (const one of casesOf(folder)) {
      const seen = await outcomeOf(() => judge(one))
      results.push(verdict(one.id, seen, one.expected_result === 'SUCCESS', seen === 'taken'))
    }
    return results
  },
}
