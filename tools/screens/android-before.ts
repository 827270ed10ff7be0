/** An Android phone with nothing on it, and one that is not supported or has no network (1-D, 2-A, 2-B). */
import { type AndroidTour, applyEntry } from './android-in-use.ts'
import { holdBack } from './tour.ts'

export async function firstLook({ take, snap, sandbox }: AndroidTour) {
  const phone = await take()
  const { press, see, page, tick, type } = phone
  await snap(phone, 'home, nothing yet')
  await press('メニュー')
  await see('メニュー')
  await snap(phone, 'menu')
  await press('ホーム画面に追加する')
  await see('ホーム画面に追加する')
  await snap(phone, 'add to the home screen')
  await press('戻る')
  await see('メニュー')
  await press('ヘルプ・お問い合わせ')
  await see('ヘルプ')
  await snap(phone, 'help')
  await press('なくしたとき・盗まれたとき')
  await see('なくしたとき・盗まれたとき')
  await snap(phone, 'loss')
  await press('戻る')
  await see('メニュー')
  await press('新しいスマホに替えるとき')
  await snap(phone, 'new phone')
  await press('新しいスマホ')
  await press('iPhone')
  await snap(phone, 'new phone, plan')
  await press('戻る')
  await press(applyEntry)
  await phone.read('このスマホは対応しています。')
  await snap(phone, 'check list')
  await press('次へ')
  await phone.read('まだチェックが付いていないものがあります。')
  await snap(phone, 'check list, something is missing')
  for (const box of await page.getByRole('checkbox').all()) await box.check({ force: true })
  await press('次へ')
  await see('カードの署名用パスワードを入れてください')
  await snap(phone, 'password of the card')
  await type('パスワード', '1234')
  await press('次へ')
  await snap(phone, 'password of another form')
  const card = await sandbox.newCard()
  await type('パスワード', card.slip.signingPassword)
  await press('次へ')
  await see('利用するスマホ用電子証明書を選んでください')
  await snap(phone, 'certificates and notes')
  await press('申請する')
  await snap(phone, '申請する without the tick')
  await tick('確認しました')
  await press('申請する')
  await see('カードをスマホに当ててください')
  await snap(phone, 'hold the card')
}

export async function notSupported({ take, snap }: AndroidTour) {
  const old = 'Mozilla/5.0 (Linux; Android 8.0) AppleWebKit/537.36 Chrome/68.0.3440.91 Mobile'
  for (const [name, kind, words] of [
    ['model not supported', { model: 'Flip Phone 3' }, 'このスマホは対応していません'],
    ['system too old', { os: '5.1' }, 'Android 6.0以上が必要です。'],
    ['browser too old', { context: { userAgent: old } }, 'Chrome 69以上が必要です。'],
  ] as const) {
    const phone = await take(kind)
    await phone.press(applyEntry)
    await phone.read(words)
    await snap(phone, name)
  }
}

export async function withoutNetwork({ take, snap }: AndroidTour) {
  // What a service worker fetches, or has kept, is not held back.
  const withoutWorker = { context: { serviceWorkers: 'block' } } as const
  const phone = await take(withoutWorker)
  const place = await holdBack(phone, /\/place-/, 'GET')
  await phone.press(applyEntry)
  await phone.see('開いています')
  await snap(phone, 'opening a procedure')
  place.letGo()
  await phone.see('用意するものを確かめましょう')
  await phone.press('戻る')
  await phone.page.route(/supported/, (route) => route.abort())
  await phone.press(applyEntry)
  await phone.read('もう一度確かめる')
  await snap(phone, 'check list, no network')

  const other = await take(withoutWorker)
  await other.page.route(/\/place-/, (route) => route.abort())
  await other.press(applyEntry)
  await other.see('開けませんでした')
  await snap(other, 'procedure did not open')
}
