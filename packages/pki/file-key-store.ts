/**
 * Private keys in files, Node only: PKCS #8 EncryptedPrivateKeyInfo (RFC 5958 §3) by PBES2 (RFC 8018 §6.2) with
 * scrypt (RFC 7914 §7) and AES-256-CBC, as `openssl pkcs8` reads it. A file is there whole and on disk, or not at all.
 */
import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import { access, link, mkdir, open, readFile, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { readAlgorithm } from './algorithms.ts'
import * as der from './der.ts'
import { PkiError, parsing } from './errors.ts'
import { algorithmOfPrivateKey, type KeyStore } from './key-store.ts'
import { fromPem, toPem } from './pem.ts'
import { generateKeyPair, softwareSigner } from './signature.ts'
import type { Signer } from './signer.ts'

const pbes2 = '1.2.840.113549.1.5.13'
const scryptOid = '1.3.6.1.4.1.11591.4.11'
const aes256Cbc = '2.16.840.1.101.3.4.1.42'
/** N, r, p (RFC 7914 §2): OWASP's choice at the memory that openssl allows, 16 MB; about 0.2 s a key. */
const cost = { N: 16_384, r: 8, p: 5 } as const
const memoryLimit = 64 * 1024 * 1024
const label = 'ENCRYPTED PRIVATE KEY'

/** @param folder made with mode 0700 when it is not there @param passphrase not empty */
export function fileKeyStore(folder: string, passphrase: string): KeyStore {
  if (passphrase.length === 0) throw new PkiError('KEY_STORE_LOCKED', 'the passphrase is empty')
  const file = (id: string): string => {
    if (!/^[a-z0-9][a-z0-9._-]{0,63}$/i.test(id))
      throw new PkiError('KEY_NOT_FOUND', 'an id has 1 to 64 letters, digits, dots, dashes')
    return join(folder, `${id}.p8`)
  }
  const has = (id: string): Promise<boolean> =>
    access(file(id)).then(
      () => true,
      () => false,
    )
  /** Keys that this store has written or opened: the same file is not opened twice, which costs a stretched passphrase each time. */
  const known = new Map<string, { readonly text: string; readonly signer: Signer }>()
  return {
    has,
    async create(id, algorithm) {
      if (await has(id)) throw new PkiError('KEY_EXISTS', `a key ${id} exists`)
      const { privateKey } = await generateKeyPair(algorithm)
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const text = toPem(label, await encrypt(privateKey, passphrase))
      await write(folder, file(id), text)
      const signer = await softwareSigner(privateKey, algorithm)
      known.set(id, { text, signer })
      return signer
    },
    async signer(id) {
      const text = await readFile(file(id), 'utf8').catch(() => {
        throw new PkiError('KEY_NOT_FOUND', `no key ${id}`)
      })
      const before = known.get(id)
      if (before?.text === text) return before.signer
      const privateKey = await decrypt(fromPem(label, text), passphrase)
      const signer = await softwareSigner(privateKey, algorithmOfPrivateKey(privateKey))
      known.set(id, { text, signer })
      return signer
    },
  }
}

/** Beside it, to disk, into place, the folder to disk. A link is made only where nothing stands: no key is overwritten. */
async function write(folder: string, path: string, text: string): Promise<void> {
  const beside = `${path}.${randomBytes(6).toString('hex')}.part`
  try {
    const handle = await open(beside, 'wx', 0o600)
    try {
      await handle.writeFile(text)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await link(beside, path).catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'EEXIST'
        ? new PkiError('KEY_EXISTS', 'a key with that id exists')
        : error
    })
  } finally {
    await unlink(beside).catch(() => undefined)
  }
  const directory = await open(folder, 'r')
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}

interface Cost {
  readonly N: number
  readonly r: number
  readonly p: number
}

const derive = (passphrase: string, salt: Uint8Array, { N, r, p }: Cost): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const options = { N, r, p, maxmem: memoryLimit }
    scrypt(passphrase, salt, 32, options, (error, key) => (error ? reject(error) : resolve(key)))
  })

async function encrypt(pkcs8: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const salt = randomBytes(16)
  const iv = randomBytes(16)
  const cipher = createCipheriv('aes-256-cbc', await derive(passphrase, salt, cost), iv)
  const parameters = der.sequence(
    der.sequence(
      der.oid(scryptOid),
      der.sequence(
        der.octetString(salt),
        der.integer(cost.N),
        der.integer(cost.r),
        der.integer(cost.p),
      ),
    ),
    der.sequence(der.oid(aes256Cbc), der.octetString(iv)),
  )
  return der.sequence(
    der.sequence(der.oid(pbes2), parameters),
    der.octetString(Buffer.concat([cipher.update(pkcs8), cipher.final()])),
  )
}

async function decrypt(bytes: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const { salt, iv, data, cost } = parsing('KEY_INVALID', () => readEncrypted(bytes))
  try {
    const decipher = createDecipheriv('aes-256-cbc', await derive(passphrase, salt, cost), iv)
    const plain = new Uint8Array(Buffer.concat([decipher.update(data), decipher.final()]))
    algorithmOfPrivateKey(plain)
    return plain
  } catch {
    throw new PkiError('KEY_STORE_LOCKED', 'the passphrase does not open the key')
  }
}

function readEncrypted(bytes: Uint8Array): {
  salt: Uint8Array
  iv: Uint8Array
  data: Uint8Array
  cost: Cost
} {
  const reader = new der.Reader(der.readDer(bytes, der.tags.sequence))
  const scheme = readAlgorithm(reader.next(der.tags.sequence))
  const data = der.readOctets(reader.next(der.tags.octetString))
  reader.end()
  if (scheme.oid !== pbes2 || scheme.parameters === undefined)
    throw new PkiError('KEY_INVALID', 'no PBES2')
  const parts = new der.Reader(scheme.parameters)
  const kdf = readAlgorithm(parts.next(der.tags.sequence))
  const cipher = readAlgorithm(parts.next(der.tags.sequence))
  parts.end()
  if (kdf.oid !== scryptOid || kdf.parameters === undefined)
    throw new PkiError('KEY_INVALID', 'the key derivation is not scrypt')
  if (cipher.oid !== aes256Cbc || cipher.parameters === undefined)
    throw new PkiError('KEY_INVALID', 'the cipher is not AES-256-CBC')
  const values = new der.Reader(kdf.parameters)
  const salt = der.readOctets(values.next(der.tags.octetString))
  const [N, r, p] = [1, 2, 3].map(() => der.readNumber(values.next(der.tags.integer)))
  if (N === undefined || r === undefined || p === undefined || N > 2 ** 15 || r > 8 || p > 16)
    throw new PkiError('KEY_INVALID', 'scrypt would cost too much')
  return { salt, iv: der.readOctets(cipher.parameters), data, cost: { N, r, p } }
}
