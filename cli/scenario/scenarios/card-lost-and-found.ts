/** 5-B1, 5-B2: the card is lost, the phone goes on; found again, the counter releases one certificate and replaces the other. */
import { applyAndRegister, tryToApply } from '../applying.ts'
import { release } from '../at-the-counter.ts'
import { everyoneSees, opensslSees, opensslSeesCard } from '../everyone-sees.ts'
import { callHotline } from '../on-the-hotline.ts'
import { scenario } from '../scenario.ts'
import { takeCard } from '../the-card.ts'
import { byDay } from '../the-clock.ts'
import { newPhone } from '../the-phone.ts'

const held = 'revoked: certificateHold'

export const cardLostAndFound = scenario({
  name: 'card-lost-and-found',
  rows: ['5-B1', '5-B2'],
  promises: ['5-B1.card-stops', '5-B2.released', '5-B2.signing-anew', '5-B2.only-counter'],
  summary: 'a lost card is stopped while the phone goes on; found, its signing certificate is new',
  async goodWay(world) {
    await byDay(world)
    const card = await takeCard(world)
    const phone = await newPhone(world, 'android')
    await applyAndRegister(world, phone, card)
    await callHotline(world, card.resident(), 'card')
    const stopped = { signing: held, authentication: held } as const
    await opensslSeesCard(world, '5-B1', '電話のあとのカード', card, stopped)
    await everyoneSees(world, '5-B1', 'スマホはそのまま', phone, {
      resident: 'active',
      portal: 'accepted',
      openssl: { signing: 'good', authentication: 'good' },
    })
    const lost = { ...card.certificates }
    const another = await newPhone(world, 'android')
    await world.refusal('5-B1', '止めたカードで申請', 'CARD_CERTIFICATE_SUSPENDED', () =>
      tryToApply(another, card),
    )
    await world.step('5-B2', '市区町村の窓口', async (step) => {
      await release(world, card)
      const renewed = card.certificates.signing !== lost.signing
      step.assert(renewed, 'the card has a new signing certificate')
    })
    const released = { signing: 'good', authentication: 'good' } as const
    await opensslSeesCard(world, '5-B2', '見つかったカード', card, released)
    await opensslSees(
      world,
      '5-B2',
      '前の署名用電子証明書',
      { signing: lost.signing },
      {
        signing: 'revoked: superseded',
      },
    )
    await everyoneSees(world, '5-B2', 'スマホの署名用も終わる', phone, {
      resident: 'active',
      portal: 'accepted',
      openssl: { signing: 'revoked: superseded', authentication: 'good' },
    })
    return { card }
  },
  async refusals(world, { card }) {
    await world.refusal('5-B2', '窓口の人ではない', 'ROLE_REQUIRED', () =>
      release(world, card, { counter: world.sandbox.tokens.hotline }),
    )
    await world.refusal('5-B2', '止まっていないカードの解除', 'CARD_NOT_SUSPENDED', () =>
      release(world, card),
    )
  },
})
