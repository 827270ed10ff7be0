/** The portal's login by the gate over HTTP: who is let in, what becomes of the others, and what a session outlives (1-B①). */
import { localFetch } from '@kazashi/serve'
import { newBrowser } from '@kazashi/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { borrowSandbox } from '../../../tools/running-app/borrowed-sandbox.ts'
import type { Sandbox } from '../../../tools/running-app/sandbox.ts'

let sandbox: Sandbox
let portal: string
let authorization: string
beforeAll(async () => {
  sandbox = await borrowSandbox()
  await sandbox.moveClock('10:00')
  portal = sandbox.origin('portal')
  authorization = `${sandbox.origin('gate')}/api/realms/main/protocol/openid-connect/auth`
})
afterAll(() => sandbox?.stop())

/** @param as who answers, and with which fault of the catalogue */
const browserOf = (as: string) => newBrowser(authorization, { as })
type Browser = ReturnType<typeof browserOf>

const told = z.object({
  sub: z.string().optional(),
  code: z.string().optional(),
  reason: z.string().optional(),
})
const me = async (browser: Browser) => {
  const { status, text } = await browser.open(`${portal}/me`)
  return { status, ...told.parse(JSON.parse(text)) }
}
/** @returns the code with which the portal's page is opened; null: none */
async function logIn(browser: Browser): Promise<string | null> {
  const { url } = await browser.open(`${portal}/login`)
  expect(url.origin).toBe(portal)
  return url.searchParams.get('came')
}

test('1-B①.login a person has one number at the portal, whichever browser it is; nobody else has it', async () => {
  const [one, again, other] = [browserOf('adult'), browserOf('adult'), browserOf('iphone')]
  for (const browser of [one, again, other]) expect(await logIn(browser)).toBeNull()
  const { sub } = await me(one)
  expect(sub).toMatch(/^[\w-]{43}$/)
  expect((await me(again)).sub).toBe(sub)
  expect((await me(other)).sub).not.toBe(sub)
})

test.each([
  ['ANSWER_INVALID', 'adult nonce-wrong'],
  ['ANSWER_INVALID', 'adult assurance-low'],
  ['LOGIN_STOPPED', 'suspended'],
  ['GATE_UNAVAILABLE', 'adult error-unavailable'],
  ['GATE_UNAVAILABLE', 'adult token-unavailable'],
  ['LOGIN_ELSEWHERE', 'adult state-wrong'],
])('1-B①.refused %s is what the page tells of %s, and nobody is logged in', async (code, as) => {
  const browser = browserOf(as)
  expect(await logIn(browser)).toBe(code)
  expect(await me(browser)).toMatchObject({ status: 401, code: 'NOT_LOGGED_IN' })
})

test('1-B①.refused GRANT_ENDED a session ends when the gate refuses to refresh, and two hundred logins that nobody finishes end none', async () => {
  const [stays, ends] = [browserOf('adult'), browserOf('adult refresh-refused')]
  expect([await logIn(stays), await logIn(ends)]).toEqual([null, null])
  const atOnce = Array.from({ length: 50 }, () => portal)
  for (let begun = 0; begun < 200; begun += atOnce.length) {
    const asked = atOnce.map((site) => localFetch(`${site}/login`, { redirect: 'manual' }))
    for (const answer of await Promise.all(asked)) expect(answer.status).toBe(303)
  }
  await sandbox.moveClock('10:10')
  expect((await me(stays)).status).toBe(200)
  const ended = { status: 401, code: 'SESSION_ENDED', reason: 'GRANT_ENDED' }
  expect(await me(ends)).toMatchObject(ended)
  expect(await me(ends)).toMatchObject(ended)
})
