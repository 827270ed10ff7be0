/** Logs without secrets: no bodies, no headers, no query strings, of an error no more than its words, and known names of secrets masked wherever they turn up. */
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

/** Causes of causes that a line tells. */
const deepest = 4

/**
 * An error by its message, code and stack, and so its causes. Nothing else that hangs on it: a database driver hangs the whole
 * connection there, with its address and password, and the values of the row that it refused.
 */
function errorLine(error: unknown, depth = 0): object {
  if (!(error instanceof Error)) return { type: typeof error }
  const { name, message, stack, cause } = error
  const code: unknown = Reflect.get(error, 'code')
  return {
    type: name,
    message,
    ...((typeof code === 'string' || typeof code === 'number') && { code }),
    stack,
    ...(cause !== undefined && depth < deepest && { cause: errorLine(cause, depth + 1) }),
    ...(error instanceof AggregateError &&
      depth < deepest && { errors: error.errors.map((one) => errorLine(one, depth + 1)) }),
  }
}

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
      err: (error: unknown) => errorLine(error),
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
