/** 5-A4: the phone's certificates end with the card's; after the renewal at the counter the phone is registered anew. */
import { parseCertificate } from '@kazashi/pki'
import { applyAndRegister, tryToApply, waitForWord } from '../applying.ts'
import { renew } from '../at-the-counter.ts'
import { signLogin } from '../at-the-portal.ts'
import { everyoneSees, opensslSeesCard } from '../everyone-sees.ts'
import { scenario } from '../scenario.ts'
import { takeCard } from '../the-card.ts'
import { byDay, moveTo } from '../the-clock.ts'
import { newPhone } from '../the-phone.ts'

/** From eighteen on a card outlasts its certificates. */
const adult = 18
const day = 24 * 3_600_000
const good = { signing: 'good', authentication: 'good' } as const
const ended = 'revoked: cessationOfOperation'
const renewed = 'revoked: superseded'

export const cardExpired = scenario({
  name: 'card-expired',
  rows: ['5-A4'],
  promises: ['5-A4.never-longer', '5-A4.ends-with-card', '5-A4.renewed'],
  summary: 'the phone ends with the card; after the renewal it is registered anew',
  async goodWay(world) {
    const { sandbox } = world
    await moveTo(world, '5-A4', '前の年', new Date(sandbox.now().getTime() - 330 * day))
    await byDay(world)
    const card = await takeCard(world, '2-A', adult)
    const phone = await newPhone(world, 'android')
    await applyAndRegister(world, phone, card)
    const { notAfter } = parseCertificate(card.certificates.signing.certificate).validity
    await world.step('5-A4', '有効期限', async (step) => {
      const { signing } = phone.certificates()
      const until = parseCertificate(signing?.certificate ?? new Uint8Array()).validity.notAfter
      step.assert(until.getTime() === notAfter.getTime(), "the phone's ends when the card's ends")
      step.fact('not after', until.toISOString())
    })
    await moveTo(world, '5-A4', '有効期限の翌日', new Date(notAfter.getTime() + 12 * 3_600_000))
    await waitForWord(world, '5-A4', '有効期限のお知らせ', phone, 'card-ended')
    await everyoneSees(world, '5-A4', '有効期限のあと', phone, {
      resident: 'ended',
      portal: 'CERTIFICATE_EXPIRED',
      openssl: { signing: ended, authentication: ended },
    })
    const another = await newPhone(world, 'android')
    await world.refusal('5-A4', '有効期限の切れたカードで申請', 'CARD_CERTIFICATE_EXPIRED', () =>
      tryToApply(another, card),
    )
    const before = { ...card.certificates }
    await world.step('5-A4', '窓口での更新', async (step) => {
      await renew(world, card)
      const { signing, authentication } = card.certificates
      const all = signing !== before.signing && authentication !== before.authentication
      step.assert(all, 'the card has two new certificates')
    })
    await opensslSeesCard(world, '5-A4', '更新したカード', card, good)
    await applyAndRegister(world, another, card)
    await world.step('5-A4', '早めの更新', async (step) => {
      await renew(world, card)
      step.assert(true, 'the counter renews certificates that are still valid, too')
    })
    await everyoneSees(world, '5-A4', '早めの更新のあと', another, {
      resident: 'ended',
      portal: 'CERTIFICATE_REVOKED',
      openssl: { signing: renewed, authentication: renewed },
    })
    return { another }
  },
  async refusals(world, { another }) {
    await world.refusal('5-A4', '登録しなおす前のログイン', 'NOT_REGISTERED', () =>
      signLogin(world, another),
    )
  },
})
