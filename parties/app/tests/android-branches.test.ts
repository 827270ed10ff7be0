/** Section 2 of the course on Android, off the straight way, against the running system: the words of each branch and its way on. */
import { localFetch } from '@kazashi/serve'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import {
  chooseNewPassword,
  chooseNewPin,
  handIn,
  untilCard,
} from '../../../tools/running-app/android-steps.ts'
import { openHeadlessShell } from '../../../tools/running-app/chromium.ts'
import type { PhoneInHand, PhoneKind } from '../../../tools/running-app/phone-in-hand.ts'
import { takeQuickPhone } from '../../../tools/running-app/quick-phone.ts'
import { type Sandbox, startSandbox } from '../../../tools/running-app/sandbox.ts'
import { whenCommand } from './held-line.ts'
import { officials } from './officials.ts'

let sandbox: Sandbox
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

async function withAndroid(
  way: (phone: PhoneInHand) => Promise<void>,
  options: Omit<PhoneKind, 'platform'> = {},
) {
  const phone = await takeQuickPhone(chromium, sandbox, { platform: 'android', ...options })
  try {
    await way(phone)
    // The browser logs an error for a network that a test takes away.
    expect(phone.complaints.filter((line) => !/ERR_(FAILED|INTERNET)/.test(line))).toEqual([])
  } finally {
    await phone.close()
  }
}

const start = 'スマホ用電子証明書を申請する'
const tickAll = async (page: Page) => {
  for (const box of await page.getByRole('checkbox').all()) await box.check({ force: true })
}
/** The autocomplete rules of this screen's fields, top to bottom. */
const autocomplete = (page: Page) =>
  page
    .locator('input[type=password]')
    .evaluateAll((fields) => fields.map((field) => field.getAttribute('autocomplete')))

/** Vibrations requested since the page was opened. */
const countVibrations = (page: Page) =>
  page.evaluate(() => {
    const felt: number[] = []
    Object.assign(window, { felt })
    navigator.vibrate = (pattern) => {
      felt.push([pattern].flat().length)
      return true
    }
  })
const vibrations = (page: Page) => page.evaluate(() => Reflect.get(window, 'felt') as number[])

test('2-A.newest-app 2-B.old-chrome an old browser, an old app, no network: shown on the check list before any secret, with the remedy', () =>
  withAndroid(
    async ({ page, press, see, read, look }) => {
      const supported = '**/phones/supported'
      const address = new URL('/phones/supported', sandbox.origin('authority'))
      const told = z.looseObject({}).parse(await (await localFetch(address)).json())
      await page.route(supported, (route) =>
        route.fulfill({
          json: { ...told, minimumAppVersion: '99.0.0' },
          headers: { 'access-control-allow-origin': '*' },
        }),
      )
      await press(start)
      await read('ブラウザが古いようです')
      await read('PlayストアでChromeを更新してから')
      await read('アプリが古いようです')
      await read('開き直してください')
      await look('30-2B-old-browser-and-app')
      expect(await page.getByRole('button', { name: '次へ' }).count()).toBe(0)
      expect(await page.locator('input[type=password]').count()).toBe(0)
      await press('ヘルプ')
      await page.getByRole('heading', { name: '2-A 申請の前に用意するもの' }).waitFor()
      await look('31-2A-help')
      await press('戻る')
      await press('ホームへ')

      await page.unroute(supported)
      await page.route(supported, (route) => route.abort())
      await press(start)
      await see('用意するものを確かめましょう')
      await read('つながりません')
      await page.unroute(supported)
      await press('もう一度確かめる')
      await read('Chrome 69以上が必要です。')
    },
    {
      context: {
        userAgent: 'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/68.0.3440.91 Mobile',
      },
    },
  ))

test('2-A.before-any-code 2-C④.password 2-C⑥.tick 2-C⑦.moved-away 2-C.nothing-lost 2-D①.password 2-D②.pin 2-D②.easy-to-guess 2-D③.offline every missing or wrong entry is reported at its field; back and reload at each step; a card that moves away is read on', () =>
  withAndroid(async (phone) => {
    const { page, press, see, read, type, tick, untick, look, reader } = phone
    const card = await sandbox.newCard()
    await sandbox.moveClock('21:00')
    const prepare = '用意するものを確かめましょう'
    const password = 'カードの署名用パスワードを入れてください'
    const choose = '利用するスマホ用電子証明書を選んでください'
    const hold = 'カードをスマホに当ててください'
    const done = 'カードの読み取りに成功しました'
    await press(start)
    await see(prepare)
    await page.goBack()
    await see('このスマホのカード')
    await press(start)
    await page.reload()
    await see(prepare)
    await read('このスマホは対応しています。')
    await press('次へ')
    await read('まだチェックが付いていないものがあります。')
    await tickAll(page)
    await press('次へ')

    await see(password)
    expect(await autocomplete(page)).toEqual(['current-password'])
    await press('次へ')
    await read('パスワードを入れてください。')
    await type('パスワード', '1234')
    await press('次へ')
    await read('数字4ケタの②③④とは別のものです。')
    await look('32-2C4-form')
    await page.goBack()
    await see(prepare)
    await press('次へ')
    await page.reload()
    await see(prepare)
    await tickAll(page)
    await read('このスマホは対応しています。')
    await press('次へ')
    // A secret may be pasted, and small letters and full-width ones are put right.
    const field = page.getByLabel('パスワード', { exact: true })
    await field.focus()
    await page.keyboard.insertText('ｗrong99')
    expect(await field.inputValue()).toBe('WRONG99')
    await press('次へ')

    await see(choose)
    await press('申請する')
    await read('「確認しました」にチェックを付けてください。')
    await untick('スマホ用署名用電子証明書')
    await untick('スマホ用利用者証明用電子証明書')
    await tick('確認しました')
    await press('申請する')
    await read('少なくとも1つ、チェックを付けてください。')
    await look('33-2C5-none-chosen')
    await tick('スマホ用署名用電子証明書')
    await tick('スマホ用利用者証明用電子証明書')
    await page.goBack()
    await see(password)
    await type('パスワード', 'WRONG99')
    await press('次へ')
    await tick('確認しました')
    await press('申請する')

    await see(hold)
    await countVibrations(page)
    await phone.hold(card)
    await see(password)
    await read('あと4回試せます')
    expect(await vibrations(page)).toEqual([5])
    await look('34-2C7-wrong-password')
    await phone.takeAway()
    await whenCommand(page, 8, () => sandbox.takeAway(reader))
    await type('パスワード', card.slip.signingPassword)
    await press('次へ')
    await see(hold)
    await phone.hold(card)
    await read('カードが離れました')
    await look('35-2C7-card-away')
    await phone.hold(card)
    await see(done)
    expect(await vibrations(page)).toEqual([5, 5, 1])
    await phone.takeAway()
    await page.goBack()
    await see(done)
    await page.reload()
    await see(done)
    await press('次へ')

    await read('スマホ用署名用電子証明書の新しいパスワードを')
    expect(await autocomplete(page)).toEqual(['new-password', 'new-password'])
    await chooseNewPassword(phone, 'ABCDEF')
    await read('英大文字と数字の両方を使ってください。')
    await type('パスワード', 'SUMAHO77')
    await type('パスワード（確認）', 'SUMAHO78')
    await press('次へ')
    await read('2つの入力が違います。')
    await look('36-2D1-differs')
    await page.reload()
    await see(done)
    await press('次へ')
    await chooseNewPassword(phone)
    await read('スマホ用利用者証明用電子証明書の新しいパスワードを')
    await page.goBack()
    await read('スマホ用署名用電子証明書の新しいパスワードを')
    await chooseNewPassword(phone)
    await read('スマホ用利用者証明用電子証明書の新しいパスワードを')
    await chooseNewPin(phone, '12')
    await read('数字4ケタで入れてください。')
    await type('パスワード', '8352')
    await type('パスワード（確認）', '8353')
    await press('次へ')
    await read('2つの入力が違います。')
    await chooseNewPin(phone, '7777')
    await read('同じ数字が4つ並んでいます。')
    await chooseNewPin(phone, '1234')
    await read('1234のように、続いた数字です。')
    const [, month = '', day = ''] = card.face.birthDate.split('-')
    await chooseNewPin(phone, month + day)
    await read('生年月日と同じ番号です。')
    await look('37-2D2-birth-date')
    await press('ヘルプ')
    await page.getByRole('heading', { name: '2-D スマホ用のパスワードを設定する' }).waitFor()
    await press('戻る')

    await tick('当てられやすいことがわかった上で、この番号を使う')
    await page.route('**/applications', (route) => route.abort())
    await press('次へ')
    await read('つながりません')
    await look('38-2D3-no-network')
    // Away and back: the browser may show the page as it was left, and then it is not loaded.
    await page.goto('about:blank')
    await page.goBack({ waitUntil: 'commit' })
    await read('つながりません')
    await page.reload()
    await read('つながりません')
    // It goes out by itself.
    await page.unroute('**/applications')
    await see('申請が完了しました')
    await read('通知は、翌8:00以降に届きます。')
    await read('ブラウザのデータを消さないでください')
    await look('39-2D3-after-hours')
    await page.goBack()
    await see('申請が完了しました')
    await page.reload()
    await read('申請は、もう済んでいます')
    await press('ホームへ')
    await sandbox.moveClock('10:00')
  }))

test('2-D.withdraw an application is withdrawn: without a network it is kept and goes on by itself; one left half done is too old after half an hour; the same person applies anew, and gives up what is ready', () =>
  withAndroid(async (phone) => {
    const { page, press, see, read, look } = phone
    const card = await sandbox.newCard()
    await press(start)
    await untilCard(phone, card)
    await handIn(phone, card)
    await press('くわしい状態を見る')
    await press('申請を取りやめる')
    await see('申請を取りやめますか')
    await read('発行されていた電子証明書は失効し')
    await look('40-withdraw-question')
    await press('取りやめない')
    await press('申請を取りやめる')
    await page.context().setOffline(true)
    await press('申請を取りやめる')
    await read('同じ取りやめが二重になることはありません。')
    await look('41-withdraw-no-network')
    await page.context().setOffline(false)
    await see('申請を取りやめました')
    await look('42-withdrawn')
    await press('ホームへ')
    await read('まだ何も入っていません')

    const closeAfterCard = async () => {
      await press(start)
      await untilCard(phone, card)
      await phone.hold(card)
      await see('カードの読み取りに成功しました')
      await phone.takeAway()
      await page.goto(page.url().replace(/\/(\?anew)?#/, '/?anew#'))
      await read('申請の途中です')
    }
    await closeAfterCard()
    await look('47-unfinished')
    await officials(sandbox).wait(31)
    await press('続きからはじめる')
    await see('カードの読み取りに成功しました')
    await press('次へ')
    await see('手続きを止めました')
    await read('時間がたちすぎました')
    await look('48-unfinished-too-old')
    await press('ホームへ')
    await read('まだ何も入っていません')
    await closeAfterCard()
    await press('続きからはじめる')
    await see('カードの読み取りに成功しました')
    await press('次へ')
    await chooseNewPassword(phone)
    await chooseNewPin(phone)
    await see('申請が完了しました')
    await press('ホームへ')
    await officials(sandbox).wait(15)
    await read('お知らせが届きました')
    await press('申請を取りやめる')
    await press('申請を取りやめる')
    await see('申請を取りやめました')
    await press('ホームへ')
    await read('まだ何も入っていません')
  }))

const cardForm = z.object({
  id: z.string(),
  face: z.object({ name: z.string(), birthDate: z.string() }),
  slip: z.object({ signingPassword: z.string(), cardDataPin: z.string() }),
})
const exchange = z.looseObject({ type: z.string(), command: z.string().optional() })

/** What the reader's card was told, in hex, up to where it was taken away; secrets masked. */
async function commandsAt(log: string): Promise<readonly string[]> {
  const end = new AbortController()
  const { body } = await localFetch(log, { signal: end.signal })
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of body ?? []) {
    text += decoder.decode(chunk, { stream: true })
    if (/"card-removed".*\n/.test(text)) break
  }
  end.abort()
  const lines = [...text.matchAll(/^data: (.*)$/gm)].map(([, line = '']) => line)
  return lines.flatMap((line) => exchange.parse(JSON.parse(line)).command ?? [])
}

test.each(['no-signing', 'child'])(
  '2-A.without-signing a card of kind %s has no signing certificate: it is told apart before a password reaches the card and anything is signed, with what to do',
  async (preset) => {
    const answer = await localFetch(`${sandbox.origin('box')}/cards`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ preset }),
    })
    const card = cardForm.parse(await answer.json())
    expect(card.slip.signingPassword).toBe('')
    let log = ''
    await withAndroid(async (phone) => {
      await phone.press(start)
      // The paper has no ①: somebody who has another in mind gets as far as the card.
      await untilCard(phone, { slip: { ...card.slip, signingPassword: 'MINE1234' } })
      await phone.hold(card)
      await phone.see('手続きを止めました')
      await phone.read('カードに署名用電子証明書がありません')
      await phone.read('市区町村の窓口で、電子証明書の発行を申請してください')
      if (preset === 'no-signing') await phone.look('46-2A-without-signing')
      await phone.takeAway()
      await phone.press('ホームへ')
      await phone.read('まだ何も入っていません')
      log = phone.reader.url.replace(/^ws/, 'http').replace('/connection?', '/log?')
    })
    const commands = await commandsAt(log)
    expect(commands.length).toBeGreaterThan(0)
    // VERIFY with data (ISO 7816-4 §11.6.6) and PERFORM SECURITY OPERATION (ISO 7816-8).
    expect(commands.filter((one) => /^..20.{4}./.test(one) || /^..2A/.test(one))).toEqual([])
  },
)

test('2-C④.locked 2-C⑧.told-in-time 2-C⑧.unusable-card 5-A2.one-phone cards that are locked, suspended, given back or expired, and a person with another phone: each is told before new passwords are chosen', async () => {
  const { suspendCard, takeBack } = officials(sandbox)
  const told = async (
    card: Awaited<ReturnType<Sandbox['newCard']>>,
    what: string,
    more: (phone: PhoneInHand) => Promise<void> = async () => undefined,
  ) =>
    withAndroid(async (phone) => {
      await phone.press(start)
      await untilCard(phone, card)
      await phone.hold(card)
      await phone.see('手続きを止めました')
      await phone.read(what)
      await more(phone)
      await phone.takeAway()
      await phone.press('ホームへ')
      await phone.read('まだ何も入っていません')
    })

  const twice = await sandbox.newCard()
  await withAndroid(async (phone) => {
    await phone.press(start)
    await untilCard(phone, twice)
    await handIn(phone, twice)
  })
  await told(twice, '別のスマホで使っています', async ({ page, look }) => {
    await look('43-5A2-second-phone')
    await page.getByRole('button', { name: '機種変更', exact: true }).waitFor()
    await page.getByRole('button', { name: '新しいスマホに替えるときの手順を見る' }).waitFor()
  })

  const lost = await sandbox.newCard()
  await suspendCard(lost)
  await told(lost, 'カードは一時利用停止中です')
  const returned = await sandbox.newCard()
  await takeBack(returned)
  await told(returned, 'カードの電子証明書は失効しています')

  const locked = await sandbox.newCard()
  await withAndroid(async (phone) => {
    const { press, see, read, type, tick } = phone
    await press(start)
    await untilCard(phone, { ...locked, slip: { ...locked.slip, signingPassword: 'WRONG99' } })
    await phone.hold(locked)
    for (const left of [4, 3, 2, 1]) {
      await read(`あと${left}回試せます`)
      await type('パスワード', 'WRONG99')
      await press('次へ')
    }
    await read('よく確かめてから、このチェックを付けてください。')
    await phone.look('44-2C7-last-try')
    await tick('紙の控えの①と同じことを確かめました')
    await press('次へ')
    await see('手続きを止めました')
    await read('カードのパスワードがロックされています')
    await read('お住まいの市区町村の窓口で、パスワードの初期化')
    await phone.look('44-2C7-locked')
    await phone.takeAway()
  })

  const old = await sandbox.newCard()
  await officials(sandbox).wait(60 * 24 * 365 * 7)
  await told(old, 'カードの電子証明書の有効期限が切れています', ({ look }) =>
    look('45-5A4-expired'),
  )
})
