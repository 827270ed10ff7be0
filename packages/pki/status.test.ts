/** CRLs and OCSP: openssl accepts ours; bad ones are refused here. */
import { createServer } from 'node:http'
import { hex } from '@kazashi/octets'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeOf, verdictOf } from '../../tools/code-of.ts'
import { createCrl, parseCrl, verifyCrl } from './crl.ts'
import { PkiError } from './errors.ts'
import {
  createOcspRequest,
  decodeOcspGetPath,
  ocspGetUrl,
  parseOcspRequest,
} from './ocsp-request.ts'
import { answerOcspRequest, type OcspCertStatus, ocspError } from './ocsp-response.ts'
import { verifyOcspResponse } from './ocsp-verify.ts'
import { crlDistributionPointName } from './profiles/names.ts'
import {
  locations,
  newCa,
  newHolder,
  now,
  random,
  shibuya,
  type TestCa,
  type TestHolder,
} from './test-chain.ts'
import { openssl, withFolder } from './test-openssl.ts'

let ca: TestCa
let responder: TestHolder
let card: TestHolder
let phone: TestHolder
let stranger: TestCa
/** By serial number; a serial number that is not there was never issued. */
const statuses = new Map<string, OcspCertStatus>()
const nextUpdate = new Date(now.getTime() + 3600_000)
const revokedAt = new Date('2026-11-20T00:00:00Z')

const answer = (
  request: Uint8Array,
  change: Partial<Parameters<typeof answerOcspRequest>[0]> = {},
) =>
  answerOcspRequest({
    request,
    issuer: ca.certificate,
    signer: responder.signer,
    responderCertificate: responder.certificate,
    now,
    nextUpdate,
    statusOf: (serialNumber) => statuses.get(serialNumber) ?? { status: 'unknown' },
    ...change,
  })

/** As an HTTP responder does it (RFC 6960 appendix A). */
const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', async () => {
    const bytes =
      request.method === 'GET'
        ? decodeOcspGetPath((request.url ?? '').replace('/ocsp/', ''))
        : new Uint8Array(Buffer.concat(chunks))
    response.setHeader('content-type', 'application/ocsp-response')
    response.end(await answer(bytes))
  })
})
let url = ''

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  url = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}/ocsp` : ''
  ca = await newCa('signing')
  stranger = await newCa('signing', { algorithm: 'ES384' })
  responder = await newHolder('ocspResponder', ca)
  card = await newHolder('cardSigning', ca, { algorithm: 'ES384' })
  phone = await newHolder('phoneSigning', ca, {
    algorithm: 'ES384',
    locations: { ...locations, ocsp: url },
  })
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

const ask = (change: Partial<Parameters<typeof verifyOcspResponse>[0]>, request?: Uint8Array) => {
  const asked =
    request ?? createOcspRequest({ certificate: phone.certificate, issuer: ca.certificate })
  return answer(asked).then((response) =>
    verifyOcspResponse({
      response,
      certificate: phone.certificate,
      issuer: ca.certificate,
      now,
      ...change,
    }),
  )
}

describe('OCSP by openssl', () => {
  const states: readonly [string, OcspCertStatus | undefined, RegExp][] = [
    ['good', { status: 'good' }, /one\.pem: good/],
    [
      'revoked',
      { status: 'revoked', revokedAt, reason: 'keyCompromise' },
      /one\.pem: revoked[\s\S]*Reason: keyCompromise/,
    ],
    [
      'suspended',
      { status: 'revoked', revokedAt, reason: 'certificateHold' },
      /one\.pem: revoked[\s\S]*Reason: certificateHold/,
    ],
    ['never issued', undefined, /one\.pem: unknown/],
  ]
  test.each(states)('RFC 6960 §2.2 a certificate that is %s', async (_, status, expected) => {
    statuses.clear()
    if (status) statuses.set(phone.certificate.serialNumber, status)
    await withFolder(async (put) => {
      const root = await put('ca.pem', ca.certificate.der, 'CERTIFICATE')
      const one = await put('one.pem', phone.certificate.der, 'CERTIFICATE')
      // The pointer is the certificate's own.
      const found = await openssl(['x509', '-noout', '-ocsp_uri', '-in', one])
      const query = [
        'ocsp',
        '-issuer',
        root,
        '-CAfile',
        root,
        '-cert',
        one,
        '-url',
        found.stdout.trim(),
      ]
      const time = ['-attime', String(now.getTime() / 1000), '-validity_period', '999999999']
      for (const hash of [['-sha1'], ['-sha256']]) {
        const [command = '', ...rest] = query
        const { stdout, stderr } = await openssl([command, ...hash, ...rest, ...time])
        expect(stderr).toContain('Response verify OK')
        expect(stdout).toMatch(expected)
      }
    })
  })

  test('RFC 9654 §2.1 a nonce comes back, and openssl says nothing about it', async () => {
    await withFolder(async (put) => {
      const root = await put('ca.pem', ca.certificate.der, 'CERTIFICATE')
      const one = await put('one.pem', phone.certificate.der, 'CERTIFICATE')
      const time = ['-attime', String(now.getTime() / 1000), '-validity_period', '999999999']
      const { stderr } = await openssl([
        'ocsp',
        '-issuer',
        root,
        '-CAfile',
        root,
        '-cert',
        one,
        '-url',
        url,
        '-nonce',
        ...time,
      ])
      expect(stderr.trim()).toBe('Response verify OK')
    })
  })
})

describe('OCSP there and back', () => {
  test('RFC 6960 A.1 a request by GET is the one by POST', async () => {
    statuses.set(phone.certificate.serialNumber, { status: 'good' })
    const request = createOcspRequest({ certificate: phone.certificate, issuer: ca.certificate })
    const reply = await fetch(ocspGetUrl(url, request))
    const response = new Uint8Array(await reply.arrayBuffer())
    const status = await verifyOcspResponse({
      response,
      certificate: phone.certificate,
      issuer: ca.certificate,
      now,
    })
    expect(status).toEqual({ status: 'good', producedAt: now, thisUpdate: now, nextUpdate })
  })

  test('RFC 6960 §4.1 a request has the values it was made of', () => {
    for (const hash of ['SHA-1', 'SHA-256'] as const) {
      const nonce = random(16)
      const request = parseOcspRequest(
        createOcspRequest({ certificate: phone.certificate, issuer: ca.certificate, nonce, hash }),
      )
      expect(request.nonce).toEqual(nonce)
      expect(request.certIds).toMatchObject([
        { hash, serialNumber: phone.certificate.serialNumber },
      ])
    }
  })

  test('RFC 9654 §2.1 a nonce of none or over 128 octets is refused', async () => {
    const request = createOcspRequest({
      certificate: phone.certificate,
      issuer: ca.certificate,
      nonce: random(128),
    })
    expect(parseOcspRequest(request).nonce).toHaveLength(128)
    for (const length of [0, 129])
      expect(() =>
        createOcspRequest({
          certificate: phone.certificate,
          issuer: ca.certificate,
          nonce: new Uint8Array(length),
        }),
      ).toThrow(PkiError)
  })

  test('RFC 6960 §2.3 malformed and foreign requests get an unsigned error', async () => {
    expect(hex.encode(await answer(Uint8Array.of(1, 2, 3)))).toBe('30030a0101')
    const foreign = createOcspRequest({
      certificate: phone.certificate,
      issuer: stranger.certificate,
    })
    expect(hex.encode(await answer(foreign))).toBe('30030a0106')
    const errors = [
      'malformedRequest',
      'internalError',
      'tryLater',
      'sigRequired',
      'unauthorized',
    ] as const
    await withFolder(async (put) => {
      for (const error of errors) {
        const file = await put('response.der', ocspError(error))
        const { stdout, stderr } = await openssl(['ocsp', '-noverify', '-respin', file])
        expect((stdout + stderr).toLowerCase()).toContain(error.toLowerCase())
      }
    })
  })

  test('RFC 6960 §3.2 a responder without delegation is refused', async () => {
    const request = createOcspRequest({ certificate: phone.certificate, issuer: ca.certificate })
    const verify = (response: Uint8Array) =>
      verdictOf(
        verifyOcspResponse({
          response,
          certificate: phone.certificate,
          issuer: ca.certificate,
          now,
        }),
      )
    const byCard = await answer(request, {
      signer: card.signer,
      responderCertificate: card.certificate,
    })
    expect(await verify(byCard)).toBe('OCSP_RESPONDER_UNAUTHORIZED')
    const other = await newHolder('ocspResponder', stranger, { algorithm: 'ES384' })
    const byOther = await answer(request, {
      signer: other.signer,
      responderCertificate: other.certificate,
    })
    expect(await verify(byOther)).toBe('OCSP_RESPONDER_UNAUTHORIZED')
    const byCa = await answer(request, { signer: ca.signer, responderCertificate: ca.certificate })
    expect(await verify(byCa)).toBe('accepted')
  })

  test('RFC 6960 §3.2 another certificate, another nonce, another time', async () => {
    expect(await codeOf(ask({ certificate: card.certificate }))).toBe('OCSP_NOT_COVERED')
    expect(await codeOf(ask({ nonce: random(16) }))).toBe('OCSP_NONCE_MISMATCH')
    expect(await codeOf(ask({ now: new Date(nextUpdate.getTime() + 1) }))).toBe('OCSP_NOT_CURRENT')
    expect(await verdictOf(ask({ now: nextUpdate }))).toBe('accepted')
    expect(await codeOf(ask({ now: new Date(now.getTime() - 6 * 60_000) }))).toBe(
      'OCSP_NOT_CURRENT',
    )
    expect(await codeOf(ask({ response: ocspError('tryLater') }))).toBe('OCSP_REFUSED')
  })

  test('RFC 6960 §4.2 any changed octet is a typed refusal', async () => {
    const request = createOcspRequest({ certificate: phone.certificate, issuer: ca.certificate })
    const response = await answer(request)
    const certificateAt = response.length - responder.certificate.der.length
    for (let at = 0; at < response.length; at++) {
      const changed = response.slice()
      changed[at] = (changed[at] ?? 0) ^ 1
      const code = await codeOf(ask({ response: changed }))
      expect(code, `octet ${at} of ${certificateAt}`).toMatch(
        /^(OCSP_|CERTIFICATE_MALFORMED|ALGORITHM_UNSUPPORTED)/,
      )
    }
  })
})

describe('CRLs', () => {
  const make = (entries: Parameters<typeof createCrl>[0]['entries'] = []) =>
    createCrl({
      issuer: ca.certificate,
      signer: ca.signer,
      number: 258,
      thisUpdate: now,
      nextUpdate,
      distributionPoint: {
        directoryName: crlDistributionPointName(ca.certificate, shibuya),
        uri: locations.crl,
      },
      entries,
    })

  test.each(['card', 'phone'] as const)(
    'RFC 5280 §5 openssl finds the certificate of a %s by its distribution point',
    async (which) => {
      const { certificate } = which === 'card' ? card : phone
      await withFolder(async (put) => {
        const root = await put('ca.pem', ca.certificate.der, 'CERTIFICATE')
        const one = await put('one.pem', certificate.der, 'CERTIFICATE')
        const time = ['-attime', String(now.getTime() / 1000)]
        const verify = async (crl: Uint8Array) => {
          const file = await put('list.pem', crl, 'X509 CRL')
          const { stdout, stderr } = await openssl([
            'verify',
            '-crl_check',
            '-CAfile',
            root,
            '-CRLfile',
            file,
            ...time,
            one,
          ])
          return stdout + stderr
        }
        expect(await verify(await make())).toMatch(/one\.pem: OK/)
        const entry = {
          serialNumber: certificate.serialNumber,
          revokedAt,
          reason: 'certificateHold',
        } as const
        expect(await verify(await make([entry]))).toMatch(/certificate revoked/)
        const elsewhere = await createCrl({
          issuer: ca.certificate,
          signer: ca.signer,
          number: 1,
          thisUpdate: now,
          nextUpdate,
          distributionPoint: { uri: 'http://localhost:8080/pki/crl/signing/01100.crl' },
          entries: [],
        })
        expect(await verify(elsewhere)).toMatch(/Different CRL scope/i)
        expect(
          await codeOf(verifyCrl({ crl: elsewhere, issuer: ca.certificate, now, certificate })),
        ).toBe('CRL_SCOPE_MISMATCH')
      })
    },
  )

  test('RFC 5280 §5 openssl crl verifies and prints it', async () => {
    const entries = [
      { serialNumber: '7fffffff', revokedAt, reason: 'cessationOfOperation' as const },
      { serialNumber: 'f00102030405060708090a0b0c0d0e0f', revokedAt },
    ]
    await withFolder(async (put) => {
      const root = await put('ca.pem', ca.certificate.der, 'CERTIFICATE')
      const { stdout, stderr } = await openssl(
        ['crl', '-inform', 'DER', '-CAfile', root, '-text', '-noout'],
        await make(entries),
      )
      expect(stdout + stderr).toContain('verify OK')
      expect(stdout).toMatch(/X509v3 CRL Number: *\n *258/)
      expect(stdout).toMatch(/X509v3 Issuing Distribution Point: critical/)
      expect(stdout).toContain('Serial Number: 7FFFFFFF')
      expect(stdout).toContain('Serial Number: F00102030405060708090A0B0C0D0E0F')
      expect(stdout.match(/X509v3 CRL Reason Code/g)).toHaveLength(1)
    })
  })

  test('RFC 5280 §5.1 it has the values it was made of', async () => {
    const entries = [
      { serialNumber: card.certificate.serialNumber, revokedAt, reason: 'superseded' as const },
    ]
    const crl = parseCrl(await make(entries))
    expect(crl).toMatchObject({
      number: 258n,
      thisUpdate: now,
      nextUpdate,
      aki: ca.certificate.ski,
      entries,
      unprocessed: [],
    })
    expect(crl.distributionPoint?.uris).toEqual([locations.crl])
    const found = await verifyCrl({
      crl: crl.der,
      issuer: ca.certificate,
      now,
      certificate: card.certificate,
    })
    expect(found.entry).toEqual(entries[0])
    const none = await verifyCrl({
      crl: crl.der,
      issuer: ca.certificate,
      now,
      certificate: phone.certificate,
    })
    expect(none.entry).toBeUndefined()
  })

  test('RFC 5280 §6.3.3 another issuer, another time, a changed octet', async () => {
    const crl = await make([{ serialNumber: '01020304', revokedAt }])
    const verify = (change: Partial<Parameters<typeof verifyCrl>[0]>) =>
      verdictOf(
        verifyCrl({ crl, issuer: ca.certificate, now, certificate: card.certificate, ...change }),
      )
    expect(await verify({})).toBe('accepted')
    expect(await verify({ issuer: stranger.certificate })).toBe('CRL_ISSUER_MISMATCH')
    expect(await verify({ now: new Date(nextUpdate.getTime() + 1) })).toBe('CRL_NOT_CURRENT')
    expect(await verify({ now: new Date(now.getTime() - 1) })).toBe('CRL_NOT_CURRENT')
    for (let at = 0; at < crl.length; at++) {
      const changed = crl.slice()
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(await verify({ crl: changed })).toMatch(/^(CRL_|ALGORITHM_UNSUPPORTED)/)
    }
  })

  test('RFC 5280 §5.1.1.3 only the issuer’s own key signs', async () => {
    const options = {
      issuer: ca.certificate,
      signer: stranger.signer,
      number: 1,
      thisUpdate: now,
      nextUpdate,
      entries: [],
    }
    expect(await codeOf(createCrl(options))).toBe('CRL_ISSUER_MISMATCH')
  })
})
