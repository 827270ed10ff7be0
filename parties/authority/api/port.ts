/** What a phone asks of the authority (packages/phone/authority-port.ts), over HTTP, each call bound to its device key. */
import { noticeKinds } from '@kazashi/lifecycle'
import type { AuthorityPort, NoticeView, UnblockingKeys } from '@kazashi/phone'
import createClient from 'openapi-fetch'
import { z } from 'zod'
import { readEvents } from './event-stream.ts'
import { AuthorityProblem, refuse, unwrap } from './problem.ts'
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

/** Runtime-checked: a stream is no answer that the client types. */
const notice = z.object({
  id: z.string(),
  kind: z.enum(noticeKinds),
  title: z.string(),
  text: z.string(),
  applicationId: z.string(),
  credentialId: z.string().exactOptional(),
  at: z.string(),
  shownAt: z.string().exactOptional(),
  undeliverable: z.boolean(),
})

/** A notice of a kind that came after this client is left out: nothing is known of it. */
const knownNotices = (values: readonly unknown[]): NoticeView[] =>
  values.flatMap((value) => notice.safeParse(value).data ?? [])

function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}

const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0))

function keysToBase64({ signing, authentication }: UnblockingKeys) {
  return {
    ...(signing && { signing: toBase64(signing) }),
    ...(authentication && { authentication: toBase64(authentication) }),
  }
}

const header = (idempotencyKey: string) => ({ header: { 'idempotency-key': idempotencyKey } })

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
      if (event === 'notice') yield* knownNotices([JSON.parse(data)])
    }
  }

  return {
    nonce: async () => unwrap(await client.POST('/nonces')),
    apply: async (application, key, keys) =>
      unwrap(
        await client.POST('/applications', {
          params: header(key),
          body: {
            application: toBase64(application),
            ...(keys && { unblockingKeys: keysToBase64(keys) }),
          },
        }),
      ),
    async checkApplication(application) {
      refuse(
        await client.POST('/applications/checks', { body: { application: toBase64(application) } }),
      )
    },
    application: async (id) =>
      unwrap(await client.GET('/applications/{id}', { params: { path: { id } } })),
    withdraw: async (id, key) =>
      unwrap(
        await client.POST('/applications/{id}/withdrawal', {
          params: { path: { id }, ...header(key) },
        }),
      ),
    async register(id, key) {
      const { credentialId, certificates, attributes } = unwrap(
        await client.POST('/applications/{id}/registration', {
          params: { path: { id }, ...header(key) },
        }),
      )
      return {
        credentialId,
        certificates: certificates.map(({ kind, certificate, issuer }) => ({
          kind,
          certificate: fromBase64(certificate),
          issuer: fromBase64(issuer),
        })),
        ...(attributes && { attributes: { mdoc: fromBase64(attributes.mdoc) } }),
      }
    },
    async revoke(id, request, key) {
      unwrap(
        await client.POST('/phone-credentials/{id}/revocation', {
          params: { path: { id }, ...header(key) },
          body: { request: toBase64(request) },
        }),
      )
    },
    deleteOther: async (request, key) =>
      unwrap(
        await client.POST('/deletions', {
          params: header(key),
          body: { request: toBase64(request) },
        }),
      ),
    async unblock(id, request, key) {
      const { unblockingKeys } = unwrap(
        await client.POST('/phone-credentials/{id}/unblocking', {
          params: { path: { id }, ...header(key) },
          body: { request: toBase64(request) },
        }),
      )
      const { signing, authentication } = unblockingKeys
      return {
        ...(signing !== undefined && { signing: fromBase64(signing) }),
        ...(authentication !== undefined && { authentication: fromBase64(authentication) }),
      }
    },
    async currentCredential() {
      try {
        return unwrap(await client.GET('/phone-credentials/current'))
      } catch (error) {
        // The authority says so itself: a proxy's 404 says nothing of the phone.
        if (error instanceof AuthorityProblem && error.code === 'NOT_FOUND') return undefined
        throw error
      }
    },
    credential: async (id) =>
      unwrap(await client.GET('/phone-credentials/{id}', { params: { path: { id } } })),
    attributes: async (id) =>
      fromBase64(
        unwrap(await client.GET('/phone-credentials/{id}/attributes', { params: { path: { id } } }))
          .mdoc,
      ),
    supportedPhones: async () => unwrap(await client.GET('/phones/supported')),
    notices: async () => knownNotices(unwrap(await client.GET('/notices'))),
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
    async markShown(id) {
      refuse(await client.POST('/notices/{id}/shown', { params: { path: { id } } }))
    },
    pushKey: async () => unwrap(await client.GET('/phones/push-key')).publicKey,
    async takePushes(target) {
      const path = '/phones/push-subscription'
      refuse(
        target === undefined
          ? await client.DELETE(path)
          : await client.POST(path, {
              body: { endpoint: target.endpoint, keys: target.keys },
              headers: { 'accept-language': target.language ?? language },
            }),
      )
    },
  }
}
