/** Cases of others, judged by their expectations. Our different answers stand in one list, each with its reason. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { equalBytes, hex } from '@kazashi/octets'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { outcomeOf } from '../../tools/code-of.ts'
import { encodeCertificate, parseCertificate } from './certificate.ts'
import { parseCrl, verifyCrl } from './crl.ts'

import { createOcspRequest, parseOcspRequest } from './ocsp-request.ts'
import { parseOcspResponse, verifyOcspResponse } from './ocsp-verify.ts'
import { verifySignature } from './signature.ts'
import { verifySignedData } from './signed-data.ts'
import { base64, folder, judgeBy, read } from './test-suites.ts'

const sha1 = 'signed with SHA-1, which is not accepted'
const noNextUpdate =
  'without nextUpdate: required of CRLs by RFC 5280 §5.1.2.5, and of answers by RFC 5019 §2.2.4 when old'
const rollover = 'a CRL by the CA’s older key: each of our CAs has one key and signs its own CRLs'
/** Case → reason. A case that begins to agree must leave the list. */
const differences: Readonly<Record<string, string>> = {
  'parse basic_constraints_ca_false': 'DEFAULT FALSE written out is not DER',
  'parse failed_signature_algorithm':
    'the two signature algorithms differ in their parameters (RFC 5280 §4.1.1.2)',
  'parse basic_constraints_pathlen_256': 'RFC 5280 §4.2.1.9 sets no upper limit',
  'parse subject_blank_subjectaltname_not_critical':
    'a matter of issuing (RFC 5280 §4.1.2.6), not of reading',
  'ocsp good_response': sha1,
  'ocsp good_response_sha256': noNextUpdate,
  'ocsp good_response_invalid_serial': 'a serial number that is not minimal is not DER',
  'ocsp ocsp_sign_direct': sha1,
  'ocsp ocsp_sign_indirect': sha1,
  'ocsp ocsp_extra_certs': sha1,
  'ocsp has_version': sha1,
  'ocsp responder_name': sha1,
  'ocsp responder_id': sha1,
  'ocsp has_extension': sha1,
  'ocsp good_response_next_update': sha1,
  'ocsp revoke_response': sha1,
  'ocsp revoke_response_reason': sha1,
  'ocsp has_single_extension': sha1,
  'ocsp has_critical_ct_extension': 'a critical extension that we do not process (RFC 6960 §4.4)',
  'ocsp multiple_response_good_revoked': sha1,
  'request good_response_invalid_serial': 'a serial number that is not minimal is not DER',
  'crl good_no_nextupdate': noNextUpdate,
  'crl good_fake_extension_no_nextupdate': noNextUpdate,
  'crl revoked_no_nextupdate': noNextUpdate,
  'crl good_key_rollover': rollover,
  'crl revoked_key_rollover': rollover,
  'crl bad_thisupdate_too_old':
    'no age beside nextUpdate: its issuer decides how long a CRL is good',
}

const judge = judgeBy(differences)

test('RFC 5280 §4.1 certificates that must parse and that must not', async (ctx) => {
  const shape = z.object({
    cases: z.array(z.object({ id: z.string(), shouldParse: z.boolean(), der: base64 })),
  })
  const { cases } = read(ctx, 'x509-lint/boringssl-parse.json', shape)
  const results = []
  for (const { id, shouldParse, der } of cases) {
    const seen = await outcomeOf(() => parseCertificate(der))
    const parsed = !(seen instanceof Error)
    if (parsed) expect(equalBytes(encodeCertificate(seen), der), id).toBe(true)
    results.push({ id, agrees: parsed === shouldParse, seen: parsed ? 'parsed' : seen.message })
  }
  judge('parse', results)
})

test('X.690 200 inputs that broke parsers: a result or a typed refusal from each of ours', async (ctx) => {
  const shape = z.array(z.object({ name: z.string(), base64: base64 }))
  const inputs = read(ctx, 'x509-lint/openssl-fuzz.json', shape)
  expect(inputs.length).toBeGreaterThan(100)
  const parsers: ((bytes: Uint8Array) => unknown)[] = [
    parseCertificate,
    parseCrl,
    parseOcspRequest,
    parseOcspResponse,
    verifySignedData,
  ]
  for (const input of inputs)
    for (const parse of parsers) await outcomeOf(() => parse(input.base64))
})

test('RFC 6960 §3.2 answers that are good, revoked, or not to be used; requests octet by octet', async (ctx) => {
  const shape = z.object({
    verificationTime: z.coerce.date(),
    cases: z.array(
      z.object({
        id: z.string(),
        certificate: base64,
        issuer: base64,
        request: base64,
        response: base64,
        expectedStatus: z.string(),
      }),
    ),
  })
  const { verificationTime: now, cases } = read(ctx, 'ocsp/boringssl-cases.json', shape)
  const results = []
  const requests = []
  for (const { id, expectedStatus, request, ...one } of cases) {
    const seen = await outcomeOf(() => verifyOcspResponse({ ...one, now }))
    const status = seen instanceof Error ? 'unknown' : seen.status
    results.push({
      id,
      agrees: status === expectedStatus,
      seen: seen instanceof Error ? seen.message : status,
    })
    const asked = await outcomeOf(() => createOcspRequest(one))
    const same = asked instanceof Uint8Array && equalBytes(asked, request)
    requests.push({
      id,
      agrees: same,
      seen: asked instanceof Error ? asked.message : hex.encode(asked),
    })
  }
  judge('ocsp', results)
  judge('request', requests)
})

test('RFC 6960 §4 requests and answers of real responders: a result or a typed refusal', async (ctx) => {
  if (folder === undefined) return ctx.skip('KAZASHI_SUITES names no folder with the suites')
  for (const part of ['ocsp/openssl', 'ocsp/pyca']) {
    const files = readdirSync(join(folder, part)).filter((name) => name.endsWith('.der'))
    expect(files.length).toBeGreaterThan(5)
    for (const name of files) {
      const bytes = new Uint8Array(readFileSync(join(folder, part, name)))
      await outcomeOf(() => parseOcspResponse(bytes))
      await outcomeOf(() => parseOcspRequest(bytes))
    }
  }
})

test('RFC 5280 §6.3.3 CRLs that are good, that revoke, or that are not to be used', async (ctx) => {
  const shape = z.object({
    verificationTime: z.coerce.date(),
    cases: z.array(
      z.object({
        id: z.string(),
        certificate: base64,
        issuer: base64,
        crl: base64,
        expectedStatus: z.string(),
      }),
    ),
  })
  const { verificationTime: now, cases } = read(ctx, 'crl/boringssl-cases.json', shape)
  const results = []
  for (const { id, expectedStatus, ...one } of cases) {
    const seen = await outcomeOf(() => verifyCrl({ ...one, now }))
    const status = seen instanceof Error ? 'unknown' : seen.entry ? 'revoked' : 'good'
    results.push({
      id,
      agrees: status === expectedStatus,
      seen: seen instanceof Error ? seen.message : status,
    })
  }
  judge('crl', results)
})

describe('edge cases of signatures', () => {
  const inHex = z.string().refine(hex.is).transform(hex.decode)
  const verdict = z.object({
    tcId: z.number(),
    msg: inHex,
    sig: inHex,
    result: z.enum(['valid', 'invalid', 'acceptable']),
  })
  const shape = z.object({
    testGroups: z.array(z.object({ publicKeyDer: inHex, tests: z.array(verdict) })),
  })
  test.for([
    ['ES256', 'ecdsa_secp256r1_sha256_test.json'],
    ['ES384', 'ecdsa_secp384r1_sha384_test.json'],
    ['RS256', 'rsa_signature_2048_sha256_test.json'],
  ] as const)('RFC 5480, RFC 8017 §8.2.2 %s as in %s', async ([algorithm, file], ctx) => {
    const { testGroups } = read(ctx, join('wycheproof', file), shape)
    const wrong: number[] = []
    const valid: number[] = []
    for (const { publicKeyDer, tests } of testGroups)
      for (const { tcId, msg, sig, result } of tests) {
        const good = await verifySignature(publicKeyDer, algorithm, msg, sig)
        if (good) valid.push(tcId)
        if (result !== 'acceptable' && good !== (result === 'valid')) wrong.push(tcId)
      }
    expect(wrong).toEqual([])
    expect(valid.length).toBeGreaterThan(5)
  })
})
