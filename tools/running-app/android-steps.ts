/** Stretches of section 2 that several ways have in common, in the words of the screens. */
import type { Hands, Paper } from './hands.ts'

export const phonePassword = 'SUMAHO77'
/** No birth date in any notation: the app would warn about one. */
export const phonePin = '8352'

/** 2-A to 2-C ⑥ 申請する, from the check list on. */
export async function untilCard(phone: Hands<never>, card: Paper): Promise<void> {
  const { press, see, read, type, tick } = phone
  await see('用意するものを確かめましょう')
  await phone.tickAll()
  await read('このスマホは対応しています。')
  await press('次へ')
  await type('パスワード', card.slip.signingPassword)
  await press('次へ')
  await see('利用するスマホ用電子証明書を選んでください')
  await tick('確認しました')
  await press('申請する')
  await see('カードをスマホに当ててください')
}

/** 2-C ⑦ to 2-D ③: the card is held, both passwords are chosen. @param next the button after the reading */
export async function handIn<Card>(phone: Hands<Card>, card: Card, next = '次へ'): Promise<void> {
  const { press, see, read } = phone
  await phone.hold(card)
  await see('カードの読み取りに成功しました')
  await press(next)
  await phone.takeAway()
  await chooseNewPassword(phone)
  await read('スマホ用利用者証明用電子証明書の新しいパスワードを')
  await chooseNewPin(phone)
  await see('申請が完了しました')
  await press('ホームへ')
}

export async function chooseNewPassword(
  phone: Hands<never>,
  password = phonePassword,
): Promise<void> {
  await phone.type('パスワード', password)
  await phone.type('パスワード（確認）', password)
  await phone.press('次へ')
}

export async function chooseNewPin(phone: Hands<never>, pin = phonePin): Promise<void> {
  await phone.type('パスワード', pin)
  await phone.type('パスワード（確認）', pin)
  await phone.press('次へ')
}

/** 2-E, when the clock has gone on. */
export async function register(phone: Hands<never>): Promise<void> {
  await phone.press('登録する')
  await phone.see('スマホ用電子証明書を登録します')
  await phone.press('登録する')
  await phone.see('登録が完了しました')
  await phone.press('ホームへ')
  await phone.read('利用可能')
}
