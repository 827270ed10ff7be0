/** 2-C to 2-D on Android and 3-C to 3-D on an iPhone by keyboard alone, by the accessibility tree alone, and in colours and motion that a person has chosen. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  handIn,
  phonePassword,
  phonePin,
  untilCard,
} from '../../../tools/running-app/android-steps.ts'
import { openHeadlessShell } from '../../../tools/running-app/chromium.ts'
import {
  addCard,
  agreeAndShowFace,
  chooseOwnSecrets,
  enterCardSecrets,
  untilCheckList,
} from '../../../tools/running-app/iphone-steps.ts'
import { lookAtForcedColors } from '../../../tools/running-app/looks.ts'
import type { PhoneInHand } from '../../../tools/running-app/phone-in-hand.ts'
import { takeQuickPhone } from '../../../tools/running-app/quick-phone.ts'
import type { Sandbox } from '../../../tools/running-app/sandbox.ts'
import { borrowSandbox } from './borrowed-sandbox.ts'
import { byKeyboard } from './keyboard.ts'
import { byScreenReader } from './screen-reader.ts'

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

async function withPhone(
  platform: PhoneInHand['platform'],
  way: (phone: PhoneInHand) => Promise<void>,
) {
  const phone = await takeQuickPhone(chromium, sandbox, { platform })
  try {
    await way(phone)
    expect(phone.complaints).toEqual([])
  } finally {
    await phone.close()
  }
}

test('2-C.without-mouse 2-D by keyboard alone, the focus always in view', () =>
  withPhone('android', async (phone) => {
    const hands = byKeyboard(phone)
    const card = await sandbox.newCard()
    await hands.press('スマホ用電子証明書を申請する')
    await untilCard(hands, card)
    await handIn(hands, card)
    await hands.read('申請中')
  }))

test('3-C.without-mouse 3-D by keyboard alone, the focus always in view', () =>
  withPhone('iphone', async (phone) => {
    await addCard(byKeyboard(phone), await sandbox.newCard())
  }))

test('2-C.without-mouse 2-D by the accessibility tree alone: names, faults at their fields, progress said aloud', () =>
  withPhone('android', async (phone) => {
    const reader = await byScreenReader(phone)
    const { press, see, type, tick, hearFault } = reader
    const card = await sandbox.newCard()
    await press('スマホ用電子証明書を申請する')
    await see('用意するものを確かめましょう')
    await press('次へ')
    await expect.poll(reader.heard).toContainEqual(expect.stringContaining('まだチェックが'))
    await reader.tickAll()
    await reader.read('このスマホは対応しています。')
    await press('次へ')
    await see('カードの署名用パスワードを入れてください')
    await type('パスワード', '1234')
    await press('次へ')
    await hearFault('textbox', 'パスワード', '6～16文字')
    await type('パスワード', card.slip.signingPassword)
    await press('次へ')
    await see('利用するスマホ用電子証明書を選んでください')
    await press('申請する')
    await hearFault('checkbox', '確認しました', 'チェック')
    await tick('確認しました')
    await press('申請する')
    await see('カードをスマホに当ててください')
    await reader.hold(card)
    await see('カードの読み取りに成功しました')
    const said = await reader.heard()
    expect(said).toContainEqual(expect.stringContaining('動かさないで'))
    expect(said).toContainEqual(expect.stringMatching(/パスワードを確かめ|署名/))
    await press('次へ')
    await reader.takeAway()
    const repeat = 'パスワード（確認）'
    await see('新しいパスワードの設定')
    await type('パスワード', phonePassword)
    await type(repeat, `${phonePassword}X`)
    await press('次へ')
    await hearFault('textbox', repeat, '違います')
    await type(repeat, phonePassword)
    await press('次へ')
    await reader.read('スマホ用利用者証明用電子証明書の新しいパスワードを')
    await see('新しいパスワードの設定')
    await type('パスワード', '1111')
    await type(repeat, '1111')
    await press('次へ')
    await expect.poll(reader.heard).toContainEqual(expect.stringContaining('同じ数字'))
    await type('パスワード', phonePin)
    await type(repeat, phonePin)
    await press('次へ')
    await see('申請が完了しました')
  }))

test('3-C.without-mouse 3-D by the accessibility tree alone: names, faults at their fields, progress said aloud', () =>
  withPhone('iphone', async (phone) => {
    const reader = await byScreenReader(phone)
    const { press, see, type, hearFault } = reader
    const card = await sandbox.newCard()
    await press('追加をはじめる')
    await see('用意するものを確かめましょう')
    await press('次へ')
    await expect.poll(reader.heard).toContainEqual(expect.stringContaining('まだチェックが'))
    await press('戻る')
    await untilCheckList(reader)
    await see('注意事項と利用規約')
    await press('次へ')
    await hearFault('checkbox', '注意事項を確認し、利用規約に同意します', 'チェック')
    await agreeAndShowFace(reader)
    await see('実物のマイナンバーカードの券面入力用暗証番号の入力')
    await type('券面入力用暗証番号', '12')
    await press('次へ')
    await hearFault('textbox', '券面入力用暗証番号', '数字4桁')
    await type('券面入力用暗証番号', card.slip.cardDataPin)
    await press('次へ')
    await see('実物のマイナンバーカードの署名用パスワードの入力')
    await type('署名用パスワード', 'CHIGAU9')
    await press('次へ')
    await see('マイナンバーカードの読み取り')
    await reader.hold(card)
    await reader.read('あと4回試せます')
    await see('実物のマイナンバーカードの署名用パスワードの入力')
    const said = await reader.heard()
    expect(said).toContainEqual(expect.stringContaining('カードを動かさないで'))
    expect(said).toContainEqual(
      expect.stringMatching(/顔写真などを読みます|パスワードを確かめます/),
    )
    expect(said).toContainEqual(expect.stringContaining('パスワードが違います'))
    await type('署名用パスワード', card.slip.signingPassword)
    await press('次へ')
    await see('カードの読み取りに成功しました')
    await reader.takeAway()
    await press('次へ')
    await see('iPhoneのマイナンバーカードの利用者証明用暗証番号の設定')
    await chooseOwnSecrets(reader)
    await press('Appleウォレットに追加')
    await see('マイナンバーカードをウォレットに追加')
    await press('続ける')
    await see('追加の手続きが終わりました')
  }))

test('3-C with forced colours every screen can still be used, and motion is shown only to people who allow it', () =>
  withPhone('iphone', async (iphone) => {
    const { page, press, see } = iphone
    const card = await sandbox.newCard()
    const look = (name: string) => lookAtForcedColors(page, 'iphone', name)
    /** Names of moving elements. */
    const moving = () =>
      page.evaluate(() =>
        document.getAnimations().map((one) => one instanceof CSSAnimation && one.animationName),
      )
    await look('01-home-without-card')
    await press('追加をはじめる')
    await see('用意するものを確かめましょう')
    await press('次へ')
    await look('02-3A-check-list')
    await press('戻る')
    await untilCheckList(iphone)
    await agreeAndShowFace(iphone)
    await look('07-3C5-card-pin')
    await enterCardSecrets(iphone, { ...card.slip, signingPassword: 'CHIGAU9' })
    await look('09-3C7-hold')
    await iphone.hold(card)
    await iphone.read('あと4回試せます')
    await look('32-3C7-wrong-password')
    await iphone.type('署名用パスワード', card.slip.signingPassword)
    await press('次へ')
    await see('カードの読み取りに成功しました')
    expect(await moving()).toEqual([])
    await page.emulateMedia({ reducedMotion: 'no-preference' })
    expect(await moving()).toContain('arrive')
    await look('10-3C8-read')
  }))
