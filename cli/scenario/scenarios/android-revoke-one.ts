/** 2-F: the signing certificate ends, user authentication goes on; later that ends too. */
import { applyAndRegister } from '../applying.ts'
import { signLogin } from '../at-the-portal.ts'
import { endByPhone, revokeOnPhone } from '../ending.ts'
import { everyoneSees } from '../everyone-sees.ts'
import { scenario } from '../scenario.ts'
import { takeCard } from '../the-card.ts'
import { byDay } from '../the-clock.ts'
import { newPhone, otherPassword } from '../the-phone.ts'

const ended = 'revoked: cessationOfOperation'

export const androidRevokeOne = scenario({
  name: 'android-revoke-one',
  rows: ['2-F'],
  promises: ['2-F③.one', '2-F⑥.password', '2-F.everywhere'],
  summary: 'one certificate ends by the password, then the other by the PIN',
  async goodWay(world) {
    await byDay(world)
    const card = await takeCard(world)
    const phone = await newPhone(world, 'android')
    await applyAndRegister(world, phone, card)
    await world.refusal('2-F', 'パスワードを間違える', 'SECRET_WRONG', () =>
      endByPhone(phone, ['signing'], otherPassword(phone.password())),
    )
    await revokeOnPhone(world, phone, ['signing'])
    await everyoneSees(world, '2-F', '署名用の失効のあと', phone, {
      resident: 'active',
      portal: 'accepted',
      openssl: { signing: ended, authentication: 'good' },
    })
    const signedBefore = await signLogin(world, phone)
    await revokeOnPhone(world, phone, ['authentication'])
    await everyoneSees(world, '2-F', '両方の失効のあと', phone, {
      resident: 'ended',
      portal: 'CERTIFICATE_REVOKED',
      signedBefore,
      openssl: { signing: ended, authentication: ended },
    })
    return { phone }
  },
  async refusals(world, { phone }) {
    await world.refusal('2-F', 'もう一度失効する', 'NOT_REGISTERED', () =>
      endByPhone(phone, ['signing'], phone.password()),
    )
    await world.refusal('2-F', '失効したスマホでログイン', 'NOT_REGISTERED', () =>
      signLogin(world, phone),
    )
  },
})
