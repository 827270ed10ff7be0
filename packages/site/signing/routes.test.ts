import cookies from '@fastify/cookie'
import { createParty, originsFor } from '@kazashi/serve'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client } from '../client.ts'
import { SiteProblem } from '../problems.ts'
import type { Visitor, Visitors } from '../visitors.ts'
import { signingRoutes } from './routes.ts'

const origins = originsFor(1)
const { bank: origin } = origins
const visitor: Visitor = {
  sub: 'somebody',
  refreshToken: '',
  claims: {},
  loggedInAt: new Date(0),
  statusCheckedAt: new Date(0),
}
let isOver = false
const visitors: Visitors = {
  begin: async () => '',
  of: async () => {
    if (isOver) throw new SiteProblem('NOT_LOGGED_IN')
    return { holder: visitor, endsAt: new Date(1) }
  },
  end: () => undefined,
}
const finished: (string | undefined)[] = []
const client: Client = {
  begin: async () => ({
    location: new URL('http://gate.example/'),
    asked: { state: 'asked', nonce: 'n', verifier: 'v' },
  }),
  finish: async (callback) => {
    if (callback.searchParams.has('error')) throw new SiteProblem('LOGIN_STOPPED')
    return visitor
  },
  again: async (before) => before,
}
const app = await createParty({ name: 'bank', origins, sandbox: true, problems: {} })
beforeAll(async () => {
  await app.register(cookies)
  signingRoutes(app, {
    origin,
    of: 'deposit',
    client,
    visitors,
    begin: async () => 'transaction',
    finish: async (_, signer) => {
      finished.push(signer)
    },
  })
  await app.ready()
})
afterAll(() => app.close())

/** @returns where the browser is led */
async function led(path: string, cookie = '__Host-signs-asked=n.v'): Promise<URL> {
  const { headers } = await app.inject({
    url: path,
    headers: { host: new URL(origin).host, cookie },
  })
  return new URL(String(headers.location))
}

test('RFC 6749 §4.1.2 of several things to sign each has its way, and comes back to its place', async () => {
  isOver = false
  expect((await led('/sign/deposit')).href).toBe('http://gate.example/')
  expect((await led('/signed/deposit?state=asked&code=x')).href).toBe(`${origin}/?of=deposit`)
  expect((await led('/signed/deposit?state=asked&error=access_denied')).search).toBe('?of=deposit')
  expect(finished).toEqual(['somebody', undefined])
})

test('RFC 6749 §10.12 what this browser did not ask for is not taken, and a session that ended meanwhile is told as such', async () => {
  isOver = true
  const came = async (...way: Parameters<typeof led>) =>
    (await led(...way)).searchParams.get('came')
  expect(await came('/sign/deposit')).toBe('NOT_LOGGED_IN')
  expect(await came('/signed/deposit?state=asked&code=x')).toBe('SESSION_OVER_SIGNING')
  expect(await came('/signed/deposit?state=other&code=x')).toBe('LOGIN_ELSEWHERE')
  expect(finished).toHaveLength(2)
})
