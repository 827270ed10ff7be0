/**
 * OCSP answers of OpenSSL's tests (real responders of 2012) and of BoringSSL's: SHA-1 is taken here, so that it is no reason to agree; and the
 * requests of BoringSSL, octet by octet.
 */
import { equalBytes, hex } from '@kazashi/octets'
import {
  type Certificate,
  createOcspRequest,
  fromPem,
  PkiError,
  parseCertificate,
  parseOcspResponse,
  verifyOcspAnswer,
  verifySignature,
} from '@kazashi/pki'
import { z } from 'zod'
import { base64, bytesOf, outcomeOf, readJson, type Suite, verdict } from './suite.ts'

const ofOpenssl = z.object({
  verificationTime: z.coerce.date(),
  cases: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      response: z.string(),
      trustedIssuer: z.string(),
      untrusted: z.string().nullable(),
      skipResponderCertChecks: z.boolean(),
      expect: z.enum(['verify-ok', 'verify-fail']),
    }),
  ),
})

const emptyName =
  'the responder’s certificate has a subject alternative name without a name (RFC 5280 §4.2.1.6)'

export const opensslOcsp: Suite = {
  name: 'ocsp-openssl',
  title: 'RFC 6960 §3.2: answers of real responders, of OpenSSL’s tests',
  least: 58,
  exceptions: { 'openssl-7': emptyName, 'openssl-58': emptyName },
  async run(folder) {
    const { verificationTime: now, cases } = readJson(folder, 'ocsp/openssl-cases.json', ofOpenssl)
    const text = (file: string) => Buffer.from(bytesOf(folder, 'ocsp', file)).toString()
    const pem = (file: string) => fromPem('CERTIFICATE', text(file))
    const pems = (file: string) =>
      (text(file).match(/-----BEGIN[\s\S]*?-----END[^\n]*/g) ?? []).map((one) =>
        fromPem('CERTIFICATE', one),
      )
    const results = []
    for (const one of cases) {
      const seen = await outcomeOf(async () => {
        const response = bytesOf(folder, 'ocsp', one.response)
        const trusted = parseCertificate(pem(one.trustedIssuer))
        const issuer = one.untrusted ? await below(trusted, pems(one.untrusted)) : trusted
        const [single] = parseOcspResponse(response).responses
        const certificate = { ...issuer, serialNumber: single?.certId.serialNumber ?? '' }
        return verifyOcspAnswer({ response, certificate, issuer, now, sha1: true, goodFor: 1e12 })
      })
      const result = verdict(one.id, seen, one.expect === 'verify-ok')
      results.push({ ...result, seen: `${one.title}: ${result.seen}` })
    }
    return results
  },
}

/** A CA between: the first of some, each signed by one above up to the trusted one, with SHA-1, as it was then. */
async function below(trusted: Certificate, between: readonly Uint8Array[]): Promise<Certificate> {
  let above = trusted
  for (const one of between.map((bytes) => parseCertificate(bytes)).toReversed()) {
    const { signatureAlgorithm = 'ES512', tbs, signature } = one
    const sha1 = { sha1: true }
    if (!(await verifySignature(above.spki, signatureAlgorithm, tbs, signature, sha1)))
      throw new PkiError('PATH_SIGNATURE_INVALID', 'not signed by the one above')
    above = one
  }
  return above
}

const ofBoringssl = z.object({
  verificationTime: z.coerce.date(),
  maxAgeSeconds: z.number(),
  cases: z.array(
    z.object({
      id: z.string(),
      certificate: base64,
      issuer: base64,
      request: base64,
      response: base64,
      expectedStatus: z.enum(['good', 'revoked', 'unknown']),
    }),
  ),
})

const notMinimal = 'a serial number that is not minimal is not DER'

export const boringsslOcsp: Suite = {
  name: 'ocsp-boringssl',
  title: 'RFC 6960 §3.2: answers of BoringSSL',
  least: 36,
  exceptions: {
    good_response_invalid_serial: notMinimal,
    has_critical_ct_extension: 'a critical extension that is not processed (RFC 6960 §4.4)',
  },
  async run(folder) {
    const file = readJson(folder, 'ocsp/boringssl-cases.json', ofBoringssl)
    const results = []
    for (const { id, expectedStatus, ...one } of file.cases) {
      const seen = await outcomeOf(async () => {
        const goodFor = file.maxAgeSeconds * 1000
        const now = file.verificationTime
        const { status, isOver } = await verifyOcspAnswer({ ...one, now, sha1: true, goodFor })
        const isOld = now.getTime() - status.thisUpdate.getTime() > goodFor
        return isOver || isOld ? 'over' : status.status
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

export const ocspRequests: Suite = {
  name: 'ocsp-request',
  title: 'RFC 6960 §4.1.1: the request for a certificate, octet by octet',
  least: 36,
  exceptions: { good_response_invalid_serial: notMinimal },
  async run(folder) {
    const { cases } = readJson(folder, 'ocsp/boringssl-cases.json', ofBoringssl)
    return Promise.all(
      cases.map(async ({ id, request, ...one }) => {
        const asked = await outcomeOf(() => createOcspRequest(one))
        return {
          id,
          agrees: asked instanceof Uint8Array && equalBytes(asked, request),
          isWrongAccept: false,
          seen: asked instanceof Error ? asked.message : hex.encode(asked),
        }
      }),
    )
  },
}
