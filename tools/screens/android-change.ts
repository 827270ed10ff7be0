/** Another phone, a lost one, a new authority, another window, the end of validity (4-A, 4-B, 5-A4, 5-B). */
import {
  chooseNewPassword,
  chooseNewPin,
  register,
  untilCard,
} from '../running-app/android-steps.ts'
import { untilItsEnd } from '../running-app/last-day.ts'
import { type AndroidTour, applyEntry, inUse } from './android-in-use.ts'
import { forgottenByAuthority, holdBack } from './tour.ts'

export async function newPhone(tour: AndroidTour) {
  const { take, snap, sandbox } = tour
  const card = await sandbox.newCard()
  const old = await inUse(tour, card)
  const phone = await take()
  const { page, press } = phone
  await press(applyEntry)
  await untilCard(phone, card)
  await phone.hold(card)
  await page.getByText('エラー番号').first().waitFor()
  await snap(phone, 'already on another phone')

  const third = await take()
  await third.press('メニュー')
  await third.press('機種変更')
  await third.read('このスマホは対応しています。')
  await snap(third, 'switch, check list')
  for (const box of await third.page.getByRole('checkbox').all()) await box.check({ force: true })
  await third.press('次へ')
  await third.type('パスワード', card.slip.signingPassword)
  await third.press('次へ')
  await third.tick('確認しました')
  await snap(third, 'switch, certificates and four notes')
  await third.press('申請する')
  await third.hold(card)
  await third.see('カードの読み取りに成功しました')
  await snap(third, 'switch, 同意して次へ')
  await third.press('同意して次へ')
  await third.takeAway()
  await chooseNewPassword(third)
  await third.read('スマホ用利用者証明用電子証明書の新しいパスワードを')
  await chooseNewPin(third)
  await third.see('申請が完了しました')
  await third.press('ホームへ')
  await sandbox.moveClock('12:00')
  await register(third)
  await old.read('使えなくなっています')
  await snap(old, 'old phone after the switch')
}

export async function lostAndFound(tour: AndroidTour) {
  const { snap, sandbox } = tour
  const card = await sandbox.newCard()
  const phone = await inUse(tour, card)
  await sandbox.suspendPhoneOf(card)
  await phone.read('一時利用停止中')
  await snap(phone, 'home, suspended')
  await phone.press('利用再開の手続きをする')
  await phone.read('再発行されることになります')
  await phone.read('このスマホは対応しています。')
  await snap(phone, 'resume, check list')
}

export async function validityEnds(tour: AndroidTour) {
  const { snap, sandbox } = tour
  const phone = await inUse(tour, await sandbox.newCard())
  await untilItsEnd(phone, sandbox, {
    soon: () => snap(phone, 'home, ends soon'),
    expired: () => snap(phone, 'home, expired'),
  })
}

export async function newAuthority(tour: AndroidTour) {
  const { snap, sandbox } = tour
  const phone = await inUse(tour, await sandbox.newCard())
  const { press, see, read } = phone
  const authority = await forgottenByAuthority(phone)
  await read('窓口に記録がありません')
  await snap(phone, 'home, unknown to the authority')
  await press('はじめの状態に戻す')
  await snap(phone, 'reset phone')
  await authority.remembers()
  const asking = await holdBack(phone, '**/phone-credentials/current', 'GET')
  await press('はじめの状態に戻す')
  await see('はじめの状態に戻しています')
  await snap(phone, 'resetting phone')
  asking.letGo()
  await see('戻しませんでした')
  await snap(phone, 'reset phone, known after all')
  await press('ホームへ')
  await read('利用可能')
  await forgottenByAuthority(phone)
  await press('はじめの状態に戻す')
  await press('はじめの状態に戻す')
  await see('はじめの状態に戻しました')
  await snap(phone, 'phone was reset')
}

export async function twoWindows({ take, snap }: AndroidTour) {
  const phone = await take()
  const second = await phone.page.context().newPage()
  await second.goto(phone.page.url())
  await second.getByRole('heading', { name: 'ほかの画面で開いています' }).waitFor()
  await second.getByRole('button', { name: 'この画面で使う' }).click()
  await phone.read('ほかの画面で開いています')
  await phone.page.bringToFront() // nothing is drawn of a window behind another
  await snap(phone, 'open in another window')
  await second.evaluate(() => void indexedDB.deleteDatabase('kazashi-phone'))
  await phone.read('このスマホのデータが消えました')
  await snap(phone, 'data deleted')
}
