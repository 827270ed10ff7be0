/** CMS that others make, here OpenSSL: in pieces, by several, with SHA-512 and PSS; and what is refused of it. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { concat } from '@kazashi/octets'
import { beforeAll, describe, expect, test } from 'vitest'
import { codeOf } from '../../tools/code-of.ts'
import { createBareSignedData } from './bare-signed-data.ts'
import { derOf } from './ber.ts'
import { verifyCms } from './cms-verify.ts'
import * as der from './der.ts'
import { oids } from './oids.ts'
import { createSignedData } from './signed-data.ts'
import { newCa, newHolder, newSigner, now, type TestCa, type TestHolder } from './test-chain.ts'
import { forge } from './test-forge.ts'
import { openssl, withFolder } from './test-openssl.ts'
import { addSignatureTimeStamp } from './time-stamp-authority.ts'

const content = new TextEncoder().encode('署名する文書')
let ca: TestCa
let rsa: TestHolder
let ec: TestHolder
beforeAll(async () => {
  ca = await newCa('signing')
  rsa = await newHolder('cardSigning', ca)
  ec = await newHolder('phoneSigning', ca, { algorithm: 'ES384' })
})

/** `openssl cms -sign`, by one holder or several. */
const byOpenssl = (holders: readonly TestHolder[], ...words: readonly string[]) =>
  withFolder(async (put) => {
    const signers: string[] = []
    for (const [at, { certificate, privateKey }] of holders.entries())
      signers.push(
        '-signer',
        await put(`${at}.pem`, certificate.der, 'CERTIFICATE'),
        '-inkey',
        await put(`${at}.key`, privateKey, 'PRIVATE KEY'),
      )
    const file = await put('content', content)
    const out = await put('out.der', new Uint8Array())
    const made = await openssl([
      ...['cms', '-sign', '-binary', '-in', file, '-outform', 'DER', '-out', out],
      ...signers,
      ...words,
    ])
    expect(made.stderr).toBe('')
    return new Uint8Array(await readFile(out))
  })

describe('RFC 5652 §5 signatures by OpenSSL', () => {
  test.each<[string, string[]]>([
    ['with SHA-256', ['-cades', '-md', 'sha256', '-nodetach']],
    ['with SHA-512', ['-cades', '-md', 'sha512', '-nodetach']],
    ['in pieces of indefinite length', ['-cades', '-stream', '-indef', '-nodetach']],
    ['by a key identifier', ['-cades', '-keyid', '-nodetach']],
    [
      'with PSS',
      [
        '-cades',
        '-nodetach',
        '-md',
        'sha256',
        '-keyopt',
        'rsa_padding_mode:pss',
        '-keyopt',
        'rsa_pss_saltlen:-1',
      ],
    ],
  ])('RFC 5652 §5 %s', async (_, words) => {
    const cms = await verifyCms(await byOpenssl([rsa], ...words))
    expect(cms.content).toEqual(content)
    expect(cms.isDetached).toBe(false)
    expect(cms.signers).toMatchObject([
      { signingCertificate: 'v2', certificate: { serialNumber: rsa.certificate.serialNumber } },
    ])
    expect(cms.signers[0].signingTime).toBeInstanceOf(Date)
  })

  test('RFC 5652 §5.1 by two people, each of whom has to be right', async () => {
    const both = await byOpenssl([rsa, ec], '-cades', '-nodetach')
    const { signers } = await verifyCms(both)
    expect(new Set(signers.map(({ algorithm }) => algorithm))).toEqual(new Set(['RS256', 'ES256']))
    const broken = both.slice()
    broken[broken.length - 1] = (broken.at(-1) ?? 0) ^ 1
    expect(await codeOf(verifyCms(broken))).toBe('CMS_SIGNATURE_INVALID')
  })

  test('RFC 5652 §5.4 detached, with the content given, and not otherwise', async () => {
    const detached = await byOpenssl([ec], '-cades')
    expect(await verifyCms(detached, { content })).toMatchObject({ isDetached: true })
    expect(await codeOf(verifyCms(detached))).toBe('CMS_MALFORMED')
    const other = content.with(0, 0)
    expect(await codeOf(verifyCms(detached, { content: other }))).toBe('CMS_DIGEST_MISMATCH')
    const enclosed = await byOpenssl([ec], '-cades', '-nodetach')
    expect(await codeOf(verifyCms(enclosed, { content }))).toBe('CMS_MALFORMED')
  })

  test('RFC 5035 §3 without signing-certificate, or without any certificate, only where it is asked for', async () => {
    const unnamed = await byOpenssl([ec], '-nodetach')
    expect(await codeOf(verifyCms(unnamed))).toBe('CMS_ATTRIBUTE_INVALID')
    const optional = { signingCertificate: 'optional' } as const
    expect((await verifyCms(unnamed, optional)).signers[0].signingCertificate).toBeUndefined()
    const without = await byOpenssl([ec], '-nodetach', '-nocerts', '-cades')
    expect(await codeOf(verifyCms(without))).toBe('CMS_SIGNER_MISSING')
    const certificates = [rsa.certificate, ec.certificate]
    expect(await verifyCms(without, { certificates })).toMatchObject({ certificates: [] })
  })

  test('RFC 6194 §3 SHA-1 is refused, unless old material is judged', async () => {
    const old = await byOpenssl([rsa], '-md', 'sha1', '-nodetach')
    const optional = { signingCertificate: 'optional' } as const
    expect(await codeOf(verifyCms(old, optional))).toBe('ALGORITHM_UNSUPPORTED')
    const { signers } = await verifyCms(old, { ...optional, sha1: true })
    expect(signers[0].algorithm).toBe('RS1')
  })

  test('RFC 5652 §5.4 without signed attributes only where it is asked for, and never over what looks like them', async () => {
    const bare = await byOpenssl([rsa], '-noattr', '-nodetach')
    expect(await codeOf(verifyCms(bare))).toBe('CMS_ATTRIBUTE_INVALID')
    expect(await verifyCms(bare, { bare: true })).toMatchObject({ content })
    // Somebody's signed attributes, given out for content that was signed bare.
    const { certificate, signer } = rsa
    const attributes = der.setOf(
      der.sequence(der.oid(oids.contentType), der.setOf(der.oid(oids.data))),
    )
    const forged = await createBareSignedData({ octets: attributes, certificate, signer })
    expect(await codeOf(verifyCms(forged, { bare: true, content: attributes }))).toBe(
      'CMS_ATTRIBUTE_INVALID',
    )
  })
})

test('RFC 5035 §5 a signature that names another certificate of the same key is refused', async () => {
  const { signer, certificate } = ec
  const twin = await newHolder('phoneSigning', ca, { algorithm: 'ES384', index: 9 })
  const cms = await createSignedData({ content, certificate, signer, signingTime: now })
  // The hash of the certificate in signing-certificate-v2 becomes another.
  const text = Buffer.from(cms).toString('hex')
  const hashOf = (one: TestHolder) => createHash('sha256').update(one.certificate.der).digest('hex')
  expect(text).toContain(hashOf(ec))
  const other = Buffer.from(text.replace(hashOf(ec), hashOf(twin)), 'hex')
  expect(await codeOf(verifyCms(new Uint8Array(other)))).toBe('CMS_ATTRIBUTE_INVALID')
})

test('RFC 5652 §5.3 another certificate of the same issuer and serial number stands in nobody’s way', async () => {
  const { signer, certificate } = ec
  const { signer: other } = await newSigner('ES384')
  const decoy = await forge({
    subject: [['CN', 'decoy']],
    issuer: { name: certificate.issuer.der, signer: other },
    signer: other,
    serialNumber: certificate.serialNumber,
  })
  const cms = await createSignedData({
    content,
    certificate,
    signer,
    signingTime: now,
    encloses: false,
  })
  const seen = await verifyCms(cms, { certificates: [decoy, certificate] })
  expect(seen.signers[0].certificate.subject.text).toBe(certificate.subject.text)
})

test('RFC 5652 §5.3 many attributes, and many elements, end with an answer', async () => {
  const { signer, certificate } = ec
  const cms = await createSignedData({ content, certificate, signer, signingTime: now })
  const token = der.sequence(der.oid('1.2.3'))
  const withMany = addSignatureTimeStamp(cms, token)
  // One attribute becomes sixty thousand.
  const one = der.sequence(der.oid(oids.signatureTimeStamp), der.setOf(token))
  const outer = new der.Reader(der.readDer(withMany))
  const type = outer.any()
  const parts = new der.Reader(der.readDer(outer.any().content)).all((part) => part)
  const [signerInfo] = new der.Reader(parts.at(-1) ?? new Uint8Array()).all((part) => part)
  const fields = new der.Reader(signerInfo ?? new Uint8Array()).all(({ whole }) => whole)
  const many = der.implicit(1, der.setOfAll(Array.from({ length: 60_000 }, () => one)))
  const whole = der.sequence(...fields.slice(0, -1), many)
  const stamped = der.sequence(
    type.whole,
    der.explicit(
      0,
      der.sequence(...parts.slice(0, -1).map((part) => part.whole), der.setOf(whole)),
    ),
  )
  expect(await codeOf(verifyCms(stamped))).toBe('CMS_MALFORMED')
  const fewer = der.implicit(1, der.setOfAll(Array.from({ length: 20_000 }, () => one)))
  const right = der.sequence(
    type.whole,
    der.explicit(
      0,
      der.sequence(
        ...parts.slice(0, -1).map((part) => part.whole),
        der.setOf(der.sequence(...fields.slice(0, -1), fewer)),
      ),
    ),
  )
  expect((await verifyCms(right)).signers[0].timeStamps).toHaveLength(20_000)
})

describe('X.690 §8 BER', () => {
  test('X.690 §8.1.3 long lengths and pieces become the one form, and DER stays', async () => {
    const { signer, certificate } = ec
    const whole = await createSignedData({ content, certificate, signer, signingTime: now })
    expect(derOf(whole)).toEqual(whole)
    const pieces = Uint8Array.of(
      0x24,
      0x80,
      0x04,
      0x81,
      0x01,
      0x61,
      0x24,
      0x03,
      0x04,
      0x01,
      0x62,
      0,
      0,
    )
    expect(derOf(pieces)).toEqual(Uint8Array.of(0x04, 0x02, 0x61, 0x62))
    const long = new Uint8Array(200).fill(1)
    const header = Uint8Array.of(0x04, 0x84, 0, 0, 0, 200)
    expect(derOf(concat([header, long]))).toEqual(der.octetString(long))
  })

  test.each<[string, number[]]>([
    ['cut off', [0x30, 0x80, 0x02, 0x01]],
    ['without its end', [0x30, 0x80, 0x02, 0x01, 0x05]],
    ['a primitive of indefinite length', [0x04, 0x80, 0, 0]],
    ['past the end', [0x04, 0x05, 1]],
    ['a child past its parent', [0x30, 0x03, 0x04, 0x05, 1]],
    ['octets after the end', [0x05, 0x00, 0x00]],
    ['a length of nine octets', [0x04, 0x89, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1]],
    ['a high tag number', [0x3f, 0x81, 0x01, 0x00]],
    ['a piece that is no string', [0x24, 0x03, 0x02, 0x01, 0x05]],
    ['a bit string in pieces', [0x23, 0x00]],
    ['fifty elements within elements', [...Array.from({ length: 50 }, () => [0x30, 0x80]).flat()]],
  ])('X.690 §8.1 DER_INVALID: %s', (_, octets) => {
    expect(codeOf(() => derOf(Uint8Array.from(octets)))).toBe('DER_INVALID')
  })
})
