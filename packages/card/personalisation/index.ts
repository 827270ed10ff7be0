/** Personalisation of cards: Node only, for its image encoders and RSA keys. */
export {
  type CardDataFiles,
  encodeAttributesFile,
  encodeIntegrityFile,
  encodeMyNumberFile,
  verifyCardData,
} from './card-data.ts'
export {
  type CvCertificate,
  encodeCvCertificate,
  parseCvCertificate,
  verifyCvCertificate,
} from './cv-certificate.ts'
export {
  createFaceAuthority,
  type FaceAuthority,
  faceKeyIds,
  sandboxFaceAuthority,
} from './face-authority.ts'
export {
  type CardKeys,
  type CardSecrets,
  createCardKeys,
  type Personalisation,
  personalise,
} from './personalise.ts'
export { decodeJp2, encodeJp2, type GreyImage, photoOf } from './photo.ts'
export { publicKeyOf, type RsaPublicKey } from './rsa.ts'
export { digitsImage, textImage } from './text-image.ts'
export { verifyVisualFile } from './visual.ts'
