/** Files that a crash cannot tear: written whole beside the old one, flushed, then put in its place. Readable by their owner only. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, rename, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { base64 } from '@kazashi/octets'

const ownerOnly = 0o600
const ivLength = 12
const tagLength = 16
const sealingKeyLength = 32

async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function writeFlushed(path: string, data: Uint8Array | string): Promise<void> {
  const handle = await open(path, 'wx', ownerOnly)
  try {
    await handle.writeFile(data)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Durable when it resolves; after any failure the file is the old one or the new one. */
export async function writeDurably(
  folder: string,
  name: string,
  data: Uint8Array | string,
): Promise<void> {
  const temporary = join(folder, `.${name}.${randomBytes(8).toString('hex')}`)
  try {
    await writeFlushed(temporary, data)
    await rename(temporary, join(folder, name))
  } catch (error) {
    await unlink(temporary).catch(() => undefined)
    throw error
  }
  await flushFolder(folder)
}

/** The folder's own key, made on first use. It guards files that leave the folder, not the folder itself. */
export async function folderKey(folder: string): Promise<Uint8Array> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, 'box.key')
  const fresh = join(folder, `.box.key.${randomBytes(8).toString('hex')}`)
  try {
    const found = await readFile(path)
    if (found.length === sealingKeyLength) return new Uint8Array(found)
    throw new RangeError(`${path} is not a key of ${sealingKeyLength} bytes`)
  } catch (error) {
    if (!isMissing(error)) throw error
  }
  await writeFlushed(fresh, randomBytes(sealingKeyLength))
  // A link fails where another process was first, so no key is overwritten.
  await link(fresh, path).catch(() => undefined)
  await unlink(fresh)
  await flushFolder(folder)
  return new Uint8Array(await readFile(path))
}

export const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** AES-256-GCM (NIST SP 800-38D): nonce ‖ text ‖ tag, base64. @param label names the text, so that no other can take its place */
export function sealText(text: string, label: string, key: Uint8Array): string {
  const iv = randomBytes(ivLength)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(label))
  return base64.encode(
    Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]),
  )
}

/** @throws {Error} another key or label, or altered, or not base64 */
export function openText(sealed: string, label: string, key: Uint8Array): string {
  const bytes = base64.decode(sealed)
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivLength))
  decipher.setAAD(Buffer.from(label)).setAuthTag(bytes.subarray(-tagLength))
  const text = bytes.subarray(ivLength, -tagLength)
  return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8')
}
