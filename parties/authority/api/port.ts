/** A phone's requests to the authority (packages/phone/authority-port.ts), over HTTP, each call bound to its device key. */
import { type IssuingPace, noticeKinds } from '@kazashi/lifecycle'
import { base64 } from '@kazashi/octets'
import type { AuthorityPort, NoticeView, UnblockingKeys } from '@kazashi/phone'
import createClient from 'openapi-fetch'
import { z } from 'zod'
import { readEvents } from './event-stream.ts'
import { AuthorityProblem, refuse, unwrap } from './problem.ts'
import { provingFetch } from './proof.ts'
import type { paths } from './schema.d.ts'

export interface PortOptions {
  /** This device's time; default the machine's. It may be off: the authority gives its own. */
  readonly now?: () => Date
  /** Told the authority's time where this device's was found to be off. */
  readonly onTime?: (told: Date) => void
  /** Milliseconds before a broken stream is opened again; default 1000. */
  readonly retryAfter?: number
  /** Language of refusals; default Japanese. */
  readonly language?: 'ja' | 'en'
  /** How long a sandbox takes to issue; default at once. */
  readonly pace?: () => IssuingPace
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

/** A notice of a kind newer than this client is left out: the client has no words for it. */
const knownNotices = (values: readonly unknown[]): NoticeView[] =>
  values.flatMap((value) => notice.safeParse(value).data ?? [])

function keysToBase64({ signing, authentication }: UnblockingKeys) {
  return {
    ...(signing && { signing: base64.encode(signing) }),
    ...(authentication && { authentication: base64.encode(authentication) }),
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
  const { now = () => new Date(), onTime, retryAfter = 1000, language = 'ja', pace } = options
  const proving = provingFetch(deviceKey, fetch, now, onTime)
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
          params: { header: { 'idempotency-key': key, ...(pace && { 'sandbox-pace': pace() }) } },
          body: {
            application: base64.encode(application),
            ...(keys && { unblockingKeys: keysToBase64(keys) }),
          },
        }),
      ),
    async checkApplication(application) {
      refuse(
        await client.POST('/applications/checks', {
          body: { application: base64.encode(application) },
        }),
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
          certificate: base64.decode(certificate),
          issuer: base64.decode(issuer),
        })),
        ...(attributes && { attributes: { mdoc: base64.decode(attributes.mdoc) } }),
      }
    },
    async revoke(id, request, key) {
      unwrap(
        await client.POST('/phone-credentials/{id}/revocation', {
          params: { path: { id }, ...header(key) },
          body: { request: base64.encode(request) },
        }),
      )
    },
    deleteOther: async (request, key) =>
      unwrap(
        await client.POST('/deletions', {
          params: header(key),
          body: { request: base64.encode(request) },
        }),
      ),
    async unblock(id, request, key) {
      const { unblockingKeys } = unwrap(
        await client.POST('/phone-credentials/{id}/unblocking', {
          params: { path: { id }, ...header(key) },
          body: { request: base64.encode(request) },
        }),
      )
      const { signing, authentication } = unblockingKeys
      return {
        ...(signing !== undefined && { signing: base64.decode(signing) }),
        ...(authentication !== undefined && { authentication: base64.decode(authentication) }),
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
      base64.decode(
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
