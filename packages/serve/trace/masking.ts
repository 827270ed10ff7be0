/**
 * Of a body only what everybody may see: names of members, and values that are words of ours (`active`) or moments under names known to
 * be public. Every other value is `•••`; certificates and signed data are told by kind and size.
 */

/** A body as it may be shown. */
export interface BodyNote {
  /** Content type without parameters; undefined: no body. */
  readonly type?: string
  readonly bytes: number
  /** JSON with its values masked. */
  readonly shown?: unknown
}

const hidden = '•••'

/** Members whose words are of a fixed set, in the schemas of the routes; none is a person's. */
const publicWords: ReadonlySet<string> = new Set([
  'type',
  'kind',
  'kinds',
  'state',
  'status',
  'stage',
  'platform',
  'purpose',
  'procedure',
  'carrier',
  'reason',
  'event',
  'what',
  'language',
  'part',
  'grant_type',
  'token_type',
  'client_assertion_type',
  'response_type',
  'scope',
  'code_challenge_method',
])
/** Members that say when. */
const publicMoments: ReadonlySet<string> = new Set([
  'now',
  'at',
  'since',
  'dueAt',
  'expiresAt',
  'notAfter',
  'notBefore',
])
/** Members that count, below a thousand: a PIN has four digits and more. */
const publicNumbers: ReadonlySet<string> = new Set(['status', 'triesLeft'])
const numberLimit = 1000

/** No capital and no digit: a password of the card or the phone has none but those, and a PIN digits alone. */
const word = /^[a-z]{2,20}(?:[-_ ][a-z]{2,20}){0,4}$/
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/
const memberName = /^[a-z][A-Za-z_]{0,39}$/

const mostMembers = 40
const deepest = 4

/** DER that begins so: SEQUENCE of `inner`, with long lengths (X.690 §8.1). */
function derKind(bytes: Uint8Array): string | undefined {
  if (bytes[0] !== 0x30 || bytes[1] === undefined || bytes[1] < 0x82) return undefined
  const inner = bytes.subarray(2 + (bytes[1] & 0x7f), 2 + (bytes[1] & 0x7f) + 16)
  const hex = Buffer.from(inner).toString('hex')
  if (hex.startsWith('06092a864886f70d010702')) return 'CMS SignedData'
  if (/^3082....a003020102/.test(hex)) return 'X.509'
  if (/^3082....020100/.test(hex)) return 'PKCS #10'
  return undefined
}

const sizeOf = (bytes: number): string =>
  bytes < 1000 ? `${bytes} B` : `${(bytes / 1000).toFixed(1)} kB`

function maskedText(name: string, text: string): string {
  if (publicWords.has(name) && word.test(text)) return text
  if (publicMoments.has(name) && moment.test(text)) return text
  if (text.length < 128 || !/^[A-Za-z0-9+/_-]+=*$/.test(text)) return hidden
  const bytes = Buffer.from(text, 'base64')
  const kind = derKind(bytes)
  return kind === undefined ? hidden : `${kind} ${sizeOf(bytes.length)}`
}

/** @param name of the member that has the value */
export function masked(value: unknown, name = '', depth = 0): unknown {
  if (value === null || typeof value === 'boolean') return value
  if (typeof value === 'number')
    return publicNumbers.has(name) && value >= 0 && value < numberLimit ? value : hidden
  if (typeof value === 'string') return maskedText(name, value)
  if (depth >= deepest || typeof value !== 'object') return hidden
  if (Array.isArray(value)) {
    const items = value.slice(0, 3).map((item: unknown) => masked(item, name, depth + 1))
    return value.length > 3 ? [...items, `… ${value.length}`] : items
  }
  const members = Object.entries(value)
    .slice(0, mostMembers)
    .map(([member, inner]: [string, unknown]) => {
      const isName = memberName.test(member)
      return [isName ? member : hidden, masked(inner, isName ? member : '', depth + 1)] as const
    })
  return Object.fromEntries(members)
}

const mediaType = (header: unknown): string | undefined =>
  typeof header === 'string' ? header.split(';', 1)[0]?.trim().toLowerCase() : undefined

const isStructured = (type: string | undefined): boolean =>
  type !== undefined &&
  /^application\/(?:[\w.+-]+\+)?json$|^application\/x-www-form-urlencoded$/.test(type)

/** @param body parsed; undefined: it is not looked at */
export function bodyNote(contentType: unknown, bytes: number, body: unknown): BodyNote {
  const type = mediaType(contentType)
  if (type === undefined || !/^[a-z]+\/[a-z0-9.+-]+$/.test(type)) return { bytes }
  if (!isStructured(type) || typeof body !== 'object' || body === null) return { type, bytes }
  return { type, bytes, shown: masked(body) }
}
