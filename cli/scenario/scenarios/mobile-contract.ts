/** A mobile phone contract at the shop's own counter (1-B②): by phone, by card, and of somebody under age with a guardian. */
import { applyAndRegister } from '../applying.ts'
import { orderBy, ShopTablet, signByCard, signByPhone } from '../at-the-shop.ts'
import { everyoneSees } from '../everyone-sees.ts'
import { callHotline } from '../on-the-hotline.ts'
import { scenario } from '../scenario.ts'
import { minorsCard, otherPersonsCard, takeCard } from '../the-card.ts'
import { byDay } from '../the-clock.ts'
import { newPhone, otherPassword } from '../the-phone.ts'

/** Years: may be a guardian. */
const grownUp = 25

export const mobileContract = scenario({
  name: 'mobile-contract',
  rows: ['1-B②'],
  promises: ['1-B②.mobile-contract'],
  summary: 'a mobile phone contract is signed at the shop by phone or card, without a gate',
  async goodWay(world) {
    await byDay(world)
    const card = await takeCard(world, '2-A', grownUp)
    const phone = await newPhone(world, 'android')
    await applyAndRegister(world, phone, card)
    const tablet = new ShopTablet(world)
    const order = orderBy(card.resident())
    const keep = async (file: string) => world.files.document(file, await tablet.pdf())
    await world.step('1-B②', 'スマホで携帯電話の契約', async (step) => {
      await tablet.atTheContract(order)
      const { state, receipt } = await tablet.sign(signByPhone(phone))
      step.assert(state === 'made', 'the phone held to the tablet signs, and the contract is made')
      step.fact('contract', receipt?.number ?? '')
      await keep('contract-by-phone.pdf')
    })
    const used = await world.step('1-B②', 'カードで携帯電話の契約', async (step) => {
      await tablet.atTheContract(order)
      const cms = await signByCard(card)(await tablet.prepare('customer'))
      const { state } = await tablet.hand(cms)
      step.assert(state === 'made', 'so does the card')
      await keep('contract-by-card.pdf')
      return cms
    })
    const young = await minorsCard(world)
    await world.step('1-B②', '未成年の契約', async (step) => {
      await tablet.atTheContract(orderBy(young.resident(), card.resident()))
      const first = await tablet.sign(signByCard(young))
      step.assert(first.state === 'guardian', 'whoever is under 18 has no contract alone')
      const second = await tablet.sign(signByPhone(phone), 'guardian')
      step.assert(second.state === 'made', 'with the consent of a guardian the contract is made')
      await keep('contract-of-a-minor.pdf')
    })
    await everyoneSees(world, '1-B②', '契約のあと', phone, {
      resident: 'active',
      portal: 'accepted',
      openssl: { signing: 'good', authentication: 'good' },
    })
    return { card, young, tablet, phone, used }
  },
  async refusals(world, { card, young, tablet, phone, used }) {
    const order = orderBy(card.resident())
    await tablet.atTheContract(order)
    await world.refusal('1-B②', 'パスワードが違う', 'SECRET_WRONG', () =>
      tablet.sign(signByCard(card, otherPassword(card.signingPassword))),
    )
    const other = await otherPersonsCard(world)
    await world.refusal('1-B②', 'ほかの人のカード', 'SIGNER_OTHER', () =>
      tablet.sign(signByCard(other)),
    )
    await tablet.prepare('customer')
    await world.refusal('1-B②', '前の契約の署名', 'SIGNATURE_REPLAYED', () => tablet.hand(used))
    await tablet.atTheContract(orderBy(young.resident(), card.resident()))
    await tablet.sign(signByCard(young))
    await world.refusal('1-B②', '自分で同意する', 'GUARDIAN_SAME', () =>
      tablet.sign(signByCard(young), 'guardian'),
    )
    await callHotline(world, card.resident(), 'phone')
    await world.refusal('1-B②', '止めたスマホ', 'CERTIFICATE_SUSPENDED', () =>
      tablet.sign(signByPhone(phone), 'guardian'),
    )
  },
})
