/** 3-E: the card on this iPhone is deleted, by its signing password. */
import { certificateKinds } from '@kazashi/lifecycle'
import { applyAndRegister } from '../applying.ts'
import { signLogin } from '../at-the-portal.ts'
import { endByPhone, revokeOnPhone } from '../ending.ts'
import { everyoneSees } from '../everyone-sees.ts'
import { scenario } from '../scenario.ts'
import { takeCard } from '../the-card.ts'
import { byDay } from '../the-clock.ts'
import { newPhone, otherPassword } from '../the-phone.ts'
import { walletIsEmpty } from '../wallet.ts'

const ended = 'revoked: cessationOfOperation'

export const iphoneDelete = scenario({
  name: 'iphone-delete',
  rows: ['3-E'],
  promises: ['3-E⑥.password', '3-E.everywhere'],
  summary: 'the card on this iPhone ends: both certificates and the attributes',
  async goodWay(world) {
    await byDay(world)
    const card = await takeCard(world, '3-A')
    const phone = await newPhone(world, 'iphone')
    await applyAndRegister(world, phone, card)
    await world.refusal('3-E', 'パスワードを間違える', 'SECRET_WRONG', () =>
      endByPhone(phone, certificateKinds, otherPassword(phone.password())),
    )
    const signedBefore = await signLogin(world, phone)
    await revokeOnPhone(world, phone)
    await everyoneSees(world, '3-E', '削除のあと', phone, {
      resident: 'ended',
      portal: 'CERTIFICATE_REVOKED',
      signedBefore,
      openssl: { signing: ended, authentication: ended },
    })
    await walletIsEmpty(world, '3-E', phone)
    return { phone }
  },
  async refusals(world, { phone }) {
    await world.refusal('3-E', 'もう一度削除する', 'NOT_REGISTERED', () =>
      endByPhone(phone, certificateKinds, phone.password()),
    )
  },
})
