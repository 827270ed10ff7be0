/** 3-F: from a phone without one, the card at hand deletes the one on the other phone. */
import { applyAndRegister } from '../applying.ts'
import { deleteOther, tryToDeleteOther } from '../ending.ts'
import { everyoneSees } from '../everyone-sees.ts'
import { scenario } from '../scenario.ts'
import { otherPersonsCard, takeCard } from '../the-card.ts'
import { byDay } from '../the-clock.ts'
import { newPhone } from '../the-phone.ts'

const ended = 'revoked: cessationOfOperation'

export const iphoneDeleteOther = scenario({
  name: 'iphone-delete-other',
  rows: ['3-F'],
  promises: ['3-F⑤.deleted', '3-F.nothing-there', '3-F.not-from-own'],
  summary: 'the card at hand deletes the credential on a phone not at hand',
  async goodWay(world) {
    await byDay(world)
    const card = await takeCard(world, '3-A')
    const gone = await newPhone(world, 'iphone')
    await applyAndRegister(world, gone, card)
    const here = await newPhone(world, 'iphone')
    await deleteOther(world, here, card, gone)
    await everyoneSees(world, '3-F', '削除のあと', gone, {
      resident: 'ended',
      portal: 'CERTIFICATE_REVOKED',
      openssl: { signing: ended, authentication: ended },
    })
    await applyAndRegister(world, here, card)
    return { card, here }
  },
  async refusals(world, { card, here }) {
    await world.refusal('3-F', '登録したスマホから', 'CREDENTIAL_PRESENT', () =>
      tryToDeleteOther(here, card),
    )
    const empty = await newPhone(world, 'iphone')
    const others = await otherPersonsCard(world)
    await world.refusal('3-F', 'どのスマホにもない人', 'NOTHING_TO_DELETE', () =>
      tryToDeleteOther(empty, others),
    )
  },
})
