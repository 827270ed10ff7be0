/** The way of the course from the card to the first login, in a browser, against the running system: by mouse, by keyboard. */
import type { Browser as Chromium, Frame, FrameLocator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { violations } from '../../../tools/page-looks.ts'
import { giveRecognition } from '../../../tools/recognising-phone.ts'
import { register } from '../../../tools/running-app/android-steps.ts'
import { borrowSandbox } from '../../../tools/running-app/borrowed-sandbox.ts'
import { openHeadlessShell } from '../../../tools/running-app/chromium.ts'
import { expectInView } from '../../../tools/running-app/in-view.ts'
import type { Sandbox } from '../../../tools/running-app/sandbox.ts'
import { type Browser, openBrowser, openQuickly, picture } from './browser.ts'
import { loseAndFind, type Newcomer } from './newcomer.ts'
import { handsOf, newcomerOf, type Person, sitDown } from './person.ts'
import { stopAtCommand } from './reader-line.ts'
import { expectSeen } from './seen.ts'
import { type Typist, typist } from './typist.ts'

const phonePassword = 'SUMAHO77'
/** No birth date in any notation: the app would warn about one. */
const phonePin = '8352'

let sandbox: Sandbox
let desk: string
let shell: Chromium
beforeAll(async () => {
  sandbox = await borrowSandbox()
  shell = await openHeadlessShell()
  desk = sandbox.origin('desk')
  await sandbox.moveClock('10:00')
})
afterAll(async () => {
  await shell?.close()
  await sandbox?.stop()
})

async function within(opening: Promise<Browser>, way: (browser: Browser) => Promise<void>) {
  const browser = await opening
  try {
    await way(browser)
  } finally {
    await browser.close()
  }
}

/** In the whole browser. */
const at = (
  width: number,
  height: number,
  way: (browser: Browser) => Promise<void>,
  colours: 'light' | 'dark' = 'light',
) => within(openBrowser(width, height, colours), way)

/** What happens on the way is the point, not by whose hands. */
const quickly = (way: (browser: Browser) => Promise<void>) => within(openQuickly(shell), way)

/** In the phone, however low it is: in the one that is on the table, for those laid aside keep their frames, small or out of sight. */
async function seeNextStep(page: Page, name: string) {
  const seen: Frame[] = []
  for (const frame of page.frames())
    if (new URL(frame.url()).hostname.startsWith('app.') && (await isInSight(frame)))
      seen.push(frame)
  expect(seen, name).toHaveLength(1)
  for (const phone of seen) await expectInView(phone, name)
}

async function isInSight(frame: Frame): Promise<boolean> {
  const element = await frame.frameElement()
  // Those beside it are small pictures that take no press.
  const isLive = (one: Node) => one instanceof Element && one.closest('[inert]') === null
  return (await element.isVisible()) && (await element.evaluate(isLive))
}

/** axe in both languages, and a picture of the Japanese screen. */
async function look({ page }: Person, name: string) {
  await picture(page, name)
  await seeNextStep(page, `${name}, Japanese`)
  expect(await violations(page), `${name}, Japanese`).toEqual([])
  await page.getByRole('banner').getByRole('button', { name: 'English' }).click()
  await page.getByRole('button', { name: '日本語' }).first().waitFor()
  await seeNextStep(page, `${name}, English`)
  expect(await violations(page), `${name}, English`).toEqual([])
  await page.getByRole('banner').getByRole('button', { name: '日本語' }).click()
  await page.getByRole('banner').getByRole('button', { name: 'English' }).waitFor()
}

/** The frame shows that it goes on below, until one is at its end. */
async function expectMoreBelow(frame: FrameLocator) {
  const hint = frame.getByTestId('more-below')
  await hint.waitFor()
  const scrollTo = (where: 'end' | 'start') =>
    frame
      .locator('body')
      .evaluate((body, to) => window.scrollTo(0, to === 'end' ? body.scrollHeight : 0), where)
  await scrollTo('end')
  await hint.waitFor({ state: 'detached' })
  await scrollTo('start')
  await hint.waitFor()
}

/** Types a 17th letter: what is said about it stands wholly above the bar of actions. */
async function typeTooMuch({ phone }: Person) {
  await phone.getByLabel('パスワード', { exact: true }).fill('ABCDEFGH123456789')
  const note = phone.getByText('16文字より長くなっています')
  const under = () =>
    note.evaluate((one) => {
      const bar = document.querySelector('[data-bar]')?.getBoundingClientRect().top ?? 0
      return Math.max(0, Math.round(one.getBoundingClientRect().bottom - bar))
    })
  await expect.poll(under).toBe(0)
}

/** 2-A to 2-C ⑥: up to the screen that asks for the card. */
async function applyUntilCard(person: Person, password: string) {
  const { phone, press, see } = person
  const { tick, tickAll } = handsOf(person)
  await press('メニュー')
  await press('スマホ用電子証明書を申請する')
  await see('用意するものを確かめましょう')
  await tickAll()
  await press('次へ')
  await phone.getByLabel('パスワード', { exact: true }).fill(password)
  await press('次へ')
  await tick('確認しました')
  await press('申請する')
}

/** 2-D: both new passwords, typed twice. */
async function choosePasswords(person: Person) {
  const { phone, press, see } = person
  await phone.getByLabel('パスワード', { exact: true }).fill(phonePassword)
  await phone.getByLabel('パスワード（確認）').fill(phonePassword)
  await press('次へ')
  await phone.getByText('スマホ用利用者証明用電子証明書の新しいパスワードを').waitFor()
  await phone.getByLabel('パスワード', { exact: true }).fill(phonePin)
  await phone.getByLabel('パスワード（確認）').fill(phonePin)
  await press('次へ')
  await see('申請が完了しました')
}

/** 1-A③, as far as 2-E has come. */
async function turnOnBiometrics({ phone, press, see }: Person) {
  await press('メニュー')
  await press('指紋・顔で使う')
  await press('はじめる')
  await phone.getByLabel('スマホ用利用者証明用電子証明書のパスワード').fill(phonePin)
  await press('次へ')
  await press('確認画面を出す')
  await see('指紋・顔で使えるようになりました')
}

/** The person without a mouse, at phone, desk and computer. */
function byKeyboard(person: Person, keys: Typist): Newcomer {
  const { phone, computer, see } = person
  const boxes = phone.getByRole('checkbox')
  return {
    phone: {
      ...handsOf(person),
      press: keys.press,
      see,
      type: keys.typeAt,
      tick: (name) => keys.tick(String(name)),
      tickAll: async () => {
        const labels = await boxes.evaluateAll((all) =>
          all.map((box) => box.closest('label')?.textContent.trim() ?? ''),
        )
        for (const label of labels) await keys.tick(label)
      },
      hold: () => keys.press('カードをスマホにかざす'),
      takeAway: () => keys.press('カードを離す'),
    },
    desk: { press: keys.press, open: keys.press, anHourLater: () => keys.press('+1時間') },
    computer: {
      press: keys.press,
      see: (name) => computer.getByRole('heading', { level: 1, name }).waitFor(),
      code: async () => (await computer.getByTestId('code').textContent()) ?? '',
    },
  }
}

/** Reloads the phone's frame as in a browser that does not let a frame of another origin ask for a finger or a face. */
async function frameWithoutPermission(page: Page) {
  await page.locator('iframe[title="スマホの画面"]').evaluate((frame) => {
    const { src } = frame as HTMLIFrameElement
    frame.removeAttribute('allow')
    frame.setAttribute('src', `${new URL(src).origin}/?again${new URL(src).hash}`)
  })
}

describe('android, first time', () => {
  test('2-C③.menu 2-C⑥.tick 2-C⑦.read 2-D③.complete 2-E①.register 1-B①.login 1-B①.who-asks 1-A③.android by mouse: the card is dragged to the phone, the phone logs in at the portal, then by a finger or a face', () =>
    at(1280, 800, async ({ page, complaints }) => {
      const person = await sitDown(page, desk)
      const { phone, computer, press, see } = person
      await look(person, '01-home')

      await press('メニュー')
      await look(person, '02-menu')
      await press('スマホ用電子証明書を申請する')
      await see('用意するものを確かめましょう')
      await look(person, '03-2A-check-list')
      for (const item of await phone.getByRole('checkbox').all()) await item.check({ force: true })
      await press('次へ')

      await see('カードの署名用パスワードを入れてください')
      await typeTooMuch(person)
      await picture(page, '04-17-letters')
      await phone.getByLabel('パスワード', { exact: true }).fill(await person.secret(1))
      await look(person, '04-2C4-card-password')
      await press('次へ')
      await see('利用するスマホ用電子証明書を選んでください')
      await press('申請する')
      await phone
        .getByText('注意事項を読んで、「確認しました」にチェックを付けてください。')
        .waitFor()
      await look(person, '05-2C6-choose')
      await phone.getByRole('checkbox', { name: '確認しました' }).check({ force: true })
      await press('申請する')

      await see('カードをスマホに当ててください')
      await look(person, '06-2C7-hold')
      await person.dragCardToPhone()
      await see('カードの読み取りに成功しました')
      await look(person, '07-2C8-read')
      await press('次へ')
      await person.dragCardAway()

      await phone.getByLabel('パスワード', { exact: true }).fill(phonePassword)
      await look(person, '08-2D1-signing-password')
      await phone.getByLabel('パスワード（確認）').fill(phonePassword)
      await press('次へ')
      await phone.getByText('スマホ用利用者証明用電子証明書の新しいパスワードを').waitFor()
      await phone.getByLabel('パスワード', { exact: true }).fill('1234')
      await phone.getByLabel('パスワード（確認）').fill('1234')
      await press('次へ')
      await phone.getByText('1234のように、続いた数字です。').waitFor()
      await look(person, '09-2D2-weak-pin')
      await phone.getByLabel('パスワード', { exact: true }).fill(phonePin)
      await phone.getByLabel('パスワード（確認）').fill(phonePin)
      await press('次へ')
      await see('申請が完了しました')
      await phone.getByText('数分後にプッシュ通知が届きます').waitFor()
      await look(person, '10-2D3-applied')
      await press('ホームへ')
      await page.getByRole('button', { name: '+1時間' }).click()
      await press('登録する')
      await see('スマホ用電子証明書を登録します')
      await look(person, '12-2E1-register')
      await press('登録する')
      await see('登録が完了しました')
      await look(person, '13-2E3-registered')
      await press('ホームへ')
      await phone.getByText('利用可能').waitFor()
      await look(person, '14-active')

      await expectSeen(computer.getByText('スマホだけでログインします'))
      await computer.getByRole('button', { name: 'スマホでログインする' }).click()
      const code = async () => (await computer.getByTestId('code').textContent()) ?? ''
      await expectSeen(computer.getByRole('img', { name: 'ログイン用のQRコード' }))
      await expectMoreBelow(computer)
      await look(person, '15-1B1-portal-waits')
      await page.getByRole('button', { name: 'スマホで読み取る' }).click()
      await see('この画面からログインしますか')
      await phone.getByLabel('確認番号').fill(await code())
      await look(person, '16-1B1-who-asks')
      await press('次へ')
      await phone.getByLabel('スマホ用利用者証明用電子証明書のパスワード').fill(phonePin)
      await look(person, '17-1B1-pin')
      await press('ログインする')
      await see('ログインしました')
      await phone.getByText('元の画面に戻ってください').waitFor()
      await computer.getByRole('heading', { level: 1, name: 'ログインしました' }).waitFor()
      await expectSeen(computer.getByRole('button', { name: 'ログアウト' }))
      await expectMoreBelow(computer)
      await look(person, '18-1B1-logged-in')

      await giveRecognition(page)
      await press('ホームへ')
      await turnOnBiometrics(person)
      await look(person, '19-1A3-on')
      await press('ホームへ')
      await computer.getByRole('button', { name: 'ログアウト' }).click()
      await computer.getByRole('button', { name: 'スマホでログインする' }).click()
      await computer.getByTestId('code').waitFor()
      await page.getByRole('button', { name: 'スマホで読み取る' }).click()
      await phone.getByLabel('確認番号').fill(await code())
      await press('次へ')
      await press('指紋・顔でログインする')
      await see('ログインしました')
      await computer.getByRole('heading', { level: 1, name: 'ログインしました' }).waitFor()

      await press('ホームへ')
      await press('メニュー')
      await press('指紋・顔で使う')
      await press('使うのをやめる')
      await press('使うのをやめる')
      await see('使うのをやめました')
      await frameWithoutPermission(page)
      await press('メニュー')
      await press('指紋・顔で使う')
      await phone.getByText('ほかのページの中に表示しているため').waitFor()
      await look(person, '20-1A3-framed')
      const alone = page.context().waitForEvent('page')
      await press('アプリだけの画面で開く')
      await (await alone).getByRole('heading', { level: 1 }).first().waitFor()
      expect(complaints).toEqual([])
    }))

  test('2-C.without-mouse 2-D 2-E 1-B①.login 1-B①.refused 5-B1.phone-stops 5-B3.resumes by keyboard alone, from the card to the last log-out: no step needs a mouse, and none is a trap', () =>
    at(1280, 800, async ({ page }) => {
      const person = await sitDown(page, desk)
      const keys = typist(page)
      await keys.press('別の人を増やす')
      await page.getByText('市区町村の窓口でカードを作っています').waitFor({ state: 'hidden' })
      const password = await person.secret(1)
      await keys.press('スマホ用電子証明書を申請する')
      for (const label of [
        'マイナンバーカード',
        '署名用電子証明書のパスワード',
        'スマホ用電子証明書対応のスマートフォン',
        'マイナポータルアプリ（この練習用アプリ）',
      ]) {
        await keys.tick(label)
      }
      await keys.press('次へ')
      await keys.type('card-signing-password', password)
      await keys.enter()
      await keys.tick('確認しました')
      await keys.press('申請する')
      await person.see('カードをスマホに当ててください')
      await keys.press('カードをスマホにかざす')
      await person.see('カードの読み取りに成功しました')
      await keys.press('次へ')
      await keys.type('new-signing-password', phonePassword)
      await keys.type('new-signing-password-again', phonePassword)
      await keys.enter()
      await person.phone.getByText('スマホ用利用者証明用電子証明書の新しいパスワードを').waitFor()
      await keys.type('new-pin', phonePin)
      await keys.type('new-pin-again', phonePin)
      await keys.enter()
      await person.see('申請が完了しました')
      await keys.press('ホームへ')
      await keys.press('+1時間')
      await person.phone.getByText('お知らせが届きました').waitFor()
      await keys.press('登録する')
      await person.see('スマホ用電子証明書を登録します')
      await keys.press('登録する')
      await person.see('登録が完了しました')
      await keys.press('ホームへ')
      await keys.press('カードを離す')
      await loseAndFind(byKeyboard(person, keys), { slip: { signingPassword: password } })
    }))

  test('2-C④.password 2-D③.complete 2-E①.register 1-B①.login 1-B①.refused 5-B1.phone-stops 5-B3.resumes by touch, in the dark theme: a wrong password says how many tries are left, and the right one goes on; after hours it says when; the next morning it registers, and on to the last log-out', () =>
    at(
      390,
      844,
      async ({ page }) => {
        await sandbox.moveClock('21:00')
        const person = await sitDown(page, desk)
        await page.getByRole('button', { name: '別の人を増やす' }).click()
        await page.getByText('市区町村の窓口でカードを作っています').waitFor({ state: 'hidden' })
        await picture(page, '21-phone-width')
        const password = await person.secret(1)
        await applyUntilCard(person, 'WRONG99')
        await person.pushCardToPhone()
        await person.see('カードの署名用パスワードを入れてください')
        await person.phone.getByText('あと4回試せます').first().waitFor()
        await person.phone.getByText('CARD_SECRET_WRONG').scrollIntoViewIfNeeded()
        await look(person, '22-2C7-wrong-password')
        await person.phone.getByLabel('パスワード', { exact: true }).fill(password)
        await person.press('次へ')
        await person.see('カードの読み取りに成功しました')
        await person.press('次へ')
        await choosePasswords(person)
        await person.phone.getByText('翌8:00以降').waitFor()
        await look(person, '23-2D3-after-hours')
        await person.press('ホームへ')
        await person.phone.getByText('申請中').waitFor()
        await look(person, '24-waiting')
        const newcomer = newcomerOf(person, true)
        await newcomer.desk.open('月')
        await newcomer.desk.press('翌朝8:00へ')
        await register(newcomer.phone)
        await newcomer.phone.takeAway()
        await loseAndFind(newcomer, { slip: { signingPassword: password } })
      },
      'dark',
    ))

  test('2-C⑦.moved-away a card that moves away while it is read says so, and is read on when it is held again', () =>
    quickly(async ({ page }) => {
      const hand = await stopAtCommand(page, 8)
      const person = await sitDown(page, desk)
      await page.getByRole('button', { name: '別の人を増やす' }).click()
      await page.getByText('市区町村の窓口でカードを作っています').waitFor({ state: 'hidden' })
      await applyUntilCard(person, await person.secret(1))
      await person.see('カードをスマホに当ててください')
      await person.dragCardToPhone()
      await hand.stopped
      await person.see('カードを当てたまま、お待ちください')
      await look(person, '19-2C7-reading')
      await person.dragCardAway()
      await person.phone.getByText('カードが離れました').waitFor()
      await look(person, '20-2C7-card-away')
      await person.dragCardToPhone()
      await person.see('カードの読み取りに成功しました')
    }))

  test('2-C⑧.told-in-time 5-A2.one-phone a second phone of the same person is refused with the reason, before new passwords are chosen', () =>
    quickly(async ({ page }) => {
      const person = await sitDown(page, desk)
      const password = await person.secret(1)
      await applyUntilCard(person, password)
      await person.dragCardToPhone()
      await person.see('カードの読み取りに成功しました')
      await person.press('次へ')
      await choosePasswords(person)
      await person.dragCardAway()
      await page.getByText('Android 2台目', { exact: true }).click()
      // Not yet the frame of the first one, which is there until the second has been loaded.
      await person.phone.getByRole('heading', { level: 1, name: 'このスマホのカード' }).waitFor()
      await applyUntilCard(person, password)
      await person.dragCardToPhone()
      await person.phone.getByText('別のスマホで使っています').waitFor()
      await look(person, '25-5A2-second-phone')
    }))
})
