/**
 * The issuer's side of a card's face: keys that certify municipalities' keys, and the municipality's key that signs
 * the face. A sandbox makes its own; nobody else trusts them.
 */
import {
  type CvCertificate,
  cvCertificateContents,
  issueCvCertificate,
  municipalityKeyId,
  sandboxKeyId,
} from './cv-certificate.ts'
import { newRsaKey } from './rsa.ts'

/** Private keys as PKCS #8 DER, RSA-2048. A maker of cards over a longer time keeps them as secrets. */
export interface FaceAuthority {
  /** Certifies the intermediate (GET DATA 00F8). */
  readonly root: Uint8Array
  /** Certifies municipalities in the card manager's chain (GET DATA 7F21). */
  readonly intermediate: Uint8Array
  /** Certifies municipalities for the visual applet. */
  readonly visual: Uint8Array
  /** Certifies municipalities for the card-data applet. */
  readonly cardData: Uint8Array
  /** Signs the records of cards; one key stands for all municipalities, under each one's identifier. */
  readonly municipality: Uint8Array
}

/** Key identifiers, numbered as on real cards but for the first digit. */
export const faceKeyIds = {
  root: sandboxKeyId('9000001'),
  intermediate: sandboxKeyId('9000013'),
  visualCa: sandboxKeyId('9000023'),
  /** Named in EF 0003 of the visual applet; the key's purpose is not public. */
  visualBasic: sandboxKeyId('9000024'),
  cardDataCa: sandboxKeyId('9000033'),
  /** Named in EF 0005 of the card-data applet; the key's purpose is not public. */
  cardDataBasic: sandboxKeyId('9000034'),
  /** Named in EF 0002 of the common and the resident register applet; the key's purpose is not public. */
  keyReference: sandboxKeyId('9000012'),
} as const

/** New keys, generated side by side. */
export async function createFaceAuthority(): Promise<FaceAuthority> {
  const [root, intermediate, visual, cardData, municipality] = await Promise.all([
    newRsaKey(),
    newRsaKey(),
    newRsaKey(),
    newRsaKey(),
    newRsaKey(),
  ])
  return { root, intermediate, visual, cardData, municipality }
}

let shared: Promise<FaceAuthority> | undefined

/** The keys of this process, made at first use: for cards whose face nobody verifies later on. */
export function sandboxFaceAuthority(): Promise<FaceAuthority> {
  shared ??= createFaceAuthority()
  return shared
}

/** The certificates that a card of this municipality carries. @param code five digits */
export function faceCertificates(
  authority: FaceAuthority,
  code: string,
): {
  readonly visual: CvCertificate
  readonly cardData: CvCertificate
  /** GET DATA 00F8 and 7F21, without template. */
  readonly upper: Uint8Array
  readonly lower: Uint8Array
} {
  const municipality = { keyId: municipalityKeyId(code), key: authority.municipality }
  const intermediate = { keyId: faceKeyIds.intermediate, key: authority.intermediate }
  const issue = (keyId: Uint8Array, key: Uint8Array): CvCertificate =>
    issueCvCertificate({ keyId, key }, municipality)
  return {
    visual: issue(faceKeyIds.visualCa, authority.visual),
    cardData: issue(faceKeyIds.cardDataCa, authority.cardData),
    upper: cvCertificateContents(
      issueCvCertificate({ keyId: faceKeyIds.root, key: authority.root }, intermediate),
    ),
    lower: cvCertificateContents(issueCvCertificate(intermediate, municipality)),
  }
}
