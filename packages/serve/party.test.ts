import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import {
  createLogger,
  createParty,
  originsFor,
  type PartyOptions,
  ProblemDocument,
  problemClass,
  servePages,
} from './index.ts'

const origins = originsFor(8080)
const folder = mkdtempSync(join(tmpdir(), 'kazashi-pages-'))
afterAll(() => rmSync(folder, { recursive: true }))

class CardStub extends Error {
  readonly code = 'STUB_BLOCKED'
}

const stubProblems = {
  STUB_BLOCKED: {
    clause: 'ISO 7816-4 §7.5.6',
    status: 409,
    title: { ja: 'ロックされています', en: 'It is blocked' },
    next: { ja: '窓口へ', en: 'Go to the counter' },
  },
} as const
class StubProblem extends problemClass('StubProblem', stubProblems) {}

async function portal(options: Partial<PartyOptions> = {}) {
  const app = await createParty({
    name: 'portal',
    origins,
    sandbox: true,
    problems: stubProblems,
    ...options,
  })
  const body = z.strictObject({ pin: z.string().regex(/^\d{4}$/) })
  app.post('/things', { schema: { body } }, async (request) => ({
    length: request.body.pin.length,
  }))
  app.get('/blocked', async () => {
    throw new CardStub('inside')
  })
  app.get('/bug', async () => {
    throw new Error('a secret inside')
  })
  app.get('/own', async () => {
    throw new StubProblem('STUB_BLOCKED', { detail: 'today', members: { triesLeft: 2 } })
  })
  return app
}
const at = (path: string) => `${origins.portal}${path}`

test('RFC 9457 §3 a typed error of a package becomes a problem document by the table', async () => {
  const app = await portal()
  const answer = await app.inject({ url: at('/blocked') })
  expect(answer.statusCode).toBe(409)
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
  expect(ProblemDocument.parse(answer.json())).toMatchObject({
    type: `${origins.portal}/problems/STUB_BLOCKED`,
    title: 'ロックされています',
    status: 409,
    code: 'STUB_BLOCKED',
    next: '窓口へ',
  })
  expect(answer.body).not.toContain('inside')
})

test('RFC 9457 §3.2 a Problem brings its detail and further members', async () => {
  const app = await portal()
  const answer = await app.inject({ url: at('/own'), headers: { 'accept-language': 'en-GB, ja' } })
  expect(answer.json()).toMatchObject({ title: 'It is blocked', detail: 'today', triesLeft: 2 })
  expect(answer.headers['content-language']).toBe('en')
})

test('RFC 9457 §3.1.1 the type of a problem is a page that explains it', async () => {
  const app = await portal()
  const answer = await app.inject({ url: at('/problems/STUB_BLOCKED') })
  expect(answer.json()).toMatchObject({ status: 409, next: { en: 'Go to the counter' } })
  expect((await app.inject({ url: at('/problems/toString') })).statusCode).toBe(404)
})

test('RFC 9457 §5 an unknown error tells nothing of the inside but an id to report', async () => {
  const app = await portal()
  const answer = await app.inject({ url: at('/bug') })
  expect(answer.statusCode).toBe(500)
  expect(answer.body).not.toContain('secret')
  expect(answer.json()).toMatchObject({ code: 'INTERNAL' })
  expect(answer.json().requestId).toBe(answer.headers['x-request-id'])
})

test('RFC 9110 §15.5.1 a body of the wrong form names the field, never its value', async () => {
  const app = await portal()
  const answer = await app.inject({ method: 'POST', url: at('/things'), payload: { pin: '98x6' } })
  expect(answer.statusCode).toBe(400)
  expect(answer.json()).toMatchObject({ code: 'REQUEST_INVALID', errors: [{ pointer: '/pin' }] })
  expect(answer.body).not.toContain('98x6')
  const broken = await app.inject({
    method: 'POST',
    url: at('/things'),
    headers: { 'content-type': 'application/json' },
    payload: '{',
  })
  expect([broken.statusCode, broken.json().code]).toEqual([400, 'REQUEST_INVALID'])
})

test('RFC 9110 §15.5.20 a Host name that is not ours is refused (DNS rebinding)', async () => {
  const app = await portal()
  for (const host of [
    'evil.example',
    'app.kazashi.localhost:8080',
    '127.0.0.1:8080',
    'localhost:8080',
  ]) {
    const answer = await app.inject({ url: at('/blocked'), headers: { host } })
    expect([host, answer.statusCode, answer.json().code]).toEqual([host, 421, 'HOST_UNKNOWN'])
  }
  const authority = await createParty({ name: 'authority', origins, sandbox: true })
  const answer = await authority.inject({ url: 'http://localhost:8080/x' })
  expect(answer.statusCode).toBe(404)
})

test('Fetch §3.2 pages of the callers may write, pages of strangers may not', async () => {
  const app = await portal()
  const post = (origin: string) =>
    app.inject({
      method: 'POST',
      url: at('/things'),
      headers: { origin },
      payload: { pin: '1234' },
    })
  expect((await post(origins.portal)).statusCode).toBe(200)
  const fromApp = await post(origins.app)
  expect(fromApp.statusCode).toBe(200)
  expect(fromApp.headers['access-control-allow-origin']).toBe(origins.app)
  const fromStranger = await post('http://evil.example')
  expect([fromStranger.statusCode, fromStranger.json().code]).toEqual([403, 'ORIGIN_REFUSED'])
})

test('CSP3 §6 pages run their own scripts only and are framed by the desk only', async () => {
  const app = await portal()
  const { headers } = await app.inject({ url: at('/x') })
  const policy = String(headers['content-security-policy'])
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain(`frame-ancestors ${origins.desk}`)
  expect(policy).not.toContain('unsafe-inline')
  expect(headers['x-frame-options']).toBeUndefined()
  expect(headers['x-sandbox']).toBe('true')
  const desk = await createParty({ name: 'desk', origins, sandbox: true })
  const answer = await desk.inject({ url: `${origins.desk}/x` })
  const deskPolicy = String(answer.headers['content-security-policy'])
  expect(deskPolicy).toContain("frame-ancestors 'none'")
  expect(deskPolicy).toContain(`frame-src ${origins.app} ${origins.gate} ${origins.portal}`)
  expect(deskPolicy).toContain('ws://box.kazashi.localhost:8080')
})

test('RFC 9110 §9.3 pages: own routes get index.html, assets last for ever, missing files are missing', async () => {
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>x</title>')
  writeFileSync(join(folder, 'assets/a-1234.js'), 'export {}')
  const app = await portal()
  await servePages(app, { folder, config: { origins } })
  const page = await app.inject({ url: at('/applications/7?code=1') })
  expect([page.statusCode, page.headers['cache-control']]).toEqual([200, 'no-cache'])
  expect(page.body).toContain('<title>x</title>')
  const asset = await app.inject({ url: at('/assets/a-1234.js') })
  expect(asset.headers['cache-control']).toContain('immutable')
  expect((await app.inject({ url: at('/assets/b.js') })).statusCode).toBe(404)
  const config = await app.inject({ url: at('/config.json') })
  expect(config.json()).toEqual({ origins: { ...origins } })
  expect((await app.inject({ url: at('/%2e%2e/package.json') })).statusCode).toBe(404)
})

test('RFC 9110 §15.6.4 pages that are not built say how to build them', async () => {
  const app = await portal()
  await servePages(app, { folder: join(folder, 'none'), config: {} })
  const answer = await app.inject({ url: at('/') })
  expect([answer.statusCode, answer.json().code]).toEqual([503, 'PAGES_NOT_BUILT'])
})

test('OpenAPI 3.1 a party publishes its schemas', async () => {
  const app = await portal({ openapi: { title: 'Portal', description: 'x' } })
  const answer = await app.inject({ url: at('/openapi.json') })
  expect(answer.json().openapi).toBe('3.1.0')
})

test('RFC 9110 §17.9 logs carry neither query strings nor secrets', async () => {
  const lines: string[] = []
  const logger = createLogger('info', { write: (line) => void lines.push(line) })
  const app = await portal({ logger })
  await app.inject({ url: at('/blocked?token=abcdef'), headers: { cookie: 'session=abcdef' } })
  logger.info({ pin: '1234', card: { signingPassword: 'ABC123' } }, 'x')
  const text = lines.join('')
  expect(text).toContain('"path":"/blocked"')
  expect(text).toContain('[secret]')
  expect(text).not.toMatch(/abcdef|1234"|ABC123/)
})

test('RFC 9110 §15.5.14 a body that is too large, or of another type, is refused with a code', async () => {
  const app = await portal()
  const post = async (type: string, payload: string) => {
    const headers = { 'content-type': type }
    return (await app.inject({ method: 'POST', url: at('/things'), headers, payload })).json()
  }
  const large = JSON.stringify({ pin: '1'.repeat(300 * 1024) })
  expect(await post('application/json', large)).toMatchObject({ code: 'BODY_TOO_LARGE' })
  expect(await post('text/csv', '1234')).toMatchObject({ code: 'MEDIA_TYPE_UNSUPPORTED' })
})
