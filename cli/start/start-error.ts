/** Why `kazashi start` did not start, and the next step: a table of codes. Codes stay for ever. */
import { errorClass } from '@kazashi/errors'

const startErrors = {
  DATA_UNUSABLE: {
    clause: 'kazashi start --data',
    next: 'choose a folder that you can create and write to, with --data',
  },
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
  PURPOSE_MISSING: {
    clause: 'docs/decisions/0028-purposes.md',
    next: 'say what it is for: --class (a sandbox with a password) or --operate; without --public-url it is a sandbox on this machine',
  },
  SANDBOX_PUBLIC: {
    clause: 'docs/decisions/0028-purposes.md',
    next: 'use --class for a sandbox behind a public name, or leave --public-url out',
  },
  PROXY_UNEXPECTED: {
    clause: 'RFC 7239 §4',
    next: 'remove the proxy, or start it again with --class --public-url https://{party}.example.org, which asks every visitor for a password',
  },
  CLASS_SITE: {
    clause: 'RFC 6265bis §5.7.3',
    next: 'give --public-url with a domain for all parties, e.g. https://{party}.class.example.org',
  },
  CLASS_SECRET_WEAK: {
    clause: 'NIST SP 800-63B §5.1.1.1',
    next: 'give a password of 8 or more characters and an instructor’s token of 32 or more, or leave them out: the server makes them',
  },
  ORIGINS_NOT_HTTPS: {
    clause: 'RFC 9110 §4.2.2',
    next: 'give --public-url https://{party}.example.org, and let the proxy bring HTTPS',
  },
} as const

export class StartError extends errorClass('StartError', startErrors) {}
