/** 5-A4: after a move the card's signing certificate is issued anew, and the phone's ends; user authentication goes on. */
import { generateResident } from '@kazashi/card'
import { applyAndRegister, tryToApply } from '../applying.ts'
import { moveHouse } from '../at-the-counter.ts'
import { revokeOnPhone } from '../ending.ts'
import { everyoneSees, opensslSees, opensslSeesCard } from '../everyone-sees.ts'
import { scenario } from '../scenario.ts'
import { takeCard } from '../the-card.ts'
import { byDay } from '../the-clock.ts'
import { newPhone } from '../the-phone.ts'

const moved = 'revoked: affiliationChanged'
const good = { signing: 'good', authentication: 'good' } as const

export const movedHouse = scenario({
  name: 'moved-house',
  rows: ['5-A4'],
  promises: ['5-A4.moved'],
  summary: 'a move ends the signing certificates of card and phone; both are issued anew',
  async goodWay(world) {
    await byDay(world)
    const card = await takeCard(world)
    const phone = await newPhone(world, 'android')
    await applyAndRegister(world, phone, card)
    const before = { signing: card.certificates.signing }
    await world.step('5-A4', '転入届', async (step) => {
      const { address, municipality } = generateResident(1, world.sandbox.now())
      await moveHouse(world, card, { ...card.resident(), address, municipality })
      const renewed = card.certificates.signing !== before.signing
      step.assert(renewed, 'the card has a new signing certificate')
    })
    await opensslSees(world, '5-A4', '前の署名用電子証明書', before, { signing: moved })
    await opensslSeesCard(world, '5-A4', '引っ越しのあとのカード', card, good)
    await everyoneSees(world, '5-A4', '引っ越しのあと', phone, {
      resident: 'active',
      portal: 'accepted',
      openssl: { signing: moved, authentication: 'good' },
    })
    return { card, phone }
  },
  async refusals(world, { card, phone }) {
    await world.refusal('5-A4', '利用者証明用が残るあいだの申請', 'CREDENTIAL_PRESENT', () =>
      tryToApply(phone, card),
    )
    await revokeOnPhone(world, phone, ['authentication'])
    await applyAndRegister(world, phone, card)
  },
})
