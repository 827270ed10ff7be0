/** Failures of the card at an iPhone of 390 × 844, against the running system: 3-C ⑤⑥⑦, 3-E. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHeadlessShell } from '../../../tools/running-app/chromium.ts'
import {
  addCard,
  agreeAndShowFace,
  enterCardSecrets,
  untilCheckList,
} from '../../../tools/running-app/iphone-steps.ts'
import type { PhoneInHand } from '../../../tools/running-app/phone-in-hand.ts'
import { takeQuickPhone } from '../../../tools/running-app/quick-phone.ts'
import type { Sandbox } from '../../../tools/running-app/sandbox.ts'
import { borrowSandbox } from './borrowed-sandbox.ts'
import { holdAnotherKindOnce, stopAtCommand } from './reader-trouble.ts'

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

/** At the card's PIN (3-C ⑤). */
async function atCardSecrets(way: (iphone: PhoneInHand) => Promise<void>) {
  const iphone = await takeQuickPhone(chromium, sandbox, { platform: 'iphone' })
  try {
    await untilCheckList(iphone)
    await agreeAndShowFace(iphone)
    await way(iphone)
    expect(iphone.complaints).toEqual([])
  } finally {
    await iphone.close()
  }
}

/** Commands that 3-C sends before the photo is read to its end: it takes the longest. */
const amidThePhoto = 20

test('3-C⑦.moved-away a card that moves away is reported with the reason and read on when it is back, with nothing typed again', () =>
  atCardSecrets(async (iphone) => {
    const { see, read, look, page } = iphone
    const { stopped } = await stopAtCommand(page, amidThePhoto)
    const card = await sandbox.newCard()
    await enterCardSecrets(iphone, card.slip)
    await iphone.hold(card)
    await stopped
    await see('カードを合わせたまま、お待ちください')
    await iphone.takeAway()
    await read('カードが離れました')
    await see('マイナンバーカードの読み取り')
    await look('73-3C7-moved-away')
    await iphone.hold(card)
    await see('カードの読み取りに成功しました')
  }))

test('3-C⑦.other-card another kind of card is recognised, and no secret goes to it', () =>
  atCardSecrets(async (iphone) => {
    const { press, see, read } = iphone
    await holdAnotherKindOnce(iphone.page)
    const card = await sandbox.newCard()
    await enterCardSecrets(iphone, card.slip)
    await iphone.hold(card)
    await read('マイナンバーカードではないようです')
    await press('もう一度読み取る')
    await see('カードの読み取りに成功しました')
  }))

test('3-C⑤.pin 3-C⑤.locked the card PIN: tries count down, the last one needs a confirmation, then it is locked and the screen names the counter', () =>
  atCardSecrets(async (iphone) => {
    const { press, see, read, type, tick, look } = iphone
    const card = await sandbox.newCard()
    const wrong = card.slip.cardDataPin === '5555' ? '6666' : '5555'
    await enterCardSecrets(iphone, { ...card.slip, cardDataPin: wrong })
    await iphone.hold(card)
    await read('あと2回試せます')
    await type('券面入力用暗証番号', wrong)
    await press('次へ')
    await type('署名用パスワード', card.slip.signingPassword)
    await press('次へ')
    await read('あと1回で、ロックされます。')
    await type('券面入力用暗証番号', wrong)
    await press('次へ')
    await read('よく確かめてから、このチェックを付けてください。')
    await look('75-3C5-last-try')
    await tick('紙の控えの④と同じことを確かめました')
    await press('次へ')
    await type('署名用パスワード', card.slip.signingPassword)
    await press('次へ')
    await see('手続きを止めました')
    await read('券面入力用暗証番号がロックされています')
    await read('お住まいの市区町村の窓口で、暗証番号の初期化（再設定）をしてください')
    await look('76-3C5-locked')
    await press('ホームへ')
    await see('iPhoneのマイナンバーカード')
  }))

test('3-C⑥.password the card password: tries count down to the last, which is right after it is confirmed', () =>
  atCardSecrets(async (iphone) => {
    const { press, see, read, type, tick } = iphone
    const card = await sandbox.newCard()
    await enterCardSecrets(iphone, { ...card.slip, signingPassword: 'CHIGAU9' })
    await iphone.hold(card)
    for (const left of [4, 3, 2, 1]) {
      await read(`あと${left}回試せます`)
      await type('署名用パスワード', left === 1 ? card.slip.signingPassword : 'CHIGAU9')
      await press('次へ')
    }
    await read('よく確かめてから、このチェックを付けてください。')
    await tick('紙の控えの①と同じことを確かめました')
    await press('次へ')
    await see('カードの読み取りに成功しました')
  }))

test('3-C⑥.locked a locked password is reported as soon as the card is held, with the place to go', () =>
  atCardSecrets(async (iphone) => {
    const { page, press, see, read } = iphone
    const card = await sandbox.newCard()
    await enterCardSecrets(iphone, { ...card.slip, signingPassword: 'CHIGAU9' })
    await iphone.hold(card)
    for (const left of [4, 3, 2, 1]) {
      await read(`あと${left}回試せます`)
      await iphone.type('署名用パスワード', 'CHIGAU9')
      if (left === 1) await iphone.tick('紙の控えの①と同じことを確かめました')
      await press('次へ')
    }
    await read('カードのパスワードがロックされています')
    await press('ホームへ')
    await page.getByRole('button', { name: /^続きからはじめる/ }).click()
    await enterCardSecrets(iphone, card.slip)
    await see('手続きを止めました')
    await read('署名用のパスワードを続けて5回間違えたため')
    await read('お住まいの市区町村の窓口で、パスワードの初期化（再設定）をしてください')
  }))

test('3-E⑥.card 3-E⑥.nobody-else the card of another person does not delete the one on this iPhone, the holder’s own does', async () => {
  const iphone = await takeQuickPhone(chromium, sandbox, { platform: 'iphone' })
  const { page, press, see, read, type } = iphone
  const [own, other] = [await sandbox.newCard(), await sandbox.newCard()]
  await addCard(iphone, own)
  await press('メニュー')
  await press('iPhoneのマイナンバーカード')
  await press('削除')
  await page.getByRole('button', { name: /^実物のマイナンバーカードで削除/ }).click()
  await type('署名用パスワード', other.slip.signingPassword)
  await press('次へ')
  await press('削除する')
  await iphone.hold(other)
  await see('実物のマイナンバーカードの署名用パスワードの入力')
  await read('別の人のマイナンバーカードです')
  await iphone.takeAway()
  await press('戻る')
  await press('戻る')
  await read(/^利用可能$/)
  await press('削除')
  await page.getByRole('button', { name: /^実物のマイナンバーカードで削除/ }).click()
  await type('署名用パスワード', own.slip.signingPassword)
  await press('次へ')
  await press('削除する')
  await iphone.hold(own)
  await see('削除完了')
  expect(iphone.complaints).toEqual([])
  await iphone.close()
})
