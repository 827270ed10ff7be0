/** An Android phone before and around an application, against the running system: 2-A, 2-B, 4-A, 1-D, 5-A, 5-B. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  chooseNewPassword,
  handIn,
  phonePin,
  untilCard,
} from '../../../tools/running-app/android-steps.ts'
import { openHeadlessShell } from '../../../tools/running-app/chromium.ts'
import type { PhoneInHand } from '../../../tools/running-app/phone-in-hand.ts'
import { takeQuickPhone } from '../../../tools/running-app/quick-phone.ts'
import type { Sandbox } from '../../../tools/running-app/sandbox.ts'
import { borrowSandbox } from './borrowed-sandbox.ts'
import { officials } from './officials.ts'

let sandbox: Sandbox
let chromium: Browser
beforeAll(async () => {
  sandbox = await borrowSandbox()
  chromium = await openHeadlessShell()
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
  const phone = await takeQuickPhone(chromium, sandbox, { platform: 'android', ...options })
  try {
    await way(phone)
    expect(phone.complaints).toEqual([])
  } finally {
    await phone.close()
  }
}

test('1-D.fax 1-D.web-form 1-A②.android 5-A1.answered 5-A2.answered 5-A3.answered 5-A4.answered 5-A5.answered 5-A6.said help lists the other ways to ask, and answers in the words of the course', () =>
  withAndroid(async ({ page, press, see, read, look }) => {
    await look('01-home')
    await press('メニュー')
    await look('02-menu')
    await press('ヘルプ・お問い合わせ')
    await see('ヘルプ')
    await page.getByText('0120-95-0178', { exact: true }).first().waitFor()
    await read('0120-601-785')
    const form = page.getByRole('link', { name: 'https://www.kojinbango-card.go.jp/otoiawase/' })
    expect(await form.getAttribute('href')).toBe('https://www.kojinbango-card.go.jp/otoiawase/')
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

/** A Tuesday and the Saturday after it, in the next June: that month has no holiday (国民の祝日に関する法律 Article 2). */
function tuesdayAndSaturday(): [string, string] {
  const today = new Date()
  const year = today.getUTCFullYear() + (today.getUTCMonth() < 5 ? 0 : 1)
  const tuesday = new Date(Date.UTC(year, 5, 1))
  while (tuesday.getUTCDay() !== 2) tuesday.setUTCDate(tuesday.getUTCDate() + 1)
  const saturday = new Date(tuesday.getTime() + 4 * 86_400_000)
  return [tuesday.toISOString().slice(0, 10), saturday.toISOString().slice(0, 10)]
}

test('1-D.weekdays 1-D.weekends 1-D.loss-line 5-B1.numbers 5-B1.told-counter the numbers and whether they are open now: after hours the line for questions is closed, and the one for loss answers', () =>
  withAndroid(async ({ page, press, see, read, look }) => {
    const [open, closed] = ['いま、つながります', 'いまは、受付時間外です']
    const [tuesday, saturday] = tuesdayAndSaturday()
    for (const [day, time, words] of [
      [tuesday, '09:31', open],
      [tuesday, '19:55', open],
      [tuesday, '20:01', closed],
      [saturday, '17:25', open],
      [saturday, '17:31', closed],
    ] as const) {
      await sandbox.moveClock(time, day)
      await page.reload()
      await press('メニュー')
      await press('ヘルプ・お問い合わせ')
      await read(words)
      await read('音声ガイダンス4番を押してください')
      await read('平日 9:30～20:00、土日祝 9:30～17:30')
      await page.getByText('0120-95-0178', { exact: true }).first().waitFor()
      if (words === open) {
        await press('戻る')
        await press('戻る')
        continue
      }
      await press('なくしたとき・盗まれたとき')
      await see('なくしたとき・盗まれたとき')
      await read(open)
      expect(await page.getByText(closed).count()).toBe(0)
      await read('音声ガイダンス2番を押してください')
      await page.getByText('0120-95-0178', { exact: true }).first().waitFor()
      await page.getByText('0570-783-578', { exact: true }).first().waitFor()
      await read('お名前と生年月日')
      await read('住民票のある市区町村窓口にて紛失等の届出を行ってください。')
      if (day === tuesday) await look('04-5B-loss')
      await press('戻る')
      await press('戻る')
      await see('このスマホのカード')
    }
    await sandbox.moveClock('10:00')
  }))

test('4-A.android-to-android 4-A.android-to-iphone 4-A.iphone-to-android 4-A.ticked-off each way from or to an Android phone is a list of procedures in the order of the course, which a reload keeps', () =>
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
    expect(await steps()).toEqual(['Androidスマホ用電子証明書を機種変更する'])
    await press('iPhone')
    await read('手続きは2つ、この順番です')
    expect(await steps()).toEqual([
      'iPhoneのマイナンバーカードの利用をやめる手続き',
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
      'スマホ用電子証明書の利用をやめる手続き',
      'iPhoneのマイナンバーカードを申請する',
    ])
  }))

test('2-A.models a model that is not supported is told so before any secret is asked for', () =>
  withAndroid(
    async ({ page, press, read, look }) => {
      await press('スマホ用電子証明書を申請する')
      await read('このスマホは対応していません')
      await look('06-2A-not-supported')
      await page.locator('summary', { hasText: '対応している機種一覧' }).click()
      await read('Pixel 8')
      expect(await page.getByText('Kazashi').count()).toBe(0)
      expect(await page.getByRole('button', { name: '次へ' }).count()).toBe(0)
      await press('ホームへ')
    },
    { model: 'Flip Phone 3' },
  ))

test('2-B.old-android a system older than Android 6.0 is told to update', () =>
  withAndroid(
    async ({ press, read, look }) => {
      await press('スマホ用電子証明書を申請する')
      await read('Android 6.0以上が必要です。')
      await look('07-2B-old-system')
    },
    { os: '5.1' },
  ))

test('2-A.not-sure 2-C⑤.explained 2-C⑥.notes 2-D②.shown 2-E②.wait 2-E③ explanations and entries can be opened on the way, and the registration says how long it takes', () =>
  withAndroid(async (phone) => {
    const { page, press, see, read, type } = phone
    const open = (title: string) => page.locator('summary', { hasText: title }).click()
    const card = await sandbox.newCard()
    await press('スマホ用電子証明書を申請する')
    await see('用意するものを確かめましょう')
    await open('そろっているか、わからないとき')
    await read('お住まいの市区町村の窓口で確かめられます。')
    await read('市区町村の窓口で初期化（再設定）できます。')
    await phone.tickAll()
    await read('このスマホは対応しています。')
    await press('次へ')
    await type('パスワード', card.slip.signingPassword)
    await press('次へ')
    await see('利用するスマホ用電子証明書を選んでください')
    await open('スマホ用署名用電子証明書とは')
    await read('利用者本人が送信したものであること')
    await open('スマホ用利用者証明用電子証明書とは')
    await read('「ログインした者が、利用者本人であること」を証明することができます。')
    for (const note of [
      '電子署名は署名や押印に相当する法的効果があり',
      '利用者本人のスマートフォンで行ってください。',
      '自らスマホ用電子証明書失効の手続きを行ってください。',
      '電話して一時利用停止の手続きを行ってください。',
      '法律により罰せられます。',
    ]) {
      await read(note)
    }
    await phone.tick('確認しました')
    await press('申請する')
    await phone.hold(card)
    await see('カードの読み取りに成功しました')
    await press('次へ')
    await phone.takeAway()
    await chooseNewPassword(phone)
    await read('スマホ用利用者証明用電子証明書の新しいパスワードを')
    for (const label of ['パスワード', 'パスワード（確認）']) {
      await type(label, phonePin)
      const field = page.getByLabel(label, { exact: true })
      expect(await field.getAttribute('type')).toBe('password')
      await page.getByRole('button', { name: '入力内容を表示する' }).first().click()
      expect([await field.getAttribute('type'), await field.inputValue()]).toEqual([
        'text',
        phonePin,
      ])
    }
    await press('次へ')
    await see('申請が完了しました')
    await press('ホームへ')
    await officials(sandbox).wait(15)
    await press('登録する')
    await see('スマホ用電子証明書を登録します')
    const { promise: goOn, resolve: letGo } = Promise.withResolvers<void>()
    await page.route('**/registration', async (route) => {
      await goOn
      await route.continue()
    })
    await press('登録する')
    await see('登録しています')
    await read('数秒で終わります。そのままお待ちください。')
    letGo()
    await see('登録が完了しました')
  }))

test('2-C.nothing-lost reload and the back button lose nothing at any step, and no secret is kept', () =>
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
    await phone.type('パスワード', card.slip.signingPassword)
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
