/** Applying, logging in and ending it on both faces leaves no secret in traffic, storage or logs. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  phonePassword as androidPassword,
  phonePin as androidPin,
  chooseNewPassword,
  chooseNewPin,
  register,
  untilCard,
} from '../../../tools/running-app/android-steps.ts'
import { openHeadlessShell } from '../../../tools/running-app/chromium.ts'
import {
  addCard,
  phonePassword as iphonePassword,
  phonePin as iphonePin,
} from '../../../tools/running-app/iphone-steps.ts'
import { enterCode } from '../../../tools/running-app/login-code.ts'
import { type PhoneInHand, takePhone } from '../../../tools/running-app/phone-in-hand.ts'
import { type Card, type OwnSandbox, startSandbox } from '../../../tools/running-app/sandbox.ts'
import {
  findInFiles,
  findSecrets,
  type Secret,
  textTrace,
} from '../../../tools/running-app/secret-search.ts'
import { keptBy } from './page-storage.ts'
import { listenToTraffic, type Traffic } from './traffic.ts'

let sandbox: OwnSandbox
let chromium: Browser
beforeAll(async () => {
  sandbox = await startSandbox()
  chromium = await openHeadlessShell()
  await sandbox.moveClock('10:00')
})
afterAll(async () => {
  await chromium?.close()
  await sandbox?.stop()
})

/** Secrets of both ways, to be searched for on the server. */
const used: Secret[] = []

const secretsOf = (card: Card, phonePassword: string, phonePin: string): Secret[] => [
  { name: "card's signing password", value: card.slip.signingPassword },
  { name: "card's PIN for card data", value: card.slip.cardDataPin },
  { name: "phone's signing password", value: phonePassword },
  { name: "phone's PIN", value: phonePin },
]

/** 1-B① with the phone's PIN. */
async function logIn(phone: PhoneInHand, pin: string): Promise<void> {
  const { page, press, see, read } = phone
  const asked = await sandbox.askLogin()
  await page.goto(`${asked.appUrl}${new URL(page.url()).hash}`)
  await see('この画面からログインしますか')
  await enterCode(phone, asked.code)
  await page.locator('input[name=pin]').fill(pin)
  await page.keyboard.press('Enter')
  await read('元の画面に戻ってください')
  await press('ホームへ')
}

/** No secret was found in the traffic and in storage; and the expected traffic was seen. */
async function expectNoSecret(phone: PhoneInHand, traffic: Traffic, secrets: Secret[]) {
  const kept = await keptBy(phone.page)
  expect(findSecrets([...(await traffic.traces()), ...kept], secrets)).toEqual([])
  const [ofCard] = secrets
  expect(findSecrets(traffic.toCard(), secrets)).toContainEqual(
    expect.stringContaining(`${ofCard?.name}: command`),
  )
  expect(kept.map(({ where }) => where)).toContainEqual(expect.stringMatching(/IndexedDB .*phone/))
  const keys = kept.map(({ bytes }) => Buffer.from(bytes).toString())
  expect(keys.filter((text) => /^CryptoKey (private|secret)/.test(text))).not.toEqual([])
  expect(keys.filter((text) => /^CryptoKey (private|secret).*=true/.test(text))).toEqual([])
  used.push(...secrets)
}

test('1-C②.no-secret-out 2-C 2-D 2-E 1-B① 2-F an Android phone leaves no secret in traffic, storage or console', async () => {
  const phone = await takePhone(chromium, sandbox, { platform: 'android' })
  const traffic = await listenToTraffic(phone.page)
  const { press, see, type } = phone
  const card = await sandbox.newCard()
  const secrets = secretsOf(card, androidPassword, androidPin)
  await press('スマホ用電子証明書を申請する')
  await untilCard(phone, card)
  await phone.hold(card)
  await see('カードの読み取りに成功しました')
  await press('次へ')
  await chooseNewPassword(phone)
  await phone.read('スマホ用利用者証明用電子証明書の新しいパスワードを')
  await expectNoSecret(phone, traffic, secrets)
  await chooseNewPin(phone)
  await see('申請が完了しました')
  await press('ホームへ')
  await sandbox.moveClock('11:00')
  await register(phone)
  await logIn(phone, androidPin)
  await press('メニュー')
  await press('失効')
  await press('はじめる')
  await type('パスワード', androidPassword)
  await press('失効する')
  await press('失効する')
  await see('失効完了')
  await expectNoSecret(phone, traffic, secrets)
  await phone.close()
})

test('1-C②.no-secret-out 3-C 3-D 1-B① 3-E an iPhone leaves no secret in traffic, storage or console', async () => {
  const phone = await takePhone(chromium, sandbox, { platform: 'iphone' })
  const traffic = await listenToTraffic(phone.page)
  const { press, see, type, page } = phone
  const card = await sandbox.newCard()
  const secrets = secretsOf(card, iphonePassword, iphonePin)
  await addCard(phone, card)
  await logIn(phone, iphonePin)
  await press('メニュー')
  await press('iPhoneのマイナンバーカード')
  await press('削除')
  await page.getByRole('button', { name: /^iPhoneのマイナンバーカードの署名用/ }).click()
  await type('署名用パスワード', iphonePassword)
  await press('次へ')
  await press('削除する')
  await see('削除完了')
  await expectNoSecret(phone, traffic, secrets)
  await phone.close()
})

test('1-C②.no-secret-out no secret is in the log, nor as it is in the data folder with the database', () => {
  expect(used.length).toBeGreaterThan(0)
  expect(findSecrets([textTrace('log', sandbox.printed())], used)).toEqual([])
  expect(findInFiles(sandbox.dataFolder, used)).toEqual([])
  // Data kept in the clear is found: the models of the phones.
  const inTheClear = findInFiles(sandbox.dataFolder, [{ name: 'model', value: 'Kazashi Android' }])
  expect(inTheClear).toContainEqual(expect.stringContaining('database'))
  const running = [{ name: 'word', value: 'is running' }]
  expect(findSecrets([textTrace('log', sandbox.printed())], running)).toEqual(['word: log'])
})

test('1-C② a planted secret is found, in every place and form', async () => {
  const { page, see, close } = await takePhone(chromium, sandbox, { platform: 'iphone' })
  const traffic = await listenToTraffic(page)
  await see('iPhoneのマイナンバーカード')
  const planted = { name: 'planted', value: 'UEKI2026X' }
  const pin = { name: 'PIN', value: '0739' }
  await page.evaluate(
    async ([word, digits]) => {
      const bytes = new TextEncoder().encode(word)
      localStorage.setItem('planted', `{"pin":"${digits}"}`)
      sessionStorage.setItem('planted', word.toLowerCase())
      sessionStorage.setItem('hex', Array.from(bytes, (byte) => byte.toString(16)).join(''))
      const wide = Uint16Array.from(word, (letter) => letter.charCodeAt(0))
      const tagged = Uint8Array.of(0x80, 0x04, ...new TextEncoder().encode(digits), 0x00)
      history.replaceState({ deep: [{ word }] }, '')
      window.name = word
      document.title = word
      // biome-ignore lint/suspicious/noDocumentCookie: planted
      document.cookie = `planted=${word}`
      console.info(digits)
      const cache = await caches.open('planted')
      await cache.put('/planted', new Response(bytes))
      const opening = indexedDB.open('planted')
      opening.onupgradeneeded = () => opening.result.createObjectStore('planted')
      const database = await new Promise<IDBDatabase>((resolve) => {
        opening.onsuccess = () => resolve(opening.result)
      })
      const put = database.transaction('planted', 'readwrite').objectStore('planted')
      const done = put.put({ map: new Map([['record', { bytes, wide, tagged }]]) }, 1)
      await new Promise((resolve) => {
        done.onsuccess = resolve
      })
      database.close()
      await fetch(`/config.json?pin=${digits}`)
      await fetch('/config.json', { headers: { 'x-planted': word } })
      const inside = btoa(`{"inside":"${btoa(`\0${word}`)}"}`)
      await fetch('/config.json', { method: 'POST', body: JSON.stringify({ inside }) })
    },
    [planted.value, pin.value] as const,
  )
  const found = findSecrets([...(await traffic.traces()), ...(await keptBy(page))], [planted, pin])
  for (const place of [
    /^PIN: localStorage/,
    /^planted: sessionStorage.planted/,
    /^planted: sessionStorage.hex/,
    /^planted: history.state/,
    /^planted: window.name/,
    /^planted: title/,
    /^planted: cookies$/,
    /^planted: cookies of the browser/,
    /^PIN: console/,
    /^planted: cache/,
    /^planted: IndexedDB .*bytes/,
    /^planted: IndexedDB .*wide/,
    /^PIN: IndexedDB .*tagged/,
    /^PIN: address of GET/,
    /^planted: headers of GET/,
    /^planted: body of POST/,
  ]) {
    expect(found).toContainEqual(expect.stringMatching(place))
  }
  await close()
})
