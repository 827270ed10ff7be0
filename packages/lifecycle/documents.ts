/** What a relying party may have signed at once. Ours: the real service's limits are not public. */
export const documentLimits = {
  /** Documents that one password signs. */
  most: 10,
  /** Characters of a title. */
  title: 100,
  /** Octets of all documents together that are shown on the phone. */
  shown: 512 * 1024,
} as const

/** The canonical `SignedInfo` of an XML signature (XML Signature 1.1 §4.4), signed as its octets stand. The media type is ours. */
export const signedInfoType = 'application/signed-info+xml'

/** What a phone is told of a document; it shows text and PDF, and of the others the title. */
export const documentTypes = ['text/plain', 'application/pdf', signedInfoType] as const
export type DocumentType = (typeof documentTypes)[number]

/** Control characters but line ends and tabs, and those that change the direction of a text: with them, what is read is not what is signed. */
export const isPlainText = (text: string): boolean =>
  text.isWellFormed() && !/[^\P{C}\n\r\t]/u.test(text)

const namespace = 'http://www\\.w3\\.org/2000/09/xmldsig#'
const rsaSha256 = 'http://www\\.w3\\.org/2001/04/xmldsig-more#rsa-sha256'
const signedInfo = new RegExp(
  `^<((?:[\\w.-]+:)?)SignedInfo(?: [^<>]*)? xmlns(?::[\\w.-]+)?="${namespace}"[^<>]*>.*` +
    `<\\1SignatureMethod Algorithm="${rsaSha256}">.*</\\1SignedInfo>$`,
  'su',
)

/** Of a signature by RSA with SHA-256. Nothing else that the signing key signs begins as this does: a statement's signed attributes are DER. */
export const isSignedInfo = (text: string): boolean => isPlainText(text) && signedInfo.test(text)
