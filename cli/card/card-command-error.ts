/** What `kazashi card` itself refuses, and what to do then. What a card refuses is a CardError. Codes stay for ever. */

export const cardCommandErrors = {
  CARD_FILE_MISSING: 'check the path; "kazashi card new --out FILE" makes a card',
  CARD_FILE_EXISTS: 'choose another file, or add --overwrite',
  CARD_FILE_IN_USE: 'end the other program that holds this card, or use another card file',
  CARD_KEY_EXPOSED: 'take the rights away from others (chmod 600) or remove the file and its cards',
  CARD_KEY_MALFORMED:
    'bring the key file back from a backup; without it its cards cannot be opened',
  RESIDENT_FILE_MISSING: 'check the path of --resident',
  INPUT_FILE_MISSING: 'check the path of --in',
  READER_AMBIGUOUS: 'write more of the name of the reader',
  SECRET_MISSING: 'give it by its option or environment variable, or run the command in a terminal',
  SERVER_UNREACHABLE: 'start one with "kazashi start", or leave --server out',
  SERVER_REFUSED: 'read the reason given by the server',
} as const

export type CardCommandErrorCode = keyof typeof cardCommandErrors

export class CardCommandError extends Error {
  readonly code: CardCommandErrorCode
  /** A sentence. */
  readonly next: string
  readonly detail: string

  /** @param detail what it is about; never a secret */
  constructor(code: CardCommandErrorCode, detail: string, options: ErrorOptions = {}) {
    super(`${code}: ${detail}`, options)
    this.name = 'CardCommandError'
    this.code = code
    this.next = cardCommandErrors[code]
    this.detail = detail
  }
}

/** The system's code of a file error, e.g. ENOENT; undefined for anything else. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined
}
