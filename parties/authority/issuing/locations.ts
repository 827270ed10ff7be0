/**
 * The addresses in a certificate (RFC 5280 §4.2.2.1, §4.2.1.13): plain http on the repository's own name. A CA's certificates are
 * named after it: the first generation `signing`, the second `signing-2`. One responder answers for all generations.
 */
import type { CertificateKind } from '@kazashi/lifecycle'
import { mostGenerations } from '../database/numbering.ts'

/** A CA as paths name it. */
const named = (name: string, generation: number) =>
  generation === 1 ? name : `${name}-${generation}`

export const timeStampPath = '/pki/tsa'
export const ocspPath = (kind: CertificateKind) => `/pki/ocsp/${kind}`
const caPath = (name: CertificateKind | 'iaca', generation: number) =>
  `/pki/ca/${named(name, generation)}.cer`
export const crlPath = (kind: CertificateKind, generation: number, municipality: string) =>
  `/pki/crl/${named(kind, generation)}/${municipality}.crl`
/** Of the certificates behind attributes on iPhones. */
export const iacaCrlPath = (generation: number) =>
  `/pki/crl/attributes/${named('iaca', generation)}.crl`

const caName = new RegExp(`^(signing|authentication|iaca)(?:-([2-${mostGenerations}]))?$`)

/** A CA's name in a path. @returns undefined: no CA has this name */
export function readCaName(
  text: string,
): { readonly name: CertificateKind | 'iaca'; readonly generation: number } | undefined {
  const [, name, number] = caName.exec(text) ?? []
  if (name !== 'signing' && name !== 'authentication' && name !== 'iaca') return undefined
  return { name, generation: number === undefined ? 1 : Number(number) }
}

/** @param repository origin, e.g. http://localhost:4000 @param municipality five digits */
export const locationsOf = (
  repository: string,
  { kind, generation }: { readonly kind: CertificateKind; readonly generation: number },
  municipality: string,
) => ({
  ocsp: `${repository}${ocspPath(kind)}`,
  caIssuers: `${repository}${caPath(kind, generation)}`,
  crl: `${repository}${crlPath(kind, generation, municipality)}`,
})
