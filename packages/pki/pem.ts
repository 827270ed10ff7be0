/** Textual encoding (RFC 7468): one block, 64 characters a line. */
import { base64 } from '@kazashi/octets'
import { PkiError } from './errors.ts'

/** @param label e.g. 'CERTIFICATE' */
export function toPem(label: string, der: Uint8Array): string {
  const lines = base64.encode(der).match(/.{1,64}/g) ?? []
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`
}

/** The first block with that label; text around it is passed over. @throws {PkiError} PEM_INVALID */
export function fromPem(label: string, text: string): Uint8Array {
  const begin = `-----BEGIN ${label}-----`
  const start = text.indexOf(begin)
  const end = text.indexOf(`-----END ${label}-----`, start)
  if (start < 0 || end < 0) throw new PkiError('PEM_INVALID', `no block ${label}`)
  const bytes = base64.parse(text.slice(start + begin.length, end).replace(/\s/g, ''))
  if (bytes === undefined || bytes.length === 0)
    throw new PkiError('PEM_INVALID', `block ${label} is not base64`)
  return bytes
}
