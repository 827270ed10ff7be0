/** Refusals before any party's application sees the request: by the listener, by its Host header, or by Node's HTTP parser. */
import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { commonProblems } from './common-problems.ts'
import { documentOf, languageIn } from './problem-document.ts'

export type CommonCode = keyof typeof commonProblems

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Seconds until a caller may ask again. */
const retryAfter = '1'

function answerOf(
  code: CommonCode,
  acceptLanguage: string | undefined,
  origin: string | undefined,
): Answer {
  const language = languageIn(acceptLanguage)
  const entry = commonProblems[code]
  const body = JSON.stringify(documentOf(code, entry, { origin, language }))
  return {
    status: entry.status,
    headers: {
      'content-type': 'application/problem+json',
      'content-language': language,
      'content-length': String(Buffer.byteLength(body)),
      ...(entry.status === 503 && { 'retry-after': retryAfter }),
    },
    body,
  }
}

/** @param origin of a party that explains the code; undefined while there is none */
export function refuseRequest(
  code: CommonCode,
  request: IncomingMessage,
  response: ServerResponse,
  origin: string | undefined,
): void {
  const { status, headers, body } = answerOf(code, request.headers['accept-language'], origin)
  response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : body)
}

/** Writes the refusal and closes the connection. */
export function refuseSocket(
  code: CommonCode,
  socket: Duplex,
  acceptLanguage: string | undefined,
  origin: string | undefined,
): void {
  const { status, headers, body } = answerOf(code, acceptLanguage, origin)
  const lines = Object.entries({ ...headers, connection: 'close' })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines}\r\n${body}`)
}

/** Node's codes of what its parser refuses; all others are HTTP_MALFORMED. */
const parserCodes: Readonly<Record<string, CommonCode>> = {
  HPE_HEADER_OVERFLOW: 'HEADERS_TOO_LARGE',
  ERR_HTTP_REQUEST_TIMEOUT: 'REQUEST_TIMEOUT',
}

/** The language as far as the request was read: its headers were not parsed. */
function languageAsked(rawPacket: unknown): string | undefined {
  if (!(rawPacket instanceof Uint8Array)) return undefined
  const text = Buffer.from(rawPacket).toString('latin1')
  return /^accept-language:([^\r\n]*)/im.exec(text)?.[1]
}

/**
 * For 'clientError' of an HTTP server. Nothing is written into an answer that is under way: it would be read as its body.
 * @param origin of a party that explains the code
 */
export function refuseUnparsed(
  error: Error & { readonly code?: unknown; readonly rawPacket?: unknown },
  socket: Duplex,
  origin: string | undefined,
): void {
  const answering = Boolean(Reflect.get(socket, '_httpMessage'))
  if (error.code === 'ECONNRESET' || !socket.writable || answering) {
    socket.destroy()
    return
  }
  const code = parserCodes[String(error.code)] ?? 'HTTP_MALFORMED'
  refuseSocket(code, socket, languageAsked(error.rawPacket), origin)
}
