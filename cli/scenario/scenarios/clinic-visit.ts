/** 1-B④, 5-A5: the phone as the health insurance card at a clinic and a pharmacy; 1-C②: nothing of it stays on the phone. */
import { hex } from '@kazashi/octets'
import { applyAndRegister } from '../applying.ts'
import { byFace, byPhone, ClinicBrowser, receivedAs } from '../at-the-clinic.ts'
import { everyoneSees } from '../everyone-sees.ts'
import { scenario } from '../scenario.ts'
import { takeCard } from '../the-card.ts'
import { byDay } from '../the-clock.ts'
import { newPhone } from '../the-phone.ts'

/**
 * All that a phone keeps, as text; a key that cannot be taken out of it has none. How often it was written does not count: the try of a
 * PIN is stored before it is compared.
 */
const kept = (record: object): string =>
  JSON.stringify({ ...record, revision: 0 }, (_name, value: unknown) =>
    value instanceof Uint8Array ? hex.encode(value) : value,
  )

const settings = (kind: 'clinic' | 'pharmacy', firstVisitNeedsCard: boolean) => ({
  kind,
  hasReader: true,
  firstVisitNeedsCard,
})

export const clinicVisit = scenario({
  name: 'clinic-visit',
  rows: ['1-B④', '5-A5', '1-C②'],
  promises: ['1-B④.clinic', '1-B④.pharmacy', '5-A5.clinic', '1-C②.nothing-private'],
  summary: 'the phone as the health insurance card: first by the card, then by the phone alone',
  async goodWay(world) {
    await byDay(world)
    const card = await takeCard(world)
    const phone = await newPhone(world, 'android')
    await applyAndRegister(world, phone, card)
    const clinic = new ClinicBrowser(world)
    await clinic.call('POST', '/facility')
    await world.refusal('1-B④', 'はじめてスマホだけで', 'FIRST_VISIT_CARD', () =>
      clinic.visit('android', byPhone(phone)),
    )
    await world.step('1-B④', 'はじめての受付', async (step) => {
      const first = receivedAs(await clinic.visit('card', byFace(card)))
      step.assert(first === 'received', 'the card is received at a first visit, by the face on it')
    })
    const before = kept(phone.phone.record)
    await world.step('5-A5', '2回目はスマホで', async (step) => {
      const second = receivedAs(await clinic.visit('android', byPhone(phone)))
      step.assert(second === 'received', 'the next time the phone is the insurance card')
      const { patients } = await clinic.desk()
      const [newest] = patients
      step.assert(newest?.number === 2, 'the reception has the patient at once')
      await world.files.json('reception', newest)
    })
    await world.step('1-C②', 'スマホに残るもの', async (step) => {
      const same = kept(phone.phone.record) === before
      step.assert(same, 'what the phone keeps is the same as before the visit')
    })
    await world.step('1-B④', '資格確認', async (step) => {
      const proof = await byPhone(phone)(await clinic.begin('android'))
      const { token } = await clinic.desk()
      const question = { proof, limits: true }
      const answer = await clinic.call('POST', '/eligibility/answers', question, token)
      step.assert(typeof answer === 'object', 'the eligibility service answers a program, too')
      await world.files.json('eligibility', answer)
    })
    await world.step('1-B④', '薬局', async (step) => {
      const pharmacy = new ClinicBrowser(world)
      await pharmacy.call('POST', '/facility')
      await pharmacy.call('PUT', '/reception/settings', settings('pharmacy', false))
      const received = receivedAs(await pharmacy.visit('android', byPhone(phone)))
      step.assert(received === 'received', 'so it is in a pharmacy')
    })
    await everyoneSees(world, '5-A5', '受付のあと', phone, {
      resident: 'active',
      portal: 'accepted',
      openssl: { signing: 'good', authentication: 'good' },
    })
    return { clinic, phone }
  },
  async refusals(world, { clinic, phone }) {
    await world.step('1-B④', '練習：資格がない', async (step) => {
      await clinic.call('PUT', '/reception/practice', { next: 'not-insured' })
      const none = receivedAs(await clinic.visit('android', byPhone(phone)))
      step.assert(none === 'not-insured', 'who is not insured is known, and told so')
      await clinic.call('PUT', '/reception/practice', { next: 'service-down' })
      const down = receivedAs(await clinic.visit('android', byPhone(phone)))
      step.assert(
        down === 'unanswered',
        'while the service is down the reception asks for a declaration',
      )
    })
  },
})
