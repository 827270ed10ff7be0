/** Bytes as text and back (RFC 4648), strict and the same everywhere: joining and comparing them. In Node and in pages. */
export { base64, base64url, type Encoding, hex } from './encodings.ts'
export { concat, equalBytes, latin1 } from './joining.ts'
