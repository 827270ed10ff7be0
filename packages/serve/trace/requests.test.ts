import { channel } from 'node:diagnostics_channel'
import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import { createParty, noteSignature, originsFor, type Party, problemClass } from '../index.ts'
import { type RequestLine, type TraceLine, traceBook } from './book.ts'
import { leaveTrace, traceparentFor, withTraceLeft } from './context.ts'

const origins = originsFor(8080)
const problems = {
  STUB_BLOCKED: {
    clause: 'ISO 7816-4 §7.5.6',
    status: 409,
    title: { ja: 'ロックされています', en: 'It is blocked' },
    next: { ja: '窓口へ', en: 'Go to the counter' },
  },
} as const
class StubProblem extends problemClass('StubProblem', problems) {}

const apps: Party[] = []
afterEach(async () => {
  for (const app of apps.splice(0)) await app.close()
})

const committed = channel('kazashi:database')

async function authority(sandbox = true) {
  const app = await createParty({ name: 'authority', origins, sandbox, problems })
  apps.push(app)
  const body = z.strictObject({ pin: z.string(), kind: z.string() })
  app.post('/things/:id', { schema: { body, operationId: 'makeThing' } }, async (request) => {
    await new Promise((later) => setImmediate(later))
    committed.publish({ change: 'insert', table: 'record.thing', rows: 1 })
    noteSignature('certificate', new Uint8Array(900))
    leaveTrace(`job of ${request.body.kind}`)
    return {
      asks: traceparentFor(new URL(`${origins.gate}/x`)) ?? '',
      leaks: traceparentFor(new URL('https://push.example/x')) ?? '',
    }
  })
  app.get('/blocked', async () => {
    throw new StubProblem('STUB_BLOCKED')
  })
  return app
}

let count = 0
const freshTrace = () => {
  count += 1
  return count.toString(16).padStart(32, '0')
}
const headerOf = (trace: string) => ({ traceparent: `00-${trace}-00f067aa0ba902b7-01` })
const linesOf = (trace: string): TraceLine[] => {
  const lines: TraceLine[] = []
  traceBook.watch(trace, (line) => lines.push(line))()
  return lines
}
const requestsOf = (trace: string) =>
  linesOf(trace).filter((line): line is RequestLine => line.type === 'request')
const ask = (app: Party, headers: Record<string, string>, kind = 'new') =>
  app.inject({
    method: 'POST',
    url: `${origins.authority}/things/4711?token=secret-token`,
    headers: { 'content-type': 'application/json', ...headers },
    payload: JSON.stringify({ pin: '7391', kind }),
  })

test('Trace Context §3.2 a request with a trace is noted with what it changed and signed, without any value', async () => {
  const app = await authority()
  const trace = freshTrace()
  const answer = await ask(app, {
    ...headerOf(trace),
    origin: origins.app,
    authorization: 'DPoP abc.def',
  })
  expect(answer.statusCode).toBe(200)
  const lines = linesOf(trace)
  expect(lines.map(({ type }) => type)).toEqual(['records', 'signature', 'request'])
  expect(lines[0]).toMatchObject({
    party: 'authority',
    change: 'insert',
    table: 'record.thing',
    rows: 1,
  })
  expect(lines[1]).toMatchObject({ what: 'certificate', bytes: 900 })
  expect(requestsOf(trace)[0]).toMatchObject({
    from: 'app',
    byPage: true,
    to: 'authority',
    method: 'POST',
    route: '/things/:id',
    address: `${origins.authority}/things/{id}?token={token}`,
    operation: 'makeThing',
    proofs: ['DPoP'],
    status: 200,
    sent: { type: 'application/json', shown: { pin: '•••', kind: 'new' } },
  })
  expect(JSON.stringify(lines)).not.toMatch(/7391|secret-token|4711|abc\.def/)
})

test('Trace Context §3.2 a call between parties carries it on, to nobody but parties, and is told by its caller', async () => {
  const app = await authority()
  const trace = freshTrace()
  const { asks, leaks } = z
    .object({ asks: z.string(), leaks: z.string() })
    .parse((await ask(app, headerOf(trace))).json())
  expect(asks).toMatch(new RegExp(`^00-${trace}-[0-9a-f]{16}-01$`))
  expect(leaks).toBe('')
  await app.inject({ url: `${origins.authority}/blocked`, headers: { traceparent: asks } })
  expect(requestsOf(trace)[1]).toMatchObject({
    from: 'authority',
    byPage: false,
    status: 409,
    refusal: { code: 'STUB_BLOCKED', clause: 'ISO 7816-4 §7.5.6', title: { en: 'It is blocked' } },
  })
})

test('docs/decisions/0053 requests at the same time stay apart', async () => {
  const app = await authority()
  const traces = Array.from({ length: 20 }, freshTrace)
  await Promise.all(traces.map((trace) => ask(app, headerOf(trace))))
  for (const trace of traces)
    expect(linesOf(trace).map(({ type }) => type)).toEqual(['records', 'signature', 'request'])
})

test('docs/decisions/0053 without a trace, or with one that is none, nothing is noted, and no cookie is set', async () => {
  const app = await authority()
  const noted: TraceLine[] = []
  const none = '0'.repeat(32)
  traceBook.watch(none, (line) => noted.push(line))
  for (const headers of [{}, headerOf(none), { traceparent: 'nonsense' }]) {
    const answer = await ask(app, { ...headers, 'sec-fetch-site': 'same-origin' })
    expect(answer.json()).toMatchObject({ asks: '' })
    expect(answer.headers['set-cookie']).toBeUndefined()
  }
  expect(noted).toEqual([])
})

test('docs/decisions/0053 who operates notes nothing, sets no cookie and lets no page send a trace', async () => {
  const app = await authority(false)
  const trace = freshTrace()
  const answer = await ask(app, { ...headerOf(trace), 'sec-fetch-site': 'same-origin' })
  expect(answer.json()).toMatchObject({ asks: '' })
  expect(answer.headers['set-cookie']).toBeUndefined()
  expect(linesOf(trace)).toEqual([])
  const preflight = (party: Party) =>
    party.inject({
      method: 'OPTIONS',
      url: `${origins.authority}/things/1`,
      headers: { origin: origins.app, 'access-control-request-method': 'POST' },
    })
  expect((await preflight(app)).headers['access-control-allow-headers']).not.toContain(
    'traceparent',
  )
  expect((await preflight(await authority())).headers['access-control-allow-headers']).toContain(
    'traceparent',
  )
})

test('docs/decisions/0053 a page’s own party remembers the trace for the navigations that follow, which have no headers of ours', async () => {
  const app = await authority()
  const trace = freshTrace()
  const set = (await ask(app, { ...headerOf(trace), 'sec-fetch-site': 'same-origin' })).headers[
    'set-cookie'
  ]
  const cookie = String(set).split(';')[0] ?? ''
  expect(String(set)).toMatch(/^__Host-kazashi-trace=.*; HttpOnly; Secure; SameSite=Lax/)
  const navigate = (mode: string) =>
    app.inject({ url: `${origins.authority}/blocked`, headers: { cookie, 'sec-fetch-mode': mode } })
  await navigate('no-cors')
  expect(requestsOf(trace)).toHaveLength(1)
  await navigate('navigate')
  expect(requestsOf(trace)[1]).toMatchObject({
    route: '/blocked',
    byPage: true,
    proofs: ['cookie'],
  })
})

test('docs/decisions/0053 work left to a queue belongs to the request that left it', async () => {
  const app = await authority()
  const trace = freshTrace()
  await ask(app, headerOf(trace), 'later')
  withTraceLeft('job of later', () => noteSignature('crl', new Uint8Array(3)))
  withTraceLeft('job of nobody', () => noteSignature('crl', new Uint8Array(4)))
  const last = linesOf(trace).at(-1)
  expect(last).toMatchObject({ type: 'signature', what: 'crl', bytes: 3 })
})
