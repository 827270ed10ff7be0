/** 1-B④ in Chromium: the face terminal as a tablet, the reception at a computer, cards and robot phones of the box at its reader. */
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { borrowSandbox } from '../../../tools/running-app/borrowed-sandbox.ts'
import { openChromium } from '../../../tools/running-app/chromium.ts'
import { lookAt } from '../../../tools/running-app/looks.ts'
import type { Sandbox } from '../../../tools/running-app/sandbox.ts'
import {
  type BoxCard,
  type BoxRobot,
  type ClinicReader,
  type Hands,
  handsIn,
} from './at-the-reader.ts'

let sandbox: Sandbox
let chromium: Browser
let hands: Hands
let iphone: BoxRobot
let android: BoxRobot
let context: BrowserContext
let terminal: Page
let reception: Page
let reader: ClinicReader
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kazashi-clinic-'))
  sandbox = await borrowSandbox()
  await sandbox.moveClock('10:00')
  hands = handsIn(sandbox)
  iphone = await hands.newPhone('iphone')
  android = await hands.newPhone('android')
  reader = await hands.newReader()
  chromium = await openChromium()
  context = await chromium.newContext({
    locale: 'ja-JP',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(30_000)
  terminal = await context.newPage()
  await terminal.setViewportSize({ width: 800, height: 1280 })
  await terminal.goto(`${sandbox.origin('clinic')}/#reader=${encodeURIComponent(reader.url)}`)
  await see(start)
  // Two machines of one facility.
  const desk = await chromium.newContext({
    locale: 'ja-JP',
    colorScheme: 'light',
    reducedMotion: 'reduce',
    storageState: await context.storageState(),
  })
  desk.setDefaultTimeout(30_000)
  reception = await desk.newPage()
  await reception.setViewportSize({ width: 1280, height: 800 })
  await reception.goto(`${sandbox.origin('clinic')}/reception`)
  await reception.getByText('まだ、だれも受付していません', { exact: false }).waitFor()
})
afterAll(async () => {
  await chromium?.close()
  await sandbox?.stop()
  await rm(folder, { recursive: true, force: true })
})

const start = '受付をします。どちらをお持ちですか'
const see = (name: string | RegExp, page = terminal) =>
  page.getByRole('heading', { level: 1, name }).waitFor()
const press = (name: string | RegExp, page = terminal) =>
  page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click()
const look = async (name: string, page = terminal) => {
  await lookAt(page, sandbox.origin('desk'), 'clinic', name)
}
const typePin = async (pin: string) => {
  for (const digit of pin) await press(digit)
  await press('次へ')
}
const result = (name: string, words: string) =>
  reception
    .getByRole('row', { name: new RegExp(name.replace(/\s/g, '\\s')) })
    .getByText(words)
    .first()
    .waitFor()

async function byCard(card: BoxCard, pin: string): Promise<void> {
  await press('マイナンバーカード')
  await press('暗証番号で')
  await typePin(pin)
  await hands.holdCard(reader, card)
}
const finish = async () => {
  await press('おわる')
  await see(start)
}

test('1-B④.clinic 5-A5.clinic the first time by the card, then by an iPhone alone: consents on one screen, received, and the reception has it at once', async () => {
  const card = await hands.cardOf(iphone)
  await look('1-start')
  // With a phone alone the first visit is refused, and leads to the card.
  await press('スマートフォン')
  await see('お持ちのスマートフォンはどちらですか')
  await look('2-which-phone')
  await press('iPhone')
  await see(/右の読み取り機/)
  await look('3-hold')
  await hands.holdPhone(reader, iphone)
  await see('はじめての方は、カードがいります')
  await look('4-first-visit')
  await reception.getByText('はじめての方がスマホだけで来ています', { exact: false }).waitFor()
  await hands.takePhone(iphone)
  await press('カードで受付する')
  await see('ご本人を、どうやって確かめますか')
  await look('5-card-ways')
  await press('暗証番号で')
  await see('4桁の暗証番号を入れてください')
  await look('6-pin')
  await typePin(card.slip.authenticationPin)
  await hands.holdCard(reader, card)
  await see(/医師に見せてよいですか/)
  await look('7-consents')
  const medicines = terminal.getByRole('region', { name: '診療とお薬' })
  await medicines.getByRole('button', { name: 'はい' }).click()
  await press('これで受付する')
  await see('受付しました')
  await look('8-received')
  await result(card.face.name, '受付ずみ')
  await look('1-reception', reception)
  await finish()
  await terminal.getByText('置かれたままです', { exact: false }).waitFor()
  await hands.takeCard(reader)
  await expect.poll(() => terminal.getByText('置かれたままです', { exact: false }).count()).toBe(0)
  // Now the phone will do, and the answers are as last time.
  await press('スマートフォン')
  await press('iPhone')
  await hands.holdPhone(reader, iphone)
  await see(/医師に見せてよいですか/)
  expect(await medicines.getByRole('button', { name: 'はい' }).getAttribute('aria-pressed')).toBe(
    'true',
  )
  await press('これで受付する')
  await see('受付しました')
  await hands.takePhone(iphone)
  await finish()
  await reception.getByText('2人・うちスマホ 1人').waitFor()
  const paper = join(folder, 'patient.pdf')
  await reception.pdf({ path: paper })
  const printed = spawnSync('pdftotext', [paper, '-'], { encoding: 'utf8' }).stdout
  for (const words of ['資格確認の控え（見本・SANDBOX）', card.face.name, '受付番号 2', '見本'])
    expect(printed.replaceAll(/\s+/g, ' ')).toContain(words.replaceAll(/\s+/g, ' '))
  // The list of all patients, and what is pressed, is not on it.
  expect(printed).not.toContain('うちスマホ')
  expect(printed).not.toContain('印刷する')
})

test('1-B④.pharmacy an Android phone with four digits at a pharmacy, by the keyboard alone; a wrong PIN, one that was taken away, and another kind of phone are said', async () => {
  await press('薬局', reception)
  await reception.getByText('はじめての方は、カードで受付する').click()
  await see(/薬局/, reception)
  await expect
    .poll(() => reception.getByRole('checkbox', { name: /はじめての方/ }).isChecked())
    .toBe(false)
  await terminal.reload()
  await see(start)
  // An iPhone where an Android phone was chosen.
  await press('スマートフォン')
  await press('Android')
  await typePin('0000')
  await hands.holdPhone(reader, iphone)
  await see('えらんだものと、かざしたものが違います')
  await look('9-other-phone')
  await press('はじめにもどる')
  await hands.takePhone(iphone)
  await see(start)
  // By the keyboard alone.
  const tab = async (name: string) => {
    const wanted = terminal.getByRole('button', { name, exact: true }).first()
    await expect
      .poll(async () => {
        await terminal.keyboard.press('Tab')
        return wanted.evaluate((element) => element === document.activeElement)
      })
      .toBe(true)
    await terminal.keyboard.press('Enter')
  }
  await tab('スマートフォン')
  await tab('Android')
  await see('Androidの方は、数字4桁を入れてください')
  const pin = (await hands.holdPhone(reader, android)) ?? ''
  const wrong = String((Number(pin) + 1) % 10_000).padStart(4, '0')
  await terminal.getByLabel('利用者証明用の暗証番号').focus()
  await terminal.keyboard.type(wrong)
  await terminal.keyboard.press('Enter')
  await see('暗証番号が違います')
  await look('10-wrong-pin')
  await tab('もう一度入れる')
  await terminal.getByLabel('利用者証明用の暗証番号').focus()
  await terminal.keyboard.type(pin)
  await terminal.keyboard.press('Enter')
  await see(/薬剤師に見せてよいですか/)
  await tab('これで受付する')
  await see('受付しました')
  await terminal.getByText('処方せんを窓口に出して', { exact: false }).waitFor()
  await hands.takePhone(android)
  await finish()
  await result(android.holder, '受付ずみ')
})

test('1-B④ the staff practise: nobody insured, the service down with a declaration, an insurer that changed; a face by the reception’s eye', async () => {
  const card = await hands.cardOf(android)
  await press('資格がない', reception)
  await byCard(card, card.slip.authenticationPin)
  await see('保険の資格が見つかりません')
  await look('11-not-insured')
  await finish()
  await hands.takeCard(reader)
  await press('資格確認が止まっている', reception)
  await byCard(card, card.slip.authenticationPin)
  await see('受付しました。保険は、受付で確かめます')
  await finish()
  await hands.takeCard(reader)
  await reception.getByRole('heading', { name: '被保険者資格申立書' }).waitFor()
  await look('2-declaration', reception)
  await press('申立書を受け取った', reception)
  await reception.getByText('申立書あり').waitFor()
  await press('もう一度問い合わせる', reception)
  await result(card.face.name, '受付ずみ')
  await press('保険が変わっている', reception)
  await press('マイナンバーカード')
  await press('受付の人に見てもらう')
  await hands.holdCard(reader, card)
  await see('受付の人に、カードと顔を見せてください')
  await look('12-eye')
  await press('同じ人です', reception)
  await see(/見せてよいですか/)
  await press('これで受付する')
  await see('受付しました')
  await terminal.getByText('保険が変わっています').waitFor()
  await look('13-changed')
  await result(card.face.name, '保険が変更')
  await press(new RegExp(card.face.name.replace(/\s/g, '\\s')), reception)
  await look('3-changed', reception)
  await hands.takeCard(reader)
  await finish()
})

test('WCAG 2.2 2.2.1 a terminal that nobody touches asks, goes on at a press, and else forgets the person', async () => {
  await terminal.clock.install()
  await terminal.reload()
  await see(start)
  await press('スマートフォン')
  await see('お持ちのスマートフォンはどちらですか')
  await terminal.clock.runFor(61_000)
  await press('続ける')
  await terminal.clock.runFor(61_000)
  await terminal.getByText('まだ使っていますか').waitFor()
  await terminal.clock.runFor(25_000)
  await see(start)
  await terminal.getByText('しばらくさわられなかったので', { exact: false }).waitFor()
  // TIME_UP: nothing was held to the reader.
  await press('スマートフォン')
  await press('iPhone')
  await see(/右の読み取り機/)
  await terminal.clock.runFor(61_000)
  await see('60秒たったので、止めました')
  await look('14-time-up')
  await press('はじめにもどる')
  await see(start)
})
