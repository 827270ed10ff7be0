/**
 * The signed code on the back of a paper: a CBOR Web Token (RFC 8392) in COSE_Sign1 (RFC 9052), in base45 (RFC 9285), as health certificates had
 * theirs. It says what is on the front, so that anybody can compare; a phone checks it without a network. In Node and in pages.
 */
import { base64url, equalBytes, hex } from '@kazashi/octets'
import { decode, encode } from 'cborg'
import { z } from 'zod'
import { certificateTypes } from '../rules/offers.ts'
import { decodeBase45, encodeBase45 } from './base45.ts'

/** Before the code, so that no other one is taken for it. */
const codePrefix = 'KZK1:'
/** Characters: a QR code of version 25 at level M has fewer. */
const longestCode = 1500

/** RFC 9052 §3.1 */
const headers = { algorithm: 1, keyId: 4 } as const
/** ES256, RFC 9053 §2.1 */
const es256 = -7
/** RFC 8392 §3.1, and our own (private use). */
const claims = { issuer: 1, issuedAt: 6, number: 7, facts: -70_001 } as const
/** COSE_Sign1, RFC 9052 §4.2: its tag, in one octet before it. */
const sign1Tag = 0xd2

const Facts = z.strictObject({
  type: z.enum(certificateTypes),
  /** Whom it is about. */
  name: z.string().min(1).max(200),
  birthDate: z.iso.date(),
  /** At most 200 characters; long ones are cut there. */
  address: z.string().max(200),
  /** People on it. */
  people: z.int().min(1).max(20),
  /** SHA-256 of the text of the front, the first 16 octets in hexadecimal. */
  text: z.string().regex(/^[0-9a-f]{32}$/),
})

export interface PaperFacts extends z.infer<typeof Facts> {
  /** Code of the municipality. */
  readonly issuer: string
  readonly number: string
  readonly issuedAt: Date
}

/** ECDSA on P-256 with SHA-256, r‖s. */
export type RawSign = (data: Uint8Array) => Promise<Uint8Array>

/** A published key. */
export interface PaperKey {
  /** Of the municipality that may sign with it: no key signs for another. */
  readonly issuer: string
  readonly name: string
  /** Hex, eight octets. */
  readonly id: string
  /** SubjectPublicKeyInfo, base64url. */
  readonly spki: string
}

const signedOctets = (header: Uint8Array, payload: Uint8Array): Uint8Array =>
  encode(['Signature1', header, new Uint8Array(0), payload])

/** @param keyId hex @returns the text of the QR code */
export async function signCode(
  facts: PaperFacts,
  { keyId, sign }: { readonly keyId: string; readonly sign: RawSign },
): Promise<string> {
  const { issuer, number, issuedAt, ...rest } = facts
  const payload = encode(
    new Map<number, unknown>([
      [claims.issuer, issuer],
      [claims.issuedAt, Math.floor(issuedAt.getTime() / 1000)],
      [claims.number, new TextEncoder().encode(number)],
      [claims.facts, Object.values(Facts.parse(rest))],
    ]),
  )
  const header = encode(
    new Map<number, unknown>([
      [headers.algorithm, es256],
      [headers.keyId, hex.decode(keyId)],
    ]),
  )
  const signature = await sign(signedOctets(header, payload))
  const message = encode([header, new Map(), payload, signature])
  return codePrefix + encodeBase45(Uint8Array.of(sign1Tag, ...message))
}

/** `other`: no code of such a paper · `forged`: the signature does not hold · `unknown-key`: signed by a key that is not published here */
export type CodeVerdict =
  | { readonly verdict: 'valid'; readonly facts: PaperFacts; readonly by: string }
  | { readonly verdict: 'forged' | 'unknown-key' | 'other' }

const strict = { strict: true, useMaps: true, rejectDuplicateMapKeys: true } as const
const Octets = z.instanceof(Uint8Array)
const Message = z.tuple([Octets, z.map(z.unknown(), z.unknown()), Octets, Octets])

/** @throws any error of the parser: no such message */
function read(text: string) {
  const bytes = text.startsWith(codePrefix)
    ? decodeBase45(text.slice(codePrefix.length))
    : undefined
  if (bytes === undefined || bytes[0] !== sign1Tag) throw new TypeError('no COSE_Sign1')
  const [header, , payload, signature] = Message.parse(decode(bytes.subarray(1), strict))
  const headerMap = z.map(z.number(), z.unknown()).parse(decode(header, strict))
  if (headerMap.size !== 2 || headerMap.get(headers.algorithm) !== es256)
    throw new TypeError('signed otherwise')
  return { header, payload, signature, keyId: Octets.parse(headerMap.get(headers.keyId)) }
}

function factsOf(payload: Uint8Array): PaperFacts {
  const map = z.map(z.number(), z.unknown()).parse(decode(payload, strict))
  const [type, name, birthDate, address, people, text] = z
    .array(z.unknown())
    .length(6)
    .parse(map.get(claims.facts))
  return {
    ...Facts.parse({ type, name, birthDate, address, people, text }),
    issuer: z.string().parse(map.get(claims.issuer)),
    number: new TextDecoder('utf-8', { fatal: true }).decode(Octets.parse(map.get(claims.number))),
    issuedAt: new Date(z.int().parse(map.get(claims.issuedAt)) * 1000),
  }
}

/** @param keys published, the only ones trusted */
export async function checkCode(text: string, keys: readonly PaperKey[]): Promise<CodeVerdict> {
  let parts: ReturnType<typeof read>
  try {
    if (text.length > longestCode) return { verdict: 'other' }
    parts = read(text.trim())
  } catch {
    return { verdict: 'other' }
  }
  const key = keys.find(({ id }) => equalBytes(hex.decode(id), parts.keyId))
  if (key === undefined) return { verdict: 'unknown-key' }
  const publicKey = await crypto.subtle.importKey(
    'spki',
    new Uint8Array(base64url.decode(key.spki)),
    { name: 'ECDSA', namedCurve: 'P-256' },
    false,
    ['verify'],
  )
  const holds = await crypto.subtle.verify(
    { name: 'ECDSA', hash: 'SHA-256' },
    publicKey,
    new Uint8Array(parts.signature),
    new Uint8Array(signedOctets(parts.header, parts.payload)),
  )
  if (!holds) return { verdict: 'forged' }
  try {
    const facts = factsOf(parts.payload)
    return facts.issuer === key.issuer
      ? { verdict: 'valid', facts, by: key.name }
      : { verdict: 'forged' }
  } catch {
    return { verdict: 'other' }
  }
}
