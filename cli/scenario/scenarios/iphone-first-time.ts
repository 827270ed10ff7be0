/** 3-A, 3-C, 3-D, 1-A②: the card is added to the iPhone's wallet, with the attributes on it. */
import { applyAndRegister, signWithCard, tryToApply } from '../applying.ts'
import { scenario } from '../scenario.ts'
import { takeCard } from '../the-card.ts'
import { byDay } from '../the-clock.ts'
import { newPhone, openThePhone, otherPin, supportedPhones } from '../the-phone.ts'
import { walletSays } from '../wallet.ts'

export const iphoneFirstTime = scenario({
  name: 'iphone-first-time',
  rows: ['3-A', '3-B', '3-C', '3-D', '5-A1', '1-A②'],
  promises: ['1-A①.iphone', '1-A②.attributes', '3-B.old-ios', '3-D⑤.wallet'],
  summary: 'notes, face check, card, codes, wallet: both certificates and the attributes',
  async goodWay(world) {
    await byDay(world)
    const card = await takeCard(world, '3-A')
    const phone = await newPhone(world, 'iphone')
    await world.refusal('3-C', '券面入力用暗証番号を間違える', 'CARD_SECRET_WRONG', () =>
      signWithCard(phone, { ...card, cardDataPin: otherPin(card.cardDataPin) }),
    )
    await applyAndRegister(world, phone, card)
    await walletSays(world, phone, card)
    return { card, phone }
  },
  async refusals(world, { card, phone }) {
    await world.refusal('3-C', 'すでに追加した iPhone', 'CREDENTIAL_PRESENT', () =>
      signWithCard(phone, card),
    )
    const [supported] = await supportedPhones(world, 'iphone')
    const { model = '' } = supported ?? {}
    const old = await openThePhone(world, 'iphone', { model, osVersion: '18.4' })
    await world.refusal('3-B', 'iOS 18.4', 'OS_TOO_OLD', () => tryToApply(old, card))
    const unknown = { model: 'iPhone X', osVersion: '18.5' }
    const older = await openThePhone(world, 'iphone', unknown)
    await world.refusal('3-A', '対応していない機種', 'PHONE_NOT_SUPPORTED', () =>
      tryToApply(older, card),
    )
  },
})
