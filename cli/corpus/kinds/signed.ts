/** Signatures over a document as CMS has them (RFC 5652), CAdES-BES among them, made by a holder of the corpus; and what goes with one. */
import {
  addSignatureTimeStamp,
  type CertificateInput,
  createSignedData,
  type Signer,
  signatureValueOf,
} from '@kazashi/pki'
import * as der from '@kazashi/pki/der'
import { type AnswerOptions, answerAbout, type StampOptions, stampOver } from '../evidence.ts'
import { elementAt, partsOf, patched, replaced } from '../patch.ts'
import { type Holder, instant, type World } from '../world.ts'

const utf8 = new TextEncoder()
export const contract = utf8.encode('見本町共同住宅　賃貸借契約書\n賃料　月額　八万円\n')
export const signedAt = instant('2026-11-20T03:00:00Z')

export interface SignOptions {
  readonly detached?: boolean
  readonly content?: Uint8Array
  readonly certificate?: CertificateInput
  readonly signer?: Signer
  readonly encloses?: boolean
  readonly certificates?: readonly CertificateInput[]
  readonly contentType?: string
  readonly signingTime?: Date | undefined
}

export const signedBy = (holder: Holder, options: SignOptions = {}): Promise<Uint8Array> =>
  createSignedData({
    content: contract,
    certificate: holder.certificate,
    signer: holder.signer,
    signingTime: signedAt,
    ...options,
  })

/** With a time stamp over its value. */
export async function stamped(
  world: World,
  cms: Uint8Array,
  options: StampOptions & { readonly over?: Uint8Array },
): Promise<Uint8Array> {
  const token = await stampOver(world, options.over ?? signatureValueOf(cms), options)
  return addSignatureTimeStamp(cms, token)
}

/** What the responder says of the holder today. */
export const statusOf = (
  world: World,
  holder: Holder,
  options: AnswerOptions = {},
): Promise<Uint8Array> => answerAbout(world, holder, options)

/** SignedData, and the one SignerInfo in it. */
const signedDataPlace = [1, 0] as const
export const signerPlace = [...signedDataPlace, -1, 0] as const
export const attributesPlace = [...signerPlace, 3] as const
export const certificatesPlace = [...signedDataPlace, 3] as const

/** The signed attributes changed, and signed anew (§5.4: as a SET OF, in the order of DER). */
export async function withAttributes(
  cms: Uint8Array,
  signer: Signer,
  change: (attributes: readonly Uint8Array[]) => readonly Uint8Array[],
): Promise<Uint8Array> {
  const set = der.setOf(...change(partsOf(elementAt(cms, attributesPlace))))
  const signature = der.octetString(await signer.sign(set))
  return replaced(
    patched(cms, attributesPlace, () => [der.implicit(0, set)]),
    [...signerPlace, 5],
    signature,
  )
}

/** Whether an Attribute is of a type. */
export const isOf =
  (oid: string) =>
  (attribute: Uint8Array): boolean =>
    der.readOid(der.readDer(elementAt(attribute, [0]))) === oid
export const attributeOf = (oid: string, ...values: readonly Uint8Array[]): Uint8Array =>
  der.sequence(der.oid(oid), der.setOf(...values))

/** Two messages over one content in one, by both signers. */
export function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  const bothOf = (place: readonly number[]): Uint8Array[] =>
    [one, other].flatMap((cms) => partsOf(elementAt(cms, place)))
  const digests = der.setOf(
    ...new Map(
      bothOf([...signedDataPlace, 1]).map((digest) => [`${digest}`, digest] as const),
    ).values(),
  )
  const certificates = der.implicit(0, der.setOf(...bothOf(certificatesPlace)))
  const signers = der.setOf(...bothOf([...signedDataPlace, -1]))
  return replaced(
    replaced(replaced(one, [...signedDataPlace, 1], digests), certificatesPlace, certificates),
    [...signedDataPlace, -1],
    signers,
  )
}
