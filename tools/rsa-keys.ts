/**
 * RSA-2048 keys for tests in which the key is not the point, as making one takes a tenth of a second: each is made once on this
 * machine and kept beside other caches; a test file gets one after the other, none twice. Nothing but tests and their
 * builders may import this folder (check-imports.ts).
 */
import { createPrivateKey, createPublicKey, generateKeyPair, randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const kept = join(import.meta.dirname, '../node_modules/.cache/kazashi-test-keys')
const make = promisify(generateKeyPair)

export interface RsaKey {
  /** PKCS #8, DER */
  readonly privateKey: Uint8Array
  /** SubjectPublicKeyInfo, DER */
  readonly publicKey: Uint8Array
}

async function keptOrMade(folder: string, number: number): Promise<Buffer> {
  const path = join(folder, `${number}.p8`)
  const found = await readFile(path).catch(() => undefined)
  if (found !== undefined) return found
  const { privateKey } = await make('rsa', { modulusLength: 2048 })
  const key = privateKey.export({ format: 'der', type: 'pkcs8' })
  // Another worker may make the same number: whichever is there later is as good.
  const part = `${path}.${randomBytes(6).toString('hex')}`
  await mkdir(folder, { recursive: true })
  await writeFile(part, key, { mode: 0o600 })
  await rename(part, path)
  return key
}

/** @param folder where they are kept @returns a function that gives a key not given before */
export function rsaKeysIn(folder: string): () => Promise<RsaKey> {
  let given = 0
  return async () => {
    given += 1
    const key = await keptOrMade(folder, given)
    const form = { key, format: 'der', type: 'pkcs8' } as const
    const publicKey = createPublicKey(createPrivateKey(form)).export({
      format: 'der',
      type: 'spki',
    })
    return { privateKey: new Uint8Array(key), publicKey: new Uint8Array(publicKey) }
  }
}

/** Vitest has modules of its own for each test file: the first key of each file is the same. */
export const nextRsaKey: () => Promise<RsaKey> = rsaKeysIn(kept)
