/** Errors of the embedded PostgreSQL, each with a remedy. Codes stay for ever. */
import { errorClass } from '@kazashi/errors'

export type EmbeddedErrorNext =
  | 'stop-other' // end the Kazashi that uses this folder, or choose another folder
  | 'install-again' // npm ci brings the binaries; or use a server by --database-url
  | 'choose-folder' // a folder that may be written to
  | 'run-as-user' // start it as an ordinary user
  | 'use-server' // pg_upgrade, or a server by --database-url
  | 'read-log' // the log file in the folder says why

interface EmbeddedErrorRow {
  /** Source of the rule: PostgreSQL 18 documentation, by chapter. */
  readonly clause: string
  readonly next: EmbeddedErrorNext
}

export const embeddedErrors = {
  FOLDER_IN_USE: { clause: 'PostgreSQL 18 §18.3', next: 'stop-other' },
  FOLDER_UNUSABLE: { clause: 'PostgreSQL 18 §18.2', next: 'choose-folder' },
  BINARIES_MISSING: { clause: 'PostgreSQL 18 §16', next: 'install-again' },
  NO_OTHER_USER: { clause: 'PostgreSQL 18 §18.1', next: 'run-as-user' },
  INIT_FAILED: { clause: 'PostgreSQL 18 §18.2', next: 'read-log' },
  VERSION_OTHER: { clause: 'PostgreSQL 18 §18.6', next: 'use-server' },
  START_FAILED: { clause: 'PostgreSQL 18 §18.3', next: 'read-log' },
  SERVER_LOST: { clause: 'PostgreSQL 18 §18.3', next: 'read-log' },
  STOP_FAILED: { clause: 'PostgreSQL 18 §18.5', next: 'read-log' },
} as const satisfies Record<string, EmbeddedErrorRow>

export type EmbeddedErrorCode = keyof typeof embeddedErrors

/** Its detail is the folder concerned, and the finding there. */
export class EmbeddedError extends errorClass('EmbeddedError', embeddedErrors) {}
