/** Wrong codes until they lock: five times a signing password, three times a PIN. */
import { CardError, openCard } from '@kazashi/card'
import { answerLogin, PhoneError, status } from '@kazashi/phone'
import { askAndOpen } from './at-the-portal.ts'
import type { TheCard } from './the-card.ts'
import { otherPassword, otherPin, type ThePhone } from './the-phone.ts'
import type { World } from './world.ts'

/** The code of the phone's refusal; anything else ends the scenario. */
function phonesCode(error: unknown): string {
  if (error instanceof PhoneError) return error.code
  throw error
}

/** The phone's PIN, three times wrong; before the last try it asks for confirmation. */
export const lockPin = (world: World, { phone, pin }: ThePhone): Promise<void> =>
  world.step('2-D', '暗証番号を3回間違える', async (step) => {
    const { request } = await askAndOpen(world, phone)
    const said: string[] = []
    for (const force of [false, false, false, true]) {
      const wrong = otherPin(pin())
      said.push(await answerLogin(phone, request, wrong, { force }).then(() => 'DONE', phonesCode))
    }
    step.fact('the phone said', said.join(', '))
    step.assert(said[2] === 'LAST_TRY', 'the last attempt is not used unasked')
    const locked = status(phone).credential?.certificates.find(
      ({ kind }) => kind === 'authentication',
    )?.locked
    step.assert(locked === true, 'the PIN is locked on the phone')
  })

/** The card's signing password, five times wrong, at any reader. */
export const lockCard = (world: World, card: TheCard): Promise<void> =>
  world.step('2-A', 'カードのパスワードを5回間違える', async (step) => {
    const client = openCard(await card.hold())
    const wrong = otherPassword(card.signingPassword)
    for (let tries = 0; tries < 5; tries += 1) {
      await client.verify('signing-password', wrong, { force: true }).catch((error: unknown) => {
        if (!(error instanceof CardError)) throw error
      })
    }
    const { blocked } = await client.retryCounter('signing-password')
    step.assert(blocked, "the card's signing password is locked")
  })
