/** The OpenID provider behind the gate's addresses: an application of its own kind in a party's. */
import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import type { Origins, Party } from '@kazashi/serve'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Provider } from 'oidc-provider'
import { issuerOf, paths, realm } from './addresses.ts'
import { checkMetadata } from './registration.ts'

const { registration, ...others } = paths
const everything = [
  '/.well-known/openid-configuration',
  ...Object.values(others),
  `${paths.authorization}/:uid`,
]
const registering = [registration, `${registration}/:client`]

/** The provider builds addresses from it when it stands below a path, as Connect's and Express's do. */
type Mounted = IncomingMessage & { originalUrl?: string | undefined }

/** Every request of a relying party begins anew: who was logged in here before is not looked at. */
function forgetSession({ headers }: IncomingMessage, cookie: string): void {
  const kept = (headers.cookie ?? '')
    .split(';')
    .filter((pair) => !pair.trim().startsWith(`${cookie}=`))
    .join(';')
  headers.cookie = kept
}

/** Octets of a request by form: what fits into an address. */
const longestForm = 8 * 1024

/** @returns its parameters, as of an address; none where it is too long: then they are missing */
async function formIn(raw: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of raw) {
    length += part.length
    if (length <= longestForm) parts.push(part)
  }
  if (length > longestForm) return ''
  return new URLSearchParams(Buffer.concat(parts).toString()).toString()
}

/** The provider reads a body from the connection, which has been read: it gets what was checked in its place. */
function handAgain(raw: IncomingMessage, body: string): void {
  const bytes = Buffer.from(body)
  raw.headers['content-length'] = String(bytes.length)
  Object.defineProperty(raw, 'readable', { value: true })
  raw.iterator = () => Readable.from([bytes]).iterator()
}

/** A sandbox's switch, where it is on: clients that are not registered. */
export interface Strangers {
  /** @param query of an authorization request */
  readonly welcome: (query: URLSearchParams) => Promise<void>
  /** @returns the request of one of them, without proof; undefined: of another client */
  readonly believed: (
    form: URLSearchParams,
    authorization: string | undefined,
  ) => Promise<URLSearchParams | undefined>
}

/**
 * @param provider asked at each request: another one after its keys have changed
 * @param clients.register RFC 7591: they register by themselves; otherwise there is no such address
 */
export async function mountProvider(
  app: Party,
  origins: Origins,
  provider: () => Provider,
  clients: { readonly register: boolean; readonly strangers: Strangers | undefined },
): Promise<void> {
  const { register, strangers } = clients
  const gate = new URL(origins.gate)
  const start = `${realm}${paths.authorization}`
  const token = `${realm}${paths.token}`
  const meet = async ({ welcome, believed }: Strangers, { method, raw, url }: FastifyRequest) => {
    const [path, query] = url.split('?', 2)
    if (path === start) return welcome(new URLSearchParams(query))
    if (path !== token || method !== 'POST') return
    const form = await formIn(raw)
    const without = await believed(new URLSearchParams(form), raw.headers.authorization)
    if (without !== undefined) delete raw.headers.authorization
    handAgain(raw, without?.toString() ?? form)
  }
  const hand = async (request: FastifyRequest, reply: FastifyReply) => {
    const raw: Mounted = request.raw
    const isBrowsers = request.url.startsWith(start)
    if (isBrowsers && raw.headers.host?.toLowerCase() !== gate.host) {
      // Asked at the issuer's name: cookies belong to the gate's.
      const method = request.method === 'GET' ? 303 : 307
      return reply.redirect(`${origins.gate}${request.url}`, method)
    }
    if (request.method === 'POST' && request.url.split('?', 1)[0] === start) {
      // OpenID Connect Core 1.0 §3.1.2.1: by form as by address.
      const form = await formIn(raw)
      return reply.redirect(`${origins.gate}${start}?${form}`, 303)
    }
    if (strangers !== undefined) await meet(strangers, request)
    const current = provider()
    const [path = ''] = request.url.split('?', 1)
    // The browser comes back to an address below it, perhaps with another person than the last time.
    if (path === start || path.startsWith(`${start}/`))
      forgetSession(raw, current.cookieName('session'))
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      if (value !== undefined) reply.raw.setHeader(name, value)
    }
    // It leads to relying parties, by forms too (OAuth 2.0 Form Post Response Mode §2).
    const policy = reply.raw.getHeader('content-security-policy')
    if (typeof policy === 'string')
      reply.raw.setHeader('content-security-policy', policy.replace(/form-action[^;]*;?/, ''))
    // What is configured, whatever a caller or a proxy says.
    raw.headers['x-forwarded-host'] = raw.headers.host
    raw.headers['x-forwarded-proto'] = new URL(
      isBrowsers ? origins.gate : issuerOf(origins),
    ).protocol.slice(0, -1)
    reply.hijack()
    raw.originalUrl = raw.url
    raw.url = raw.url?.slice(realm.length)
    await current.callback()(raw, reply.raw)
  }
  await app.register(async (scope) => {
    // The provider reads bodies by itself.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null))
    for (const path of everything) {
      scope.route({
        method: ['GET', 'POST', 'PUT', 'DELETE'],
        url: `${realm}${path}`,
        schema: { hide: true },
        handler: hand,
      })
    }
  })
  for (const path of register ? registering : []) {
    app.route({
      method: ['GET', 'POST', 'PUT', 'DELETE'],
      url: `${realm}${path}`,
      schema: { hide: true },
      handler: async (request, reply) => {
        const writes = request.method === 'POST' || request.method === 'PUT'
        if (writes) {
          const checked = checkMetadata(request.body)
          if ('refused' in checked) return reply.code(400).send(checked.refused)
          handAgain(request.raw, JSON.stringify(checked.metadata))
        }
        return hand(request, reply)
      },
    })
  }
}
