/** Names that the whole API shares: kinds, times and bytes as they are written in JSON, with their converters. */
import { type CertificateKind, certificateKinds } from '@kazashi/lifecycle'
import { base64 } from '@kazashi/octets'
import { z } from 'zod'

export const Kind = z.enum(certificateKinds)
export const DateTime = z.iso.datetime({ offset: true })
/** RFC 4648 §4; zod's own form lets bits be left over. */
export const Base64 = z.base64().refine(base64.is)
export const WithId = z.strictObject({ id: z.uuid() })

/** 32 bytes a kind, under which the phone sealed a second copy of its keys (2-D). */
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
    return key === undefined ? [] : [{ kind, key: base64.decode(key) }]
  })
