/** Logs without secrets: no bodies, no headers, no query strings, and known names of secrets masked wherever they turn up. */
import { type DestinationStream, type Logger, pino } from 'pino'

const secretNames = [
  'pin',
  'password',
  'passphrase',
  'secret',
  'privateKey',
  'token',
  'authorization',
  'cookie',
  'dpop',
  'myNumber',
  'signingPassword',
  'authenticationPin',
  'cardDataPin',
  'residentRegisterPin',
  'securityCode',
]

export type LogLevel = 'silent' | 'error' | 'warn' | 'info' | 'debug'

/** @param destination where lines go; standard output unless given */
export function createLogger(level: LogLevel, destination?: DestinationStream): Logger {
  const options = {
    level,
    redact: {
      paths: secretNames.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
      censor: '[secret]',
    },
    serializers: {
      req: (request: { id: string; method: string; url: string; host: string }) => ({
        id: request.id,
        method: request.method,
        host: request.host,
        path: request.url.split('?', 1)[0],
      }),
    },
  }
  return destination === undefined ? pino(options) : pino(options, destination)
}
