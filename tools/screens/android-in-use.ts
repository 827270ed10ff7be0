/** Where many stretches begin: the entry of the menu, and an Android phone that somebody has registered. */
import { handIn, register, untilCard } from '../running-app/android-steps.ts'
import type { PhoneInHand } from '../running-app/phone-in-hand.ts'
import type { Card } from '../running-app/sandbox.ts'
import type { AndroidScreen } from './list.ts'
import type { Tour } from './tour.ts'

export type AndroidTour = Tour<AndroidScreen>

export const applyEntry = 'スマホ用電子証明書を申請する'
export const wrongPassword = 'CHIGAU99'

export async function inUse({ take, sandbox }: AndroidTour, card: Card): Promise<PhoneInHand> {
  const phone = await take()
  await sandbox.moveClock('10:00')
  await phone.press(applyEntry)
  await untilCard(phone, card)
  await handIn(phone, card)
  await sandbox.moveClock('11:00')
  await register(phone)
  return phone
}
