/** A class at the desk: led by one mark, whose phone is whose, the counter and the telephone beside it, and starting over. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { violations } from '../../../tools/page-looks.ts'
import {
  handIn,
  phonePassword,
  register,
  untilCard,
} from '../../../tools/running-app/android-steps.ts'
import { openHeadlessShell } from '../../../tools/running-app/chromium.ts'
import { addUntilHome } from '../../../tools/running-app/iphone-steps.ts'
import { type Sandbox, startSandbox } from '../../../tools/running-app/sandbox.ts'
import { openQuickly, picture } from './browser.ts'
import { inAndStay, loseAndFind } from './newcomer.ts'
import { handsOf, newcomerOf, type Person, sitDown } from './person.ts'
import { expectSeen } from './seen.ts'

let sandbox: Sandbox
let desk: string
let shell: Browser
beforeAll(async () => {
  sandbox = await startSandbox()
  shell = await openHeadlessShell()
  desk = sandbox.origin('desk')
  await sandbox.moveClock('10:00')
})
afterAll(async () => {
  await shell?.close()
  await sandbox?.stop()
})

async function atDesk(way: (person: Person, complaints: readonly string[]) => Promise<void>) {
  const browser = await openQuickly(shell)
  try {
    await way(await sitDown(browser.page, desk), browser.complaints)
  } finally {
    await browser.close()
  }
}

/** Of the bar that leads. */
const led = ({ page }: Person) => page.getByRole('region', { name: '次にすること' })
const onDesk = ({ page }: Person, name: string | RegExp) => page.getByRole('button', { name })
/** A panel of the desk, by the words on the button that opens it. */
const panelOf = ({ page }: Person, name: string) =>
  page.locator('details').filter({ has: page.locator('summary').filter({ hasText: name }) })
const isOpen = async (person: Person, panel: string) =>
  (await panelOf(person, panel).getAttribute('open')) !== null
/** Opens a panel of the desk, and presses in it; then it closes by itself. */
async function choose(person: Person, panel: string, ...names: (string | RegExp)[]) {
  await panelOf(person, panel).locator('summary').click()
  for (const name of names) await panelOf(person, panel).getByRole('button', { name }).click()
  // A clock that goes on by years has new authorities made.
  await expect.poll(() => isOpen(person, panel), { timeout: 120_000 }).toBe(false)
}
/** Where the focus is. */
const focused = ({ page }: Person) => page.evaluate(() => document.activeElement?.textContent)
/** The app on the phone is closed, and opened again at its home. */
const reopenApp = ({ phone }: Person) =>
  phone.locator('body').evaluate(() => {
    history.replaceState(null, '', `/${location.hash}`)
    location.reload()
  })
/** What the paper says. */
const slipOf = async ({ secret }: Person) => ({
  signingPassword: await secret(1),
  cardDataPin: await secret(4),
})
async function applyAndRegister(person: Person, start = 'スマホ用電子証明書を申請する') {
  const hands = handsOf(person)
  await person.press(start)
  await untilCard(hands, { slip: await slipOf(person) })
  await handIn(hands, undefined)
  await onDesk(person, '+1時間').click()
  await register(hands)
}
/** Of this name exactly: one name begins with another. */
const phoneNamed = ({ page }: Person, name: string) =>
  page.locator('label').filter({ has: page.getByText(name, { exact: true }) })
const take = (person: Person, name: string) => phoneNamed(person, name).click()
/** The words of the phone in the row of phones: whose it is, and its state. */
const whose = (person: Person, name: string) => phoneNamed(person, name).textContent()

describe('the desk', () => {
  test('2-C 2-D③.complete 2-E 1-B①.login 1-B①.refused 5-B1.phone-stops 5-B3.resumes one mark leads from the first screen to the login, and a push shows its banner; then by mouse logged out, stopped by telephone, refused, resumed, in and out', () =>
    atDesk(async (person, complaints) => {
      const { page, press, computer } = person
      const hands = handsOf(person)
      const says = (text: string) => led(person).getByText(text).waitFor()
      const marked = (testId: string) => page.getByTestId(testId).getByTestId('mark').waitFor()
      await says('Androidに入れてみましょう')
      await marked('phone')
      // The frames have opened their screens, and left the focus where it was.
      await computer.getByRole('button', { name: 'スマホでログインする' }).waitFor()
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY')
      await press('スマホ用電子証明書を申請する')
      await says('スマホの画面に従って進みます')
      const onceAsked = async (label: string, value: string) => {
        await says('カードのパスワードを、スマホに入れます')
        await hands.type(label, value)
      }
      await untilCard({ ...hands, type: onceAsked }, { slip: await slipOf(person) })
      await says('カードをスマホに当てます')
      expect(await page.getByTestId('mark').count()).toBe(1)
      await handIn(hands, undefined)
      await says('通知を待ちます')
      expect(await page.getByTestId('mark').count()).toBe(0)
      await onDesk(person, '+1時間').click()
      await page.getByRole('status', { name: 'Androidに通知' }).waitFor()
      await picture(page, '40-banner')
      expect(await violations(page)).toEqual([])
      await says('通知が届きました')
      await marked('phone')
      await register(hands)
      await says('だけで、パソコンにログインしてみましょう')
      await computer.getByRole('button', { name: 'スマホでログインする' }).click()
      await says('QRコードをスマホで読み取ります')
      const scan = onDesk(person, 'スマホで読み取る')
      await page.locator('span').filter({ has: scan }).getByTestId('mark').waitFor()
      await picture(page, '49-scan')
      await computer.getByRole('button', { name: 'やめて、元のサイトに戻る' }).click()
      await computer.getByText('ログインせずに戻りました').waitFor()
      const itself = newcomerOf(person)
      const pressAsLed = async (button: string) => {
        // A new credential begins anew.
        if (button === 'もう一度ログインする')
          await says('だけで、パソコンにログインしてみましょう')
        await itself.computer.press(button)
        if (button === 'ログアウト') await says('カードなしでログインしました')
      }
      const newcomer = { ...itself, computer: { ...itself.computer, press: pressAsLed } }
      await loseAndFind(newcomer, { slip: await slipOf(person) })
      await inAndStay(newcomer, 'スマホでログインする')
      await says('カードなしでログインしました')
      await page.reload()
      await says('カードなしでログインしました')
      // With 422 the portal refuses the phone that was stopped.
      expect(complaints.filter((one) => !/status of 422.*\/response$/.test(one))).toEqual([])
    }))

  test('4-A.android-to-android 4-A.android-to-iphone 4-B③.menu 4-B⑭.takes-over 4-B.old-says-why 2-F⑧.done 3-D⑤.wallet on one desk 機種変更 on the second Android takes over from the first, and after 失効 there the iPhone has the card', () =>
    atDesk(async (person, complaints) => {
      const { page, press, see } = person
      const hands = handsOf(person)
      const card = { slip: await slipOf(person) }
      await applyAndRegister(person)
      await expect.poll(() => whose(person, 'Android')).toContain('利用可能')

      await take(person, 'Android 2台目')
      const says = (text: string) => led(person).getByText(text).waitFor()
      await says('さんのスマホは、Androidです')
      expect(await page.getByTestId('mark').count()).toBe(0)
      await picture(page, '47-person-has-a-phone')
      await press('メニュー')
      await press('機種変更')
      await untilCard(hands, card)
      await handIn(hands, undefined, '同意して次へ')
      await onDesk(person, '+1時間').click()
      await expect.poll(() => whose(person, 'Android')).toContain('利用可能')
      await register(hands)
      await expect.poll(() => whose(person, 'Android 2台目')).toContain('利用可能')
      await picture(page, '41-two-android')
      // It rings in its place, and its banner does not cover the phone in the hand.
      const pushed = page.getByRole('status', { name: 'Androidに通知' })
      await pushed.waitFor()
      expect(await whose(person, 'Android')).toMatch(/^Android.+通知$/)
      expect(await page.getByTestId('phone').getByRole('status', { name: 'に通知' }).count()).toBe(
        0,
      )
      await take(person, 'Android')
      await expect.poll(() => whose(person, 'Android')).toContain('失効')
      await page.getByTestId('phone').getByRole('status', { name: 'Androidに通知' }).waitFor()
      await picture(page, '50-rings')
      await pushed.getByRole('button', { name: '閉じる' }).click()
      await hands.read('機種変更で、新しいスマホに移したため')
      await says('いまは、Android 2台目を使っています')
      await phoneNamed(person, 'Android 2台目').getByTestId('mark').waitFor()
      await picture(page, '48-moved')
      expect(await violations(page)).toEqual([])

      await take(person, 'Android 2台目')
      await press('メニュー')
      await press('新しいスマホに替えるとき')
      await press('古いスマホ')
      await press('iPhone')
      await hands.read('手続きは2つ、この順番です')
      await press('はじめる')
      await see('スマホ用電子証明書の失効')
      await press('はじめる')
      await hands.type('パスワード', phonePassword)
      await press('失効する')
      await press('失効する')
      await see('失効完了')
      await expect.poll(() => whose(person, 'Android 2台目')).toContain('失効')
      await take(person, 'iPhone')
      await addUntilHome(hands, card)
      await expect.poll(() => whose(person, 'iPhone')).toContain('利用可能')
      await picture(page, '42-android-to-iphone')
      expect(complaints).toEqual([])
    }))

  test('5-B1.phone-stops 5-B1.phone-says 5-B3.resumes 5-A2 a call stops a lost phone; found again it is resumed; reset as new it frees its person for the second one', () =>
    atDesk(async (person, complaints) => {
      const { page, press } = person
      const hands = handsOf(person)
      await applyAndRegister(person)
      await choose(person, '窓口・電話', 'スマホをなくした')
      await expect.poll(() => whose(person, 'Android')).toContain('停止中')
      await led(person).getByText('このスマホは止められています').waitFor()
      await page.reload()
      await expect.poll(() => whose(person, 'Android')).toContain('停止中')
      await hands.read('一時利用停止中')
      await applyAndRegister(person, '利用再開の手続きをする')
      await expect.poll(() => whose(person, 'Android')).toContain('利用可能')

      await choose(person, 'はじめから', 'Androidを買ったときの状態にする', 'はい')
      await expect.poll(() => whose(person, 'Android')).toContain('まだ空です')
      await person.phone.getByRole('button', { name: 'スマホ用電子証明書を申請する' }).waitFor()
      // The second phone takes the same person, whom nothing of the first is in the way of.
      await take(person, 'Android 2台目')
      await press('スマホ用電子証明書を申請する')
      await untilCard(hands, { slip: await slipOf(person) })
      await hands.hold(undefined)
      await hands.see('カードの読み取りに成功しました')
      expect(complaints).toEqual([])
    }))

  test('2-C④.locked 2-A.password-reset 5-A4 a card that locks on the phone is unlocked at the counter, and the phone goes on; the counter renews it, and declines in words', () =>
    atDesk(async (person) => {
      const { page, press, see, phone } = person
      const hands = handsOf(person)
      await press('スマホ用電子証明書を申請する')
      await untilCard(hands, { slip: { signingPassword: 'WRONG99' } })
      await onDesk(person, 'カードをスマホにかざす').click()
      for (const left of [4, 3, 2, 1]) {
        await phone.getByText(`あと${left}回`).first().waitFor()
        if (left === 1) await picture(page, '51-wrong-password')
        // What is wrong, and the field to correct it in, are seen together.
        await expectSeen(phone.getByRole('heading', { name: /違います|あと1回/ }), 'anywhere')
        await expectSeen(phone.getByLabel('パスワード', { exact: true }), 'anywhere')
        await hands.type('パスワード', 'WRONG99')
        if (left === 1) await hands.tick('紙の控えの①と同じことを確かめました')
        await press('次へ')
      }
      await see('手続きを止めました')
      await phone.getByText('カードのパスワードがロックされています').first().waitFor()
      await led(person).getByText('カードがロックされています').waitFor()
      await page.getByTestId('mark').waitFor()
      await picture(page, '43-locked')
      await choose(person, '窓口・電話', 'ロックを解く')
      await onDesk(person, 'カードをスマホにかざす').waitFor()
      await led(person).getByText('カードがロックされています').waitFor({ state: 'detached' })
      await press('ホームへ')
      // What was begun with the wrong password is still there.
      await led(person).getByText('途中の手続きがあります').waitFor()
      expect(await whose(person, 'Android')).toBe('Android途中')
      await press('続きからはじめる')
      await hands.type('パスワード', await person.secret(1))
      await press('次へ')
      await hands.hold(undefined)
      await see('カードの読み取りに成功しました')

      const counter = panelOf(person, '窓口・電話')
      await counter.locator('summary').click()
      await counter.getByRole('button', { name: '見つかったカードの一時停止を解く' }).click()
      await counter.getByRole('alert').getByText('窓口では、いまはできません').waitFor()
      await picture(page, '45-declined')
      expect(await isOpen(person, '窓口・電話')).toBe(true)
      await counter.getByRole('button', { name: '電子証明書を更新する' }).click()
      await expect.poll(() => isOpen(person, '窓口・電話')).toBe(false)
      await expect.poll(() => focused(person)).toBe('窓口・電話')
      await page.getByRole('status').filter({ hasText: 'の電子証明書を更新しました' }).waitFor()
      expect(await page.getByRole('alert').count()).toBe(0)

      await reopenApp(person)
      await led(person).getByText('途中の手続きがあります').waitFor()
      await onDesk(person, '別の人を増やす').click()
      await led(person).getByText('さんのものです').waitFor()
      await page.getByRole('region', { name: '人', exact: true }).getByTestId('mark').waitFor()
      await picture(page, '46-of-another')
    }))

  test('2-A people of a kind: a child’s paper has no ①; everything over leaves a new person on an empty desk', () =>
    atDesk(async (person) => {
      const { page } = person
      const before = await person.secret(1)
      const people = page.getByRole('group', { name: '人' }).getByRole('radio')
      await choose(person, '人の種類', '15歳未満の人')
      await expect.poll(() => people.count()).toBe(2)
      await expect.poll(() => person.secret(1)).toBe('なし')
      await choose(person, 'はじめから', '全部はじめから', 'はい')
      await expect.poll(() => people.count()).toBe(1)
      await expect.poll(() => person.secret(1)).not.toBe('なし')
      expect(await person.secret(1)).not.toBe(before)
    }))

  test('5-A1 the clock goes to 19:29, to the next birthday, a year on, and back to now', () =>
    atDesk(async (person) => {
      const shown = () => person.page.getByTestId('clock').textContent()
      const year = async () => Number((await shown())?.slice(0, 4))
      await choose(person, '日時を選ぶ', 'いまに戻す')
      await expect
        .poll(year)
        .toBe(
          Number(new Date().toLocaleDateString('en', { timeZone: 'Asia/Tokyo', year: 'numeric' })),
        )
      const now = await year()
      await choose(person, '日時を選ぶ', '19:29（受付終了の直前）')
      await expect.poll(shown).toContain('19:29')
      await expect.poll(() => focused(person)).toBe('日時を選ぶ')
      await choose(person, '日時を選ぶ', '翌朝8:00へ')
      await expect.poll(shown).toContain('8:00')
      const morning = await shown()
      await onDesk(person, '−1時間').click()
      await expect.poll(shown).toContain('7:00')
      await choose(person, '日時を選ぶ', /^朝8:00へ/)
      await expect.poll(shown).toBe(morning)
      await onDesk(person, '1年進める').click()
      await expect.poll(year).toBe(now + 1)
      await onDesk(person, '1年戻す').click()
      await expect.poll(year).toBe(now)
      await choose(person, '日時を選ぶ', '次の誕生日へ')
      await expect.poll(shown).toContain('9:00')
      await choose(person, '日時を選ぶ', 'いまに戻す')
      await sandbox.moveClock('10:00')
    }))

  test('5-A4.warned a phone that lies open hears that the clock was moved: the day of expiry is told at once, and gone when the clock comes back', () =>
    atDesk(async (person) => {
      await applyAndRegister(person)
      const warned = person.phone.getByText('で使えなくなります')
      expect(await warned.count()).toBe(0)
      await choose(person, '日時を選ぶ', '有効期限の日へ')
      await warned.waitFor()
      await choose(person, '日時を選ぶ', 'いまに戻す')
      await warned.waitFor({ state: 'detached' })
    }))

  test('2-C⑦.moved-away at the pace of the world the reading can be watched, and the card taken away from it', async () => {
    const browser = await openQuickly(shell)
    try {
      const person = await sitDown(browser.page, desk, 'real')
      const hands = handsOf(person)
      await person.press('スマホ用電子証明書を申請する')
      await untilCard(hands, { slip: await slipOf(person) })
      await onDesk(person, 'カードをスマホにかざす').click()
      await person.see('カードを当てたまま、お待ちください')
      await picture(browser.page, '44-reading')
      await onDesk(person, 'カードを離す').click()
      await person.phone.getByText('カードが離れました').first().waitFor()
    } finally {
      await browser.close()
    }
  })
})
