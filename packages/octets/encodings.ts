/**
 * base64 (RFC 4648 §4, padded), base64url (§5, without padding) and hex (§8). One text for one value: no white space, no
 * padding but the one of the form, no bits left over (§3.5); only hex may be in either case, and is written in lower case.
 */
import * as scure from '@scure/base'

export interface Encoding {
  encode(bytes: Uint8Array): string
  /** For text from outside. @returns undefined where it is not of this form */
  parse(text: string): Uint8Array<ArrayBuffer> | undefined
  /** For text that was checked, or made by `encode`. @throws {TypeError} it is not of this form */
  decode(text: string): Uint8Array<ArrayBuffer>
  /** Is this text of the form? */
  is(text: string): boolean
}

function strict(name: string, { encode, decode }: scure.BytesCoder): Encoding {
  const parse = (text: string): Uint8Array<ArrayBuffer> | undefined => {
    try {
      return new Uint8Array(decode(text))
    } catch {
      return undefined
    }
  }
  return Object.freeze({
    encode,
    parse,
    decode: (text: string): Uint8Array<ArrayBuffer> => {
      const bytes = parse(text)
      // Not the text: it may be a secret.
      if (bytes === undefined) throw new TypeError(`not ${name}`)
      return bytes
    },
    is: (text: string): boolean => parse(text) !== undefined,
  })
}

/** Made of the padded one: only that is built into runtimes, and the library's own without padding is slower in all. */
const unpadded: scure.BytesCoder = {
  encode: (bytes) => scure.base64url.encode(bytes).replace(/=+$/, ''),
  decode: (text) => {
    if (text.includes('=')) throw new TypeError('padding')
    return scure.base64url.decode(text.padEnd(4 * Math.ceil(text.length / 4), '='))
  },
}

export const base64 = strict('base64', scure.base64)
export const base64url = strict('base64url', unpadded)
export const hex = strict('hex', scure.hex)
