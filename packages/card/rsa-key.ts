/** Reads an RSA private key: PKCS #8 (RFC 5958 §2) around RSAPrivateKey (RFC 8017 §A.1.2), DER, strictly. */
import { equalBytes, hex } from '@kazashi/octets'
import * as der from '@kazashi/pki/der'
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

/** SEQUENCE { OID 1.2.840.113549.1.1.1, NULL } */
const rsaEncryption = hex.decode('300d06092a864886f70d0101010500')

const malformed = (detail: string, cause?: unknown): CardError =>
  new CardError('KEY_MALFORMED', { detail, ...(cause !== undefined && { cause }) })

/** The nine numbers of a two-prime key, the version first. @throws {PkiError} DER_INVALID */
function numbersOf(pkcs8: Uint8Array): bigint[] {
  const info = new der.Reader(der.readDer(pkcs8, der.tags.sequence))
  der.readNumber(info.next(der.tags.integer))
  const algorithm = info.next(der.tags.sequence)
  if (!equalBytes(algorithm.whole, rsaEncryption)) throw malformed('not an RSA key')
  const inner = der.readOctets(info.next(der.tags.octetString))
  info.optional(der.context(0, true)) // attributes
  info.end()
  return new der.Reader(der.readDer(inner, der.tags.sequence)).all(der.readBigInt)
}

/**
 * @param pkcs8 DER of a PrivateKeyInfo with a two-prime RSA key
 * @throws {CardError} KEY_MALFORMED: not DER, another algorithm, or numbers that cannot be a key
 */
export function parseRsaPrivateKey(pkcs8: Uint8Array): RsaPrivateKey {
  let numbers: bigint[]
  try {
    numbers = numbersOf(pkcs8)
  } catch (cause) {
    if (cause instanceof der.PkiError) throw malformed('not DER', cause)
    throw cause
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
