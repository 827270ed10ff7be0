/** Time stamps made here and judged by OpenSSL, made by OpenSSL and judged here, and what is refused. */
import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { codeOf } from '../../tools/code-of.ts'
import { sha1 } from './algorithms.ts'
import { signatureValueOf } from './bare-signed-data.ts'
import type { Certificate } from './certificate.ts'
import { verifyCms } from './cms-verify.ts'
import { extendedKeyUsage } from './extensions.ts'
import { oids } from './oids.ts'
import { createSignedData } from './signed-data.ts'
import { newCa, newHolder, newSigner, now, type TestCa, type TestHolder } from './test-chain.ts'
import { forge, keyUsage } from './test-forge.ts'
import { openssl, withFolder } from './test-openssl.ts'
import {
  createTimeStampRequest,
  imprintOf,
  parseTimeStampQuery,
  readTimeStampResponse,
  verifyTimeStamp,
} from './time-stamp.ts'
import {
  addSignatureTimeStamp,
  answerTimeStampQuery,
  type TimeStampAuthority,
} from './time-stamp-authority.ts'

const policy = '1.2.392.200149.8.5.99.1'
const octets = new TextEncoder().encode('いつ署名したか')
let ca: TestCa
let authority: TimeStampAuthority & { readonly certificate: Certificate }
/** @param uses OIDs of extendedKeyUsage @param critical of it */
async function newAuthority(
  uses: readonly string[],
  critical = true,
  algorithm: 'ES256' | 'RS256' = 'ES256',
) {
  const { signer, privateKey: key } = await newSigner(algorithm)
  const certificate = await forge({
    subject: [['CN', 'Sandbox time stamps']],
    issuer: { name: ca.certificate.subject.der, signer: ca.signer },
    signer,
    extensions: [
      keyUsage('digitalSignature'),
      { oid: oids.extendedKeyUsage, critical, value: extendedKeyUsage.encode(uses) },
    ],
  })
  let number = 0
  const serialNumber = () => Uint8Array.of(++number)
  return {
    key,
    authority: { signer, certificate, policy, serialNumber, certificates: [ca.certificate] },
  }
}
beforeAll(async () => {
  ca = await newCa('signing')
  const made = await newAuthority([oids.timeStamping])
  authority = made.authority
})

const nonce = Uint8Array.of(0x80, 1, 2, 3)
const stamp = async (
  change: Partial<Parameters<typeof createTimeStampRequest>[0]> = {},
  by = authority,
) =>
  readTimeStampResponse(
    await answerTimeStampQuery(
      createTimeStampRequest({ ...imprintOf(octets), nonce, ...change }),
      by,
      now,
    ),
  )

test.each(['SHA-256', 'SHA-384', 'SHA-512'] as const)(
  'RFC 3161 §2.4.2 a time stamp of %s says when, by whom and of what',
  async (hash) => {
    const token = await stamp(imprintOf(octets, hash))
    const told = await verifyTimeStamp(token, { of: octets, nonce })
    expect(told).toMatchObject({ time: now, accuracy: 1000, policy, imprint: { hash } })
    expect(told.certificate.serialNumber).toBe(authority.certificate.serialNumber)
    expect(told.certificates).toHaveLength(2)
  },
)

test('RFC 3161 §2.4.2 openssl ts -verify takes it, by its own query or by the data, and refuses other data', async () => {
  await withFolder(async (put) => {
    const root = await put('ca.pem', ca.certificate.der, 'CERTIFICATE')
    const data = await put('data', octets)
    const query = await put('q.tsq', new Uint8Array())
    expect(
      (await openssl(['ts', '-query', '-data', data, '-sha384', '-cert', '-out', query])).code,
    ).toBe(0)
    const asked = new Uint8Array(await readFile(query))
    const answer = await put('a.tsr', await answerTimeStampQuery(asked, authority, now))
    const time = ['-attime', String(now.getTime() / 1000)]
    const verify = ['ts', '-verify', '-in', answer, '-CAfile', root, ...time]
    expect((await openssl([...verify, '-queryfile', query])).stdout).toContain('Verification: OK')
    expect((await openssl([...verify, '-data', data])).stdout).toContain('Verification: OK')
    const other = await put('other', octets.with(0, 0))
    const refused = await openssl([...verify, '-data', other])
    expect(refused.stdout + refused.stderr).toMatch(/FAILED|message imprint mismatch/)
  })
})

test('RFC 3161 §2.4.2 an answer by openssl is verified here, with a fraction of a second', async () => {
  const by = await newAuthority([oids.timeStamping], true, 'RS256')
  await withFolder(async (put) => {
    const serial = await put('serial', new TextEncoder().encode('07'))
    const config = `[tsa]\ndefault_tsa = one\n[one]\nserial = ${serial}\ndefault_policy = ${policy}\ndigests = sha256\nsigner_digest = sha256\nclock_precision_digits = 3\naccuracy = secs:2, millisecs:5\ness_cert_id_chain = no\n`
    const file = await put('tsa.cnf', new TextEncoder().encode(config))
    const signer = await put('tsa.pem', by.authority.certificate.der, 'CERTIFICATE')
    const key = await put('tsa.key', by.key, 'PRIVATE KEY')
    const query = await put('q.tsq', createTimeStampRequest({ ...imprintOf(octets), nonce }))
    const out = await put('out.tsr', new Uint8Array())
    const before = Date.now()
    const made = await openssl([
      'ts',
      '-reply',
      '-config',
      file,
      '-queryfile',
      query,
      '-signer',
      signer,
      '-inkey',
      key,
      '-out',
      out,
    ])
    expect(made.code, made.stderr).toBe(0)
    const token = readTimeStampResponse(new Uint8Array(await readFile(out)))
    const told = await verifyTimeStamp(token, { of: octets, nonce })
    expect(told).toMatchObject({ policy, serialNumber: '08', accuracy: 2005 })
    expect(told.time.getTime()).toBeGreaterThanOrEqual(before)
    expect(told.time.getTime()).toBeLessThanOrEqual(Date.now())
  })
})

describe('RFC 3161 §2.2 what is refused', () => {
  test('TIME_STAMP_MISMATCH of other octets, another hash of the same length, or another request', async () => {
    const token = await stamp()
    const other = octets.with(0, 0)
    expect(await codeOf(verifyTimeStamp(token, { of: other }))).toBe('TIME_STAMP_MISMATCH')
    expect(await codeOf(verifyTimeStamp(token, { of: imprintOf(octets, 'SHA-384') }))).toBe(
      'TIME_STAMP_MISMATCH',
    )
    expect(await codeOf(verifyTimeStamp(token, { of: octets, nonce: Uint8Array.of(1) }))).toBe(
      'TIME_STAMP_MISMATCH',
    )
  })

  test('TIME_STAMP_PURPOSE by a certificate that is for more, or does not say so critically', async () => {
    for (const [uses, critical] of [
      [[oids.timeStamping, oids.clientAuth], true],
      [[oids.timeStamping], false],
      [[oids.clientAuth], true],
    ] as const) {
      const { authority: by } = await newAuthority(uses, critical)
      expect(await codeOf(verifyTimeStamp(await stamp({}, by), { of: octets }))).toBe(
        'TIME_STAMP_PURPOSE',
      )
    }
  })

  test('TIME_STAMP_MALFORMED a signature that is no time stamp, and octets that are nothing', async () => {
    const { signer, certificate } = authority
    const signed = await createSignedData({
      content: octets,
      signer,
      certificate,
      signingTime: now,
    })
    expect(await codeOf(verifyTimeStamp(signed, { of: octets }))).toBe('TIME_STAMP_MALFORMED')
    const odd = await createSignedData({
      content: octets,
      contentType: oids.tstInfo,
      signer,
      certificate,
      signingTime: now,
    })
    expect(await codeOf(verifyTimeStamp(odd, { of: octets }))).toBe('TIME_STAMP_MALFORMED')
    expect(codeOf(() => readTimeStampResponse(octets))).toBe('TIME_STAMP_MALFORMED')
    expect(codeOf(() => parseTimeStampQuery(octets))).toBe('TIME_STAMP_MALFORMED')
  })

  test('TIME_STAMP_REFUSED an authority says no to SHA-1, to another policy and to no request', async () => {
    const sha = { hash: 'SHA-1', digest: sha1(octets) } as const
    await expect(stamp(sha)).rejects.toThrow(/TIME_STAMP_REFUSED: status 2 SHA-1/)
    await expect(stamp({ policy: '1.2.3' })).rejects.toThrow(/TIME_STAMP_REFUSED/)
    const answer = await answerTimeStampQuery(octets, authority, now)
    expect(codeOf(() => readTimeStampResponse(answer))).toBe('TIME_STAMP_REFUSED')
  })
})

describe('ETSI EN 319 122-1 §5.3 a time stamp of a signature', () => {
  let person: TestHolder
  beforeAll(async () => {
    person = await newHolder('phoneSigning', ca, { algorithm: 'ES384' })
  })
  test('ETSI EN 319 122-1 §5.3 is over the value of the signature, which stays as it was; openssl reads it', async () => {
    const { certificate, signer } = person
    const cms = await createSignedData({ content: octets, certificate, signer, signingTime: now })
    const value = signatureValueOf(cms)
    const stamped = addSignatureTimeStamp(cms, await stamp(imprintOf(value)))
    const { signers } = await verifyCms(stamped)
    expect(signers[0].signature).toEqual(value)
    const [token = new Uint8Array()] = signers[0].timeStamps
    expect(await verifyTimeStamp(token, { of: signers[0].signature })).toMatchObject({ time: now })
    const twice = addSignatureTimeStamp(stamped, await stamp(imprintOf(value)))
    expect((await verifyCms(twice)).signers[0].timeStamps).toHaveLength(2)
    await withFolder(async (put) => {
      const root = await put('ca.pem', ca.certificate.der, 'CERTIFICATE')
      const time = ['-attime', String(now.getTime() / 1000), '-purpose', 'any']
      const verified = await openssl(
        ['cms', '-verify', '-inform', 'DER', '-cades', '-CAfile', root, ...time],
        stamped,
      )
      expect(verified.stderr).toMatch(/Verification successful/)
    })
  })
})
