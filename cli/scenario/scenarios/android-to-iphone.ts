/** 4-A: from Android to iPhone: first 2-F on the old phone, then 3-C on the new one. */
import { applyAndRegister, tryToApply } from '../applying.ts'
import { changeInOrder } from '../changing-phones.ts'
import { scenario } from '../scenario.ts'
import { takeCard } from '../the-card.ts'
import { byDay } from '../the-clock.ts'
import { newPhone } from '../the-phone.ts'

export const androidToIphone = scenario({
  name: 'android-to-iphone',
  rows: ['4-A', '2-F', '3-C', '3-D'],
  promises: ['4-A.android-to-iphone', '4-A.in-order'],
  summary: 'the Android is ended first, then the iPhone is added',
  async goodWay(world) {
    await byDay(world)
    const card = await takeCard(world)
    const old = await newPhone(world, 'android')
    await applyAndRegister(world, old, card)
    const next = await newPhone(world, 'iphone')
    await world.refusal('4-A', '失効の前に iPhone で追加', 'PERSON_HAS_A_PHONE', () =>
      tryToApply(next, card),
    )
    await changeInOrder(world, { card, old, next })
    return { card, old }
  },
  async refusals(world, { card, old }) {
    await world.refusal('5-A2', '前のスマホに戻る', 'PERSON_HAS_A_PHONE', () =>
      tryToApply(old, card),
    )
  },
})
