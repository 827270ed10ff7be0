/** Reads an RSA private key: PKCS #8 (RFC 5958 §2) around RSAPrivateKey (RFC 8017 §A.1.2), DER, strictly. */
import { bytesToHex } from '@noble/hashes/utils.js'
import { CardError } from './errors.ts'

export interface RsaPrivateKey {
  readonly modulus: bigint
  readonly publicExponent: bigint
  readonly prime1: bigint
  readonly prime2: bigint
  readonly exponent1: bigint
  readonly exponent2: bigint
  readonly coefficient: bigint
}

const sequenceTag = 0x30
const integerTag = 0x02
const octetStringTag = 0x04
/** SEQUENCE { OID 1.2.840.113549.1.1.1, NULL } */
const rsaEncryption = '300d06092a864886f70d0101010500'

const malformed = (detail: string): CardError => new CardError('KEY_MALFORMED', { detail })

/**
 * @param der PKCS #8 PrivateKeyInfo with a two-prime RSA key
 * @throws {CardError} KEY_MALFORMED: not DER, another algorithm, or numbers that cannot be a key
 */
export function parseRsaPrivateKey(der: Uint8Array): RsaPrivateKey {
  const outer = whole(der, sequenceTag)
  const version = element(outer, integerTag)
  const algorithmLength = rsaEncryption.length / 2
  if (bytesToHex(version.rest.subarray(0, algorithmLength)) !== rsaEncryption)
    throw malformed('not an RSA key')
  const inner = element(version.rest.subarray(algorithmLength), octetStringTag).value
  const numbers: bigint[] = []
  let rest = whole(inner, sequenceTag)
  while (rest.length > 0) {
    const next = element(rest, integerTag)
    numbers.push(integer(next.value))
    rest = next.rest
  }
  const [zero, modulus, publicExponent, , prime1, prime2, exponent1, exponent2, coefficient] =
    numbers
  if (
    numbers.length !== 9 ||
    zero !== 0n ||
    modulus === undefined ||
    publicExponent === undefined ||
    prime1 === undefined ||
    prime2 === undefined ||
    exponent1 === undefined ||
    exponent2 === undefined ||
    coefficient === undefined ||
    prime1 < 3n ||
    prime1 * prime2 !== modulus
  )
    throw malformed('not a two-prime RSA key')
  return { modulus, publicExponent, prime1, prime2, exponent1, exponent2, coefficient }
}

interface Element {
  readonly value: Uint8Array
  readonly rest: Uint8Array
}

function element(bytes: Uint8Array, tag: number): Element {
  const first = bytes[1]
  if (bytes[0] !== tag || first === undefined) throw malformed('not DER')
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f
  if (lengthBytes > 2) throw malformed('too long')
  let length = lengthBytes === 0 ? first : 0
  for (const byte of bytes.subarray(2, 2 + lengthBytes)) length = length * 256 + byte
  // DER has one length for each value: the shortest.
  if (lengthBytes > 0 && length < (lengthBytes === 1 ? 0x80 : 0x100)) throw malformed('not DER')
  const start = 2 + lengthBytes
  if (bytes.length < start + length) throw malformed('cut off')
  return { value: bytes.subarray(start, start + length), rest: bytes.subarray(start + length) }
}

function whole(bytes: Uint8Array, tag: number): Uint8Array {
  const { value, rest } = element(bytes, tag)
  if (rest.length > 0) throw malformed('bytes after the end')
  return value
}

function integer(bytes: Uint8Array): bigint {
  const first = bytes[0]
  if (first === undefined || first >= 0x80) throw malformed('a number is empty or negative')
  return BigInt(`0x${bytesToHex(bytes)}`)
}
