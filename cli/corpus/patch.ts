/** One thing changed in DER: the element at a path of positions, with all lengths around it made anew. */
import { concat } from '@kazashi/octets'
import type { Certificate, Extension, Signer } from '@kazashi/pki'
import * as der from '@kazashi/pki/der'

/** Positions from the outside in; a negative one counts from the end. */
type Place = readonly number[]

/** The elements in a constructed one. */
export const partsOf = (bytes: Uint8Array): Uint8Array[] =>
  new der.Reader(der.readDer(bytes)).all(({ whole }) => whole)

export function elementAt(bytes: Uint8Array, place: Place): Uint8Array {
  const [first, ...rest] = place
  if (first === undefined) return bytes
  const inner = partsOf(bytes).at(first)
  if (inner === undefined) throw new RangeError(`nothing at ${place.join('.')}`)
  return elementAt(inner, rest)
}

/** @param change to none, one or several elements in its place */
export function patched(
  bytes: Uint8Array,
  place: Place,
  change: (element: Uint8Array) => readonly Uint8Array[],
): Uint8Array {
  const [first, ...rest] = place
  if (first === undefined) return concat(change(bytes))
  const parts = partsOf(bytes)
  const at = first < 0 ? parts.length + first : first
  const inner = parts[at]
  if (inner === undefined) throw new RangeError(`nothing at ${place.join('.')}`)
  const changed = patched(inner, rest, change)
  return der.tlv(bytes[0] ?? 0, concat(parts.with(at, changed)))
}

export const replaced = (bytes: Uint8Array, place: Place, by: Uint8Array): Uint8Array =>
  patched(bytes, place, () => [by])

/** Of a certificate or a list: what is signed, algorithm, signature; signed anew by whoever. */
export async function resigned(
  bytes: Uint8Array,
  sign: (tbs: Uint8Array) => Promise<Uint8Array> | Uint8Array,
): Promise<Uint8Array> {
  const tbs = elementAt(bytes, [0])
  return replaced(bytes, [2], der.bitString(await sign(tbs)))
}

export const encodeExtension = ({ oid, critical, value }: Extension): Uint8Array =>
  der.sequence(der.oid(oid), ...(critical ? [der.boolean(true)] : []), der.octetString(value))

/** Where the extensions of a certificate and of a list are. */
export const extensionsPlace = [0, -1, 0] as const

/** The certificate with other extensions, signed anew. */
export async function withExtensions(
  { der: bytes, extensions }: Certificate,
  signer: Signer,
  change: (list: readonly Extension[]) => readonly Extension[],
): Promise<Uint8Array> {
  const list = der.sequenceOf(change(extensions).map(encodeExtension))
  return resigned(replaced(bytes, extensionsPlace, list), (tbs) => signer.sign(tbs))
}

/** Extensions with one changed, or without it. */
export const changing =
  (oid: string, change: Partial<Extension> | undefined) =>
  (list: readonly Extension[]): Extension[] =>
    list.flatMap((one) => {
      if (one.oid !== oid) return [one]
      return change === undefined ? [] : [{ ...one, ...change }]
    })

/** The last octet is another: of a structure that ends with its signature, that one. */
export const lastOctetChanged = (bytes: Uint8Array): Uint8Array =>
  bytes.with(-1, (bytes.at(-1) ?? 0) ^ 1)

/** SEQUENCE of indefinite length (X.690 §8.1.3.6): BER, and no DER. */
export const indefinite = (bytes: Uint8Array): Uint8Array =>
  concat([Uint8Array.of(0x30, 0x80), der.readDer(bytes).content, Uint8Array.of(0, 0)])

/** The first of `from` in `bytes` replaced, of the same length; nothing is signed anew. */
export function overwritten(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const at = Buffer.from(bytes).indexOf(Buffer.from(from))
  const written = new TextEncoder().encode(to)
  if (at < 0 || written.length !== new TextEncoder().encode(from).length)
    throw new RangeError(`“${from}” is not there, or of another length`)
  const changed = new Uint8Array(bytes)
  changed.set(written, at)
  return changed
}
