/** The second half of a newcomer's first minutes, by whatever hands: logged in, out, stopped by telephone, refused, resumed, in and out again. */
import { handIn, phonePin, register, untilCard } from '../../../tools/running-app/android-steps.ts'
import type { Hands, Paper } from '../../../tools/running-app/hands.ts'
import { enterCode } from '../../../tools/running-app/login-code.ts'

/** Hands and eyes at a desk with one phone. */
export interface Newcomer {
  readonly phone: Hands<unknown>
  readonly desk: {
    press(button: string): Promise<void>
    /** A panel that is folded to its name. */
    open(panel: string): Promise<void>
    anHourLater(): Promise<void>
  }
  readonly computer: {
    press(button: string): Promise<void>
    see(heading: string): Promise<void>
    /** The confirmation number on its screen. */
    code(): Promise<string>
  }
}

const pinLabel = 'スマホ用利用者証明用電子証明書のパスワード'

/** The phone reads the code that the computer shows. @param meanwhile before the PIN is entered */
async function answer(
  { phone, desk, computer }: Newcomer,
  meanwhile: () => Promise<void> = async () => undefined,
): Promise<void> {
  const code = await computer.code()
  await desk.press('スマホで読み取る')
  await enterCode(phone, code)
  await meanwhile()
  await phone.type(pinLabel, phonePin)
  await phone.press('ログインする')
}

/** 1-B①. @param login words of the computer's button */
export async function inAndStay(newcomer: Newcomer, login: string): Promise<void> {
  const { phone, computer } = newcomer
  await computer.press(login)
  await answer(newcomer)
  await phone.see('ログインしました')
  await computer.see('ログインしました')
}

async function inAndOut(newcomer: Newcomer, login: string): Promise<void> {
  const { computer } = newcomer
  await inAndStay(newcomer, login)
  await computer.press('ログアウト')
  await computer.see('マイナポータルにログイン')
}

/** 1-B①, 5-B1, 5-B3. @param paper of the card whose phone is registered */
export async function loseAndFind(newcomer: Newcomer, paper: Paper): Promise<void> {
  const { phone, desk, computer } = newcomer
  await inAndOut(newcomer, 'スマホでログインする')
  await computer.press('スマホでログインする')
  await answer(newcomer, async () => {
    await desk.open('窓口・電話')
    await desk.press('スマホをなくした')
  })
  await phone.read('一時利用停止中です')
  await computer.see('ログインできませんでした')
  await phone.press('利用再開の手続きをする')
  await untilCard(phone, paper)
  await handIn(phone, undefined)
  await desk.anHourLater()
  await register(phone)
  await inAndOut(newcomer, 'もう一度ログインする')
}
