/** The hashes of XML signatures by their names in Web Crypto. */
import { sha1 } from '@noble/hashes/legacy.js'
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js'

export const hashes = {
  'SHA-1': (octets: Uint8Array): Uint8Array => sha1(octets),
  'SHA-256': (octets: Uint8Array): Uint8Array => sha256(octets),
  'SHA-384': (octets: Uint8Array): Uint8Array => sha384(octets),
  'SHA-512': (octets: Uint8Array): Uint8Array => sha512(octets),
} as const
