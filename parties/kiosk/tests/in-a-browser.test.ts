/** The kiosk's page in Chromium with the box's reader (1-B③): by a card, by both kinds of phones, and the ways that end without a paper. */
import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateResident } from '@kazashi/card'
import { ageAt } from '@kazashi/lifecycle'
import { localFetch } from '@kazashi/serve'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { borrowSandbox } from '../../../tools/running-app/borrowed-sandbox.ts'
import { openHeadlessShell } from '../../../tools/running-app/chromium.ts'
import { untilKiosksPrint } from '../../../tools/running-app/kiosk-day.ts'
import { lookAt } from '../../../tools/running-app/looks.ts'
import type { Sandbox } from '../../../tools/running-app/sandbox.ts'
import { takesPart } from '../rules/offers.ts'

const readerView = z.object({ id: z.string(), url: z.string() })
type Reader = z.infer<typeof readerView>
const cardView = z.object({
  id: z.string(),
  face: z.object({ name: z.string() }),
  slip: z.object({ authenticationPin: z.string() }),
})
const heldView = z.object({ pin: z.string().nullable() })

let sandbox: Sandbox
let chromium: Browser
let folder: string
beforeAll(async () => {
  sandbox = await borrowSandbox()
  chromium = await openHeadlessShell()
  folder = await mkdtemp(join(tmpdir(), 'kazashi-kiosk-'))
  await untilKiosksPrint(sandbox)
})
afterAll(async () => {
  await chromium?.close()
  await sandbox?.stop()
  await rm(folder, { recursive: true, force: true })
})

async function ask(method: string, party: string, path: string, body?: object): Promise<unknown> {
  const answer = await localFetch(`${sandbox.origin(party)}${path}`, {
    method,
    headers: { ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  return text === '' ? undefined : JSON.parse(text)
}
const newKiosk = async () =>
  readerView.parse(await ask('POST', 'box', '/readers', { place: 'kiosk' }))

let seeds = 41_000
/** A grown-up's, of a municipality that takes part, or of one that does not. */
function newSeed(there = true): number {
  const today = new Date()
  for (seeds += 1; ; seeds += 1) {
    const { birthDate, municipality } = generateResident(seeds, today)
    if (ageAt(today, birthDate) >= 25 && takesPart(municipality.code) === there) return seeds
  }
}
const newCard = async (there = true) =>
  cardView.parse(await ask('POST', 'box', '/cards', { seed: newSeed(there) }))

const run = (program: string, ...args: string[]) => spawnSync(program, args, { encoding: 'utf8' })

const errors: string[] = []
/** What the page says in its console, and what it sends to the kiosk beside the signature. */
const said: string[] = []
async function openKiosk(reader: Reader): Promise<Page> {
  const context = await chromium.newContext({
    locale: 'ja-JP',
    colorScheme: 'light',
    reducedMotion: 'reduce',
    viewport: { width: 1080, height: 1920 },
  })
  // A loaded machine takes longer than the kiosk waits for anybody: its times are tested in page/screen.test.tsx.
  await context.addInitScript(() => {
    const begin = window.setTimeout.bind(window)
    const short = (run: TimerHandler, milliseconds = 0, ...more: unknown[]) =>
      milliseconds < 1000 ? begin(run, milliseconds, ...more) : 0
    Object.assign(window, { setTimeout: short })
  })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => said.push(message.text()))
  page.on('request', (request) => {
    const { response: _, ...rest } = z.looseObject({}).parse(request.postDataJSON() ?? {})
    said.push(JSON.stringify(rest))
  })
  await page.goto(`${sandbox.origin('kiosk')}/#reader=${encodeURIComponent(reader.url)}`)
  await see(page, '証明書をとります。何をお持ちですか')
  return page
}
const see = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name }).waitFor()
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const look = (page: Page, name: string) => lookAt(page, sandbox.origin('desk'), 'kiosk', name)
const enter = async (page: Page, pin: string) => {
  await see(page, '暗証番号（数字4桁）を入れてください')
  for (const digit of pin) await press(page, digit)
  await press(page, '次へ')
}
const wrongOf = (pin: string) => (pin === '1111' ? '2222' : '1111')

/** From the choice of the certificate to the papers in the tray. @returns the PDF */
async function print(page: Page): Promise<Uint8Array> {
  await see(page, /さん、どの証明書にしますか/)
  await press(page, '住民票の写し')
  await page.getByRole('button', { name: /^住民票の写し 1枚/ }).click()
  await see(page, /を入れてください/)
  await press(page, '500円')
  await page.getByText('おつり').waitFor()
  await press(page, '印刷する')
  await see(page, 'お取りください')
  const url = await page.getByRole('link', { name: /証明書を見る/ }).getAttribute('href')
  const octets = await page.evaluate(async (at) => {
    const answer = await fetch(at)
    return [...new Uint8Array(await answer.arrayBuffer())]
  }, url ?? '')
  return Uint8Array.from(octets)
}

/** What a camera sees that is held over a picture; none: nobody gives it. */
const overPicture = (page: Page, png: Buffer) =>
  page.evaluate(async (base64) => {
    const octets = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
    const picture = await createImageBitmap(new Blob([octets], { type: 'image/png' }))
    const canvas = document.createElement('canvas')
    canvas.width = picture.width
    canvas.height = picture.height
    const draw = () => canvas.getContext('2d')?.drawImage(picture, 0, 0)
    navigator.mediaDevices.getUserMedia = async () => {
      setInterval(draw, 100)
      return canvas.captureStream()
    }
  }, png.toString('base64'))

test('1-B③ by a card: a PIN that is wrong is told with the tries left, taken away it is asked for again; the paper is checked at /check, and nothing is left for the next person', async () => {
  const reader = await newKiosk()
  const card = await newCard()
  const page = await openKiosk(reader)
  await look(page, '1-start')
  await press(page, 'マイナンバーカード')
  await see(page, 'カードを、下の読み取り部に置きます')
  await look(page, '2-hold')
  const put = () => ask('PUT', 'box', `/readers/${reader.id}/card`, { cardId: card.id })
  await put()
  await see(page, '暗証番号（数字4桁）を入れてください')
  await ask('DELETE', 'box', `/readers/${reader.id}/card`)
  await page.getByText(/読み取りの途中で離れました/).waitFor()
  await put()
  await enter(page, wrongOf(card.slip.authenticationPin))
  await page.getByText('あと2回試せます').waitFor()
  await look(page, '3-pin')
  await enter(page, card.slip.authenticationPin)
  await see(page, /さん、どの証明書にしますか/)
  expect(await page.content()).toContain(card.face.name)
  await look(page, '4-choose')
  const pdf = await print(page)
  await look(page, '5-take')
  const file = join(folder, 'paper.pdf')
  await writeFile(file, pdf)
  const signed = run('pdfsig', '-nocert', file)
  expect(signed.stdout).toContain('Signature is Valid.')
  const back = join(folder, 'back')
  run('pdftoppm', '-r', '150', '-f', '2', '-png', '-singlefile', file, back)
  await page.getByText('カードを忘れないでください').waitFor()
  await press(page, 'すべて取りました')
  await page.getByText('カードが、読み取り部に残っています').waitFor()
  await ask('DELETE', 'box', `/readers/${reader.id}/card`)
  await page.getByText('カードが、読み取り部に残っています').waitFor({ state: 'detached' })
  await press(page, 'すべて取りました')
  await see(page, 'ありがとうございました')
  expect(await page.context().cookies()).toEqual([])
  const kept = await page.evaluate(() => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
  ])
  expect(kept.filter((key) => key !== 'kazashi-language')).toEqual([])
  const left = await page.content()
  for (const words of [left, ...said]) expect(words).not.toContain(card.face.name)
  for (const words of said) expect(words).not.toContain(card.slip.authenticationPin)

  await page.goto(`${sandbox.origin('kiosk')}/check`)
  await see(page, '証明書が本物かを確かめる')
  await page.waitForLoadState('networkidle')
  await page.context().setOffline(true)
  await page.getByLabel('写真のファイルから読み取る').setInputFiles(`${back}.png`)
  await page.getByText('署名は正しいものです。表面と同じかを見くらべてください').waitFor()
  await look(page, '6-check')
  // No camera here, and then one that sees the printed code.
  await press(page, 'カメラで読み取る')
  await page.getByText('カメラを使えません', { exact: false }).waitFor()
  await page.getByLabel('コードの文字を貼り付ける').fill('HC1:ABC')
  await press(page, '確かめる')
  await page.getByText('この証明書のコードではありません').waitFor()
  await overPicture(page, await readFile(`${back}.png`))
  await press(page, 'カメラで読み取る')
  await page.getByText('署名は正しいものです。表面と同じかを見くらべてください').waitFor()
  expect(await page.getByLabel('カメラの映像').count()).toBe(0)
  expect(errors).toEqual([])
  await page.context().close()
})

test.each([
  ['iphone', 'iPhone'],
  ['android', 'Androidスマホ'],
] as const)(
  '1-B③.certificate %s is held to the kiosk, and a certificate of residence is printed',
  async (platform, words) => {
    const name = `kiosk-${crypto.randomUUID().slice(0, 8)}`
    await ask('POST', 'box', '/phones', { name, platform, seed: newSeed() })
    const reader = await newKiosk()
    const page = await openKiosk(reader)
    await press(page, words)
    await see(page, /下の読み取り部/)
    const held = await ask('PUT', 'box', `/phones/${name}/reader`, { reader: reader.id })
    const { pin } = heldView.parse(held)
    expect(pin === null).toBe(platform === 'iphone')
    if (pin !== null) await enter(page, pin)
    expect(await print(page)).not.toHaveLength(0)
    await ask('DELETE', 'box', `/phones/${name}/reader`)
    await page.getByText('忘れないでください').waitFor({ state: 'detached' })
    await press(page, 'すべて取りました')
    await see(page, 'ありがとうございました')
    await page.context().close()
  },
)

test('1-B③.refused a phone that was reported lost gets no certificate, and is told why and what to do', async () => {
  const name = `kiosk-${crypto.randomUUID().slice(0, 8)}`
  await ask('POST', 'box', '/phones', { name, platform: 'iphone', seed: newSeed() })
  await ask('POST', 'box', `/phones/${name}/events`, { event: 'lose' })
  const reader = await newKiosk()
  const page = await openKiosk(reader)
  await press(page, 'iPhone')
  await see(page, /下の読み取り部/)
  await ask('PUT', 'box', `/phones/${name}/reader`, { reader: reader.id })
  await page.getByText('電子証明書が、一時停止されています').waitFor()
  await page.getByText('見つかったときは、一時停止を解除してください').waitFor()
  await press(page, '最初の画面へ')
  await see(page, '証明書をとります。何をお持ちですか')
  await page.context().close()
})

test('1-B③ other places: a municipality that does not take part, another thing than chosen, money back when cancelled, no paper', async () => {
  const reader = await newKiosk()
  const card = await newCard(false)
  const page = await openKiosk(reader)
  await press(page, 'iPhone')
  await see(page, 'iPhoneを、下の読み取り部にかざします')
  await ask('PUT', 'box', `/readers/${reader.id}/card`, { cardId: card.id })
  await page.getByText(/えらんだものと違うものが置かれています/).waitFor()
  await press(page, 'やめる')
  await see(page, '手続きをやめました')
  await press(page, '最初の画面へ')
  await press(page, 'マイナンバーカード')
  await enter(page, card.slip.authenticationPin)
  await page.getByText('お住まいの市区町村では、使えません').waitFor()
  await look(page, '7-absent')
  await press(page, '最初の画面へ')
  await page.getByText('店員用（練習）').click()
  await press(page, '用紙を抜く')
  await press(page, 'マイナンバーカード')
  await page.getByText('用紙がなくなりました').waitFor()
  await page.getByText('店員用（練習）').click()
  await press(page, '用紙を入れる')
  await page.context().close()
})
