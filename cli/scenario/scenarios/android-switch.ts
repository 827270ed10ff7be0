/** 4-B: 機種変更 from Android to Android; the old one ends the moment the new one registers, not before. */
import { apply, applyAndRegister, register, tryToApply, waitForNotice } from '../applying.ts'
import { planSays } from '../changing-phones.ts'
import { everyoneSees } from '../everyone-sees.ts'
import { scenario } from '../scenario.ts'
import { otherPersonsCard, takeCard } from '../the-card.ts'
import { byDay } from '../the-clock.ts'
import { newPhone } from '../the-phone.ts'

const good = { signing: 'good', authentication: 'good' } as const
const over = 'revoked: superseded'

export const androidSwitch = scenario({
  name: 'android-switch',
  rows: ['4-A', '4-B'],
  promises: ['4-A.android-to-android', '4-A.in-order', '4-B⑭.takes-over', '4-B.old-goes-on'],
  summary: 'a new Android takes over; the old one works until the new one registers',
  async goodWay(world) {
    await byDay(world)
    const card = await takeCard(world)
    const old = await newPhone(world, 'android')
    await applyAndRegister(world, old, card)
    await planSays(world, 'android', 'android', ['4-B'])
    const next = await newPhone(world, 'android')
    await world.refusal('4-B', '機種変更でない申請', 'PERSON_HAS_A_PHONE', () =>
      tryToApply(next, card),
    )
    const application = await apply(world, next, card, { purpose: 'switch' })
    await waitForNotice(world, next, application)
    await everyoneSees(world, '4-B', '登録まで前のスマホが使える', old, {
      resident: 'active',
      portal: 'accepted',
      openssl: good,
    })
    await register(world, next, application, { purpose: 'switch' })
    await everyoneSees(world, '4-B', '新しいスマホ', next, {
      resident: 'active',
      portal: 'accepted',
      openssl: good,
    })
    await everyoneSees(world, '4-B', '前のスマホ', old, {
      resident: 'ended',
      portal: 'CERTIFICATE_REVOKED',
      openssl: { signing: over, authentication: over },
    })
  },
  async refusals(world) {
    const somebody = await otherPersonsCard(world)
    const phone = await newPhone(world, 'android')
    await world.refusal('4-B', '前のスマホがない機種変更', 'NOTHING_TO_SWITCH', () =>
      tryToApply(phone, somebody, { purpose: 'switch' }),
    )
  },
})
