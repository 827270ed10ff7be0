/**
 * Check, then sign. A TBSCertificate is read again from its octets and held against its profile and RFC 5280 §4;
 * one that passes becomes a token that can be signed once, and nothing else can be signed.
 */
import { equalBytes } from '@kazashi/octets'
import { readPublicKey } from './algorithms.ts'
import { assemble, type Certificate, parseCertificate } from './certificate.ts'
import * as der from './der.ts'
import { PkiError } from './errors.ts'
import { type ExtensionContext, lintExtension, type Must } from './lint-extensions.ts'
import type { Name } from './name.ts'
import { oids } from './oids.ts'
import type { Profile } from './profiles/profile.ts'
import { verifySignature } from './signature.ts'
import { encodeSignatureAlgorithm } from './signature-algorithms.ts'
import type { SignatureAlgorithm, Signer } from './signer.ts'
import { understood } from './understood-extensions.ts'

export interface LintContext extends ExtensionContext {
  readonly profile: Profile
  readonly signer: { readonly algorithm: SignatureAlgorithm; readonly publicKey: Uint8Array }
}

/** A TBSCertificate that passed. It holds nothing readable; `signChecked` takes it once. */
export interface CheckedCertificate {
  readonly profile: Profile['name']
}
const unspent = new WeakMap<CheckedCertificate, { tbs: Uint8Array; context: LintContext }>()

/** @throws {PkiError} LINT_FAILED with every finding; CERTIFICATE_MALFORMED */
export function checkCertificate(tbs: Uint8Array, context: LintContext): CheckedCertificate {
  const findings = lint(tbs, context)
  if (findings.length > 0)
    throw new PkiError('LINT_FAILED', {
      detail: `not of the profile ${context.profile.name}`,
      findings,
    })
  const token: CheckedCertificate = Object.freeze({ profile: context.profile.name })
  unspent.set(token, { tbs: tbs.slice(), context })
  return token
}

/** @throws {PkiError} TOKEN_SPENT for a token that was used or not made here, KEY_INVALID for another key than was checked */
export async function signChecked(token: CheckedCertificate, signer: Signer): Promise<Uint8Array> {
  const checked = unspent.get(token)
  if (checked === undefined) throw new PkiError('TOKEN_SPENT', 'nothing checked stands behind it')
  unspent.delete(token)
  const { tbs, context } = checked
  if (
    signer.algorithm !== context.signer.algorithm ||
    !equalBytes(signer.publicKey, context.signer.publicKey)
  )
    throw new PkiError('KEY_INVALID', 'not the key that was checked')
  const signature = await signer.sign(tbs)
  // A faulty RSA-CRT signature gives the key away: none leaves unverified.
  if (!(await verifySignature(signer.publicKey, signer.algorithm, tbs, signature)))
    throw new PkiError('KEY_INVALID', 'the signer made a signature that does not verify')
  return assemble(tbs, encodeSignatureAlgorithm(signer.algorithm), signature)
}

/** Upper bounds of RFC 5280 appendix A.1, in characters. */
const upperBounds: Readonly<Record<string, number>> = { C: 2, L: 128, O: 64, OU: 64, CN: 64 }
/** RFC 5280 §4.1.2.2. */
const longestSerial = 20
/** ISO/IEC 18013-5 annex B.1: 63 bits of a random number. One that begins with a zero octet is drawn anew. */
const fewestDrawnOctets = 8

/** Every finding, one sentence each; none when the certificate is as its profile. @throws {PkiError} CERTIFICATE_MALFORMED */
export function lint(tbs: Uint8Array, context: LintContext): string[] {
  const { profile, issuer, signer } = context
  // Read as the whole certificate that it will be, with a signature of zeros.
  const algorithm = encodeSignatureAlgorithm(signer.algorithm)
  const certificate = parseCertificate(assemble(tbs, algorithm, new Uint8Array(32)))
  const findings: string[] = []
  const must = (holds: boolean, finding: string): void => {
    if (!holds) findings.push(finding)
  }
  must(certificate.version === 3, 'RFC 5280 §4.1.2.1: the version is not 3')
  lintSerial(certificate.serialNumber, profile, must)
  lintIssuer(certificate, context, must)
  lintValidity(certificate, context, must)
  lintSubject(certificate.subject, profile, must)
  lintKey(certificate, profile, must)
  must(
    issuer === undefined || !equalBytes(certificate.spki, issuer.spki),
    'RFC 5280 §4.1.2.7: the key is the issuer’s own',
  )
  const shown = certificate.extensions.map(({ oid, critical }) => `${oid}${critical ? '!' : ''}`)
  const wanted = profile.extensions.map(({ id, critical }) => `${oids[id]}${critical ? '!' : ''}`)
  must(
    shown.join(' ') === wanted.join(' '),
    `profile: extensions ${shown.join(' ')}, not ${wanted.join(' ')}`,
  )
  for (const { oid, value } of certificate.extensions) {
    const again = understood.get(oid)?.(value)
    must(again !== undefined && equalBytes(again, value), `X.690 §11: ${oid} is not canonical`)
  }
  for (const rule of profile.extensions) lintExtension(rule, certificate, context, must)
  return findings
}

function lintSerial(serialNumber: string, profile: Profile, must: Must): void {
  const clause = 'RFC 5280 §4.1.2.2: the serial number'
  const octets = serialNumber.length / 2 + (serialNumber >= '8' ? 1 : 0)
  must(/^[0-9a-f]+$/.test(serialNumber) && !/^0*$/.test(serialNumber), `${clause} is not positive`)
  must(octets <= longestSerial, `${clause} has over 20 octets`)
  if (profile.serialNumber === 'four-octets')
    must(
      /^(0[1-9a-f]|[1-7][0-9a-f])[0-9a-f]{6}$/.test(serialNumber),
      `${clause} is not of four octets`,
    )
  if (profile.serialNumber === 'drawn')
    must(
      octets >= fewestDrawnOctets,
      'ISO/IEC 18013-5 annex B.1: the serial number has no 63 bits to draw',
    )
}

function lintIssuer(certificate: Certificate, { issuer, signer }: LintContext, must: Must): void {
  const above = issuer ?? certificate
  must(
    equalBytes(certificate.issuer.der, above.subject.der),
    'RFC 5280 §4.1.2.4: the issuer’s name is not the issuer’s subject',
  )
  must(
    equalBytes(above.spki, signer.publicKey),
    'RFC 5280 §6.1.3: the signing key is not the issuer’s',
  )
  must(above.basicConstraints?.ca === true, 'RFC 5280 §4.2.1.9: the issuer is no CA')
  must(
    above.keyUsage?.includes('keyCertSign') === true,
    'RFC 5280 §4.2.1.3: the issuer may not sign certificates',
  )
}

function lintValidity(certificate: Certificate, context: LintContext, must: Must): void {
  const { notBefore, notAfter } = certificate.validity
  const { profile, issuer } = context
  const clause = 'RFC 5280 §4.1.2.5:'
  must(notBefore < notAfter, `${clause} it ends before it begins`)
  const [first, last] = certificate.form.times
  must(
    first === der.timeForm(notBefore) && last === der.timeForm(notAfter),
    `${clause} UTCTime through 2049, then GeneralizedTime`,
  )
  if (issuer)
    must(
      notAfter <= issuer.validity.notAfter,
      `${clause} it outlives its issuer (${issuer.validity.notAfter.toISOString()})`,
    )
  if (profile.endsWithDay)
    must(
      notAfter.toISOString().endsWith('T14:59:59.000Z'),
      'profile: it does not end at 23:59:59 Japan time',
    )
  if (profile.longestYears !== undefined) {
    const longest = new Date(notBefore)
    longest.setUTCFullYear(longest.getUTCFullYear() + profile.longestYears)
    // The day on which it ends counts whole.
    longest.setUTCDate(longest.getUTCDate() + 1)
    must(notAfter <= longest, `profile: valid for more than ${profile.longestYears} years`)
  }
  const { longestDays } = profile
  if (longestDays !== undefined)
    must(
      notAfter.getTime() <= notBefore.getTime() + longestDays * 86_400_000,
      `profile: valid for more than ${longestDays} days`,
    )
}

function lintSubject(subject: Name, profile: Profile, must: Must): void {
  const types = subject.attributes.map(([type]) => type)
  must(
    types.join() === profile.subject.join() && subject.rdns.every((rdn) => rdn.length === 1),
    `profile: the subject is ${types.join(', ')}, not ${profile.subject.join(', ')}`,
  )
  for (const [i, rdn] of subject.rdns.entries()) {
    const [type = '', value = ''] = subject.attributes[i] ?? []
    const tag = type === 'C' ? der.tags.printableString : der.tags.utf8String
    must(rdn[0]?.tag === tag, `profile: ${type} has another string type`)
    const length = Array.from(value).length
    must(
      length > 0 && length <= (upperBounds[type] ?? 0),
      `RFC 5280 appendix A.1: ${type} is empty or too long`,
    )
    if (type === 'C') must(value === 'JP', 'profile: C is not JP')
    if (type === 'CN' && profile.commonName)
      must(profile.commonName.test(value), 'profile: CN is not of its form')
  }
}

function lintKey(certificate: Certificate, profile: Profile, must: Must): void {
  const key = readPublicKey(certificate.spki)
  must(
    key.algorithm !== undefined && profile.keys.includes(key.algorithm),
    'profile: a key of a kind that is not used',
  )
  if (key.kind === 'RSA')
    must(key.bits === 2048 && key.exponent === 65537n, 'profile: no RSA-2048 with 65537')
}
