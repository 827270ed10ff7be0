/** Why `kazashi start` did not start, and the next step: a table of codes. Codes stay for ever. */
import { errorClass } from '@kazashi/errors'

const startErrors = {
  PORT_IN_USE: {
    clause: 'POSIX.1-2024 bind() EADDRINUSE',
    next: 'stop the program that uses it, or choose another port with --port (0: any free one)',
  },
  PORT_REFUSED: {
    clause: 'POSIX.1-2024 bind() EACCES',
    next: 'choose a port above 1023 with --port',
  },
  DATABASE_UNREACHABLE: {
    clause: 'PostgreSQL 18 §32.1',
    next: 'check that the server is running and that --database-url is correct',
  },
} as const

export class StartError extends errorClass('StartError', startErrors) {}
