/** Refusals of `kazashi card` itself, with their next steps; a card's own are a CardError. Codes stay for ever. */
import { errorClass } from '@kazashi/errors'

const cardCommandErrors = {
  CARD_FILE_MISSING: {
    clause: 'kazashi card FILE',
    next: 'check the path; "kazashi card new --out FILE" makes a card',
  },
  CARD_FILE_EXISTS: {
    clause: 'kazashi card new --out',
    next: 'choose another file, or add --overwrite',
  },
  CARD_FILE_IN_USE: {
    clause: 'kazashi card FILE',
    next: 'close the other program that uses this card, or use another card file',
  },
  CARD_KEY_EXPOSED: {
    clause: 'POSIX.1-2024 §4.7 file access permissions',
    next: 'remove the access rights of others (chmod 600), or remove the key file and its cards',
  },
  CARD_KEY_MALFORMED: {
    clause: 'kazashi card --key',
    next: 'restore the key file from a backup; without it its cards cannot be opened',
  },
  RESIDENT_FILE_MISSING: {
    clause: 'kazashi card new --resident',
    next: 'check the path of --resident',
  },
  INPUT_FILE_MISSING: { clause: 'kazashi card sign --in', next: 'check the path of --in' },
  READER_AMBIGUOUS: {
    clause: 'kazashi card --reader',
    next: 'give more of the name of the reader',
  },
  SECRET_MISSING: {
    clause: 'kazashi card --pin, --password',
    next: 'give it by its option or environment variable, or run the command in a terminal',
  },
  INTERRUPTED: { clause: 'POSIX.1-2024 §2.4.3 SIGINT', next: 'run it again' },
  SERVER_UNREACHABLE: {
    clause: 'kazashi card new --server',
    next: 'start one with "kazashi start", or leave out --server',
  },
  LOGIN_REFUSED: {
    clause: 'kazashi card login',
    next: 'read the reason given by the site, and start the login there again',
  },
  CARD_SIGNS_NOT: {
    clause: '2-A, kazashi card login',
    next: 'get a signing certificate at the municipal office; where the site lets it be left out, add --only-needed',
  },
  SITE_UNREACHABLE: {
    clause: 'kazashi card login --address',
    next: 'check the connection to the site, and start the login there again',
  },
  SERVER_REFUSED: {
    clause: 'kazashi card new --server',
    next: 'read the reason given by the server',
  },
} as const

export class CardCommandError extends errorClass('CardCommandError', cardCommandErrors) {}

/** The system's code of a file error, e.g. ENOENT; undefined for anything else. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined
}
