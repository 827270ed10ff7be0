/** Early warnings of an iPhone, against the running system: an easy PIN, another phone of the same person, and an addition given up. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHeadlessShell } from '../../../tools/running-app/chromium.ts'
import {
  agreeAndShowFace,
  chooseOwnSecrets,
  untilCheckList,
} from '../../../tools/running-app/iphone-steps.ts'
import type { PhoneInHand } from '../../../tools/running-app/phone-in-hand.ts'
import { takeQuickPhone } from '../../../tools/running-app/quick-phone.ts'
import type { Card, Sandbox } from '../../../tools/running-app/sandbox.ts'
import { borrowSandbox } from './borrowed-sandbox.ts'

let sandbox: Sandbox
let chromium: Browser
beforeAll(async () => {
  sandbox = await borrowSandbox()
  chromium = await openHeadlessShell()
  await sandbox.moveClock('20:00')
})
afterAll(async () => {
  await chromium?.close()
  await sandbox?.stop()
})

/** 3-A to 3-C ⑦. */
async function holdCard(iphone: PhoneInHand, card: Card): Promise<void> {
  await untilCheckList(iphone)
  await agreeAndShowFace(iphone)
  await iphone.type('券面入力用暗証番号', card.slip.cardDataPin)
  await iphone.press('次へ')
  await iphone.type('署名用パスワード', card.slip.signingPassword)
  await iphone.press('次へ')
  await iphone.hold(card)
}

test('3-C⑧.told-in-time 3-D①.easy-to-guess 3-D.withdraw 5-A2.one-phone the birth date as a PIN is warned of, another phone of the person stops before any secret is set, and a waiting request can be withdrawn', async () => {
  const card = await sandbox.newCard()
  const iphone = await takeQuickPhone(chromium, sandbox, { platform: 'iphone' })
  const { press, see, read, type, look, page } = iphone
  await press('メニュー')
  await page.getByRole('checkbox', { name: '読み取りを音と振動で知らせる' }).waitFor()
  await look('70-menu')
  await press('戻る')
  await holdCard(iphone, card)
  await see('カードの読み取りに成功しました')
  await iphone.takeAway()
  await press('次へ')
  const [, month = '', day = ''] = card.face.birthDate.split('-')
  await type('暗証番号', month + day)
  await press('次へ')
  await read('生年月日と同じ番号です。')
  await press('ヘルプ')
  await page.getByRole('heading', { name: '3-D iPhone用の暗証番号などを設定する' }).waitFor()
  await press('戻る')
  await chooseOwnSecrets(iphone)
  await press('Appleウォレットに追加')
  await press('続ける')
  await see('追加の手続きが終わりました')
  await read('ブラウザのデータを消さないでください')
  await look('71-3D7-added')
  await press('ホームへ')

  const second = await takeQuickPhone(chromium, sandbox, { platform: 'iphone' })
  await holdCard(second, card)
  await second.see('手続きを止めました')
  await second.read('別のスマートフォンで使っています')
  await second.look('72-5A2-second-iphone')
  await second.takeAway()
  await second.press('別のスマートフォンのカードを削除')
  await second.see('実物のマイナンバーカードの署名用パスワードの入力')
  expect(second.complaints).toEqual([])
  await second.close()

  await press('追加を取りやめる')
  await see('追加を取りやめますか')
  await look('73-withdraw')
  await press('追加を取りやめる')
  await see('追加を取りやめました')
  await press('ホームへ')
  await read('まだ追加していません')
  expect(iphone.complaints).toEqual([])
  await iphone.close()
})
