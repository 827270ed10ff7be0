/** Section 3 of the course on an iPhone of 390 × 844, against the running system: adding the card, and logging in with it. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHeadlessShell } from '../../../tools/running-app/chromium.ts'
import {
  agreeAndShowFace,
  chooseOwnSecrets,
  phonePin,
  untilCheckList,
  usable,
} from '../../../tools/running-app/iphone-steps.ts'
import { enterCode } from '../../../tools/running-app/login-code.ts'
import type { PhoneInHand } from '../../../tools/running-app/phone-in-hand.ts'
import { takeQuickPhone } from '../../../tools/running-app/quick-phone.ts'
import type { Sandbox } from '../../../tools/running-app/sandbox.ts'
import { borrowSandbox } from './borrowed-sandbox.ts'

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

async function withIphone(way: (iphone: PhoneInHand) => Promise<void>, options?: { os?: string }) {
  const iphone = await takeQuickPhone(chromium, sandbox, { platform: 'iphone', ...options })
  try {
    await way(iphone)
    expect(iphone.complaints).toEqual([])
  } finally {
    await iphone.close()
  }
}

test(
  '3-A.before-any-code 3-C②.start 3-C③.terms 3-C④.directions 3-C⑤.pin 3-C⑥.password 3-C⑥.forgotten 3-C⑦.read 3-D①.pin 3-D①.easy-to-guess 3-D③.same-as-card 3-D⑤.wallet 3-D⑦.usable 1-B①.login the card is added to the iPhone from 「追加をはじめる」 to 「利用可能」, and logs in',
  () =>
    withIphone(async (iphone) => {
      const { page, press, see, read, type, tick, look } = iphone
      const card = await sandbox.newCard()
      await see('iPhoneのマイナンバーカード')
      await read('必要なものを用意し、本人確認のために、顔の動きを撮影します。')
      await look('01-home-without-card')
      await press('追加をはじめる')

      await see('用意するものを確かめましょう')
      await read('このiPhoneは対応しています。')
      await press('次へ')
      await read('まだチェックが付いていないものがあります。')
      await look('02-3A-check-list')
      for (const box of await page.getByRole('checkbox').all()) await box.check({ force: true })
      await press('次へ')

      await see('注意事項と利用規約')
      await press('次へ')
      await read('読んでから、チェックを付けてください。')
      await look('03-3C3-notes')
      await tick('注意事項を確認し、利用規約に同意します')
      await press('次へ')

      await see('顔の動きの撮影')
      await look('04-3C4-face-explained')
      await press('撮影をはじめる（練習）')
      await see('顔を正面に向けてください')
      await press('動かしました（練習）')
      await see('顔をゆっくり右に向けてください')
      await look('05-3C4-face-right')
      for (let moves = 0; moves < 3; moves += 1) await press('動かしました（練習）')
      await see('顔の動きの撮影が終わりました')
      await look('06-3C4-face-done')
      await press('次へ')

      await see('実物のマイナンバーカードの券面入力用暗証番号の入力')
      await read(
        'マイナンバーカードに含まれるマイナンバーや顔写真などの情報を読み取るために、暗証番号を数字4桁で入力してください。',
      )
      await page.locator('summary', { hasText: '暗証番号がわからない' }).click()
      await read('3回続けて間違えるとロックされます。お住まいの市区町村の窓口で')
      await look('07-3C5-card-pin')
      await type('券面入力用暗証番号', card.slip.cardDataPin)
      await press('次へ')

      await see('実物のマイナンバーカードの署名用パスワードの入力')
      await read(
        'iPhoneのマイナンバーカードを追加することに署名します。パスワードを英数字6～16文字で入力してください。',
      )
      await page.locator('summary', { hasText: 'パスワードがわからない' }).click()
      await read('5回続けて間違えるとロックされます。お住まいの市区町村の窓口で')
      await look('08-3C6-card-password')
      await type('署名用パスワード', card.slip.signingPassword)
      await press('次へ')

      await see('マイナンバーカードの読み取り')
      await look('09-3C7-hold')
      await iphone.hold(card)
      await see('カードの読み取りに成功しました')
      await look('10-3C8-read')
      await iphone.takeAway()
      await press('次へ')

      await see('iPhoneのマイナンバーカードの利用者証明用暗証番号の設定')
      await read('新しく設定する暗証番号を数字4桁で入力してください。')
      await read('暗証番号について')
      await type('暗証番号', '1234')
      await press('次へ')
      await read('人に当てられやすい番号です')
      await look('11-3D1-weak-pin')
      await type('暗証番号', phonePin)
      await press('次へ')
      await see('確認のため、もう一度暗証番号の入力')
      await type('暗証番号', '8303')
      await press('次へ')
      await read('1回目の入力と違います。')
      await look('12-3D2-differs')
      await type('暗証番号', phonePin)
      await press('次へ')

      await see('iPhoneのマイナンバーカードの署名用パスワードの設定')
      await read('新しく設定するパスワードを英数字6～16文字で入力してください。')
      await read('パスワードについて')
      await look('13-3D3-password')
      await tick(/^実物のマイナンバーカードの署名用パスワードと同じ英数字を入力/)
      await look('14-3D3-same-as-card')
      await press('次へ')
      await see('確認のため、もう一度パスワードの入力')
      await type('パスワード', 'CHIGAU99')
      await press('次へ')
      await read('1回目の入力と違います。')
      await type('パスワード', card.slip.signingPassword)
      await press('次へ')

      await see('ウォレットに追加します')
      await look('15-3D5-wallet')
      await press('Appleウォレットに追加')
      await see('マイナンバーカードをウォレットに追加')
      await look('16-3D6-sheet')
      const sent = await watchApplication(page)
      await press('続ける')
      await see('追加の手続きが終わりました')
      expect(await sent()).toContain('"method":"practice"')
      await look('17-3D7-wait')
      await press('ホームへ')
      await sandbox.moveClock('11:00')
      await read(usable)
      await read('属性証明（氏名・住所・生年月日など）')
      await look('18-3D7-usable')
      await press('メニュー')
      await read(/^利用可能$/)
      await look('19-menu-with-card')

      const asked = await sandbox.askLogin()
      await page.goto(`${asked.appUrl}${new URL(page.url()).hash}`)
      await see('この画面からログインしますか')
      await look('20-1B1-who-asks')
      await enterCode(iphone, asked.code)
      await page.locator('input[name=pin]').fill(phonePin)
      await page.keyboard.press('Enter')
      await read('元の画面に戻ってください')
      await look('21-1B1-accepted')
    }),
  300_000,
)

/** @returns the statement signed by the card, as text, once it was sent: the CMS contains it in the clear */
async function watchApplication(page: Page): Promise<() => Promise<string>> {
  await page.evaluate(() => {
    const { fetch } = window
    window.fetch = async (input, init) => {
      const request = new Request(input, init)
      if (request.method === 'POST' && request.url.endsWith('/applications')) {
        document.documentElement.dataset['sent'] = await request.clone().text()
      }
      return fetch(request)
    }
  })
  return async () => {
    const text = await page.evaluate(() => document.documentElement.dataset['sent'] ?? '{}')
    const body: unknown = JSON.parse(text)
    const cms = typeof body === 'object' && body !== null ? Reflect.get(body, 'application') : ''
    return Buffer.from(String(cms), 'base64').toString('latin1')
  }
}

test('3-B.old-ios 1-D.in-refusals an older iOS is reported before anything is asked, with the update to make', () =>
  withIphone(
    async ({ page, press, see, read, look }) => {
      await press('追加をはじめる')
      await see('iOSのバージョンが古い可能性があります')
      await read('このiPhoneは iOS 17.7 です。iOS 18.5 以上が必要です。')
      await read('OS_TOO_OLD')
      await page.getByText('0120-95-0178', { exact: true }).first().waitFor()
      await look('30-3B-older-ios')
      expect(await page.getByRole('textbox').count()).toBe(0)
      await press('ホームへ')
      await see('iPhoneのマイナンバーカード')
    },
    { os: '17.7' },
  ))

test('3-C⑤.pin 3-C⑥.password a wrong PIN, then a wrong password, with the tries left: after the PIN the password is asked for again, after the password nothing else', () =>
  withIphone(async (iphone) => {
    const { press, see, read, type, look } = iphone
    const card = await sandbox.newCard()
    await untilCheckList(iphone)
    await agreeAndShowFace(iphone)
    const wrongPin = card.slip.cardDataPin === '5555' ? '6666' : '5555'
    await type('券面入力用暗証番号', wrongPin)
    await press('次へ')
    await type('署名用パスワード', 'CHIGAU9')
    await press('次へ')
    await iphone.hold(card)
    await read('券面入力用暗証番号が違います')
    await read('あと2回試せます')
    await look('31-3C7-wrong-pin')
    await type('券面入力用暗証番号', card.slip.cardDataPin)
    await press('次へ')
    // It may be another card than before: its password is asked for, and not the one of before tried.
    await type('署名用パスワード', 'CHIGAU9')
    await press('次へ')
    await read('パスワードが違います')
    await read('あと4回試せます')
    await look('32-3C7-wrong-password')
    await type('署名用パスワード', card.slip.signingPassword)
    await press('次へ')
    await see('カードの読み取りに成功しました')
  }))

test('3-C.nothing-lost 3-D⑦.hours 3-D⑦.notice closed in the middle it goes on; after 19:30 it says 8:00 the next day', () =>
  withIphone(async (iphone) => {
    const { page, press, see, read, look, type } = iphone
    const card = await sandbox.newCard()
    await sandbox.moveClock('20:00')
    await untilCheckList(iphone)
    await agreeAndShowFace(iphone)
    await type('券面入力用暗証番号', card.slip.cardDataPin)
    await press('次へ')
    await type('署名用パスワード', card.slip.signingPassword)
    await press('次へ')
    await iphone.hold(card)
    await see('カードの読み取りに成功しました')
    await iphone.takeAway()
    await page.reload()
    await see('カードの読み取りに成功しました')
    await press('次へ')
    await chooseOwnSecrets(iphone)
    await page.reload()
    await see('ウォレットに追加します')
    await press('Appleウォレットに追加')
    await press('続ける')
    await see('追加の手続きが終わりました')
    await read('いまは時間外（19時30分から翌朝8時）のため')
    await look('33-3D7-after-hours')
    await sandbox.moveClock('08:10')
    await read('利用可能になりました')
    await press('ホームへ')
    await press('メニュー')
    await press('お知らせ')
    await read('数秒で利用可能になります。')
  }))
