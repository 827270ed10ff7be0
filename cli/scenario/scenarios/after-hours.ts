/** 5-A1: applied for at night, issued after 8:00 the next morning. */
import { isOpen } from '@kazashi/lifecycle'
import { registerCredential } from '@kazashi/phone'
import { apply, register, tryToApply, waitForNotice } from '../applying.ts'
import { everyoneSees } from '../everyone-sees.ts'
import { scenario } from '../scenario.ts'
import { takeCard } from '../the-card.ts'
import { moveTo, nextAt } from '../the-clock.ts'
import { newPhone } from '../the-phone.ts'

const japanTime = (at: string): string =>
  new Date(new Date(at).getTime() + 9 * 3_600_000).toISOString().slice(11, 16)

export const afterHours = scenario({
  name: 'after-hours',
  rows: ['5-A1', '2-C', '2-D', '2-E'],
  promises: ['5-A1.night'],
  summary: 'an application at night is accepted at once and issued after 8:00',
  async goodWay(world) {
    const { sandbox } = world
    await moveTo(world, '5-A1', '夜の申請', nextAt(sandbox.now(), '22:15:00'))
    const card = await takeCard(world)
    const phone = await newPhone(world, 'android')
    const application = await apply(world, phone, card)
    await world.step('5-A1', '翌朝8時以降', async (step) => {
      step.assert(!isOpen(sandbox.now()), 'it is outside 8:00 to 19:30')
      const expected = japanTime(application.expectedAt)
      step.assert(expected === '08:00', `the resident is told: from ${expected} Japan time`)
      const { state } = await phone.authority.application(application.id)
      step.assert(state === 'applied', 'it is accepted, and not issued yet')
    })
    await world.refusal('5-A1', '発行の前に登録', 'NOT_ISSUED_YET', () =>
      registerCredential(phone.phone, phone.authority, application.id),
    )
    await moveTo(world, '5-A1', '翌朝', nextAt(sandbox.now(), '08:00:00'))
    await waitForNotice(world, phone, application)
    await register(world, phone, application)
    await everyoneSees(world, '5-A1', '登録のあと', phone, {
      resident: 'active',
      portal: 'accepted',
      openssl: { signing: 'good', authentication: 'good' },
    })
    return { card }
  },
  async refusals(world) {
    const { sandbox } = world
    await moveTo(world, '5-A1', '19時30分', nextAt(sandbox.now(), '19:30:00'))
    const card = await takeCard(world)
    const phone = await newPhone(world, 'android')
    const { id } = await tryToApply(phone, card)
    await world.refusal('5-A1', '19時30分からは翌朝', 'NOT_ISSUED_YET', () =>
      registerCredential(phone.phone, phone.authority, id),
    )
  },
})
