/** What a relying party may have signed at once. Ours: the real service's limits are not public. */
export const documentLimits = {
  /** Documents that one password signs. */
  most: 10,
  /** Characters of a title. */
  title: 100,
  /** Octets of all documents together that are shown on the phone. */
  shown: 512 * 1024,
} as const

/** What a phone shows of a document; of others it shows the title. */
export const documentTypes = ['text/plain', 'application/pdf'] as const
export type DocumentType = (typeof documentTypes)[number]

/** Control characters but line ends and tabs, and those that change the direction of a text: with them, what is read is not what is signed. */
export const isPlainText = (text: string): boolean =>
  text.isWellFormed() && !/[^\P{C}\n\r\t]/u.test(text)
