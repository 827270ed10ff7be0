/** 4-A: from iPhone to iPhone: first 3-E on the old phone, then 3-C on the new one. */
import { applyAndRegister, tryToApply } from '../applying.ts'
import { changeInOrder } from '../changing-phones.ts'
import { scenario } from '../scenario.ts'
import { takeCard } from '../the-card.ts'
import { byDay } from '../the-clock.ts'
import { newPhone } from '../the-phone.ts'

export const iphoneToIphone = scenario({
  name: 'iphone-to-iphone',
  rows: ['4-A', '3-E', '3-C', '3-D'],
  promises: ['4-A.iphone-to-iphone', '4-A.in-order'],
  summary: 'the old iPhone is ended first, then the new one is added',
  async goodWay(world) {
    await byDay(world)
    const card = await takeCard(world)
    const old = await newPhone(world, 'iphone')
    await applyAndRegister(world, old, card)
    const next = await newPhone(world, 'iphone')
    await world.refusal('4-A', '削除の前に新しい iPhone で追加', 'PERSON_HAS_A_PHONE', () =>
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
