import { beforeAll, describe, expect, test } from 'vitest'
import { codeOf } from '../../tools/code-of.ts'
import { createCertificationRequest, verifyCertificationRequest } from './certification-request.ts'
import * as der from './der.ts'
import { oids } from './oids.ts'
import { createSignedData, verifySignedData } from './signed-data.ts'
import { newCa, newHolder, newSigner, now, type TestCa, type TestHolder } from './test-chain.ts'
import { openssl, withFolder } from './test-openssl.ts'

let ca: TestCa
const holders: Record<'RS256' | 'ES384', TestHolder | undefined> = {
  RS256: undefined,
  ES384: undefined,
}
beforeAll(async () => {
  ca = await newCa('signing')
  holders.RS256 = await newHolder('cardSigning', ca)
  holders.ES384 = await newHolder('phoneSigning', ca, { algorithm: 'ES384' })
})
const holderOf = (algorithm: 'RS256' | 'ES384'): TestHolder => {
  const holder = holders[algorithm]
  if (holder === undefined) throw new Error('made before all')
  return holder
}
const content = new TextEncoder().encode('署名する文書')
const signed = (algorithm: 'RS256' | 'ES384', detached = false): Promise<Uint8Array> => {
  const { certificate, signer } = holderOf(algorithm)
  return createSignedData({ content, certificate, signer, signingTime: now, detached })
}
describe.each(['RS256', 'ES384'] as const)('SignedData by %s', (algorithm) => {
  test('RFC 5652 §5 content, certificate and time come back', async () => {
    const read = await verifySignedData(await signed(algorithm))
    expect(read.content).toEqual(content)
    expect(read.certificate.serialNumber).toBe(holderOf(algorithm).certificate.serialNumber)
    expect(read.signingTime).toEqual(now)
  })

  test('RFC 5652 §5 openssl verifies it, with signing-certificate-v2, enclosed and detached', async () => {
    await withFolder(async (put) => {
      const root = await put('ca.pem', ca.certificate.der, 'CERTIFICATE')
      const file = await put('content', content)
      const time = ['-attime', String(now.getTime() / 1000), '-purpose', 'any']
      const verify = ['cms', '-verify', '-inform', 'DER', '-cades', '-CAfile', root, ...time]
      const enclosed = await openssl(verify, await signed(algorithm))
      expect(enclosed.stderr).toMatch(/Verification successful/)
      expect(enclosed.stdout.replace('\r\n', '\n')).toBe('署名する文書')
      const apart = [...verify, '-binary', '-content', file]
      expect((await openssl(apart, await signed(algorithm, true))).stderr).toMatch(
        /Verification successful/,
      )
    })
  })

  test('RFC 5652 §5 a signature by openssl is verified here', async () => {
    await withFolder(async (put) => {
      const { certificate, privateKey } = holderOf(algorithm)
      const key = await put('key.pem', privateKey, 'PRIVATE KEY')
      const one = await put('one.pem', certificate.der, 'CERTIFICATE')
      const out = await put('out.der', new Uint8Array())
      const hash = algorithm === 'RS256' ? 'sha256' : 'sha384'
      const sign = [
        'cms',
        '-sign',
        '-binary',
        '-nodetach',
        '-cades',
        '-md',
        hash,
        '-signer',
        one,
        '-inkey',
        key,
      ]
      const { code, stderr } = await openssl([...sign, '-outform', 'DER', '-out', out], content)
      expect(`${code} ${stderr}`).toBe('0 ')
      const { readFile } = await import('node:fs/promises')
      const read = await verifySignedData(new Uint8Array(await readFile(out)))
      expect(read.content).toEqual(content)
    })
  })

  test('RFC 5652 §5.4 detached content is taken, another one refused', async () => {
    const cms = await signed(algorithm, true)
    expect((await verifySignedData(cms, { content })).content).toEqual(content)
    expect(await codeOf(verifySignedData(cms, { content: Uint8Array.of(1) }))).toBe(
      'CMS_DIGEST_MISMATCH',
    )
    expect(await codeOf(verifySignedData(cms))).toBe('CMS_MALFORMED')
    expect(await codeOf(verifySignedData(await signed(algorithm), { content }))).toBe(
      'CMS_MALFORMED',
    )
  })
})

describe('bad signatures', () => {
  test('RFC 5652 §5.6 any changed bit is a typed refusal', async () => {
    const cms = await signed('ES384')
    const codes = new Map<string, number>()
    for (let at = 0; at < cms.length; at++) {
      const changed = cms.slice()
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8))
      const code = await codeOf(verifySignedData(changed))
      codes.set(code, (codes.get(code) ?? 0) + 1)
    }
    expect(codes.get('accepted') ?? 0).toBe(0)
    for (const code of codes.keys())
      expect(code).toMatch(/^(CMS_|CERTIFICATE_MALFORMED|ALGORITHM_UNSUPPORTED)/)
    expect(codes.get('CMS_SIGNATURE_INVALID')).toBeGreaterThan(0)
    expect(codes.get('CMS_DIGEST_MISMATCH')).toBeGreaterThan(0)
    expect(codes.get('CMS_ATTRIBUTE_INVALID')).toBeGreaterThan(0)
  })

  test('RFC 5652 §5.3 a certificate of another key is refused before signing', async () => {
    const { certificate } = holderOf('RS256')
    const { signer } = await newSigner('ES384')
    expect(await codeOf(createSignedData({ content, certificate, signer, signingTime: now }))).toBe(
      'KEY_INVALID',
    )
  })

  test('RFC 5652 §10.1 octets that are no CMS are CMS_MALFORMED', async () => {
    for (const bytes of [
      new Uint8Array(),
      Uint8Array.of(0x30, 0x80),
      holderOf('RS256').certificate.der,
    ])
      expect(await codeOf(verifySignedData(bytes))).toBe('CMS_MALFORMED')
  })
})

describe('certification requests', () => {
  test.each(['RS256', 'ES256', 'ES384'] as const)(
    'RFC 2986 a request by %s is verified here and by openssl',
    async (algorithm) => {
      const { signer } = await newSigner(algorithm)
      const bytes = await createCertificationRequest(signer, {
        subject: [
          ['C', 'JP'],
          ['CN', 'x'],
        ],
      })
      const read = await verifyCertificationRequest(bytes)
      expect(read).toMatchObject({
        publicKey: signer.publicKey,
        algorithm,
        subject: { text: 'CN=x,C=JP' },
      })
      const { stderr, stdout } = await openssl(
        ['req', '-inform', 'DER', '-verify', '-noout'],
        bytes,
      )
      expect(stdout + stderr).toMatch(/verify OK/)
    },
  )

  test('RFC 2986 §4.2 any changed octet is a typed refusal', async () => {
    const { signer } = await newSigner('ES256')
    const bytes = await createCertificationRequest(signer)
    for (let at = 0; at < bytes.length; at++) {
      const changed = bytes.slice()
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(await codeOf(verifyCertificationRequest(changed))).toMatch(
        /^(REQUEST_|ALGORITHM_UNSUPPORTED)/,
      )
    }
  })
})

describe('a document signed by its hash', () => {
  const hashed = async () => {
    const { certificate, signer } = holderOf('RS256')
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content))
    const cms = await createSignedData({ digest, certificate, signer, signingTime: now })
    return { cms, digest }
  }

  test('RFC 5126 §5.11.1 it is verified by the hash, by the document, and by openssl', async () => {
    const { cms, digest } = await hashed()
    expect((await verifySignedData(cms, { digest })).signingTime).toEqual(now)
    expect((await verifySignedData(cms, { content })).content).toEqual(content)
    const other = new Uint8Array(digest).fill(1, 0, 1)
    expect(await codeOf(verifySignedData(cms, { digest: other }))).toBe('CMS_DIGEST_MISMATCH')
    await withFolder(async (put) => {
      const root = await put('ca.pem', ca.certificate.der, 'CERTIFICATE')
      const file = await put('content', content)
      const time = ['-attime', String(now.getTime() / 1000), '-purpose', 'any']
      const verify = ['cms', '-verify', '-inform', 'DER', '-cades', '-CAfile', root, ...time]
      expect((await openssl([...verify, '-binary', '-content', file], cms)).stderr).toMatch(
        /Verification successful/,
      )
    })
  })

  test('RFC 5652 §5.2 put around what was signed it is refused: a hash that somebody gave makes no statement', async () => {
    const { cms, digest } = await hashed()
    const [, wrapped] = der.elements(der.readDer(cms))
    const [signedData] = wrapped ? der.elements(wrapped) : []
    const members = signedData ? der.elements(signedData).map(({ whole }) => whole) : []
    const around = der.sequence(der.oid(oids.data), der.explicit(0, der.octetString(content)))
    const changed = der.sequence(...members.with(2, around))
    const enclosed = der.sequence(der.oid(oids.signedData), der.explicit(0, changed))
    expect(await codeOf(verifySignedData(enclosed))).toBe('CMS_ATTRIBUTE_INVALID')
    expect(await codeOf(verifySignedData(enclosed, { digest }))).toBe('CMS_MALFORMED')
  })

  test('RFC 5652 §5.3 a key that signs with another hash signs none', async () => {
    const { certificate, signer } = holderOf('ES384')
    const digest = new Uint8Array(32)
    const attempt = createSignedData({ digest, certificate, signer, signingTime: now })
    expect(await codeOf(attempt)).toBe('ALGORITHM_UNSUPPORTED')
  })
})
