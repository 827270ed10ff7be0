/** What an Android phone tells before and around an application, against the running system: 2-A, 2-B, 4-A, 1-D, 5-A, 5-B. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { handIn, untilCard } from './android-steps.ts'
import { openChromium, type PhoneInHand, takePhone } from './phone-in-hand.ts'
import { type Sandbox, startSandbox } from './sandbox.ts'

let sandbox: Sandbox
let chromium: Browser
beforeAll(async () => {
  sandbox = await startSandbox()
  chromium = await openChromium()
  await sandbox.moveClock('10:00')
})
afterAll(async () => {
  await chromium?.close()
  await sandbox?.stop()
})

/** In the page: has 申請する been stored? */
async function draftIsKept(): Promise<boolean> {
  const asked = indexedDB.open('kazashi-phone')
  const database = await new Promise<IDBDatabase>((resolve) => {
    asked.onsuccess = () => resolve(asked.result)
  })
  const found = database.transaction('phone').objectStore('phone').get('record')
  const stage = await new Promise<unknown>((resolve) => {
    found.onsuccess = () => resolve(found.result?.application?.stage)
  })
  database.close()
  return stage === 'draft'
}

async function withAndroid(
  way: (phone: PhoneInHand) => Promise<void>,
  options?: { os?: string; model?: string },
) {
  const phone = await takePhone(chromium, sandbox, { platform: 'android', ...options })
  try {
    await way(phone)
    expect(phone.complaints).toEqual([])
  } finally {
    await phone.close()
  }
}

test('1-D 1-A② 5-A1 5-A2 5-A3 5-A4 5-A5 5-A6 help says whom to call and whether now, and answers in the words of the course', () =>
  withAndroid(async ({ page, press, see, read, look }) => {
    await look('01-home')
    await press('メニュー')
    await look('02-menu')
    await press('ヘルプ・お問い合わせ')
    await see('ヘルプ')
    await read('いま、つながります')
    for (const [question, answer] of [
      ['発行当日から', '登録の操作完了後に利用することができます。'],
      ['複数のスマホに', 'おひとり分につき1台のみです。'],
      ['何に使うのでしょうか', 'スムーズな年齢確認への活用も期待されます。'],
      ['いつまで使うことが', '電子証明書の有効期限まで利用することができます。'],
      ['マイナ保険証として', '2025年9月以降、全国の医療機関・薬局等で'],
      ['マイナ免許証として', 'できません。マイナ免許証は実物のマイナンバーカードにのみ搭載でき'],
      ['年齢の確認（属性証明機能）', '属性証明機能は、Android端末では未対応です。'],
    ] as const) {
      await page.locator('summary', { hasText: question }).click()
      await read(answer)
    }
    await look('03-1D-help')
    await press('戻る')
    await see('メニュー')
  }))

test('1-D after hours the line for questions is closed, and the one for loss answers', () =>
  withAndroid(async ({ press, see, read, look }) => {
    await sandbox.moveClock('21:00')
    await press('メニュー')
    await press('ヘルプ・お問い合わせ')
    await read('いまは、受付時間外です')
    await press('なくしたとき・盗まれたとき')
    await see('なくしたとき・盗まれたとき')
    await read('いま、つながります')
    await read('お名前と生年月日')
    await look('04-5B-loss')
    await press('戻る')
    await see('メニュー')
    await sandbox.moveClock('10:00')
  }))

test('4-A each of the four ways is a list of procedures in the order of the course, which a reload keeps', () =>
  withAndroid(async ({ page, press, see, read, look }) => {
    await press('メニュー')
    await press('新しいスマホに替えるとき')
    await see('新しいスマホに替えるとき')
    const steps = () =>
      page
        .getByRole('listitem')
        .getByRole('checkbox')
        .evaluateAll((boxes) => boxes.map((box) => box.closest('label')?.textContent?.trim()))
    await press('新しいスマホ')
    await press('Android')
    await read('手続きは1つです')
    expect(await steps()).toEqual(['機種変更'])
    await press('iPhone')
    await read('手続きは2つ、この順番です')
    expect(await steps()).toEqual([
      'iPhoneのマイナンバーカードを「削除」する',
      'スマホ用電子証明書を申請する',
    ])
    await page.getByRole('checkbox').first().check({ force: true })
    await look('05-4A-iphone-to-android')
    await page.reload()
    await see('新しいスマホに替えるとき')
    expect(await page.getByRole('checkbox').first().isChecked()).toBe(true)
    await press('古いスマホ')
    await press('iPhone')
    expect(await steps()).toEqual([
      'スマホ用電子証明書の「失効」',
      'iPhoneのマイナンバーカードを申請する',
    ])
  }))

test('2-A a model that is not supported is told so before any secret is asked for', () =>
  withAndroid(
    async ({ page, press, read, look }) => {
      await press('スマホ用電子証明書を申請する')
      await read('このスマホは対応していません')
      await look('06-2A-not-supported')
      expect(await page.getByRole('button', { name: '次へ' }).count()).toBe(0)
      await press('ホームへ')
    },
    { model: 'Flip Phone 3' },
  ))

test('2-B a system older than Android 6.0 is told what to update', () =>
  withAndroid(
    async ({ press, read, look }) => {
      await press('スマホ用電子証明書を申請する')
      await read('Android 6.0以上が必要です。')
      await look('07-2B-old-system')
    },
    { os: '5.1' },
  ))

test('2-C reload and the back button lose nothing at any step, and no secret is kept', () =>
  withAndroid(async (phone) => {
    const { page, press, see } = phone
    const card = await sandbox.newCard()
    await press('スマホ用電子証明書を申請する')
    await untilCard(phone, card)
    await page.goBack()
    await see('利用するスマホ用電子証明書を選んでください')
    await press('申請する')
    await see('カードをスマホに当ててください')
    await expect.poll(() => page.evaluate(draftIsKept), { timeout: 30_000 }).toBe(true)
    await page.reload()
    await see('カードの署名用パスワードを入れてください')
    const kept = await page.evaluate(async () => {
      const all = { ...localStorage, ...sessionStorage, state: history.state, url: location.href }
      return JSON.stringify(all)
    })
    expect(kept).not.toContain(card.slip.signingPassword)
    await phone.type('署名用パスワード', card.slip.signingPassword)
    await press('次へ')
    await handIn(phone, card)
    await phone.read('申請中')
    await page.reload()
    await phone.read('申請中')
  }))

test('2-C a second window says that the phone is open elsewhere, and can take over', () =>
  withAndroid(async ({ page, read }) => {
    const second = await page.context().newPage()
    await second.goto(page.url())
    await second.getByRole('heading', { name: 'ほかの画面で開いています' }).waitFor()
    await second.getByRole('button', { name: 'この画面で使う' }).click()
    await second.getByText('まだ何も入っていません').waitFor()
    await read('ほかの画面で開いています')
  }))
