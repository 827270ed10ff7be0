/** Requests of a sandbox that belong to a trace, noted when they are answered. A request without a trace costs one look at its headers. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hostOf, type Origins, type PartyName, partyNames } from '../origins.ts'
import type { ProblemTable } from '../problem.ts'
import { nextOrder, type RequestLine, traceBook } from './book.ts'
import { newSpanId, parseTraceparent, type TraceContext, withTrace } from './context.ts'
import { bodyNote } from './masking.ts'
import { noteChanges } from './records.ts'

export interface Traced {
  readonly name: PartyName
  readonly origins: Origins
  readonly table: ProblemTable
}

interface Open {
  readonly context: TraceContext
  readonly parentId: string
  readonly at: Date
  readonly order: number
  answer?: unknown
}

/**
 * Of the window that a page led somewhere: a navigation has no headers of ours. Set when a page of the party has asked with a trace, read
 * with navigations alone.
 */
const cookieName = '__Host-kazashi-trace'
const cookieSeconds = 3600

/** Whose span it was, for the last ones: tells a call's caller. */
const spans = new Map<string, PartyName>()
const spansLimit = 2000
function remember(spanId: string, party: PartyName): void {
  spans.set(spanId, party)
  const [oldest] = spans.keys()
  if (spans.size > spansLimit && oldest !== undefined) spans.delete(oldest)
}

/** Pages and their parts, the clock that every page looks at, and what explains a refusal: they are no step of a procedure. */
const unseen: ReadonlySet<string> = new Set([
  '/*',
  '/config.json',
  '/sandbox/clock',
  '/problems/:code',
])

function parentOf({ headers }: FastifyRequest) {
  const parent = parseTraceparent(headers['traceparent'])
  if (parent !== undefined || headers['sec-fetch-mode'] !== 'navigate') return parent
  const pairs = headers.cookie?.split(/; */) ?? []
  const pair = pairs.find((one) => one.startsWith(`${cookieName}=`))
  return parseTraceparent(pair?.slice(cookieName.length + 1))
}

const callerOf = (request: FastifyRequest, parentId: string, { name, origins }: Traced) => {
  const server = spans.get(parentId)
  if (server !== undefined) return { from: server, byPage: false }
  const page = partyNames.find((one) => origins[one] === request.headers.origin)
  return { from: page ?? name, byPage: true }
}

/** Parts of an address that name a kind of thing, not a thing. */
const namingParams: ReadonlySet<string> = new Set(['kind', 'part', 'paper'])

function addressOf(request: FastifyRequest, route: string, origin: string): string {
  const params: unknown = request.params
  const path = route.replaceAll(/:(\w+)|\*/g, (_all, name: string | undefined) => {
    const value: unknown =
      name !== undefined && typeof params === 'object' && params !== null
        ? Reflect.get(params, name)
        : undefined
    const mayShow = name !== undefined && namingParams.has(name)
    return mayShow && typeof value === 'string' && /^[a-z-]+$/.test(value)
      ? value
      : `{${name ?? 'rest'}}`
  })
  const names = [...new URL(request.url, origin).searchParams.keys()].filter((one) =>
    /^[a-z_]{1,30}$/i.test(one),
  )
  const query = names.length === 0 ? '' : `?${names.map((one) => `${one}={${one}}`).join('&')}`
  return `${origin}${path}${query}`
}

/** Servers of relying parties and certificates say the repository's name. */
const askedAt = ({ headers }: FastifyRequest, { name, origins }: Traced): string =>
  headers.host === hostOf(origins.repository) ? origins.repository : origins[name]

const proofsOf = ({ headers }: FastifyRequest): string[] => {
  const scheme = /^(DPoP|Bearer|Basic) /i.exec(headers.authorization ?? '')?.[1]
  return [
    ...(scheme === undefined ? [] : [scheme]),
    ...(headers['dpop'] === undefined ? [] : ['dpop']),
    ...(headers.cookie === undefined ? [] : ['cookie']),
    ...(headers['idempotency-key'] === undefined ? [] : ['idempotency-key']),
  ]
}

function parsed(payload: unknown): unknown {
  if (typeof payload !== 'string') return undefined
  try {
    return JSON.parse(payload)
  } catch {
    return undefined
  }
}

const lengthOf = (payload: unknown): number =>
  typeof payload === 'string'
    ? Buffer.byteLength(payload)
    : payload instanceof Uint8Array
      ? payload.byteLength
      : 0

/** By its code, which is one of the party's table. */
function refusalOf(answer: unknown, table: ProblemTable): RequestLine['refusal'] {
  const code: unknown =
    typeof answer === 'object' && answer !== null
      ? (Reflect.get(answer, 'code') ?? Reflect.get(answer, 'error'))
      : undefined
  if (typeof code !== 'string') return undefined
  const entry = Object.hasOwn(table, code) ? table[code] : undefined
  if (entry !== undefined) return { code, clause: entry.clause, title: entry.title }
  return /^[a-z_]{3,40}$/.test(code) ? { code } : undefined // RFC 6749 §5.2
}

function lineOf(
  request: FastifyRequest,
  reply: FastifyReply,
  open: Open,
  traced: Traced,
): RequestLine {
  const { name, table } = traced
  const route = request.routeOptions.url ?? ''
  const sent = Number(request.headers['content-length'] ?? 0)
  const answer = parsed(open.answer)
  const refusal = reply.statusCode >= 400 ? refusalOf(answer, table) : undefined
  const operation: unknown =
    request.routeOptions.schema && Reflect.get(request.routeOptions.schema, 'operationId')
  return {
    type: 'request',
    id: open.context.spanId,
    at: open.at.toISOString(),
    order: open.order,
    ...callerOf(request, open.parentId, traced),
    to: name,
    method: request.method,
    route,
    address: addressOf(request, route, askedAt(request, traced)),
    proofs: proofsOf(request),
    ...(typeof operation === 'string' && { operation }),
    status: reply.statusCode,
    ...(refusal && { refusal }),
    milliseconds: Math.ceil(reply.elapsedTime),
    sent: bodyNote(request.headers['content-type'], sent, request.body),
    answered: bodyNote(reply.getHeader('content-type'), lengthOf(open.answer), answer),
  }
}

/** To be called before other hooks and the first route. */
export function traceRequests(app: FastifyInstance, traced: Traced): void {
  const { name, origins } = traced
  const ours = new Set(Object.values(origins))
  const known = new WeakMap<FastifyRequest, Open>()
  noteChanges()
  app.addHook('onRequest', (request, reply, done) => {
    const parent = parentOf(request)
    const route = request.routeOptions.url
    if (parent === undefined || route === undefined || unseen.has(route)) return done()
    const { traceId, parentId } = parent
    const context = { traceId, spanId: newSpanId(), party: name, origins: ours }
    known.set(request, { context, parentId, at: new Date(), order: nextOrder() })
    remember(context.spanId, name)
    if (request.headers['sec-fetch-site'] === 'same-origin' && request.headers['traceparent']) {
      const value = `00-${traceId}-${parentId}-01`
      reply.header(
        'set-cookie',
        `${cookieName}=${value}; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=${cookieSeconds}`,
      )
    }
    withTrace(context, done)
  })
  // Reading the body goes on where the connection's events were made.
  app.addHook('preValidation', (request, _reply, done) => {
    const open = known.get(request)
    if (open === undefined) done()
    else withTrace(open.context, done)
  })
  app.addHook('onSend', (request, { statusCode }, payload, done) => {
    const open = statusCode === 204 ? undefined : known.get(request)
    if (open !== undefined && (typeof payload === 'string' || payload instanceof Uint8Array))
      open.answer = payload
    done(null, payload)
  })
  app.addHook('onResponse', (request, reply, done) => {
    const open = known.get(request)
    const streams = reply.getHeader('content-type')?.toString().startsWith('text/event-stream')
    if (open !== undefined && !streams)
      traceBook.note(open.context.traceId, lineOf(request, reply, open, traced))
    done()
  })
}
