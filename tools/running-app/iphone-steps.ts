/** Stretches of section 3 that several ways have in common, in the words of the screens. */
import type { Hands } from './hands.ts'
import type { PhoneInHand } from './phone-in-hand.ts'
import type { Card } from './sandbox.ts'

/** Of a card, what its holder has to type on an iPhone. */
type Paper = Pick<Card, 'slip'>

/** No birth date in any notation: the app would warn about one. */
export const phonePin = '8352'
export const phonePassword = 'IPHONE77'
/** The chip on the home screen; not the words of 「利用可能になるまで」. */
export const usable = /^利用可能$/

/** 3-A, to its end. */
export async function untilCheckList(
  { press, see, tickAll }: Hands<never>,
  start = '追加をはじめる',
): Promise<void> {
  await press(start)
  await see('用意するものを確かめましょう')
  await tickAll()
  await press('次へ')
}

/** 3-C ③④. */
export async function agreeAndShowFace(iphone: Hands<never>): Promise<void> {
  await agree(iphone)
  await showFace(iphone)
}

/** 3-C ③. */
export async function agree({ press, tick }: Hands<never>): Promise<void> {
  await tick('注意事項を確認し、利用規約に同意します')
  await press('次へ')
}

/** 3-C ④. */
export async function showFace({ press, see }: Hands<never>): Promise<void> {
  await press('撮影をはじめる（練習）')
  for (let moves = 0; moves < 4; moves += 1) await press('動かしました（練習）')
  await see('顔の動きの撮影が終わりました')
  await press('次へ')
}

/** 3-C ⑤⑥, until the card has to be held. */
export async function enterCardSecrets(
  { press, type }: Hands<never>,
  { cardDataPin, signingPassword }: Card['slip'],
): Promise<void> {
  await type('券面入力用暗証番号', cardDataPin)
  await press('次へ')
  await type('署名用パスワード', signingPassword)
  await press('次へ')
}

/** 3-C ⑤–⑧. */
export async function readCard<C extends Paper>(iphone: Hands<C>, card: C): Promise<void> {
  await enterCardSecrets(iphone, card.slip)
  await iphone.hold(card)
  await iphone.see('カードの読み取りに成功しました')
  await iphone.takeAway()
}

/** 3-D ⑤⑥. */
export async function addToWallet({ press }: Hands<never>): Promise<void> {
  await press('Appleウォレットに追加')
  await press('続ける')
}

/** 3-D ①–④, with a password of the iPhone's own. */
export async function chooseOwnSecrets({ press, see, type }: Hands<never>): Promise<void> {
  await type('暗証番号', phonePin)
  await press('次へ')
  await see('確認のため、もう一度暗証番号の入力')
  await type('暗証番号', phonePin)
  await press('次へ')
  await see('iPhoneのマイナンバーカードの署名用パスワードの設定')
  await type('パスワード', phonePassword)
  await press('次へ')
  await see('確認のため、もう一度パスワードの入力')
  await type('パスワード', phonePassword)
  await press('次へ')
  await see('ウォレットに追加します')
}

/** 3-A to 3-D, up to the home screen that waits for the card. Issuing has to be open. */
export async function addUntilHome<C extends Paper>(
  iphone: Hands<C>,
  card: C,
  start: '追加をはじめる' | '利用再開' = '追加をはじめる',
): Promise<void> {
  const { press, see } = iphone
  await untilCheckList(iphone, start)
  await agreeAndShowFace(iphone)
  await readCard(iphone, card)
  await press('次へ')
  await chooseOwnSecrets(iphone)
  await addToWallet(iphone)
  await see('追加の手続きが終わりました')
  await press('ホームへ')
}

/** 3-A to 3-D: the card is on the iPhone afterwards. Issuing has to be open. */
export async function addCard(
  iphone: PhoneInHand,
  card: Card,
  start: '追加をはじめる' | '利用再開' = '追加をはじめる',
): Promise<void> {
  await addUntilHome(iphone, card, start)
  await iphone.page.getByText(usable).waitFor({ timeout: 60_000 })
}
