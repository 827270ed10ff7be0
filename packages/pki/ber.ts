/**
 * BER (X.690 §8) as others write CMS, turned into the one form that is read here: definite lengths of the fewest octets, strings in one
 * piece. The order of sets stays as it is.
 */
import { invalid } from './der-tags.ts'

/** Elements within elements. CMS with certificates and time stamps has some twenty. */
const deepest = 48
/** Elements of one message: its certificates and lists are taken apart here, too. */
const mostElements = 250_000
/** Tags of strings that BER may cut into pieces: BIT STRING and OCTET STRING, constructed. */
const cutBits = 0x23
const cutOctets = 0x24

interface Piece {
  readonly length: number
  readonly parts: readonly (Uint8Array | Piece)[]
}

/** @param bytes one element and nothing after it @throws {PkiError} DER_INVALID */
export function derOf(bytes: Uint8Array): Uint8Array {
  const { piece, end } = read(bytes, 0, 0, { left: mostElements })
  if (end !== bytes.length) return invalid('octets after the end')
  const whole = new Uint8Array(piece.length)
  write(piece, whole, 0)
  return whole
}

/** The first element of octets that are filled up with zeros, as the value of a PDF signature is. @throws {PkiError} DER_INVALID */
export function firstOfPadded(bytes: Uint8Array): Uint8Array {
  const { end } = read(bytes, 0, 0, { left: mostElements })
  return bytes.subarray(end).every((octet) => octet === 0)
    ? bytes.subarray(0, end)
    : invalid('octets after the end')
}

function write(piece: Piece, into: Uint8Array, start: number): number {
  let at = start
  for (const part of piece.parts)
    if (part instanceof Uint8Array) {
      into.set(part, at)
      at += part.length
    } else at = write(part, into, at)
  return at
}

interface Header {
  readonly tag: number
  readonly start: number
  /** undefined: up to the end-of-contents octets. */
  readonly length: number | undefined
}

function headerAt(bytes: Uint8Array, at: number): Header {
  const tag = bytes[at]
  const first = bytes[at + 1]
  if (tag === undefined || first === undefined) return invalid('an element is cut off')
  if ((tag & 0x1f) === 0x1f) return invalid('high tag numbers are not used')
  if (first < 0x80) return { tag, start: at + 2, length: first }
  const count = first & 0x7f
  const start = at + 2 + count
  if (count === 0) {
    if ((tag & 0x20) === 0) return invalid('an indefinite length of a primitive element')
    return { tag, start, length: undefined }
  }
  if (count > 8) return invalid('length of more than eight octets')
  let length = 0
  for (const octet of bytes.subarray(at + 2, start)) length = length * 256 + octet
  if (start > bytes.length || start + length > bytes.length)
    return invalid('an element reaches past the end')
  return { tag, start, length }
}

interface Budget {
  left: number
}

function read(
  bytes: Uint8Array,
  at: number,
  depth: number,
  budget: Budget,
): { piece: Piece; end: number } {
  budget.left -= 1
  if (budget.left < 0) return invalid(`over ${mostElements} elements`)
  if (depth > deepest) return invalid(`elements within elements, over ${deepest}`)
  const { tag, start, length } = headerAt(bytes, at)
  if ((tag & 0x20) === 0) {
    const end = start + (length ?? 0)
    return { piece: pieceOf(tag, [bytes.subarray(start, end)]), end }
  }
  const { inner, end } = children(bytes, start, length, { depth, budget })
  if (tag !== cutOctets && tag !== cutBits) return { piece: pieceOf(tag, inner), end }
  return { piece: tag === cutOctets ? joinedOctets(inner) : invalid('a bit string in pieces'), end }
}

function children(
  bytes: Uint8Array,
  start: number,
  length: number | undefined,
  { depth, budget }: { readonly depth: number; readonly budget: Budget },
) {
  const inner: Piece[] = []
  const stop = length === undefined ? undefined : start + length
  const within = stop === undefined ? bytes : bytes.subarray(0, stop)
  let at = start
  for (;;) {
    if (stop !== undefined && at === stop) return { inner, end: stop }
    if (stop === undefined && bytes[at] === 0 && bytes[at + 1] === 0) return { inner, end: at + 2 }
    const child = read(within, at, depth + 1, budget)
    inner.push(child.piece)
    at = child.end
  }
}

function pieceOf(tag: number, parts: readonly (Uint8Array | Piece)[]): Piece {
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  const header = headerOf(tag, length)
  return { length: header.length + length, parts: [header, ...parts] }
}

function headerOf(tag: number, length: number): Uint8Array {
  if (length < 0x80) return Uint8Array.of(tag, length)
  const octets: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256)
  return Uint8Array.of(tag, 0x80 | octets.length, ...octets)
}

/** X.690 §8.7.3: pieces are OCTET STRINGs themselves, which are whole by now. */
function joinedOctets(pieces: readonly Piece[]): Piece {
  const contents = pieces.flatMap(({ parts }) => {
    const [header, ...rest] = parts
    if (!(header instanceof Uint8Array) || header[0] !== 0x04)
      return invalid('a piece of a string that is no string')
    return rest
  })
  return pieceOf(0x04, contents)
}
