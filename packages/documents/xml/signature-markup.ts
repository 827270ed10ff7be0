/** The markup of a Signature that this package makes: prefix `ds`, no white space, so that no content around or in it changes its names. */
import { base64 } from '@kazashi/octets'
import type { Certificate } from '@kazashi/pki'
import { dsig, envelopedSignature } from './names.ts'

export interface WrittenReference {
  readonly uri: string
  readonly type?: string | undefined
  readonly isEnveloped: boolean
  /** External octets are digested as they are. */
  readonly isExternal: boolean
  readonly digest: Uint8Array
}

export interface SignatureContent {
  readonly id: string
  readonly canonicalization: string
  readonly signatureMethod: string
  readonly digestMethod: string
  readonly references: readonly WrittenReference[]
  /** Objects as markup. */
  readonly objects: string
  readonly value: Uint8Array
  readonly certificates: readonly Certificate[]
}

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replaceAll(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`)

const method = (name: string, uri: string): string => `<ds:${name} Algorithm="${uri}"/>`

function writeReference(reference: WrittenReference, content: SignatureContent): string {
  const { uri, type, isEnveloped, isExternal, digest } = reference
  const transforms = [
    ...(isEnveloped ? [envelopedSignature] : []),
    ...(isExternal ? [] : [content.canonicalization]),
  ].map((one) => method('Transform', one))
  return (
    `<ds:Reference${type === undefined ? '' : ` Type="${type}"`} URI="${escaped(uri)}">` +
    (transforms.length === 0 ? '' : `<ds:Transforms>${transforms.join('')}</ds:Transforms>`) +
    method('DigestMethod', content.digestMethod) +
    `<ds:DigestValue>${base64.encode(digest)}</ds:DigestValue></ds:Reference>`
  )
}

export function writeSignature(content: SignatureContent): string {
  const { id, references, value, certificates, objects } = content
  const enclosed = certificates.map(
    ({ der }) => `<ds:X509Certificate>${base64.encode(der)}</ds:X509Certificate>`,
  )
  return (
    `<ds:Signature xmlns:ds="${dsig}" Id="${id}"><ds:SignedInfo>` +
    method('CanonicalizationMethod', content.canonicalization) +
    method('SignatureMethod', content.signatureMethod) +
    references.map((one) => writeReference(one, content)).join('') +
    `</ds:SignedInfo><ds:SignatureValue>${base64.encode(value)}</ds:SignatureValue>` +
    (enclosed.length === 0
      ? ''
      : `<ds:KeyInfo><ds:X509Data>${enclosed.join('')}</ds:X509Data></ds:KeyInfo>`) +
    `${objects}</ds:Signature>`
  )
}
