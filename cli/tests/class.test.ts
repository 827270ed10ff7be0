/** `kazashi start --class` in a browser: the password once, then everything works; the clock is the instructor's. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { localFetch } from '@kazashi/serve'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type KazashiProcess, startKazashi } from '../../tools/kazashi-process.ts'
import { violations } from '../../tools/page-looks.ts'
import { openChromium } from '../../tools/running-app/chromium.ts'
import { ending } from './running-kazashi.ts'

let kazashi: KazashiProcess
let chromium: Awaited<ReturnType<typeof openChromium>>
beforeAll(async () => {
  kazashi = await startKazashi(0, ['--class'])
  chromium = await openChromium()
})
afterAll(async () => {
  await chromium?.close()
  await kazashi?.stop()
})

const secret = (name: string) =>
  readFileSync(join(kazashi.dataFolder, 'class', name), 'utf8').trim()
const at = (party: string) => kazashi.desk.replace('//desk.', `//${party}.`)

test('5-A1 in a class a learner gives the password once, and has a desk with a card, a phone and a portal', async () => {
  const page = await (await chromium.newContext({ locale: 'ja-JP' })).newPage()
  page.setDefaultTimeout(30_000)
  await page.goto(kazashi.desk)
  await page.getByRole('heading', { name: '授業のパスワードを入れてください' }).waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByLabel('パスワード').fill('wrong')
  await page.getByRole('button', { name: 'はいる' }).click()
  await page.getByRole('alert').getByText('パスワードが違います').waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByLabel('パスワード').fill(secret('password'))
  await page.getByRole('button', { name: 'はいる' }).click()
  const phone = page.frameLocator('iframe[title="スマホの画面"]')
  await phone.getByRole('button', { name: 'スマホ用電子証明書を申請する' }).waitFor()
  await page.getByTestId('card').waitFor()
  await page.getByRole('button', { name: 'カードをスマホにかざす' }).click()
  await page.getByRole('button', { name: 'カードを離す' }).waitFor()
  const clock = page.getByRole('region', { name: '練習用の時計（日本時間）' })
  await clock.getByText('時計は先生が動かします').waitFor()
  expect(await clock.getByRole('button').count()).toBe(0)
  expect(await clock.getByTestId('clock').textContent()).toMatch(/^\d{4}年 /)
  expect(await violations(page)).toEqual([])
  const computer = page.frameLocator('iframe[title^="パソコンに表示した"]')
  await computer.getByRole('button', { name: 'スマホでログインする' }).waitFor()
})

test('5-A1 ROLE_REQUIRED the clock of a class moves for the instructor’s token alone, and nobody is told a token', async () => {
  const clock = `${at('authority')}/sandbox/clock`
  const move = async (headers: Record<string, string>) => {
    const answer = await localFetch(clock, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ offsetSeconds: 3600 }),
    })
    return answer.status
  }
  expect(await move({})).toBe(401)
  expect(await move({ authorization: `Bearer ${'x'.repeat(43)}` })).toBe(401)
  expect(await move({ authorization: `Bearer ${secret('instructor')}` })).toBe(200)
  const told = await (await localFetch(clock)).json()
  expect(told.offsetSeconds).toBe(3600)
  const untold = await localFetch(`${at('authority')}/sandbox/tokens`)
  expect([untold.status, (await untold.json()).code]).toEqual([401, 'ROLE_REQUIRED'])
  expect(
    (await localFetch(`${at('box')}/cards`, { headers: { origin: kazashi.desk } })).status,
  ).toBe(401)
})

test('5-A1 the instructor’s window has the buttons of the clock, and moves it for the whole class', async () => {
  const page = await (await chromium.newContext({ locale: 'ja-JP' })).newPage()
  page.setDefaultTimeout(30_000)
  await page.goto(`${kazashi.desk}/class`)
  await page.getByLabel('パスワード').fill(secret('password'))
  await page.getByRole('button', { name: 'はいる' }).click()
  await page.getByText('時計は先生が動かします').waitFor()
  await page.goto(`${kazashi.desk}/?lesson=1#instructor=${secret('instructor')}`)
  const clock = page.getByRole('region', { name: '練習用の時計（日本時間）' })
  await clock.getByRole('button', { name: '1日進める' }).click()
  const offset = async () =>
    (await (await localFetch(`${at('authority')}/sandbox/clock`)).json()).offsetSeconds
  await expect.poll(offset).toBeGreaterThan(86_000)
  expect(await page.getByText('時計は先生が動かします').count()).toBe(0)
  expect(page.url()).not.toContain('instructor')
})

test('RFC 6749 §10.12 nobody arms a case for the logins of a class, with or without its password', async () => {
  const armed = await localFetch(`${at('gate')}/sandbox/armed-cases`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ client_id: 'portal', case: 'error-server' }),
  })
  expect(armed.status).toBe(404)
  const hinted = new URL('/api/realms/main/protocol/openid-connect/auth', at('gate'))
  hinted.search = `${new URLSearchParams({
    client_id: 'portal',
    redirect_uri: `${at('portal')}/callback`,
    response_type: 'code',
    scope: 'openid',
    code_challenge: 'x'.repeat(43),
    code_challenge_method: 'S256',
    login_hint: 'error-server',
  })}`
  const headers = { accept: 'application/json' }
  const led = await localFetch(hinted, { redirect: 'manual', headers })
  expect(led.headers.get('location')).toMatch(/\/login\/[\w-]+$/)
})

test('RFC 9110 §15.5.2 CLASS_PASSWORD_MISSING CLASS_PASSWORD_WRONG scenario and card go to a class with its password from the environment', async () => {
  const server = kazashi.desk
  const program = join(import.meta.dirname, '../bin.js')
  const told = (args: readonly string[], env: Readonly<Record<string, string>>) =>
    ending(process.execPath, [program, ...args, '--server', server], env)
  const card = ['card', 'new', '--out', join(kazashi.dataFolder, 'a.card'), '--json']
  const without = await told(card, { KAZASHI_CLASS_PASSWORD: '' })
  expect([without.code, without.stderr]).toEqual([
    2,
    expect.stringContaining('KAZASHI_CLASS_PASSWORD'),
  ])
  const wrong = await told(card, { KAZASHI_CLASS_PASSWORD: 'wrong' })
  expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringContaining('CLASS_PASSWORD_WRONG')])
  const given = { KAZASHI_CLASS_PASSWORD: secret('password') }
  const made = await told(card, given)
  expect([made.code, JSON.parse(made.stdout)]).toMatchObject([0, { face: {}, slip: {} }])
  const night = ['scenario', 'run', 'after-hours', '--json']
  const still = await told(night, { ...given, KAZASHI_INSTRUCTOR_TOKEN: '' })
  expect(still.code).toBe(2)
  expect(still.stderr).toContain('INSTRUCTOR_TOKEN_MISSING')
  const run = await told(night, { ...given, KAZASHI_INSTRUCTOR_TOKEN: secret('instructor') })
  expect([run.code, run.stderr]).toEqual([0, ''])
  expect(JSON.parse(run.stdout)).toMatchObject({ passed: true })
})
