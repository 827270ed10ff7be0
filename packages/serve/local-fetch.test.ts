import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocketServer } from 'ws'
import { LocalWebSocket, localFetch } from './index.ts'

let base = ''
const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk) => chunks.push(chunk))
  request.on('end', () => {
    if (request.url === '/old') {
      response.writeHead(302, { location: '/new' }).end()
      return
    }
    const { method, url, headers } = request
    response.setHeader('content-type', 'application/json')
    response.setHeader('set-cookie', ['a=1', 'b=2'])
    response.end(
      JSON.stringify({
        method,
        url,
        host: headers.host,
        type: headers['content-type'],
        body: Buffer.concat(chunks).toString('hex'),
      }),
    )
  })
})
const sockets = new WebSocketServer({ server })
sockets.on('connection', (socket, request) => {
  socket.send(JSON.stringify({ host: request.headers.host, origin: request.headers.origin }))
})
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address() as AddressInfo
  base = `party.localhost:${address.port}`
})
afterAll(() => {
  sockets.close()
  server.closeAllConnections()
  server.close()
})

test('RFC 6761 §6.3 *.localhost is loopback, and the Host header stays the name', async () => {
  const answer = await localFetch(`http://${base}/x?y=1`, {
    method: 'POST',
    headers: { 'content-type': 'application/ocsp-request' },
    body: new Uint8Array([1, 0xff]),
  })
  expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
  expect(await answer.json()).toEqual({
    method: 'POST',
    url: '/x?y=1',
    host: base,
    type: 'application/ocsp-request',
    body: '01ff',
  })
})

test('Fetch §4.4 redirects are followed, or given out when asked', async () => {
  const followed = await localFetch(`http://${base}/old`)
  expect(await followed.json()).toMatchObject({ method: 'GET', url: '/new' })
  const given = await localFetch(`http://${base}/old`, { redirect: 'manual' })
  expect(given.status).toBe(302)
  await expect(localFetch(`http://${base}/old`, { redirect: 'error' })).rejects.toThrow(TypeError)
})

test('Fetch §5.6 a Request, an abort and a refused connection behave as with fetch', async () => {
  const request = new Request(`http://${base}/r`, { method: 'PUT', body: 'x' })
  expect(await (await localFetch(request)).json()).toMatchObject({ method: 'PUT', body: '78' })
  const signal = AbortSignal.abort()
  await expect(localFetch(`http://${base}/r`, { signal })).rejects.toThrow(/abort/i)
  await expect(localFetch('http://nobody.localhost:1/')).rejects.toThrow('fetch failed')
})

test.each(['party.localhost', 'localhost'])(
  'RFC 9110 §9.2.2 a kept connection to %s that the server closed costs nothing: safe requests are repeated, all others never go on one',
  async (name) => {
    const seen: string[] = []
    const used = new WeakSet<object>()
    const closing = createServer((request, response) => {
      const again = used.has(request.socket)
      used.add(request.socket)
      seen.push(`${request.method} ${again ? 'kept' : 'new'}`)
      if (again) request.socket.destroy()
      else response.end()
    })
    await new Promise<void>((done) => closing.listen(0, '127.0.0.1', done))
    const { port } = closing.address() as AddressInfo
    try {
      for (const method of ['GET', 'GET', 'POST', 'POST']) {
        const answer = await localFetch(`http://${name}:${port}/`, { method })
        expect(answer.status).toBe(200)
        await answer.text()
      }
    } finally {
      closing.closeAllConnections()
      closing.close()
    }
    expect(seen).toEqual(['GET new', 'GET kept', 'GET new', 'POST new', 'POST new'])
  },
)

test('RFC 6455 §4.1 a WebSocket to *.localhost carries the origin it is given', async () => {
  const socket = new LocalWebSocket(`ws://${base}/`, { origin: 'http://app.kazashi.localhost:1' })
  const text = await new Promise<string>((done, fail) => {
    socket.addEventListener('message', ({ data }) => done(String(data)))
    socket.addEventListener('error', fail)
  })
  socket.close()
  expect(JSON.parse(text)).toEqual({ host: base, origin: 'http://app.kazashi.localhost:1' })
})

test('Fetch §5.6 aborted after the answer has come, its body unread: the process lives, and the next call is answered', async () => {
  for (let call = 0; call < 5; call += 1) {
    const controller = new AbortController()
    const answer = await localFetch(`http://${base}/a`, { signal: controller.signal })
    expect(answer.status).toBe(200)
    controller.abort()
    await new Promise((later) => setImmediate(later))
  }
  expect((await localFetch(`http://${base}/a`)).status).toBe(200)
})
