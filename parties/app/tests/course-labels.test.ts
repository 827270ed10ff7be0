/** A walk through the course, label by label: each is on its screen, in the course's order, on both faces. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  phonePassword as androidPassword,
  chooseNewPassword,
  chooseNewPin,
} from '../../../tools/running-app/android-steps.ts'
import { openHeadlessShell } from '../../../tools/running-app/chromium.ts'
import {
  addCard,
  agree,
  phonePassword as iphonePassword,
  phonePin,
  showFace,
  untilCheckList,
  usable,
} from '../../../tools/running-app/iphone-steps.ts'
import type { PhoneInHand } from '../../../tools/running-app/phone-in-hand.ts'
import { takeQuickPhone } from '../../../tools/running-app/quick-phone.ts'
import type { Card, Sandbox } from '../../../tools/running-app/sandbox.ts'
import { borrowSandbox } from './borrowed-sandbox.ts'
import {
  adding,
  applying,
  changing,
  changingAndroids,
  changingIphones,
  deleting,
  deletingOther,
  missingLabels,
  preparing,
  preparingIphone,
  questions,
  revoking,
  type Steps,
} from './course-labels.ts'

let sandbox: Sandbox
let chromium: Browser
beforeAll(async () => {
  ;[sandbox, chromium] = await Promise.all([borrowSandbox(), openHeadlessShell()])
})
afterAll(async () => {
  await chromium?.close()
  await sandbox?.stop()
})

/** Reads the screens of the steps one after the other; at the end none may be left. */
function reader({ page }: PhoneInHand, steps: Steps) {
  const left = Object.keys(steps)
  return {
    see: async (step: string) => {
      expect(left.shift()).toBe(step)
      const labels = steps[step] ?? []
      const missing = async () =>
        missingLabels((await page.locator('#page').textContent()) ?? '', labels)
      await expect.poll(missing, { message: step }).toEqual([])
    },
    end: () => expect(left).toEqual([]),
  }
}

async function checkList(phone: PhoneInHand): Promise<void> {
  await phone.see('用意するものを確かめましょう')
  await phone.tickAll()
  await phone.read('このスマホは対応しています。')
  await phone.press('次へ')
}

async function cardPassword(phone: PhoneInHand, card: Card): Promise<void> {
  await phone.type('パスワード', card.slip.signingPassword)
  await phone.press('次へ')
}

test('2-A.before-any-code 2-A.not-sure 2-A.models 2-B.install 3-A.before-any-code 3-B.install 4-A.android-to-android 4-A.android-to-iphone 4-A.iphone-to-android 4-A.iphone-to-iphone every label of 2-A, 2-B, 3-A, 3-B and 4-A is on its screen, in the order of the course', async () => {
  const android = await takeQuickPhone(chromium, sandbox, { platform: 'android' })
  await prepare(android, preparing, 'スマホ用電子証明書を申請する')
  await planAndroid(android)
  const iphone = await takeQuickPhone(chromium, sandbox, { platform: 'iphone' })
  await prepare(iphone, preparingIphone, '追加をはじめる')
  await planIphone(iphone)
  for (const phone of [android, iphone]) await phone.close()
})

/** The check list, then the page that says how to install. */
async function prepare(phone: PhoneInHand, steps: Steps, begin: string): Promise<void> {
  const { see, end } = reader(phone, steps)
  const [checkList = '', install = ''] = Object.keys(steps)
  await phone.press(begin)
  await see(checkList)
  await phone.press('戻る')
  await phone.press('メニュー')
  await phone.press('ホーム画面に追加する')
  await see(install)
  await phone.press('戻る')
  end()
}

async function planIphone(phone: PhoneInHand): Promise<void> {
  const { see, end } = reader(phone, changingIphones)
  await phone.press('新しいスマホに替えるとき')
  await phone.press('新しいスマホ')
  await phone.press('iPhone')
  await see('4-A iPhone→iPhone')
  end()
}

async function planAndroid(phone: PhoneInHand): Promise<void> {
  const { see, end } = reader(phone, changingAndroids)
  await phone.press('新しいスマホに替えるとき')
  await phone.press('新しいスマホ')
  await phone.press('Android')
  await see('4-A Android→Android')
  await phone.press('古いスマホ')
  await phone.press('iPhone')
  await see('4-A Android→iPhone')
  await phone.press('新しいスマホ')
  await phone.press('iPhone')
  await see('4-A iPhone→Android')
  end()
}

test('2-C③.menu 2-C④.password 2-C⑤.choose 2-C⑤.explained 2-C⑥.notes 2-C⑦.read 2-D①.password 2-D②.pin 2-D③.complete 2-E①.register 4-B③.menu 4-B⑤.notes 4-B⑧.agree 2-F②.menu 2-F⑤.notes 2-F⑧.done every label of 2-C to 2-F and of 4-B is on its screen, in the order of the course', async () => {
  await sandbox.moveClock('10:00')
  const card = await sandbox.newCard()
  const first = await takeQuickPhone(chromium, sandbox, { platform: 'android' })
  // The course's phone can take pushes; the headless shell says that its person has refused them.
  await first.page.evaluate(() =>
    Object.defineProperty(Notification, 'permission', { get: () => 'default' }),
  )
  await apply(first, card)
  const second = await takeQuickPhone(chromium, sandbox, { platform: 'android' })
  await change(second, card)
  await revoke(second)
  for (const phone of [first, second]) await phone.close()
})

async function apply(phone: PhoneInHand, card: Card): Promise<void> {
  const { see, end } = reader(phone, applying)
  await see('2-C②')
  await phone.press('メニュー')
  await see('2-C③')
  await phone.press('スマホ用電子証明書を申請する')
  await checkList(phone)
  await see('2-C④')
  await cardPassword(phone, card)
  await see('2-C⑤⑥')
  await phone.tick('確認しました')
  await phone.press('申請する')
  await see('2-C⑦')
  await phone.hold(card)
  await phone.see('カードの読み取りに成功しました')
  await see('2-C⑨')
  await phone.press('次へ')
  await phone.takeAway()
  await see('2-D①')
  await chooseNewPassword(phone)
  await see('2-D②')
  await chooseNewPin(phone)
  await see('2-D③')
  await phone.press('ホームへ')
  await sandbox.moveClock('11:00')
  await phone.press('登録する')
  await phone.see('スマホ用電子証明書を登録します')
  await see('2-E①')
  await phone.press('登録する')
  await phone.see('登録が完了しました')
  end()
}

async function change(phone: PhoneInHand, card: Card): Promise<void> {
  const { see, end } = reader(phone, changing)
  await see('4-B②')
  await phone.press('メニュー')
  await see('4-B③')
  await phone.press('機種変更')
  await checkList(phone)
  await see('4-B④')
  await cardPassword(phone, card)
  await see('4-B⑤⑥')
  await phone.tick('確認しました')
  await phone.press('申請する')
  await phone.hold(card)
  await phone.see('カードの読み取りに成功しました')
  await see('4-B⑧')
  await phone.press('同意して次へ')
  await phone.takeAway()
  await see('4-B⑨')
  await chooseNewPassword(phone)
  await see('4-B⑩')
  await chooseNewPin(phone)
  await phone.see('申請が完了しました')
  await phone.press('ホームへ')
  await sandbox.moveClock('12:00')
  await phone.page.getByRole('button', { name: '登録する', exact: true }).waitFor()
  await see('4-B⑫')
  await phone.press('登録する')
  await phone.see('スマホ用電子証明書を登録します')
  await see('4-B⑬')
  await phone.press('登録する')
  await phone.see('登録が完了しました')
  await phone.press('ホームへ')
  end()
}

async function revoke(phone: PhoneInHand): Promise<void> {
  const { see, end } = reader(phone, revoking)
  await phone.read('利用可能')
  await see('2-F①')
  await phone.press('メニュー')
  await see('2-F②')
  await phone.press('失効')
  await see('2-F③④')
  await phone.press('はじめる')
  await see('2-F⑤⑥⑦')
  await phone.type('パスワード', androidPassword)
  await phone.press('失効する')
  await phone.see('失効してよろしいですか')
  await phone.press('失効する')
  await see('2-F⑧')
  end()
}

test('3-C②.start 3-C⑤.pin 3-C⑥.password 3-D①.pin 3-D③.same-as-card 3-D⑤.wallet 3-D⑦.hours 3-D⑦.usable 3-F②.menu 3-F④.read 3-F⑤.deleted 3-E⑤.ways 3-E⑥.password 3-E⑦.done every label of 3-C to 3-F is on its screen, in the order of the course', async () => {
  await sandbox.moveClock('10:00')
  const card = await sandbox.newCard()
  const lost = await takeQuickPhone(chromium, sandbox, { platform: 'iphone' })
  await add(lost, card)
  const here = await takeQuickPhone(chromium, sandbox, { platform: 'iphone' })
  await deleteOther(here, card)
  const kept = await takeQuickPhone(chromium, sandbox, { platform: 'iphone' })
  const second = await sandbox.newCard()
  await addCard(kept, second)
  await deleteHere(kept)
  for (const phone of [lost, here, kept]) await phone.close()
})

async function add(phone: PhoneInHand, card: Card): Promise<void> {
  const { see, end } = reader(phone, adding)
  const { press, type } = phone
  await see('3-C②')
  await untilCheckList(phone)
  await see('3-C③')
  await agree(phone)
  await see('3-C④')
  await showFace(phone)
  await see('3-C⑤')
  await type('券面入力用暗証番号', card.slip.cardDataPin)
  await press('次へ')
  await see('3-C⑥')
  await type('署名用パスワード', card.slip.signingPassword)
  await press('次へ')
  await see('3-C⑦')
  await phone.hold(card)
  await see('3-C⑧')
  await phone.takeAway()
  await press('次へ')
  await see('3-D①')
  await type('暗証番号', phonePin)
  await press('次へ')
  await see('3-D②')
  await type('暗証番号', phonePin)
  await press('次へ')
  await see('3-D③')
  await phone.tick(/同じ英数字を入力/)
  await press('次へ')
  await see('3-D④')
  await type('パスワード', card.slip.signingPassword)
  await press('次へ')
  await see('3-D⑤')
  await press('Appleウォレットに追加')
  await see('3-D⑥')
  await press('続ける')
  await see('3-D⑦')
  await press('ホームへ')
  await phone.page.getByText(usable).waitFor({ timeout: 60_000 })
  end()
}

async function deleteHere(phone: PhoneInHand): Promise<void> {
  const { see, end } = reader(phone, deleting)
  await see('3-E②')
  await phone.press('メニュー')
  await see('3-E③')
  await phone.page.getByRole('button', { name: /^iPhoneのマイナンバーカード/ }).click()
  await see('3-E④')
  await phone.press('削除')
  await phone.page.getByRole('button', { name: /^iPhoneのマイナンバーカードの署名用/ }).click()
  await see('3-E⑥')
  await phone.type('署名用パスワード', iphonePassword)
  await phone.press('次へ')
  await phone.press('削除する')
  await see('3-E⑦')
  end()
}

async function deleteOther(phone: PhoneInHand, card: Card): Promise<void> {
  const { see, end } = reader(phone, deletingOther)
  await see('3-F①')
  await phone.press('メニュー')
  await see('3-F②')
  await phone.page.getByRole('button', { name: /^別のスマートフォンのカードを削除/ }).click()
  await see('3-F③')
  await phone.type('署名用パスワード', card.slip.signingPassword)
  await phone.press('次へ')
  await phone.see('本当に削除しますか')
  await phone.press('削除する')
  await see('3-F④')
  await phone.press('読み取り開始')
  await phone.hold(card)
  await see('3-F⑤')
  await phone.takeAway()
  end()
}

test('5-A1.answered 5-A2.answered 5-A3.answered 5-A4.answered 5-A5.answered 5-A6.said 5-B1.numbers 5-B1.told-counter every question, answer and number of section 5 is in the help, in the order of the course', async () => {
  const phone = await takeQuickPhone(chromium, sandbox, { platform: 'android' })
  const { see, end } = reader(phone, questions)
  await phone.press('メニュー')
  await phone.press('ヘルプ・お問い合わせ')
  await phone.see('ヘルプ')
  await see('5-A')
  await phone.press('なくしたとき・盗まれたとき')
  await phone.see('なくしたとき・盗まれたとき')
  await see('5-B')
  end()
  await phone.close()
})

test('2-C⑥.notes a label that is missing, or stands before the one it should follow, is found', () => {
  expect(missingLabels('一 二 三', ['一', '二', '三'])).toEqual([])
  expect(missingLabels('一 三 二', ['一', '二', '三'])).toEqual(['三'])
  expect(missingLabels('一 三 二', ['一', ['二', '三']])).toEqual([])
  expect(missingLabels('一 三', ['一', ['二', '三']])).toEqual(['二'])
  expect(missingLabels('一 二', ['一', '一'])).toEqual(['一'])
})
