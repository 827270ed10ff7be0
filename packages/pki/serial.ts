/**
 * Serial numbers that cannot be predicted and need no look-up: a dense index, encrypted under a key of the authority.
 * Cards: exactly four octets, as JPKI's (FF1, NIST SP 800-38G, with cycle walking). Phones: one AES block.
 */
import { hex } from '@kazashi/octets'
import { ecb } from '@noble/ciphers/aes.js'
import { FF1 } from '@noble/ciphers/ff1.js'
import { PkiError } from './errors.ts'

export interface SerialCodec {
  /** @returns lower-case hex as in Certificate.serialNumber @throws {PkiError} SERIAL_INVALID for an index out of range */
  encode(index: number): string
  /** @returns undefined for a serial number that no index has */
  decode(serialNumber: string): number | undefined
}

const lowest = 0x01000000
const bits = 31
/** How many certificates one key can number: 2³¹ − 2²⁴. */
export const cardSerialCapacity = 2 ** bits - lowest

const toBits = (value: number): number[] =>
  Array.from({ length: bits }, (_, i) => Math.floor(value / 2 ** (bits - 1 - i)) % 2)
const fromBits = (list: readonly number[]): number =>
  list.reduce((value, bit) => value * 2 + bit, 0)

/** Serial numbers 0x01000000…0x7FFFFFFF. Every one of them decodes: the status table knows which were issued. @param key 16, 24 or 32 octets */
export function cardSerial(key: Uint8Array): SerialCodec {
  const cipher = FF1(2, key)
  // A value that FF1 maps below 0x01000000 is mapped again: a permutation of the range that is left.
  const walk = (value: number, step: (bits: number[]) => number[]): number => {
    let next = fromBits(step(toBits(value)))
    while (next < lowest) next = fromBits(step(toBits(next)))
    return next
  }
  return {
    encode(index) {
      if (!Number.isInteger(index) || index < 0 || index >= cardSerialCapacity)
        throw new PkiError('SERIAL_INVALID', `no index of a card's certificate: ${index}`)
      return walk(index + lowest, cipher.encrypt)
        .toString(16)
        .padStart(8, '0')
    },
    decode(serialNumber) {
      if (!/^[0-7][0-9a-f]{7}$/.test(serialNumber)) return undefined
      const value = Number.parseInt(serialNumber, 16)
      return value < lowest ? undefined : walk(value, cipher.decrypt) - lowest
    },
  }
}

/** Eight octets that say "an index follows": a serial number made up by someone else decrypts to other ones. */
const redundancy = 8

/** Serial numbers of up to 128 bits. A random one decodes to an index with probability 2⁻⁷⁵. @param key 16, 24 or 32 octets */
export function phoneSerial(key: Uint8Array): SerialCodec {
  return {
    encode(index) {
      if (!Number.isSafeInteger(index) || index < 0)
        throw new PkiError('SERIAL_INVALID', `no index of a phone's certificate: ${index}`)
      const block = new Uint8Array(16)
      new DataView(block.buffer).setBigUint64(redundancy, BigInt(index))
      const text = hex.encode(ecb(key, { disablePadding: true }).encrypt(block))
      return text.replace(/^(00)+(?=..)/, '')
    },
    decode(serialNumber) {
      if (serialNumber.length > 32 || !/^([0-9a-f]{2})+$/.test(serialNumber)) return undefined
      const block = hex.parse(serialNumber.padStart(32, '0'))
      if (block === undefined) return undefined
      const plain = ecb(key, { disablePadding: true }).decrypt(block)
      if (plain.subarray(0, redundancy).some((octet) => octet !== 0)) return undefined
      const index = new DataView(plain.buffer, plain.byteOffset).getBigUint64(redundancy)
      return index <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(index) : undefined
    },
  }
}
