/** 2-F お手元のカードを利用する: a forgotten PIN is set anew with the card at hand, and with it alone the phone can be ended. */
import { applyAndRegister } from '../applying.ts'
import { signLogin } from '../at-the-portal.ts'
import { endByCard, resetCodes, revokeByCard } from '../ending.ts'
import { everyoneSees } from '../everyone-sees.ts'
import { lockPin } from '../locking.ts'
import { scenario } from '../scenario.ts'
import { otherPersonsCard, takeCard } from '../the-card.ts'
import { byDay } from '../the-clock.ts'
import { newPhone } from '../the-phone.ts'

const good = { signing: 'good', authentication: 'good' } as const
const ended = 'revoked: cessationOfOperation'

export const androidForgotPassword = scenario({
  name: 'android-forgot-password',
  rows: ['2-D', '2-F'],
  promises: ['2-F.set-anew', '2-F⑥.card', '2-F⑥.nobody-else', '2-F③.both'],
  summary: 'a locked PIN is set anew with the card at hand; the card alone ends it all',
  async goodWay(world) {
    await byDay(world)
    const card = await takeCard(world)
    const phone = await newPhone(world, 'android')
    await applyAndRegister(world, phone, card)
    await lockPin(world, phone)
    await everyoneSees(world, '2-D', '忘れたあいだ', phone, {
      resident: 'active',
      portal: 'SECRET_BLOCKED',
      openssl: good,
    })
    await resetCodes(world, phone, card, ['authentication'])
    await everyoneSees(world, '2-D', '暗証番号の再設定のあと', phone, {
      resident: 'active',
      portal: 'accepted',
      openssl: good,
    })
    return { card, phone }
  },
  async refusals(world, { card, phone }) {
    const others = await otherPersonsCard(world)
    await world.refusal('2-F', 'ほかの人のカードで失効', 'CARD_OF_ANOTHER_PERSON', () =>
      endByCard(phone, others),
    )
    const signedBefore = await signLogin(world, phone)
    await revokeByCard(world, phone, card)
    await everyoneSees(world, '2-F', 'カードでの失効のあと', phone, {
      resident: 'ended',
      portal: 'CERTIFICATE_REVOKED',
      signedBefore,
      openssl: { signing: ended, authentication: ended },
    })
  },
})
