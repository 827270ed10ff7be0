/** What a phone asks of the authority (packages/phone/authority-port.ts), over HTTP, each call bound to its device key. */
import type { AuthorityPort, NoticeView } from '@kazashi/phone'
import createClient from 'openapi-fetch'
import { z } from 'zod'
import { readEvents } from './event-stream.ts'
import { AuthorityProblem, unwrap } from './problem.ts'
import { provingFetch } from './proof.ts'
import type { paths } from './schema.d.ts'

export interface PortOptions {
  /** This device's time; default the machine's. It may be off: the authority tells its own. */
  readonly now?: () => Date
  /** Milliseconds before a broken stream is opened again; default 1000. */
  readonly retryAfter?: number
  /** Language of refusals; default Japanese. */
  readonly language?: 'ja' | 'en'
}

const notice = z.object({
  id: z.string(),
  kind: z.literal('ready-to-register'),
  applicationId: z.string(),
  at: z.string(),
})

function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}

const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0))

/** Resolves after that long, or at once when `signal` aborts. */
const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const end = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, milliseconds)
    signal.addEventListener('abort', end)
  })

/**
 * @param origin of the authority @param deviceKey ES256 @param fetch from Node `localFetch` reaches `*.localhost`
 * Every method throws {AuthorityProblem} when the authority refuses, and TypeError without a connection.
 */
export function authorityPort(
  origin: string,
  deviceKey: CryptoKeyPair,
  fetch: typeof globalThis.fetch,
  options: PortOptions = {},
): AuthorityPort {
  const { now = () => new Date(), retryAfter = 1000, language = 'ja' } = options
  const proving = provingFetch(deviceKey, fetch, now)
  const headers = { 'accept-language': language }
  const client = createClient<paths>({ baseUrl: origin, fetch: proving, headers })

  async function* connection(signal: AbortSignal, seen: string): AsyncIterable<NoticeView> {
    const last = seen === '' ? {} : { 'last-event-id': seen }
    const address = new URL('/notices/stream', origin)
    const answer = await proving(
      new Request(address, { headers: { ...headers, ...last }, signal, cache: 'no-store' }),
    )
    if (!answer.ok || !answer.body) {
      throw new AuthorityProblem(await answer.json().catch(() => undefined), answer.status)
    }
    for await (const { event, data } of readEvents(answer.body)) {
      if (event === 'notice') yield notice.parse(JSON.parse(data))
    }
  }

  return {
    nonce: async () => unwrap(await client.POST('/nonces')),
    apply: async (application, idempotencyKey) =>
      unwrap(
        await client.POST('/applications', {
          params: { header: { 'idempotency-key': idempotencyKey } },
          body: { application: toBase64(application) },
        }),
      ),
    application: async (id) =>
      unwrap(await client.GET('/applications/{id}', { params: { path: { id } } })),
    register: async (id, idempotencyKey) => {
      const { credentialId, certificates } = unwrap(
        await client.POST('/applications/{id}/registration', {
          params: { path: { id } },
          headers: { 'idempotency-key': idempotencyKey },
        }),
      )
      return {
        credentialId,
        certificates: certificates.map(({ kind, certificate, issuer }) => ({
          kind,
          certificate: fromBase64(certificate),
          issuer: fromBase64(issuer),
        })),
      }
    },
    notices: async () => unwrap(await client.GET('/notices')),
    async *noticeStream(signal) {
      let seen = ''
      while (!signal.aborted) {
        try {
          for await (const one of connection(signal, seen)) {
            seen = one.id
            yield one
          }
        } catch (error) {
          if (signal.aborted) return
          // Refused for good; a lost connection is tried again.
          if (error instanceof AuthorityProblem && error.status < 500) throw error
        }
        await pause(retryAfter, signal)
      }
    },
  }
}
