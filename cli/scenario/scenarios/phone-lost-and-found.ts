/** 5-B1, 5-B3: the phone is lost at night, stopped by one call, found again and issued anew. */
import { applyAndRegister, tryToApply } from '../applying.ts'
import { everyoneSees, opensslSees, opensslSeesCard } from '../everyone-sees.ts'
import { callHotline, suspend } from '../on-the-hotline.ts'
import { scenario } from '../scenario.ts'
import { takeCard } from '../the-card.ts'
import { byDay, moveTo, nextAt } from '../the-clock.ts'
import { newPhone } from '../the-phone.ts'

const held = 'revoked: certificateHold'

export const phoneLostAndFound = scenario({
  name: 'phone-lost-and-found',
  rows: ['5-B1', '5-B3'],
  promises: ['5-B1.one-call', '5-B1.phone-stops', '5-B3.issued-anew'],
  summary: 'one call stops the phone at any hour; once found it is issued anew',
  async goodWay(world) {
    await byDay(world)
    const card = await takeCard(world)
    const phone = await newPhone(world, 'android')
    await applyAndRegister(world, phone, card)
    await moveTo(world, '5-B1', '夜', nextAt(world.sandbox.now(), '23:40:00'))
    const person = await callHotline(world, card.resident(), 'phone')
    await everyoneSees(world, '5-B1', '電話のあと', phone, {
      resident: 'suspended',
      portal: 'CERTIFICATE_SUSPENDED',
      openssl: { signing: held, authentication: held },
    })
    const untouched = { signing: 'good', authentication: 'good' } as const
    await opensslSeesCard(world, '5-B1', 'カードはそのまま', card, untouched)
    const lost = phone.certificates()
    await byDay(world)
    await applyAndRegister(world, phone, card, { purpose: 'resume' })
    const over = { signing: 'revoked: superseded', authentication: 'revoked: superseded' } as const
    await opensslSees(world, '5-B3', '前の電子証明書', lost, over)
    return { card, phone, person }
  },
  async refusals(world, { card, phone, person }) {
    await world.refusal('5-B1', '窓口の人ではない', 'ROLE_REQUIRED', () =>
      suspend(world, person, 'phone', {}),
    )
    await world.refusal('5-B3', '止まっていないスマホの利用再開', 'NOT_SUSPENDED', () =>
      tryToApply(phone, card, { purpose: 'resume' }),
    )
  },
})
