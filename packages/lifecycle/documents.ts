/** What a relying party may have signed at once. Ours: the real service's limits are not public. */
export const documentLimits = {
  /** Documents that one password signs. */
  most: 10,
  /** Characters of a title. */
  title: 100,
  /** Octets of all documents together that are shown on the phone. */
  shown: 512 * 1024,
} as const

import { signedInfoType } from './signed-info.ts'

/** What a phone is told of a document; it shows text and PDF, and of the others the title. */
export const documentTypes = ['text/plain', 'application/pdf', signedInfoType] as const
export type DocumentType = (typeof documentTypes)[number]

/** Control characters but line ends and tabs, and those that change the direction of a text: with them, what is read is not what is signed. */
export const isPlainText = (text: string): boolean =>
  text.isWellFormed() && !/[^\P{C}\n\r\t]/u.test(text)

/** One line for a screen or a terminal: no control, nothing that turns it round or breaks it. */
export const isPlainLine = (text: string): boolean =>
  text.isWellFormed() && !/[\p{C}\p{Zl}\p{Zp}]/u.test(text)
