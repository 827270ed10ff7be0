/** Card contents as a JSON document (RFC 8259), encode beside decode; shapes of contents.ts, bytes as base64url. */
import { base64url, hex } from '@kazashi/octets'
import { z } from 'zod'
import type { AppletContents, CardContents, ElementaryFile } from './contents.ts'
import { CardError } from './errors.ts'

/** A counter is four bits of 63Cx (ISO 7816-4 §7.5.1). */
const MOST_TRIES = 15
/** As far as an offset of 15 bits and one answer reach (ISO 7816-4 §7.2.3). */
const LONGEST_FILE = 65_535
/** ISO/IEC 7816-3 §8: TS, T0 and at most 31 more. */
const LONGEST_ATR = 33

const bytes = z.string().refine(base64url.is)
const hexBytes = z.string().regex(/^([0-9A-F]{2})*$/)
const id = z.string().regex(/^[0-9A-F]{4}$/)
const fileId = id.refine((text) => idNumber(text) >= 1 && idNumber(text) <= 0x1e)
const rule = z.union([z.literal(['free', 'never']), z.array(fileId).min(1)])
const tries = z.int().min(0).max(MOST_TRIES)

/** `null`: the value stands elsewhere (sealed) or is not set; which of the two, the other document says. */
const fileDocument = z.discriminatedUnion('type', [
  z.strictObject({
    id: fileId,
    type: z.literal('transparent'),
    read: rule,
    content: bytes.nullable(),
  }),
  z.strictObject({
    id: fileId,
    type: z.literal('record'),
    read: rule,
    records: z.array(bytes).max(254).nullable(),
  }),
  z.strictObject({
    id: fileId,
    type: z.literal('secret'),
    form: z.literal(['signing-password', 'four-digits', 'fixed']),
    tries: tries.min(1),
    triesLeft: tries,
    value: bytes.min(1).nullable(),
  }),
  z.strictObject({ id: fileId, type: z.literal('private-key'), use: rule, key: bytes.nullable() }),
])

export const contentsDocument = z.strictObject({
  format: z.literal('kazashi-card'),
  version: z.literal(1),
  carrier: z.literal(['card', 'android', 'iphone']),
  atr: hexBytes.min(4).max(2 * LONGEST_ATR),
  applets: z
    .array(
      z.strictObject({
        name: z.literal(['jpki', 'card-data', 'visual', 'common', 'resident-register']),
        files: z.array(fileDocument).max(0x1e),
      }),
    )
    .max(5),
  dataObjects: z.record(id, bytes),
})

export type ContentsDocument = z.infer<typeof contentsDocument>
type FileDocument = z.infer<typeof fileDocument>
type RuleDocument = z.infer<typeof rule>

/** Four hexadecimal digits of a file identifier or tag. */
const idText = (value: number): string => value.toString(16).toUpperCase().padStart(4, '0')
const idNumber = (text: string): number => Number.parseInt(text, 16)

/** Contents as a plain document, secrets and keys readable in it: for memory, not for disks. */
export const encodeContents = (contents: CardContents): string =>
  JSON.stringify(toDocument(contents))

/**
 * Reads what `encodeContents` wrote.
 * @throws {CardError} CONTENTS_MALFORMED: not JSON, another format, or values that no card has
 */
export const decodeContents = (text: string): CardContents =>
  fromDocument(parseDocument(contentsDocument, text))

/**
 * JSON text as a value of a shape. The error names the place, never the value: it may be a secret.
 * @throws {CardError} CONTENTS_MALFORMED
 */
export function parseDocument<T>(shape: z.ZodType<T>, text: string): T {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new CardError('CONTENTS_MALFORMED', { detail: 'not JSON' })
  }
  const result = shape.safeParse(value)
  if (result.success) return result.data
  const places = result.error.issues.map(({ path }) => path.join('.') || 'document')
  throw new CardError('CONTENTS_MALFORMED', { detail: places.slice(0, 3).join(', ') })
}

/** The document of some contents; its fields always come in the same order. */
export const toDocument = (contents: CardContents): ContentsDocument => ({
  format: 'kazashi-card',
  version: contents.version,
  carrier: contents.carrier,
  atr: hex.encode(contents.atr).toUpperCase(),
  applets: contents.applets.map(({ name, files }) => ({
    name,
    files: [...files].map(([fid, file]) => fileToDocument(idText(fid), file)),
  })),
  dataObjects: Object.fromEntries(
    [...contents.dataObjects].map(([tag, value]) => [idText(tag), base64url.encode(value)]),
  ),
})

const ruleToDocument = (value: 'free' | 'never' | { anyOf: readonly number[] }): RuleDocument =>
  typeof value === 'string' ? value : value.anyOf.map(idText)

const text = (value: Uint8Array | undefined): string | null =>
  value === undefined ? null : base64url.encode(value)

function fileToDocument(fid: string, file: ElementaryFile): FileDocument {
  switch (file.type) {
    case 'transparent': {
      const { type, content, read } = file
      return { id: fid, type, read: ruleToDocument(read), content: base64url.encode(content) }
    }
    case 'record': {
      const { type, records, read } = file
      return {
        id: fid,
        type,
        read: ruleToDocument(read),
        records: records.map((r) => base64url.encode(r)),
      }
    }
    case 'secret': {
      const { type, form, tries, triesLeft, value } = file
      return { id: fid, type, form, tries, triesLeft, value: text(value) }
    }
    case 'private-key': {
      const { type, use, key } = file
      return { id: fid, type, use: ruleToDocument(use), key: text(key) }
    }
  }
}

/**
 * Contents from a document whose values are all there.
 * @throws {CardError} CONTENTS_MALFORMED: a file or applet twice, a counter above its limit, a file too long or without content
 */
export function fromDocument(document: ContentsDocument): CardContents {
  const applets = document.applets.map(
    ({ name, files }): AppletContents => ({
      name,
      files: unique(
        files.map((file) => [idNumber(file.id), fileFromDocument(file)] as const),
        name,
      ),
    }),
  )
  unique(
    applets.map(({ name }) => [name, name] as const),
    'applets',
  )
  return {
    version: document.version,
    carrier: document.carrier,
    atr: hex.decode(document.atr),
    applets,
    dataObjects: new Map(
      Object.entries(document.dataObjects).map(([tag, value]) => [
        idNumber(tag),
        base64url.decode(value),
      ]),
    ),
  }
}

function unique<K, V>(entries: readonly (readonly [K, V])[], where: string): Map<K, V> {
  const map = new Map(entries)
  if (map.size !== entries.length)
    throw new CardError('CONTENTS_MALFORMED', { detail: `${where}: one of them twice` })
  return map
}

const ruleFromDocument = (value: RuleDocument): 'free' | 'never' | { anyOf: readonly number[] } =>
  typeof value === 'string' ? value : { anyOf: value.map(idNumber) }

function fileFromDocument(file: FileDocument): ElementaryFile {
  switch (file.type) {
    case 'transparent': {
      const content = present(file.content, file.id)
      return { type: file.type, read: ruleFromDocument(file.read), content }
    }
    case 'record': {
      const records = file.records?.map((r) => present(r, file.id))
      if (records === undefined) throw missing(file.id)
      return { type: file.type, read: ruleFromDocument(file.read), records }
    }
    case 'secret': {
      const { type, form, tries, triesLeft, value } = file
      if (triesLeft > tries)
        throw new CardError('CONTENTS_MALFORMED', {
          detail: `${file.id}: more tries left than tries`,
        })
      return { type, form, tries, triesLeft, value: optional(value) }
    }
    case 'private-key':
      return { type: file.type, use: ruleFromDocument(file.use), key: optional(file.key) }
  }
}

const optional = (value: string | null): Uint8Array | undefined =>
  value === null ? undefined : base64url.decode(value)

const missing = (fid: string): CardError =>
  new CardError('CONTENTS_MALFORMED', { detail: `${fid}: no content` })

function present(value: string | null, fid: string): Uint8Array {
  if (value === null) throw missing(fid)
  const content = base64url.decode(value)
  if (content.length > LONGEST_FILE)
    throw new CardError('CONTENTS_MALFORMED', { detail: `${fid}: too long` })
  return content
}
