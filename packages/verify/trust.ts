/** Trust anchors: configuration of a relying party, or the authority's trust document. Nothing is trusted by default. */
import { type CertificateKind, certificateKinds } from '@kazashi/lifecycle'
import { base64 } from '@kazashi/octets'
import { type Certificate, PkiError, parseCertificate } from '@kazashi/pki'
import { z } from 'zod'
import { VerifyError } from './errors.ts'

export interface TrustAnchor {
  readonly kind: CertificateKind
  /** DER */
  readonly certificate: Uint8Array
  /** Responder for certificates that name none: cards' signing certificates. */
  readonly ocsp?: string | undefined
}

const trustDocument = z.object({
  anchors: z
    .array(
      z.object({
        kind: z.enum(certificateKinds),
        certificate: z.base64().refine(base64.is).min(1).max(20_000),
        ocsp: z.url({ protocol: /^https?$/ }).optional(),
      }),
    )
    .min(1),
})

/** @param value JSON of the authority's trust document @throws {VerifyError} TRUST_MALFORMED */
export function parseTrust(value: unknown): TrustAnchor[] {
  const parsed = trustDocument.safeParse(value)
  if (!parsed.success) throw new VerifyError('TRUST_MALFORMED', z.prettifyError(parsed.error))
  const anchors = parsed.data.anchors.map(({ kind, certificate, ocsp }) => ({
    kind,
    certificate: base64.decode(certificate),
    ocsp,
  }))
  for (const anchor of anchors) openAnchor(anchor)
  return anchors
}

/** @throws {VerifyError} TRUST_MALFORMED */
export function openAnchor(anchor: TrustAnchor): TrustAnchor & { readonly parsed: Certificate } {
  try {
    return { ...anchor, parsed: parseCertificate(anchor.certificate) }
  } catch (cause) {
    if (cause instanceof PkiError)
      throw new VerifyError('TRUST_MALFORMED', { detail: cause.message, cause })
    throw cause
  }
}
