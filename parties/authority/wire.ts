/** Names that the whole API shares: kinds, times and bytes as they are written in JSON, and what turns them into ours. */
import { type CertificateKind, certificateKinds } from '@kazashi/lifecycle'
import { z } from 'zod'

export const Kind = z.enum(certificateKinds)
export const DateTime = z.iso.datetime({ offset: true })
export const Base64 = z.base64()
export const WithId = z.strictObject({ id: z.uuid() })

export const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
export const fromBase64 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'))

/** 32 bytes a kind: what the phone sealed a second copy of its keys under (2-D). */
export const UnblockingKeys = z
  .strictObject({ signing: Base64.length(44), authentication: Base64.length(44) })
  .partial()
  .meta({ id: 'UnblockingKeys' })
export type UnblockingKeys = z.infer<typeof UnblockingKeys>

export const decodeUnblockingKeys = (
  keys: UnblockingKeys,
): { readonly kind: CertificateKind; readonly key: Uint8Array }[] =>
  Kind.options.flatMap((kind) => {
    const key = keys[kind]
    return key === undefined ? [] : [{ kind, key: fromBase64(key) }]
  })
