import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fileKeyStore } from './file-key-store.ts'
import { type KeyStore, memoryKeyStore } from './key-store.ts'
import { decodeEcdsa, encodeEcdsa, softwareSigner, verifySignature } from './signature.ts'
import { newSigner, random } from './test-chain.ts'
import { openssl } from './test-openssl.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kazashi-keys-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const data = new TextEncoder().encode('to be signed')
const stores: readonly [string, () => KeyStore][] = [
  ['in memory', memoryKeyStore],
  ['in files', () => fileKeyStore(join(folder, 'keys'), 'a passphrase')],
]

describe.each(stores)('keys %s', (_, open) => {
  test.each(['RS256', 'ES256', 'ES384'] as const)(
    'RFC 5958 a key for %s is made once and signs',
    async (algorithm) => {
      const store = open()
      expect(await store.has('root')).toBe(false)
      const made = await store.create('root', algorithm)
      expect(await store.has('root')).toBe(true)
      const signer = await store.signer('root')
      expect(signer.publicKey).toEqual(made.publicKey)
      expect(signer.algorithm).toBe(algorithm)
      expect(
        await verifySignature(signer.publicKey, algorithm, data, await signer.sign(data)),
      ).toBe(true)
      await expect(store.create('root', algorithm)).rejects.toMatchObject({ code: 'KEY_EXISTS' })
      await expect(store.signer('other')).rejects.toMatchObject({ code: 'KEY_NOT_FOUND' })
    },
  )
})

describe('keys in files', () => {
  test('RFC 5958 §3 the file is encrypted, for its owner only, and openssl opens it', async () => {
    const signer = await fileKeyStore(folder, 'a passphrase').create('root', 'ES384')
    const [name = '', ...more] = await readdir(folder)
    expect([name, ...more]).toEqual(['root.p8'])
    const path = join(folder, name)
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect(await readFile(path, 'utf8')).toMatch(/^-----BEGIN ENCRYPTED PRIVATE KEY-----/)
    const { stdout } = await openssl([
      'pkey',
      '-in',
      path,
      '-passin',
      'pass:a passphrase',
      '-pubout',
    ])
    expect(stdout.replace(/-----.*-----|\n/g, '')).toBe(
      Buffer.from(signer.publicKey).toString('base64'),
    )
  })

  test('RFC 8018 §6.2 a wrong passphrase and a broken file are told apart', async () => {
    await fileKeyStore(folder, 'right').create('root', 'ES256')
    await expect(fileKeyStore(folder, 'wrong').signer('root')).rejects.toMatchObject({
      code: 'KEY_STORE_LOCKED',
    })
    await writeFile(join(folder, 'broken.p8'), 'x')
    await expect(fileKeyStore(folder, 'right').signer('broken')).rejects.toMatchObject({
      code: 'PEM_INVALID',
    })
    expect(() => fileKeyStore(folder, '')).toThrow(
      expect.objectContaining({ code: 'KEY_STORE_LOCKED' }),
    )
  })

  test('RFC 5958 a file that was put in place of another is opened, and one that is gone is not found', async () => {
    const store = fileKeyStore(folder, 'p')
    const [first, second] = [await store.create('a', 'ES256'), await store.create('b', 'ES256')]
    expect((await store.signer('a')).publicKey).toEqual(first.publicKey)
    await writeFile(join(folder, 'a.p8'), await readFile(join(folder, 'b.p8')))
    expect((await store.signer('a')).publicKey).toEqual(second.publicKey)
    await rm(join(folder, 'a.p8'))
    await expect(store.signer('a')).rejects.toMatchObject({ code: 'KEY_NOT_FOUND' })
  })

  test('RFC 5958 two that make one key at a time: one gets it, the other is refused', async () => {
    const makers = await Promise.allSettled([
      fileKeyStore(folder, 'p').create('root', 'ES256'),
      fileKeyStore(folder, 'p').create('root', 'ES256'),
    ])
    const made = makers.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    expect(made).toHaveLength(1)
    expect((await fileKeyStore(folder, 'p').signer('root')).publicKey).toEqual(made[0]?.publicKey)
    expect(await readdir(folder)).toEqual(['root.p8'])
  })

  test('RFC 5958 an id that would leave the folder is refused', async () => {
    const store = fileKeyStore(folder, 'p')
    for (const id of ['../x', '', '.', 'a/b', 'x'.repeat(65)])
      await expect(store.create(id, 'ES256')).rejects.toMatchObject({ code: 'KEY_NOT_FOUND' })
  })
})

describe('signatures', () => {
  test('RFC 5480 appendix A r and s there and back, also short ones', () => {
    for (let i = 0; i < 200; i++) {
      const raw = random(96)
      if (i % 3 === 0) raw.fill(0, 0, 10)
      if (i % 5 === 0) raw.fill(0, 48, 60)
      expect(decodeEcdsa(encodeEcdsa(raw), 48)).toEqual(raw)
    }
  })

  test('RFC 8017 §8.2.2 another message, key or form is not verified', async () => {
    const one = await newSigner('RS256')
    const other = await newSigner('RS256')
    const signature = await one.signer.sign(data)
    expect(await verifySignature(one.signer.publicKey, 'RS256', data, signature)).toBe(true)
    expect(await verifySignature(other.signer.publicKey, 'RS256', data, signature)).toBe(false)
    expect(await verifySignature(one.signer.publicKey, 'RS256', Uint8Array.of(1), signature)).toBe(
      false,
    )
    expect(await verifySignature(one.signer.publicKey, 'ES256', data, signature)).toBe(false)
    expect(await verifySignature(Uint8Array.of(0x30, 0), 'RS256', data, signature)).toBe(false)
  })

  test('RFC 5958 §2 octets that are no key of that kind are KEY_INVALID, and the message shows nothing of it', async () => {
    const { privateKey } = await newSigner('ES256')
    for (const bytes of [Uint8Array.of(1, 2, 3), privateKey.slice(0, -1)])
      await expect(softwareSigner(bytes, 'ES256')).rejects.toMatchObject({
        code: 'KEY_INVALID',
        message: 'KEY_INVALID: no private key for ES256',
      })
    await expect(softwareSigner(privateKey, 'ES384')).rejects.toMatchObject({ code: 'KEY_INVALID' })
  })
})
