/** Errors of the embedded PostgreSQL, each with a remedy. Codes stay for ever. */
import { errorClass } from '@kazashi/errors'

/** What a person at a command line does next, by the key that the table has. */
export const embeddedNextSteps = {
  'stop-other': 'stop the other Kazashi, or choose another folder with --data',
  'install-again':
    'install again with install scripts, or use a PostgreSQL server with --database-url',
  'choose-folder': 'choose a folder you may write to with --data',
  'run-as-user': 'start it as an ordinary user, or use a PostgreSQL server with --database-url',
  'use-server': 'bring the data over with pg_upgrade, or choose another folder with --data',
  'read-log': 'read the file "log" in the database folder',
} as const

export type EmbeddedErrorNext = keyof typeof embeddedNextSteps

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
