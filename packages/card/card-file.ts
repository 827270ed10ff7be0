/**
 * A card as a file: values that the card tells everybody are readable in it, values behind a secret or told to nobody are
 * in one JWE (RFC 7516), which also holds the digest of the readable part.
 */

import { base64url } from '@kazashi/octets'
import { CompactEncrypt, compactDecrypt, errors } from 'jose'
import { z } from 'zod'
import { sha256 } from '#crypto'
import type { CardContents } from './contents.ts'
import {
  type ContentsDocument,
  contentsDocument,
  fromDocument,
  parseDocument,
  toDocument,
} from './contents-document.ts'
import { CardError } from './errors.ts'

/** The key of a card file: a passphrase of a person, or 32 random bytes that a program keeps. */
export type CardFileKey = { readonly passphrase: string } | { readonly key: Uint8Array }

/** PBKDF2 with HMAC-SHA-512 (OWASP Password Storage Cheat Sheet, 2023). */
export const PASSPHRASE_ITERATIONS = 210_000
/** A file from elsewhere may ask for no more work than this. */
const MOST_ITERATIONS = 2_000_000
const KEY_LENGTH = 32

const passphraseWrapping = 'PBES2-HS512+A256KW'
const contentEncryption = 'A256GCM'

const cardFile = contentsDocument.extend({ sealed: z.string() })
const sealedPart = z.strictObject({
  /** SHA-256 of the readable part as `readableText` writes it, base64url. */
  digest: z.string(),
  /** `applet/file` → its value; records as a list. */
  values: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
})
type SealedValues = z.infer<typeof sealedPart>['values']
type FileDocument = ContentsDocument['applets'][number]['files'][number]

/**
 * Card contents as a JSON file.
 * @throws {CardError} VALUE_OUT_OF_RANGE: a key that is not 32 bytes, an empty passphrase
 */
export async function sealCard(contents: CardContents, key: CardFileKey): Promise<string> {
  const { readable, values } = split(toDocument(contents))
  const payload = JSON.stringify({ digest: digest(readable), values })
  const encrypt = new CompactEncrypt(new TextEncoder().encode(payload))
  const sealed =
    'key' in key
      ? await encrypt
          .setProtectedHeader({ alg: 'dir', enc: contentEncryption })
          .encrypt(keyBytes(key))
      : await encrypt
          .setProtectedHeader({ alg: passphraseWrapping, enc: contentEncryption })
          .setKeyManagementParameters({ p2c: PASSPHRASE_ITERATIONS })
          .encrypt(keyBytes(key))
  return `${JSON.stringify({ ...readable, sealed }, undefined, 1)}\n`
}

/**
 * Reads a card file.
 * @throws {CardError} CONTENTS_MALFORMED: not a card file; CONTENTS_KEY_WRONG: another key, or the sealed part was
 *   changed; CONTENTS_ALTERED: the readable part was changed; VALUE_OUT_OF_RANGE
 */
export async function openCardFile(text: string, key: CardFileKey): Promise<CardContents> {
  const { sealed, ...readable } = parseDocument(cardFile, text)
  const payload = parseDocument(sealedPart, await decrypt(sealed, key))
  if (payload.digest !== digest(readable)) throw new CardError('CONTENTS_ALTERED')
  return fromDocument(join(readable, payload.values))
}

async function decrypt(sealed: string, key: CardFileKey): Promise<string> {
  try {
    const { plaintext } = await compactDecrypt(sealed, keyBytes(key), {
      keyManagementAlgorithms: ['key' in key ? 'dir' : passphraseWrapping],
      contentEncryptionAlgorithms: [contentEncryption],
      maxPBES2Count: MOST_ITERATIONS,
    })
    return new TextDecoder().decode(plaintext)
  } catch (error) {
    // Also where a file sealed by a passphrase is opened with a key, or the other way round.
    if (error instanceof errors.JWEDecryptionFailed || error instanceof errors.JOSEAlgNotAllowed)
      throw new CardError('CONTENTS_KEY_WRONG')
    if (error instanceof errors.JOSEError)
      throw new CardError('CONTENTS_MALFORMED', { detail: 'sealed part' })
    throw error
  }
}

/** A passphrase typed on another keyboard is the same one: NFC (RFC 8265 §4.2.2), then UTF-8. */
function keyBytes(key: CardFileKey): Uint8Array {
  const bytes = 'key' in key ? key.key : new TextEncoder().encode(key.passphrase.normalize('NFC'))
  if ('key' in key && bytes.length !== KEY_LENGTH)
    throw new CardError('VALUE_OUT_OF_RANGE', { detail: `a key has ${KEY_LENGTH} bytes` })
  if (bytes.length === 0)
    throw new CardError('VALUE_OUT_OF_RANGE', { detail: 'the passphrase is empty' })
  return bytes
}

// zod gives the fields in the order of the shape, so the text does not depend on how the file was written.
const digest = (readable: ContentsDocument): string =>
  base64url.encode(
    sha256(new TextEncoder().encode(JSON.stringify(contentsDocument.parse(readable)))),
  )

function split(document: ContentsDocument): { readable: ContentsDocument; values: SealedValues } {
  const values: SealedValues = {}
  const applets = document.applets.map(({ name, files }) => ({
    name,
    files: files.map((file) => {
      const [rest, value] = takeValue(file)
      if (value !== null) values[`${name}/${file.id}`] = value
      return rest
    }),
  }))
  return { readable: { ...document, applets }, values }
}

/** Takes out the values that not everybody may read: `null` stands in its place. */
function takeValue(file: FileDocument): [FileDocument, string | string[] | null] {
  switch (file.type) {
    case 'secret':
      return [{ ...file, value: null }, file.value]
    case 'private-key':
      return [{ ...file, key: null }, file.key]
    case 'transparent':
      return file.read === 'free' ? [file, null] : [{ ...file, content: null }, file.content]
    case 'record':
      return file.read === 'free' ? [file, null] : [{ ...file, records: null }, file.records]
  }
}

/** Puts the values back; the result is checked like any document. @throws {CardError} CONTENTS_MALFORMED */
function join(readable: ContentsDocument, values: SealedValues): ContentsDocument {
  const applets = readable.applets.map(({ name, files }) => ({
    name,
    files: files.map((file) => {
      const value = values[`${name}/${file.id}`]
      return value === undefined ? file : { ...file, [valueField[file.type]]: value }
    }),
  }))
  return parseDocument(contentsDocument, JSON.stringify({ ...readable, applets }))
}

const valueField = {
  transparent: 'content',
  record: 'records',
  secret: 'value',
  'private-key': 'key',
} as const
