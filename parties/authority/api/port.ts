/** What a phone asks of the authority (packages/phone/authority-port.ts), over HTTP, each call bound to its device key. */
import type { AuthorityPort, NoticeKind, NoticeView, UnblockingKeys } from '@kazashi/phone'
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

const noticeKinds = [
  'ready-to-register',
  'suspended',
  'resumed',
  'revoked',
  'replaced-by-switch',
  'card-ended',
  'deleted-by-card',
  'lapsed',
] as const satisfies readonly NoticeKind[]

const notice = z.object({
  id: z.string(),
  kind: z.enum(noticeKinds),
  applicationId: z.string(),
  at: z.string(),
})

/** A notice of a kind that came after this client is left out: there are no words for it. */
const knownNotices = (values: readonly unknown[]): NoticeView[] =>
  values.flatMap((value) => notice.safeParse(value).data ?? [])

const applicationView = z.object({
  id: z.string(),
  receiptNumber: z.string(),
  state: z.enum(['applied', 'issued', 'registered', 'withdrawn', 'lapsed']),
  kinds: z.array(z.enum(['signing', 'authentication'])),
  appliedAt: z.string(),
  expectedAt: z.string(),
})
const unblocking = z.object({
  unblockingKeys: z.object({
    signing: z.base64().optional(),
    authentication: z.base64().optional(),
  }),
})
const deleted = z.object({ credentialId: z.string(), model: z.string() })
const credential = z.object({
  id: z.string(),
  state: z.enum(['applied', 'issued', 'active', 'suspended', 'replaced', 'ended']),
  certificates: z.array(
    z.object({
      kind: z.enum(['signing', 'authentication']),
      status: z.enum(['signed', 'good', 'hold', 'revoked']),
      reason: z.string().exactOptional(),
      serialNumber: z.string(),
      notAfter: z.string(),
    }),
  ),
  attributes: z.enum(['signed', 'good', 'hold', 'revoked']).exactOptional(),
  history: z.array(z.object({ at: z.string(), event: z.string() })),
})
const attributes = z.object({ mdoc: z.base64() })
const registration = z.object({
  credentialId: z.string(),
  certificates: z.array(
    z.object({
      kind: z.enum(['signing', 'authentication']),
      certificate: z.base64(),
      issuer: z.base64(),
    }),
  ),
  attributes: attributes.optional(),
})
const supported = z.object({
  minimumAppVersion: z.string(),
  phones: z.array(
    z.object({
      platform: z.enum(['android', 'iphone']),
      model: z.string(),
      minimumOsVersion: z.string(),
    }),
  ),
})

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

function keysFromBase64({ signing, authentication }: z.infer<typeof unblocking>['unblockingKeys']) {
  return {
    ...(signing !== undefined && { signing: fromBase64(signing) }),
    ...(authentication !== undefined && { authentication: fromBase64(authentication) }),
  }
}

interface Post {
  /** Idempotency-Key */
  readonly key: string
  readonly body?: object
}

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

  /** @throws {AuthorityProblem} also for an answer of another shape */
  async function ask<T>(schema: z.ZodType<T>, path: string, post?: Post): Promise<T> {
    const answer = await proving(
      new Request(new URL(path, origin), {
        method: post ? 'POST' : 'GET',
        headers: {
          ...headers,
          ...(post && { 'idempotency-key': post.key, 'content-type': 'application/json' }),
        },
        ...(post && { body: JSON.stringify(post.body ?? {}) }),
      }),
    )
    const body: unknown = await answer.json().catch(() => undefined)
    if (!answer.ok) throw new AuthorityProblem(body, answer.status)
    const parsed = schema.safeParse(body)
    if (!parsed.success) throw new AuthorityProblem(undefined, answer.status)
    return parsed.data
  }

  return {
    nonce: async () => unwrap(await client.POST('/nonces')),
    apply: (application, key, keys) =>
      ask(applicationView, '/applications', {
        key,
        body: {
          application: toBase64(application),
          ...(keys && { unblockingKeys: keysToBase64(keys) }),
        },
      }),
    application: async (id) =>
      unwrap(await client.GET('/applications/{id}', { params: { path: { id } } })),
    async register(id, key) {
      const {
        credentialId,
        certificates,
        attributes: mdoc,
      } = await ask(registration, `/applications/${id}/registration`, { key })
      return {
        credentialId,
        certificates: certificates.map(({ kind, certificate, issuer }) => ({
          kind,
          certificate: fromBase64(certificate),
          issuer: fromBase64(issuer),
        })),
        ...(mdoc && { attributes: { mdoc: fromBase64(mdoc.mdoc) } }),
      }
    },
    withdraw: (id, key) => ask(applicationView, `/applications/${id}/withdrawal`, { key }),
    async revoke(id, request, key) {
      const body = { request: toBase64(request) }
      await ask(z.unknown(), `/phone-credentials/${id}/revocation`, { key, body })
    },
    deleteOther: (request, key) =>
      ask(deleted, '/deletions', { key, body: { request: toBase64(request) } }),
    async unblock(id, request, key) {
      const body = { request: toBase64(request) }
      const path = `/phone-credentials/${id}/unblocking`
      const { unblockingKeys } = await ask(unblocking, path, { key, body })
      return keysFromBase64(unblockingKeys)
    },
    async currentCredential() {
      try {
        return await ask(credential, '/phone-credentials/current')
      } catch (error) {
        if (error instanceof AuthorityProblem && error.status === 404) return undefined
        throw error
      }
    },
    attributes: async (id) =>
      fromBase64((await ask(attributes, `/phone-credentials/${id}/attributes`)).mdoc),
    supportedPhones: () => ask(supported, '/phones/supported'),
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
  }
}
