/** Several windows of the app in one browser: on one phone, on phones of their own, and with an older or a newer app beside it. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { handIn, untilCard } from '../../../tools/running-app/android-steps.ts'
import { openChromium } from '../../../tools/running-app/chromium.ts'
import { type PhoneInHand, takePhone } from '../../../tools/running-app/phone-in-hand.ts'
import type { Sandbox } from '../../../tools/running-app/sandbox.ts'
import { borrowSandbox } from './borrowed-sandbox.ts'

let sandbox: Sandbox
let chromium: Browser
beforeAll(async () => {
  sandbox = await borrowSandbox()
  chromium = await openChromium()
})
afterAll(async () => {
  await chromium?.close()
  await sandbox?.stop()
})

const elsewhere = 'ほかの画面で開いています'
/** One more than a browser has connections to one origin (HTTP/1.1). */
const windows = 7

/** An Android phone with an application under way, which nobody issues before the next morning. */
async function appliedPhone(): Promise<PhoneInHand> {
  await sandbox.moveClock('21:00')
  const phone = await takePhone(chromium, sandbox, { platform: 'android' })
  const card = await sandbox.newCard()
  await phone.press('スマホ用電子証明書を申請する')
  await untilCard(phone, card)
  await handIn(phone, card)
  await phone.read('申請中')
  return phone
}

async function openAlso({ page }: PhoneInHand, address: string): Promise<Page> {
  const another = await page.context().newPage()
  another.setDefaultTimeout(30_000)
  await another.goto(address)
  return another
}

const shows = (page: Page, text: string) =>
  page.getByText(text).locator('visible=true').first().waitFor()

/** Runs in the page: the phone there, under another name. */
async function copyPhone(name: string): Promise<void> {
  const open = (database: string, upgrade?: (made: IDBDatabase) => void) =>
    new Promise<IDBDatabase>((resolve, reject) => {
      const asked = indexedDB.open(database, 3)
      asked.onupgradeneeded = () => upgrade?.(asked.result)
      asked.onsuccess = () => resolve(asked.result)
      asked.onerror = () => reject(asked.error)
    })
  const from = await open('kazashi-phone')
  const to = await open(name, (made) => {
    for (const store of from.objectStoreNames) made.createObjectStore(store)
  })
  const found = from.transaction('phone').objectStore('phone').get('record')
  const record = await new Promise<unknown>((resolve) => {
    found.onsuccess = () => resolve(found.result)
  })
  const writing = to.transaction('phone', 'readwrite')
  writing.objectStore('phone').put(record, 'record')
  await new Promise((resolve) => {
    writing.oncomplete = resolve
  })
  from.close()
  to.close()
}

test('2-D seven windows take one phone over from each other, and the last one works: the others keep no connection', async () => {
  const phone = await appliedPhone()
  const pages = [phone.page]
  while (pages.length < windows) {
    const next = await openAlso(phone, phone.page.url())
    await next.getByRole('button', { name: 'この画面で使う' }).click()
    await shows(next, '申請中')
    pages.push(next)
  }
  const last = pages.pop()
  if (last === undefined) throw new Error('no window')
  for (const page of pages) await page.getByRole('heading', { name: elsewhere }).waitFor()
  await sandbox.moveClock('10:00')
  await last.getByRole('button', { name: '登録する' }).click()
  await last.getByRole('heading', { name: 'スマホ用電子証明書を登録します' }).waitFor()
  await last.getByRole('button', { name: '登録する' }).click()
  await last.getByRole('heading', { name: '登録が完了しました' }).waitFor()
  await phone.close()
})

test('2-D seven phones in seven windows of one browser all hear of their notice', async () => {
  const phone = await appliedPhone()
  const pages: Page[] = []
  for (let number = 1; number <= windows; number += 1) {
    await phone.page.evaluate(copyPhone, `kazashi-phone-window-${number}`)
    pages.push(await openAlso(phone, `${phone.page.url()}&phone=window-${number}`))
  }
  for (const page of pages) await shows(page, '申請中')
  await sandbox.moveClock('10:00')
  for (const page of pages) {
    await page.getByRole('button', { name: '登録する' }).waitFor()
    expect(await page.getByText('いま、つながっていません。').count()).toBe(0)
  }
  await phone.close()
})

/** Runs in the page: an older or a newer app that keeps its connection whatever happens. */
async function keepOpen(version: number): Promise<void> {
  const asked = indexedDB.open('kazashi-phone-versions', version)
  asked.onupgradeneeded = () => {
    if (version === 1) asked.result.createObjectStore('phone')
  }
  await new Promise((resolve) => {
    asked.onsuccess = resolve
  })
  Object.assign(globalThis, { kept: asked.result })
}

test('2-D a window of an older app keeps a newer one waiting, which says so and opens by itself; a newer one is never kept waiting', async () => {
  const phone = await takePhone(chromium, sandbox, { platform: 'android' })
  const config = `${sandbox.origin('app')}/config.json`
  const older = await openAlso(phone, config)
  await older.evaluate(keepOpen, 1)
  const address = `${phone.page.url()}&phone=versions`
  const ours = await openAlso(phone, address)
  await ours.getByText('前の版のアプリが、ほかの画面で開いています').waitFor()
  await ours.getByText('閉じると、この画面は自動で開きます').waitFor()
  await older.close()
  await ours.getByText('まだ何も入っていません').waitFor()
  const newer = await openAlso(phone, config)
  await newer.evaluate(keepOpen, 4)
  await ours.getByRole('heading', { name: elsewhere }).waitFor()
  await phone.close()
})

test('2-D when a browser’s data is cleared, the open app says so and begins anew; it does not speak of another window', async () => {
  const gone = 'このスマホのデータが消えました'
  const phone = await takePhone(chromium, sandbox, { platform: 'android' })
  const start = phone.page.getByRole('button', { name: 'スマホ用電子証明書を申請する' })
  const beginAnew = async () => {
    await phone.page.getByRole('heading', { level: 1, name: gone }).waitFor()
    await phone.page.getByRole('button', { name: 'はじめから開く' }).click()
    await start.waitFor()
  }
  // By another page of the same origin, as a person does it with the browser's tools.
  const other = await openAlso(phone, `${sandbox.origin('app')}/config.json`)
  await other.evaluate(() => void indexedDB.deleteDatabase('kazashi-phone'))
  await beginAnew()
  // By the browser's own settings, which end the connection without asking.
  const settings = await phone.page.context().newCDPSession(phone.page)
  await settings.send('Storage.clearDataForOrigin', {
    origin: sandbox.origin('app'),
    storageTypes: 'indexeddb',
  })
  await beginAnew()
  await phone.close()
})

test('3-A an iPhone’s phone opened at the bare address is the iPhone that is stored', async () => {
  const iphone = await takePhone(chromium, sandbox, { platform: 'iphone', model: 'iPhone XS' })
  await iphone.page.getByRole('button', { name: '追加をはじめる' }).waitFor()
  const bare = await openAlso(iphone, 'about:blank')
  await iphone.page.close()
  await bare.goto(`${sandbox.origin('app')}/`)
  await bare.getByRole('button', { name: '追加をはじめる' }).waitFor()
  await iphone.close()
})
