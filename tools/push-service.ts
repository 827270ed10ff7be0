/**
 * A push service on this machine (RFC 8030) with browsers subscribed to it: checks VAPID (RFC 8292), keeps messages by topic,
 * decrypts them as the browser does (RFC 8291), and fails when told to.
 */
import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { importJWK, jwtVerify } from 'jose'

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')
const bytes = (text: string): Buffer => Buffer.from(text, 'base64url')

export interface BrowserKeys {
  /** Scalar of P-256, 32 bytes. */
  readonly privateKey: Uint8Array
  /** 16 bytes (RFC 8291 §3.2). */
  readonly auth: Uint8Array
}

/** RFC 8291 §3.4 and RFC 8188 §2, one record. @throws when it was made for somebody else or changed */
export function decryptPush(body: Uint8Array, { privateKey, auth }: BrowserKeys): string {
  const salt = body.subarray(0, 16)
  const idLength = body[20] ?? 0
  const theirs = body.subarray(21, 21 + idLength)
  const ecdh = createECDH('prime256v1')
  ecdh.setPrivateKey(Buffer.from(privateKey))
  const shared = ecdh.computeSecret(theirs)
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), ecdh.getPublicKey(), theirs])
  const ikm = hkdfSync('sha256', shared, auth, info, 32)
  const derive = (name: string, length: number) =>
    Buffer.from(hkdfSync('sha256', Buffer.from(ikm), salt, `Content-Encoding: ${name}\0`, length))
  const decipher = createDecipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12))
  const record = body.subarray(21 + idLength)
  decipher.setAuthTag(record.subarray(-16))
  const padded = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()])
  const end = padded.lastIndexOf(2)
  if (end < 0 || padded.subarray(end + 1).some((byte) => byte !== 0)) {
    throw new RangeError('the last record ends with 2 and zeros')
  }
  return padded.subarray(0, end).toString('utf8')
}

type Answer = number | 'cut' | 'taken and cut'

/** How a request was judged, in the order they came. */
interface Attempt {
  readonly answer: Answer
  readonly topic: string | undefined
  /** Why it was not taken. */
  readonly refusal?: string
}

export interface Subscribed {
  /** `PushSubscription.toJSON()` of that browser. */
  readonly json: { endpoint: string; keys: { p256dh: string; auth: string } }
  readonly attempts: Attempt[]
  /** Of the answers to come; 201 once they are used up. cut: no answer · taken and cut: the message is kept, the answer lost */
  answers(...answers: Answer[]): void
  /** Header of the answers that are no success. */
  retryAfter: string | undefined
  /** Messages that wait for the browser: it goes online, takes and decrypts them. */
  receive(): string[]
  /** Resolves when the service was asked this many times. */
  asked(times: number): Promise<void>
}

export interface PushService {
  readonly origin: string
  /** @param applicationServerKey base64url; only its messages are taken (RFC 8292 §4) */
  subscribe(applicationServerKey: string): Subscribed
  close(): Promise<void>
}

async function checkVapid(
  header: string,
  origin: string,
  subscribedTo: string,
): Promise<string | undefined> {
  const { t = '', k = '' } = /^vapid t=(?<t>[^,]+), *k=(?<k>.+)$/.exec(header)?.groups ?? {}
  if (k !== subscribedTo) return 'another key than the one subscribed to'
  const point = bytes(k)
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: base64url(point.subarray(1, 33)),
    y: base64url(point.subarray(33)),
  }
  try {
    const key = await importJWK(jwk, 'ES256')
    const { payload } = await jwtVerify(t, key, { algorithms: ['ES256'], audience: origin })
    const { exp = 0, sub = '' } = payload
    if (exp > Date.now() / 1000 + 24 * 60 * 60) return 'good for more than a day'
    return /^(mailto:|https:)/.test(sub) ? undefined : 'nobody to write to'
  } catch (error) {
    return String(error)
  }
}

class Browser implements Subscribed {
  readonly json
  readonly attempts: Attempt[] = []
  readonly applicationServerKey: string
  retryAfter: string | undefined
  readonly #keys: BrowserKeys
  readonly #waiting = new Map<string, Uint8Array>()
  #answers: Answer[] = []
  #wake = () => {}

  constructor(endpoint: string, applicationServerKey: string) {
    const ecdh = createECDH('prime256v1')
    const p256dh = base64url(ecdh.generateKeys())
    this.#keys = { privateKey: ecdh.getPrivateKey(), auth: randomBytes(16) }
    this.json = { endpoint, keys: { p256dh, auth: base64url(this.#keys.auth) } }
    this.applicationServerKey = applicationServerKey
  }

  answers(...answers: Answer[]): void {
    this.#answers = answers
  }

  nextAnswer(): Answer {
    return this.#answers.shift() ?? 201
  }

  judged(attempt: Attempt): void {
    this.attempts.push(attempt)
    this.#wake()
  }

  /** RFC 8030 §5.4: one message a topic. */
  keep(topic: string, message: Uint8Array): void {
    this.#waiting.set(topic, message)
  }

  receive(): string[] {
    const messages = [...this.#waiting.values()].map((one) => decryptPush(one, this.#keys))
    this.#waiting.clear()
    return messages
  }

  async asked(times: number): Promise<void> {
    while (this.attempts.length < times) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
  }
}

const headerOf = (request: IncomingMessage, name: string): string | undefined =>
  [request.headers[name]].flat()[0]

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function take(
  request: IncomingMessage,
  response: ServerResponse,
  { browser, origin }: { readonly browser: Browser; readonly origin: string },
): Promise<void> {
  const body = await bodyOf(request)
  const topic = headerOf(request, 'topic')
  const vapid = headerOf(request, 'authorization') ?? ''
  const refusal =
    (await checkVapid(vapid, origin, browser.applicationServerKey)) ??
    (headerOf(request, 'content-encoding') === 'aes128gcm' ? undefined : 'another encoding') ??
    (/^\d+$/.test(headerOf(request, 'ttl') ?? '') ? undefined : 'no time to live') ??
    (body.length <= 4096 ? undefined : 'too long')
  const answer = refusal === undefined ? browser.nextAnswer() : 403
  if (answer === 201 || answer === 'taken and cut') {
    browser.keep(topic ?? String(browser.attempts.length), new Uint8Array(body))
  }
  if (typeof answer === 'string') request.socket.destroy()
  else {
    const later = answer === 201 ? undefined : browser.retryAfter
    response.writeHead(answer, later === undefined ? {} : { 'retry-after': later }).end()
  }
  browser.judged({ answer, topic, ...(refusal !== undefined && { refusal }) })
}

export async function startPushService(port = 0): Promise<PushService> {
  const browsers = new Map<string, Browser>()
  let origin = ''
  const server = createServer((request, response) => {
    const browser = browsers.get(request.url ?? '')
    if (!browser || request.method !== 'POST') return void response.writeHead(404).end()
    take(request, response, { browser, origin }).catch(() => request.socket.destroy())
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new TypeError('no port')
  origin = `http://localhost:${address.port}`
  return {
    origin,
    subscribe(applicationServerKey) {
      const path = `/push/${randomBytes(16).toString('base64url')}`
      const browser = new Browser(`${origin}${path}`, applicationServerKey)
      browsers.set(path, browser)
      return browser
    },
    async close() {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
