/** Why `kazashi start` did not start, and what to do. Codes stay for ever. */

export const startErrors = {
  PORT_IN_USE: 'end what uses it, or choose another with --port (0: any free one)',
  PORT_REFUSED: 'choose a port above 1023 with --port',
  DATABASE_UNREACHABLE: 'check that the server runs and that --database-url is right',
} as const

export type StartErrorCode = keyof typeof startErrors

export class StartError extends Error {
  readonly code: StartErrorCode
  readonly next: string

  constructor(code: StartErrorCode, detail: string, cause?: unknown) {
    super(`${code}: ${detail}`, { cause })
    this.name = 'StartError'
    this.code = code
    this.next = startErrors[code]
  }
}
