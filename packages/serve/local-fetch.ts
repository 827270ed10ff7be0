/**
 * Calls from Node to `*.localhost` (RFC 6761 §6.3: always loopback), which browsers resolve by themselves and most systems
 * do not: `fetch` and `WebSocket` with a look-up of their own, the Host header staying that of the address.
 */
import { Agent, request as httpRequest, type IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { WebSocket } from 'ws'
import { traceparentFor } from './trace/context.ts'

/**
 * A kept connection may have been closed by the server just now, which cannot be told from a request that it took. So only
 * requests that may be repeated (RFC 9110 §9.2.2) go on one, and are repeated; everything else has a connection of its own.
 */
const kept = new Agent({ keepAlive: true })
const isSafe = ({ method }: Request): boolean => method === 'GET' || method === 'HEAD'
/** As the Fetch standard, §4.4 step 5: twenty redirects. */
const redirectLimit = 20

const isLocal = (url: URL): boolean =>
  url.protocol === 'http:' && /(^|\.)localhost$/.test(url.hostname)

function bodyOf(message: IncomingMessage): ReadableStream<Uint8Array<ArrayBuffer>> {
  const chunks: AsyncIterator<Buffer> = message[Symbol.asyncIterator]()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next()
      if (done) controller.close()
      else controller.enqueue(new Uint8Array(value))
    },
    cancel() {
      message.destroy()
    },
  })
}

function answerOf(message: IncomingMessage, method: string): Response {
  const headers = new Headers()
  for (let i = 0; i + 1 < message.rawHeaders.length; i += 2) {
    headers.append(message.rawHeaders[i] ?? '', message.rawHeaders[i + 1] ?? '')
  }
  const status = message.statusCode ?? 500
  const empty = method === 'HEAD' || [204, 205, 304].includes(status)
  if (empty) message.resume()
  return new Response(empty ? null : bodyOf(message), {
    status,
    statusText: message.statusMessage ?? '',
    headers,
  })
}

const listenedTo = new WeakSet<object>()

/** An abort after the answer has come ends a connection that nobody listens to any more: its error would end the process. */
function listenToErrors(socket: Socket): void {
  if (listenedTo.has(socket)) return
  listenedTo.add(socket)
  socket.on('error', () => {})
}

function send(
  request: Request,
  body: Uint8Array,
  agent: Agent | false = isSafe(request) && kept,
): Promise<Response> {
  const url = new URL(request.url)
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(
      {
        agent,
        // Every system knows the bare name, and which of its two addresses is listened to.
        host: url.hostname === 'localhost' ? 'localhost' : '127.0.0.1',
        port: url.port || 80,
        path: `${url.pathname}${url.search}`,
        method: request.method,
        headers: {
          ...Object.fromEntries(request.headers),
          host: url.host,
          'content-length': body.byteLength,
        },
        signal: request.signal,
      },
      (message) => resolve(answerOf(message, request.method)),
    )
    outgoing.on('socket', listenToErrors)
    outgoing.on('error', (cause) => {
      if (request.signal.aborted) reject(request.signal.reason)
      else if (outgoing.reusedSocket && agent !== false) resolve(send(request, body, false))
      else reject(new TypeError('fetch failed', { cause }))
    })
    outgoing.end(body)
  })
}

/** `fetch` that reaches `http://NAME.kazashi.localhost:PORT` on any machine, and loses nothing on kept connections of this machine; other addresses go to the global `fetch`. */
export const localFetch: typeof fetch = async (input, init) => {
  let request = new Request(input, init)
  const traceparent = traceparentFor(new URL(request.url))
  if (traceparent !== undefined) request.headers.set('traceparent', traceparent)
  if (!isLocal(new URL(request.url))) return fetch(request)
  let body = new Uint8Array(await request.arrayBuffer())
  for (let redirects = 0; redirects <= redirectLimit; redirects += 1) {
    const answer = await send(request, body)
    const location = answer.headers.get('location')
    if (answer.status < 300 || answer.status > 399 || location === null) return answer
    if (request.redirect === 'manual') return answer
    if (request.redirect === 'error') throw new TypeError('fetch failed: redirected')
    const keeps = answer.status === 307 || answer.status === 308 || request.method === 'HEAD'
    if (!keeps) body = new Uint8Array()
    const { headers, signal } = request
    const method = keeps ? request.method : 'GET'
    request = new Request(new URL(location, request.url), { method, headers, signal })
    if (!isLocal(new URL(request.url))) return fetch(request)
  }
  throw new TypeError('fetch failed: too many redirects')
}

/** A `WebSocket` (WHATWG) that reaches `ws://NAME.kazashi.localhost:PORT` on any machine, sending `origin` as a page would. */
export class LocalWebSocket extends WebSocket {
  constructor(
    url: string | URL,
    options: { readonly origin?: string; readonly headers?: Readonly<Record<string, string>> } = {},
  ) {
    const local = new URL(url).hostname.endsWith('.localhost')
    super(url, {
      ...(options.origin !== undefined && { origin: options.origin }),
      ...(options.headers !== undefined && { headers: options.headers }),
      ...(local && {
        lookup: (_name, { all }, done) =>
          all ? done(null, [{ address: '127.0.0.1', family: 4 }]) : done(null, '127.0.0.1', 4),
      }),
    })
  }
}
