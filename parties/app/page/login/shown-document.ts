/** A document as the phone shows it before it is signed: its text, or a file to be opened; of others the title alone. */

import { signedInfoType } from '@kazashi/lifecycle'
import { base64 } from '@kazashi/octets'
import type { LoginDocument } from '@kazashi/phone'

export interface ShownDocument {
  readonly title: string
  readonly text?: string
  /** PDF. */
  readonly file?: Uint8Array<ArrayBuffer>
}

export function shownDocument({ title, content, type }: LoginDocument): ShownDocument {
  if (content === undefined || type === signedInfoType) return { title }
  const bytes = base64.decode(content)
  if (type === 'application/pdf') return { title, file: bytes }
  return { title, text: new TextDecoder().decode(bytes) }
}
