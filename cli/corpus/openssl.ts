/** How the `openssl` program judges a case, where it can; and what it says otherwise than is expected, with the reason. */

import type { CertificateKind } from '@kazashi/lifecycle'
import type { CorpusCase } from './manifest.ts'
import { differences } from './openssl-differences.ts'
import { policiesOf } from './world.ts'

type Openssl = NonNullable<CorpusCase['openssl']>

/** What it does not ask about a signature: the status of its certificate, and what time was proven. */
const notAsked = /^(CERTIFICATE_(REVOKED|SUSPENDED)|STATUS_|TIME_STAMP_INVALID|CERTIFICATE_NOT_YET)/

/** @returns undefined: a question that it does not know */
export function opensslOf(one: CorpusCase, at: Date): Openssl | undefined {
  const words = wordsOf(one, `${at.getTime() / 1000}`)
  if (words === undefined) return undefined
  const differs = differences[one.id]
  const other = one.expectation === 'accept' ? 'refuse' : 'accept'
  return {
    words,
    ...(one.kind === 'ocsp' ? { accepted: isOfNonce(one) ? 'Response verify OK' : ': good' } : {}),
    says: differs === undefined ? one.expectation : other,
    ...(differs === undefined ? {} : { differs }),
  }
}

const alone = ['-no-CApath', '-no-CAstore']
/** RSA of 2048 bits and SHA-256 at least. */
const strong = ['-auth_level', '2']

function wordsOf(one: CorpusCase, time: string): string[] | undefined {
  const { kind, files, code = '' } = one
  const { certificate = '', issuer = '', crl = '', cms = '', request = '', response = '' } = files
  const at = ['-attime', time]
  switch (kind) {
    case 'certificate':
    case 'chain':
      // It does not know the attributes of a person.
      if (code === 'ATTRIBUTES_MALFORMED') return undefined
      return ['verify', ...alone, ...strong, ...at, ...demandsOf(one), ...trustOf(one), certificate]
    case 'crl':
      return [
        'verify',
        ...alone,
        ...strong,
        ...at,
        '-crl_check',
        '-CRLfile',
        crl,
        ...trustOf(one),
        certificate,
      ]
    case 'ocsp':
      // Its own clock is not to be set: how old an answer is cannot be judged by it.
      if (code === 'OCSP_NOT_CURRENT') return undefined
      return [
        ...['ocsp', ...alone, ...at, '-no_nonce', '-respin', response, '-issuer', issuer],
        // Asked by a whole request it looks at the nonce, and by a certificate at the status.
        ...(isOfNonce(one) ? ['-reqin', request] : ['-cert', certificate]),
        ...[...trustOf(one), '-validity_period', aHundredYears],
      ]
    case 'cms':
      if (notAsked.test(code)) return undefined
      return [
        ...['cms', '-verify', '-cades', '-binary', '-inform', 'DER', '-in', cms],
        ...(files.content === undefined ? [] : ['-content', files.content]),
        ...[
          ...alone,
          ...at,
          '-purpose',
          'any',
          ...policyDemands('signing'),
          ...trustOf(one),
          '-out',
          '/dev/null',
        ],
      ]
    case 'time-stamp':
      return [
        ...['ts', '-verify', '-token_in', '-in', files.token ?? '', '-data', files.data ?? ''],
        ...['-CAfile', 'anchors/time-stamp.pem', ...at],
      ]
    default:
      return undefined
  }
}

/** In seconds. */
const aHundredYears = '3153600000'

const isOfNonce = ({ code }: CorpusCase): boolean => code === 'OCSP_NONCE_MISMATCH'

function demandsOf({ purpose = 'signing', files }: CorpusCase): string[] {
  const between = [files.intermediate, files['intermediate-2']].flatMap((file) =>
    file === undefined ? [] : ['-untrusted', file],
  )
  return [
    ...(purpose === 'authentication' ? ['-purpose', 'sslclient'] : []),
    ...policyDemands(purpose),
    ...between,
  ]
}

const policyDemands = (purpose: CertificateKind): string[] => [
  ...policiesOf(purpose).flatMap((oid) => ['-policy', oid]),
  '-explicit_policy',
]

const trustOf = ({ purpose = 'signing', anchors }: CorpusCase): string[] => [
  '-CAfile',
  anchors?.[0] ?? `anchors/${purpose}.pem`,
]
