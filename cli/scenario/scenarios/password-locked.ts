/** Five wrong signing passwords lock the card: only the municipal counter sets it anew. The phone's own codes have their form. */
import { openCard } from '@kazashi/card'
import { applyAndRegister, setCodes, signWithCard } from '../applying.ts'
import { lockCard } from '../locking.ts'
import { scenario } from '../scenario.ts'
import { otherPersonsCard, takeCard } from '../the-card.ts'
import { byDay } from '../the-clock.ts'
import { newPhone } from '../the-phone.ts'

export const passwordLocked = scenario({
  name: 'password-locked',
  rows: ['2-A', '2-C', '2-D'],
  promises: ['2-A.password-reset'],
  summary: 'a locked card is set anew at the counter; malformed codes are refused',
  async goodWay(world) {
    await byDay(world)
    const card = await takeCard(world)
    const phone = await newPhone(world, 'android')
    await lockCard(world, card)
    await world.refusal('2-C', 'ロックされたカードで申請', 'CARD_SECRET_BLOCKED', () =>
      signWithCard(phone, card),
    )
    await world.step('2-A', '窓口でパスワードを再設定', async (step) => {
      card.setPassword(card.signingPassword)
      const { triesLeft } = await openCard(await card.hold()).retryCounter('signing-password')
      step.assert(triesLeft === 5, 'all five attempts are back')
    })
    await applyAndRegister(world, phone, card)
  },
  async refusals(world) {
    const another = await otherPersonsCard(world)
    const phone = await newPhone(world, 'android')
    await signWithCard(phone, another)
    for (const [name, password] of [
      ['英小文字のパスワード', 'abc123'],
      ['数字のないパスワード', 'ABCDEF'],
      ['5ケタのパスワード', 'ABC12'],
    ] as const) {
      await world.refusal('2-D', name, 'SECRET_FORM', () =>
        setCodes({ ...phone, password: () => password }),
      )
    }
    await world.refusal('2-D', '3ケタの暗証番号', 'SECRET_FORM', () =>
      setCodes({ ...phone, pin: () => '123' }),
    )
  },
})
