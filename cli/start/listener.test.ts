import { createServer, type Server } from 'node:http'
import { connect } from 'node:net'
import { LocalWebSocket, localFetch, originsFor, ProblemDocument } from '@kazashi/serve'
import { afterEach, expect, test } from 'vitest'
import { WebSocketServer } from 'ws'
import { type Listener, listen } from './listener.ts'

const listeners: Listener[] = []
afterEach(async () => {
  for (const listener of listeners.splice(0)) await listener.close()
})

async function started() {
  const listener = await listen(0)
  listeners.push(listener)
  return { listener, origins: originsFor(listener.port) }
}

/** A party that answers with its name and the address it was asked for. */
const echo = (name: string): { server: Server } => ({
  server: createServer((request, response) => response.end(`${name} ${request.url}`)),
})
const text = async (url: string) => (await localFetch(url)).text()

interface Place {
  readonly host: string
  readonly port: number
}

/** All that comes back on a connection of its own. */
const said = ({ host, port }: Place, request: string) =>
  new Promise<string>((resolve, reject) => {
    let answer = ''
    const socket = connect(port, host, () => socket.write(request))
    socket.on('data', (chunk) => {
      answer += String(chunk)
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(answer))
  })

async function exchange(place: Place, request: string) {
  const answer = await said(place, request)
  const body = answer.slice(answer.indexOf('{'), answer.lastIndexOf('}') + 1)
  return {
    status: Number(answer.split(' ')[1]),
    document: ProblemDocument.parse(JSON.parse(body)),
  }
}

test('RFC 9110 §7.2 each request goes to the party its Host header names', async () => {
  const { listener, origins } = await started()
  listener.serve(origins, {
    authority: echo('authority'),
    gate: echo('gate'),
    portal: echo('portal'),
  })
  expect(await text(`${origins.authority}/x?y=1`)).toBe('authority /x?y=1')
  expect(await text(`${origins.portal}/`)).toBe('portal /')
  expect(await text(`${origins.repository}/pki/ocsp/signing`)).toBe('authority /pki/ocsp/signing')
  // What servers of relying parties call of the gate.
  const token = '/api/realms/main/protocol/openid-connect/token'
  expect(await text(`${origins.repository}${token}`)).toBe(`gate ${token}`)
  const signing = '/api/sign-transactions'
  for (const path of [signing, `${signing}/1/result`])
    expect(await text(`${origins.repository}${path}`)).toBe(`gate ${path}`)
  expect(await text(`${origins.repository}${signing}s`)).toBe(`authority ${signing}s`)
})

test('RFC 9110 §15.4.3 plain localhost leads to the desk', async () => {
  const { listener, origins } = await started()
  listener.serve(origins, {})
  const answer = await localFetch(`http://127.0.0.1:${listener.port}/`, { redirect: 'manual' })
  expect(answer.status).toBe(421)
  const root = await fetch(origins.repository, { redirect: 'manual' })
  expect([root.status, root.headers.get('location')]).toEqual([302, origins.desk])
})

test('RFC 9110 §15.4.9 the names of before lead to the new ones for reading; writing is refused with the new address', async () => {
  const { listener, origins } = await started()
  listener.serve(origins, { portal: echo('portal') })
  const before = `http://portal.localhost:${listener.port}`
  const answer = await localFetch(`${before}/me?x=1`, { redirect: 'manual' })
  const { headers } = answer
  expect([answer.status, headers.get('location')]).toEqual([308, `${origins.portal}/me?x=1`])
  expect(await text(`${before}/me?x=1`)).toBe('portal /me?x=1')
  const bare = await localFetch(`http://kazashi.localhost:${listener.port}/`, {
    redirect: 'manual',
  })
  expect([bare.status, bare.headers.get('location')]).toEqual([308, `${origins.desk}/`])
  const written = await localFetch(`${before}/login-requests`, { method: 'POST' })
  expect(written.status).toBe(421)
  expect(await written.json()).toMatchObject({
    code: 'HOST_UNKNOWN',
    type: `${origins.portal}/problems/HOST_UNKNOWN`,
  })
})

test('RFC 9110 §15.5.20 where a party is not meant to be its name is unknown, and plain localhost leads to the app', async () => {
  const { listener, origins } = await started()
  listener.serve(origins, { app: echo('app') }, { names: ['authority', 'app'] })
  expect((await localFetch(origins.desk)).status).toBe(421)
  expect((await localFetch(origins.authority)).status).toBe(503)
  const root = await fetch(origins.repository, { redirect: 'manual' })
  expect([root.status, root.headers.get('location')]).toEqual([302, origins.app])
})

test('RFC 9110 §15.5.20 a name that is not ours is refused before any party sees it (DNS rebinding)', async () => {
  const { listener, origins } = await started()
  const evil = originsFor('http://{party}.localhost')
  listener.serve(evil, { desk: echo('desk') })
  expect((await localFetch(origins.desk)).status).toBe(421)
})

test('RFC 9110 §15.6.4 a party that is not ready yet asks to come again', async () => {
  const { listener, origins } = await started()
  expect((await localFetch(origins.desk)).status).toBe(503)
  const parties = { authority: echo('authority') }
  listener.serve(origins, parties)
  const early = await localFetch(origins.desk)
  expect([early.status, early.headers.get('retry-after')]).toEqual([503, '1'])
  Object.assign(parties, { desk: echo('desk') })
  expect(await text(`${origins.desk}/`)).toBe('desk /')
})

test('RFC 7239 §4 a proxy that nobody said is there is told of once, whatever it passes on, and its other names stay unknown', async () => {
  const { listener, origins } = await started()
  const told: string[] = []
  listener.serve(origins, { desk: echo('desk') }, { onProxy: (header) => told.push(header) })
  const get = (headers: Record<string, string>) => localFetch(`${origins.desk}/`, { headers })
  await get({})
  expect(told).toEqual([])
  const place = { host: '127.0.0.1', port: listener.port }
  const by = (host: string) =>
    `GET / HTTP/1.1\r\nhost: ${host}\r\nx-forwarded-host: kazashi.example\r\nconnection: close\r\n\r\n`
  expect(await said(place, by('kazashi.example'))).toMatch(/^HTTP\/1\.1 421 /)
  expect(await said(place, by(new URL(origins.desk).host))).toMatch(/^HTTP\/1\.1 200 /)
  await get({ forwarded: 'for=192.0.2.60' })
  expect(told).toEqual(['x-forwarded-host'])
})

test('RFC 9110 §15.6.4 STARTING a browser sees a page in both languages, programs and scripts the problem', async () => {
  const { listener, origins } = await started()
  const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }
  const opened = () => localFetch(`${origins.desk}/`, { headers: browser })
  const early = await opened()
  listener.serve(origins, {})
  for (const answer of [early, await opened()]) {
    const { headers } = answer
    expect([answer.status, headers.get('retry-after')]).toEqual([503, '1'])
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
    const page = await answer.text()
    expect(page).toContain('かざしを起動しています')
    expect(page).toContain('Kazashi is starting')
  }
  const program = await localFetch(`${origins.desk}/`, { headers: { accept: '*/*' } })
  expect((await program.json()).code).toBe('STARTING')
  // The page's files are there also when the party has become ready meanwhile.
  listener.serve(origins, { desk: echo('desk') })
  for (const file of ['/starting.css', '/starting.js'])
    expect(await text(`${origins.desk}${file}`)).not.toContain('desk')
  expect(await text(`${origins.desk}/`)).toBe('desk /')
})

test('RFC 9457 §3 STARTING, HOST_UNKNOWN and what is no HTTP are problem documents, in the language asked for', async () => {
  const { listener, origins } = await started()
  const headers = { 'accept-language': 'en' }
  const early = await localFetch(origins.desk, { headers })
  expect(early.headers.get('content-type')).toBe('application/problem+json')
  expect(await early.json()).toMatchObject({ type: 'about:blank', code: 'STARTING' })
  listener.serve(origins, {})
  const answer = await localFetch(origins.desk, { headers })
  expect(answer.headers.get('content-language')).toBe('en')
  expect(ProblemDocument.parse(await answer.json())).toMatchObject({
    type: `${origins.desk}/problems/STARTING`,
    title: 'Kazashi is starting',
    status: 503,
  })
  const place = { host: '127.0.0.1', port: listener.port }
  const strange = await exchange(place, 'GET / HTTP/1.1\r\nconnection: close\r\n\r\n')
  expect(strange).toMatchObject({ status: 421, document: { code: 'HOST_UNKNOWN' } })
  expect(strange.document.title).toBe('このサーバーの名前ではありません')
  const proxy = await exchange(place, 'CONNECT x:1 HTTP/1.1\r\naccept-language: en\r\n\r\n')
  expect(proxy.document).toMatchObject({ status: 404, code: 'NOT_FOUND' })
  expect(proxy.document.title).toBe('There is nothing at this address')
  const noHttp = await exchange(place, 'NONSENSE\r\n\r\n')
  expect(noHttp).toMatchObject({
    status: 400,
    document: { type: `${origins.desk}/problems/HTTP_MALFORMED`, code: 'HTTP_MALFORMED' },
  })
})

test('RFC 9110 §10.1.1 an expectation that nobody knows does not keep a request from its party', async () => {
  const { listener, origins } = await started()
  listener.serve(origins, { desk: echo('desk') })
  const place = { host: '127.0.0.1', port: listener.port }
  const host = new URL(origins.desk).host
  const request = `GET /x HTTP/1.1\r\nhost: ${host}\r\nexpect: wonders\r\nconnection: close\r\n\r\n`
  expect(await said(place, request)).toMatch(/^HTTP\/1\.1 200 .*desk \/x/s)
})

test('RFC 6455 §4.2 a WebSocket reaches its party; a party without any refuses it; closing cuts it', async () => {
  const { listener, origins } = await started()
  const box = echo('box')
  new WebSocketServer({ server: box.server }).on('connection', (socket) => socket.send('hello'))
  listener.serve(origins, { box, desk: echo('desk') })
  const open = (origin: string) =>
    new Promise<string>((done) => {
      const socket = new LocalWebSocket(origin.replace('http', 'ws'))
      socket.addEventListener('message', ({ data }) => done(String(data)))
      socket.addEventListener('error', ({ message }) => done(message))
    })
  expect(await open(origins.box)).toBe('hello')
  expect(await open(origins.desk)).toContain('404')
  await listener.close()
  listeners.length = 0
})

test('EADDRINUSE a taken port is reported with its code and the next step', async () => {
  const { listener } = await started()
  await expect(listen(listener.port)).rejects.toMatchObject({
    code: 'PORT_IN_USE',
    next: expect.stringContaining('--port'),
  })
})
