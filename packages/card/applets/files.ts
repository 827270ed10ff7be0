/** Elementary files from their parts (ISO 7816-4 §5.3.3): one short call a line in the applets' tables. */
import type {
  AccessRule,
  PrivateKeyFile,
  RecordFile,
  SecretFile,
  TransparentFile,
} from '../contents.ts'

/** A file of bytes; no content: a file that is there but empty (READ BINARY answers 6B00). */
export const transparent = (
  content: Uint8Array | undefined,
  read: AccessRule,
): TransparentFile => ({ type: 'transparent', content: content ?? new Uint8Array(), read })

/** A file of records, numbered from 1. */
export const record = (records: readonly Uint8Array[], read: AccessRule): RecordFile => ({
  type: 'record',
  records,
  read,
})

/** Reference data with a full counter. @param value ASCII; undefined: not set, refused as if blocked */
export const secret = (
  value: string | undefined,
  form: SecretFile['form'],
  tries: number,
): SecretFile => ({
  type: 'secret',
  value: value === undefined ? undefined : new TextEncoder().encode(value),
  form,
  tries,
  triesLeft: tries,
})

/** An RSA private key. @param key PKCS #8 DER; undefined: none yet */
export const privateKey = (key: Uint8Array | undefined, use: AccessRule): PrivateKeyFile => ({
  type: 'private-key',
  key,
  use,
})
