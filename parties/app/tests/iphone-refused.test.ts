/** Refused at hand-in on an iPhone of 390 × 844, in words and with a way on: 3-D ⑦, 4-A, 5-A2, 5-B. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { handIn, untilCard } from '../../../tools/running-app/android-steps.ts'
import { openHeadlessShell } from '../../../tools/running-app/chromium.ts'
import {
  addCard,
  addToWallet,
  agreeAndShowFace,
  chooseOwnSecrets,
  enterCardSecrets,
  phonePassword,
  untilCheckList,
} from '../../../tools/running-app/iphone-steps.ts'
import type { PhoneInHand } from '../../../tools/running-app/phone-in-hand.ts'
import { takeQuickPhone } from '../../../tools/running-app/quick-phone.ts'
import { type Card, type Sandbox, startSandbox } from '../../../tools/running-app/sandbox.ts'

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

/** Years: a certificate of a card ends at the fifth birthday after it was issued (or with the card, if that is earlier). */
const longerThanACertificate = 6

async function withPhones(
  platforms: readonly PhoneInHand['platform'][],
  way: (...phones: PhoneInHand[]) => Promise<void>,
) {
  const phones: PhoneInHand[] = []
  for (const platform of platforms)
    phones.push(await takeQuickPhone(chromium, sandbox, { platform }))
  try {
    await way(...phones)
    for (const { complaints } of phones) expect(complaints).toEqual([])
  } finally {
    for (const phone of phones) await phone.close()
  }
}

/** 3-A to 3-D ⑥ as far as it goes: it is stopped once the card is read, or when it is handed in. */
async function untilStopped(
  iphone: PhoneInHand,
  card: Card,
  start: '追加をはじめる' | '利用再開' = '追加をはじめる',
) {
  await untilCheckList(iphone, start)
  await agreeAndShowFace(iphone)
  await enterCardSecrets(iphone, card.slip)
  await iphone.hold(card)
  const after = iphone.page.getByRole('heading', { level: 1, name: /成功しました|止めました/ })
  const title = await after.textContent()
  await iphone.takeAway()
  if (title !== '手続きを止めました') {
    await iphone.press('次へ')
    await chooseOwnSecrets(iphone)
    await addToWallet(iphone)
  }
  await iphone.see('手続きを止めました')
}

async function deleteOther(iphone: PhoneInHand, card: Card) {
  await iphone.type('署名用パスワード', card.slip.signingPassword)
  await iphone.press('次へ')
  await iphone.press('削除する')
  await iphone.press('読み取り開始')
  await iphone.hold(card)
  await iphone.see('削除完了')
  await iphone.takeAway()
  await iphone.press('ホームへ')
}

test('5-A2.one-phone 3-F⑤.deleted a person whose card is on another phone gets that refusal, deletes it from here, and can begin', () =>
  withPhones(['iphone', 'iphone'], async (old, iphone) => {
    if (old === undefined || iphone === undefined) throw new Error('no iPhones')
    const card = await sandbox.newCard()
    await addCard(old, card)
    await untilStopped(iphone, card)
    await iphone.read('別のスマートフォンで使っています')
    await iphone.look('80-5A2-another-phone')
    await iphone.press('別のスマートフォンのカードを削除')
    await deleteOther(iphone, card)
    await untilCheckList(iphone)
  }))

test('5-A2.one-phone 3-F⑤.deleted 5-B1 a card added on a new iPhone while the old one is suspended: the refusal gives the reason, and the way to end it there', () =>
  withPhones(['iphone', 'iphone'], async (old, iphone) => {
    if (old === undefined || iphone === undefined) throw new Error('no iPhones')
    const card = await sandbox.newCard()
    await addCard(old, card)
    await sandbox.suspendPhoneOf(card)
    await untilStopped(iphone, card)
    await iphone.read('前のスマートフォンのものが、止められています')
    await iphone.press('別のスマートフォンのカードを削除')
    await deleteOther(iphone, card)
    await old.read('利用は終わりました')
  }))

test('5-B3.nobody-else 利用再開 with the card of another person is refused, and the suspended one stays as it was', () =>
  withPhones(['iphone'], async (iphone) => {
    if (iphone === undefined) throw new Error('no iPhone')
    const { press, read } = iphone
    const [own, other] = [await sandbox.newCard(), await sandbox.newCard()]
    await addCard(iphone, own)
    await sandbox.suspendPhoneOf(own)
    await read('一時利用停止中')
    await untilStopped(iphone, other, '利用再開')
    await read('止められているものが見つかりません')
    await press('ホームへ')
    await read('一時利用停止中')
  }))

test('4-A.iphone-to-android 4-A.iphone-to-iphone from iPhone to Android: the plan, 3-E here, then 2-C on the new phone', () =>
  withPhones(['iphone', 'android'], async (iphone, android) => {
    if (iphone === undefined || android === undefined) throw new Error('no phones')
    const card = await sandbox.newCard()
    await addCard(iphone, card)
    const { page, press, see, read, type, look } = iphone
    await press('メニュー')
    await press('新しいスマホに替えるとき')
    const steps = () =>
      page
        .getByRole('listitem')
        .getByRole('checkbox')
        .evaluateAll((boxes) => boxes.map((box) => box.closest('label')?.textContent?.trim()))
    await press('古いスマホ')
    await press('iPhone')
    await read('手続きは2つ、この順番です')
    expect(await steps()).toEqual([
      'iPhoneのマイナンバーカードの利用をやめる手続き',
      'iPhoneのマイナンバーカードを申請する',
    ])
    await press('Android')
    expect(await steps()).toEqual([
      'iPhoneのマイナンバーカードの利用をやめる手続き',
      'スマホ用電子証明書を申請する',
    ])
    await look('82-4A-iphone-to-android')
    await press('戻る')
    await press('iPhoneのマイナンバーカード')
    await press('削除')
    await page.getByRole('button', { name: /^iPhoneのマイナンバーカードの署名用/ }).click()
    await type('署名用パスワード', phonePassword)
    await press('次へ')
    await press('削除する')
    await see('削除完了')
    await android.press('スマホ用電子証明書を申請する')
    await untilCard(android, card)
    await handIn(android, card)
    await android.read('申請中')
  }))

test('3-C⑧.unusable-card a card that is suspended, given back or expired is refused in words, with the place to go', () =>
  withPhones(['iphone'], async (iphone) => {
    if (iphone === undefined) throw new Error('no iPhone')
    const { press, read } = iphone
    const refused = async (card: Card, words: string, where: string) => {
      await untilStopped(iphone, card)
      await read(words)
      await read(where)
      await press('ホームへ')
    }
    const suspended = await sandbox.newCard()
    await sandbox.suspendCard(suspended)
    const found = 'カードが見つかったときは、市区町村の窓口で'
    await refused(suspended, 'カードは一時利用停止中です', found)
    const ended = await sandbox.newCard()
    await sandbox.giveBack(ended)
    const anew = '市区町村の窓口で、電子証明書の発行を'
    await refused(ended, 'カードの電子証明書は失効しています', anew)
    const old = await sandbox.newCard()
    const later = new Date()
    later.setUTCFullYear(later.getUTCFullYear() + longerThanACertificate)
    await sandbox.moveClock('10:00', later.toISOString().slice(0, 10))
    const renew = '市区町村の窓口で、電子証明書を更新'
    await refused(old, 'カードの電子証明書の有効期限が切れています', renew)
  }))
