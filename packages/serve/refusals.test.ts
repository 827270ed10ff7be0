import { connect } from 'node:net'
import { PassThrough } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  createParty,
  originsFor,
  type Party,
  type PartyName,
  ProblemDocument,
  partyNames,
  refuseUnparsed,
} from './index.ts'

const origins = originsFor(8080)
const english = { 'accept-language': 'en' }

async function party(name: PartyName): Promise<Party> {
  const app = await createParty({ name, origins, sandbox: true })
  app.get('/things/:id', async () => ({}))
  const body = z.union([
    z.strictObject({ now: z.iso.datetime() }),
    z.strictObject({ offsetSeconds: z.int() }),
  ])
  app.put('/clock', { schema: { body } }, async () => ({}))
  const deep = z.strictObject({ list: z.array(z.strictObject({ 'a/b~c': z.int() })) })
  app.post('/deep', { schema: { body: deep } }, async () => ({}))
  return app
}

function portOf(app: Party): number {
  const address = app.server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** All that comes back on a connection of its own. */
const said = (port: number, text: string) =>
  new Promise<string>((resolve, reject) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    socket.on('data', (chunk) => {
      answer += String(chunk)
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(answer))
  })

const json = { 'content-type': 'application/json' }
const at = (name: PartyName, path: string) => `${origins[name]}${path}`

describe('RFC 9457 §3 what the framework refuses is a problem document at every party', () => {
  test.each([
    ['URI_MALFORMED', 'a byte that is no UTF-8', 'GET', '/%ff', {}, ''],
    ['URI_MALFORMED', 'half a character', 'GET', '/things/%E3%81', {}, ''],
    ['URI_MALFORMED', 'a lone percent sign', 'POST', '/things/%', json, '{}'],
    ['URI_TOO_LONG', '5,000 characters', 'GET', `/things/${'a'.repeat(5000)}`, {}, ''],
    ['PREFLIGHT_INVALID', 'OPTIONS alone', 'OPTIONS', '/things/1', {}, ''],
    ['BODY_TOO_LARGE', '300 kB', 'PUT', '/clock', json, `"${'a'.repeat(300_000)}"`],
    ['MEDIA_TYPE_UNSUPPORTED', 'text/csv', 'PUT', '/clock', { 'content-type': 'text/csv' }, 'a'],
    [
      'MEDIA_TYPE_UNSUPPORTED',
      'no media type at all',
      'PUT',
      '/clock',
      { 'content-type': 'nonsense' },
      'a',
    ],
    ['REQUEST_INVALID', 'half a JSON text', 'PUT', '/clock', json, '{'],
    ['REQUEST_INVALID', 'an empty JSON text', 'PUT', '/clock', json, ''],
    ['REQUEST_INVALID', 'a JSON text with __proto__', 'PUT', '/clock', json, '{"__proto__":1}'],
    ['NOT_FOUND', 'an unknown address', 'PUT', '/nothing', json, '{}'],
  ] as const)('RFC 9457 §3 %s: %s', async (code, _what, method, path, headers, payload) => {
    for (const name of partyNames) {
      const app = await party(name)
      const answer = await app.inject({
        method,
        url: at(name, path),
        headers: { ...headers, ...english },
        ...(payload !== '' && { payload }),
      })
      expect(answer.headers['content-type']).toBe('application/problem+json')
      const document = ProblemDocument.parse(answer.json())
      expect(document).toMatchObject({
        code,
        status: answer.statusCode,
        type: `${origins[name]}/problems/${code}`,
        requestId: answer.headers['x-request-id'],
      })
      expect(document.title).toMatch(/^[A-Z]/)
      expect(answer.headers['content-language']).toBe('en')
      expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
      expect(answer.headers['x-sandbox']).toBe('true')
    }
  })
})

test('RFC 9110 §12.5.4 such a refusal is in Japanese unless English is asked for', async () => {
  const app = await party('portal')
  const answer = await app.inject({ url: at('portal', '/%ff') })
  expect(answer.headers['content-language']).toBe('ja')
  expect(answer.json().title).toBe('アドレスの形式が正しくありません')
})

test('Fetch §3.2 a page that may call gets to read that its address was malformed, a stranger’s name is refused first', async () => {
  const app = await party('authority')
  const url = at('authority', '/%ff')
  const allowed = await app.inject({ url, headers: { origin: origins.app } })
  expect(allowed.headers['access-control-allow-origin']).toBe(origins.app)
  const host = await app.inject({ url, headers: { host: 'evil.example' } })
  expect(host.json().code).toBe('HOST_UNKNOWN')
})

test('Fetch §3.2.2 a preflight is answered', async () => {
  const app = await party('authority')
  const answer = await app.inject({
    method: 'OPTIONS',
    url: at('authority', '/things/1'),
    headers: { origin: origins.app, 'access-control-request-method': 'PUT' },
  })
  expect([answer.statusCode, answer.headers['access-control-allow-origin']]).toEqual([
    204,
    origins.app,
  ])
})

test('RFC 9110 §15.6.4 a party that is ending says so', async () => {
  const app = await party('portal')
  let told = ''
  app.addHook('preClose', async () => {
    const host = 'host: portal.kazashi.localhost:8080\r\naccept-language: en\r\nconnection: close'
    told = await said(portOf(app), `GET /things/1 HTTP/1.1\r\n${host}\r\n\r\n`)
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  await app.close()
  expect(told).toMatch(/^HTTP\/1\.1 503 /)
  expect(told).toContain('retry-after: 1')
  expect(JSON.parse(told.slice(told.indexOf('{')))).toMatchObject({ code: 'ENDING' })
})

test('RFC 9110 §9.3.6 a party is no proxy, and says so where it is asked without the listener in front', async () => {
  const app = await party('portal')
  await app.listen({ host: '127.0.0.1', port: 0 })
  const asked = 'CONNECT example.org:443 HTTP/1.1\r\nhost: example.org:443\r\naccept-language: en'
  const told = await said(portOf(app), `${asked}\r\n\r\n`)
  await app.close()
  expect(told).toMatch(/^HTTP\/1\.1 404 /)
  expect(JSON.parse(told.slice(told.indexOf('{')))).toMatchObject({
    code: 'NOT_FOUND',
    type: `${origins.portal}/problems/NOT_FOUND`,
    title: 'There is nothing at this address',
  })
})

describe('RFC 6901 the field that is wrong is named by its pointer', () => {
  const errors = async (url: string, method: 'PUT' | 'POST', payload: string) => {
    const app = await party('authority')
    const answer = await app.inject({ method, url: at('authority', url), headers: json, payload })
    expect(answer.json().code).toBe('REQUEST_INVALID')
    return answer.json().errors
  }

  test.each([
    ['{"now":"yesterday"}', [['/now', 'invalid_format']]],
    ['{"offsetSeconds":"1"}', [['/offsetSeconds', 'invalid_type']]],
    ['{"offsetSeconds":1.5}', [['/offsetSeconds', 'invalid_type']]],
    [
      '{}',
      [
        ['/now', 'invalid_type'],
        ['/offsetSeconds', 'invalid_type'],
      ],
    ],
    ['{"now":"2026-01-01T00:00:00Z","zone":1}', [['/zone', 'unrecognized_keys']]],
    ['5', [['', 'invalid_type']]],
    ['{', [['', 'not_json']]],
  ])('RFC 6901 §5 of alternatives the closest: %s', async (payload, expected) => {
    const found = await errors('/clock', 'PUT', payload)
    expect(found).toEqual(expected.map(([pointer, rule]) => ({ pointer, rule })))
  })

  test('RFC 6901 §3 tilde and slash are escaped, and an element has its index', async () => {
    expect(await errors('/deep', 'POST', '{"list":[{"a/b~c":1},{"a/b~c":"x"}]}')).toEqual([
      { pointer: '/list/1/a~1b~0c', rule: 'invalid_type' },
    ])
  })

  test('RFC 9457 §3 no more than twenty fields are named', async () => {
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`m${index}`, 1]))
    expect(await errors('/deep', 'POST', JSON.stringify({ list: [], ...many }))).toHaveLength(20)
  })
})

describe('RFC 9112 §2.2 what is no HTTP is refused in words, too', () => {
  let app: Party
  let port = 0
  beforeAll(async () => {
    app = await party('portal')
    await app.listen({ host: '127.0.0.1', port: 0 })
    port = portOf(app)
  })
  afterAll(() => app.close())

  const host = 'host: portal.kazashi.localhost:8080\r\naccept-language: en\r\n'
  test.each([
    ['HEADERS_TOO_LARGE', 431, `GET / HTTP/1.1\r\n${host}x: ${'a'.repeat(40_000)}\r\n\r\n`],
    ['HTTP_MALFORMED', 400, `NONSENSE\r\n${host}\r\n`],
    ['HTTP_MALFORMED', 400, `GET / HTTP/1.1\r\n${host}content-length: x\r\n\r\n`],
  ])('RFC 9457 §3 %s, status %i', async (code, status, request) => {
    const [head = '', body = ''] = (await said(port, request)).split('\r\n\r\n')
    expect(head).toContain(`HTTP/1.1 ${status} `)
    expect(head).toContain('content-type: application/problem+json')
    expect(head).toContain('content-language: en')
    const type = `${origins.portal}/problems/${code}`
    expect(ProblemDocument.parse(JSON.parse(body))).toMatchObject({ code, status, type })
  })

  test('RFC 9110 §15.5.9 REQUEST_TIMEOUT, and nothing is written into an answer under way', async () => {
    const late = Object.assign(new Error('late'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' })
    const written = (socket: PassThrough) => {
      refuseUnparsed(late, socket, origins.portal)
      return String(socket.read() ?? '')
    }
    const answer = written(new PassThrough())
    expect(answer).toMatch(/^HTTP\/1\.1 408 /)
    expect(JSON.parse(answer.slice(answer.indexOf('{')))).toMatchObject({ code: 'REQUEST_TIMEOUT' })
    expect(written(Object.assign(new PassThrough(), { _httpMessage: {} }))).toBe('')
  })
})
