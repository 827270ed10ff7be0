/** 5-A2: one person, one phone; one phone, one person; for any two kinds of phone. */
import { applyAndRegister, tryToApply } from '../applying.ts'
import { everyoneSees } from '../everyone-sees.ts'
import { scenario } from '../scenario.ts'
import { takeCard } from '../the-card.ts'
import { byDay } from '../the-clock.ts'
import { newPhone } from '../the-phone.ts'

export const secondPhoneRefused = scenario({
  name: 'second-phone-refused',
  rows: ['5-A2'],
  promises: ['5-A2.one-phone', '5-A2.one-person'],
  summary: 'a person has it on one phone only, and a phone holds one person only',
  async goodWay(world) {
    await byDay(world)
    const card = await takeCard(world)
    const phone = await newPhone(world, 'android')
    await applyAndRegister(world, phone, card)
    return { card, phone }
  },
  async refusals(world, { card, phone }) {
    const second = await newPhone(world, 'android')
    await world.refusal('5-A2', '2台目の Android', 'PERSON_HAS_A_PHONE', () =>
      tryToApply(second, card),
    )
    const iphone = await newPhone(world, 'iphone')
    await world.refusal('5-A2', 'Android のほかに iPhone', 'PERSON_HAS_A_PHONE', () =>
      tryToApply(iphone, card),
    )
    const somebody = await takeCard(world)
    await world.refusal('5-A2', 'ほかの人が登録したスマホ', 'CREDENTIAL_PRESENT', () =>
      tryToApply(phone, somebody),
    )
    const theirs = await newPhone(world, 'iphone')
    await applyAndRegister(world, theirs, somebody)
    for (const [name, platform] of [
      ['2台目の iPhone', 'iphone'],
      ['iPhone のほかに Android', 'android'],
    ] as const) {
      const another = await newPhone(world, platform)
      await world.refusal('5-A2', name, 'PERSON_HAS_A_PHONE', () => tryToApply(another, somebody))
    }
    await everyoneSees(world, '5-A2', '1台目はそのまま', phone, {
      resident: 'active',
      portal: 'accepted',
      openssl: { signing: 'good', authentication: 'good' },
    })
  },
})
