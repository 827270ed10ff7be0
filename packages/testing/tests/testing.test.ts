/** A relying party's tests, as they are written with this package. */

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import type { test as playwrightTest } from '@playwright/test'
import * as openid from 'openid-client'
import { test as base, expect, expectTypeOf, onTestFinished, vi } from 'vitest'
import { z } from 'zod'
import { codeOf, outcomeOf } from '../../../tools/code-of.ts'
import { asker } from '../ask.ts'
import { type Kazashi, startKazashi, TestingError } from '../index.ts'
import { kazashiFixture as playwrightFixture } from '../playwright.ts'
import { kazashiFixture } from '../vitest.ts'

const test = base.extend<{ kazashi: Kazashi }>(kazashiFixture)
/** Nobody listens there: the browser only looks where it is led. */
const callback = 'https://bank.example/callback'

/** A site in three steps: where it leads to log in, what it is answered, and whom it lets in. */
async function site(kazashi: Kazashi) {
  const { clientId, privateKey } = await kazashi.registerClient({
    redirect_uris: [callback],
    client_name: '架空銀行',
  })
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
  const key = await crypto.subtle.importKey('jwk', privateKey, algorithm, false, ['sign'])
  const client = await openid.discovery(
    new URL(kazashi.issuer),
    clientId,
    undefined,
    openid.PrivateKeyJwt({ key, kid: privateKey.kid }),
    { execute: [openid.allowInsecureRequests] },
  )
  return async (name: string) => {
    const pkceCodeVerifier = openid.randomPKCECodeVerifier()
    const address = openid.buildAuthorizationUrl(client, {
      redirect_uri: callback,
      scope: 'openid birthdate',
      code_challenge: await openid.calculatePKCECodeChallenge(pkceCodeVerifier),
      code_challenge_method: 'S256',
    })
    const { url, status } = await kazashi.newBrowser({ as: name }).open(address)
    const enter = () => openid.authorizationCodeGrant(client, url, { pkceCodeVerifier })
    const userInfo = ({ access_token: token }: { readonly access_token: string }, sub: string) =>
      openid.fetchUserInfo(client, token, sub)
    return { url, status, enter, userInfo }
  }
}

test('1-B①.login a robot logs in at a site as it stands, and the site has the data that is on the card; years later it is told that the certificate has expired', async ({
  kazashi,
}) => {
  const { name, cardId, state } = await kazashi.phones.new()
  expect(state).toBe('registered')
  const logIn = await site(kazashi)
  const { url, status, enter, userInfo } = await logIn(name)
  expect([`${url.origin}${url.pathname}`, status]).toEqual([callback, undefined])
  const tokens = await enter()
  const sub = tokens.claims()?.sub ?? ''
  const face = (await kazashi.cards.list()).find(({ id }) => id === cardId)?.face
  const birthdate = face?.birthDate.replaceAll('-', '')
  expect(await userInfo(tokens, sub)).toEqual({ sub, birthdate })
  const before = await kazashi.clock.now()
  await kazashi.clock.move({ days: 12 * 365 })
  const later = (await logIn(name)).url.searchParams
  expect(later.get('error_description')).toContain('EXPIRED')
  await kazashi.clock.set(before)
})

test('1-B①.refused KAZASHI_REFUSED a phone reported lost is refused to the site with the reason, and what is refused to a test has the code of the refusal', async ({
  kazashi,
}) => {
  const refusalOf = async (work: Promise<unknown>) => {
    const outcome = await outcomeOf(work)
    return outcome instanceof TestingError ? [outcome.code, outcome.refusal] : 'accepted'
  }
  const refused = (refusal: string) => ['KAZASHI_REFUSED', refusal]
  const { phones, cards, clock } = kazashi
  const { cardId } = await phones.new({ name: 'taken', platform: 'iphone' })
  expect(await phones.list()).toContainEqual(expect.objectContaining({ name: 'taken', cardId }))
  expect(await refusalOf(phones.new({ name: 'taken' }))).toEqual(refused('PHONE_NAME_TAKEN'))
  await cards.reportLost(cardId, 'phone')
  const { url } = await (await site(kazashi))('taken')
  expect(url.searchParams.get('error_description')).toContain('CERTIFICATE_SUSPENDED')
  await cards.counter(cardId, 'unlock')
  expect(await refusalOf(cards.counter(cardId, 'release'))).toEqual(refused('COUNTER_DECLINED'))
  await phones.remove('taken')
  expect(await refusalOf(phones.remove('taken'))).toEqual(refused('PHONE_UNKNOWN'))
  expect(await refusalOf(clock.move({ days: 99 * 365 }))).toEqual(refused('CLOCK_OUT_OF_RANGE'))
  const client = kazashi.registerClient({ redirect_uris: ['*'] })
  expect(await refusalOf(client)).toEqual(refused('invalid_redirect_uri'))
})

test('Playwright takes its fixture, with a Kazashi of its type', () => {
  const extended = (playwright: typeof playwrightTest) =>
    playwright.extend<object, { kazashi: Kazashi }>(playwrightFixture)
  expectTypeOf<
    Parameters<Parameters<ReturnType<typeof extended>>[2]>[0]['kazashi']
  >().toEqualTypeOf<Kazashi>()
})

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('BROWSER_LED_AROUND KAZASHI_OTHER a site that leads in a circle, and an answer of something else, are told as such', async ({
  kazashi,
}) => {
  const server = createServer(({ url }, response) => {
    response.writeHead(url === '/circle' ? 302 : 200, { location: '/circle' }).end('no document')
  })
  onTestFinished(() => {
    server.close()
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = z.object({ port: z.int() }).parse(server.address())
  const circle = kazashi.newBrowser().open(`http://localhost:${port}/circle`)
  expect(await codeOf(circle)).toBe('BROWSER_LED_AROUND')
  const ask = asker(() => '')
  expect(await codeOf(ask('GET', `http://localhost:${port}/`, z.object({})))).toBe('KAZASHI_OTHER')
})

test('KAZASHI_GONE stop() leaves neither process nor folder', async () => {
  const kazashi = await startKazashi({ now: new Date('2027-03-01T12:00:00+09:00') })
  expect((await kazashi.clock.now()).toISOString()).toMatch(/^2027-03-01T03:00/)
  expect([isAlive(kazashi.pid), existsSync(kazashi.dataFolder)]).toEqual([true, true])
  await kazashi.stop()
  await kazashi.stop()
  expect([isAlive(kazashi.pid), existsSync(kazashi.dataFolder)]).toEqual([false, false])
  expect(await codeOf(kazashi.phones.list())).toBe('KAZASHI_GONE')
})

test('KAZASHI_NOT_STARTED one that cannot start says what it said', async () => {
  vi.stubEnv('TMPDIR', '/nowhere')
  const started = startKazashi()
  vi.unstubAllEnvs()
  await expect(started).rejects.toMatchObject({
    code: 'KAZASHI_NOT_STARTED',
    detail: expect.stringContaining('DATA_UNUSABLE'),
  })
})

test('kazashi start: one whose parent was killed ends, and its folder goes', async () => {
  const parent = join(import.meta.dirname, 'killed-parent.ts')
  const child = spawn(process.execPath, [parent], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [text] = await once(child.stdout, 'data')
  const { pid, dataFolder } = z
    .object({ pid: z.int(), dataFolder: z.string() })
    .parse(JSON.parse(String(text)))
  expect([isAlive(pid), existsSync(dataFolder)]).toEqual([true, true])
  child.kill('SIGKILL')
  await expect.poll(() => [isAlive(pid), existsSync(dataFolder)]).toEqual([false, false])
})
