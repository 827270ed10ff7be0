import { createServer, type Server } from 'node:http'
import { LocalWebSocket, localFetch, originsFor } from '@kazashi/serve'
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

test('RFC 9110 §7.2 each request goes to the party its Host header names', async () => {
  const { listener, origins } = await started()
  listener.serve(origins, { authority: echo('authority'), portal: echo('portal') })
  expect(await text(`${origins.authority}/x?y=1`)).toBe('authority /x?y=1')
  expect(await text(`${origins.portal}/`)).toBe('portal /')
  expect(await text(`${origins.repository}/pki/ocsp/signing`)).toBe('authority /pki/ocsp/signing')
})

test('RFC 9110 §15.4.3 plain localhost leads to the desk', async () => {
  const { listener, origins } = await started()
  listener.serve(origins, {})
  const answer = await localFetch(`http://127.0.0.1:${listener.port}/`, { redirect: 'manual' })
  expect(answer.status).toBe(421)
  const root = await fetch(origins.repository, { redirect: 'manual' })
  expect([root.status, root.headers.get('location')]).toEqual([302, origins.desk])
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
