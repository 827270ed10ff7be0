/** 2-C, 3-C: once a card has said whose the draft is, another person's card ends it. */
import { type CardContents, generateResident } from '@kazashi/card'
import { beforeAll, expect, test } from 'vitest'
import { codeOf } from '../../../tools/code-of.ts'
import {
  cardSecrets,
  inReach,
  now,
  type SmallAuthority,
  smallAuthority,
  smallCard,
  someIphone,
  somePhone,
} from '../test-builders.ts'
import { cardAtHand, iphoneChoice } from '../test-courses.ts'
import { openDraft, prepareApplication, signApplication } from './application.ts'
import { prepareIphoneApplication, signIphoneApplication } from './iphone-application.ts'
import { status } from './status.ts'

const { cardDataPin, signingPassword } = cardSecrets
const choice = { kinds: ['authentication'], consentVersion: '2026-11' } as const
let authority: SmallAuthority
let card: CardContents
/** The same person's, issued anew. */
let renewed: CardContents
let others: CardContents
beforeAll(async () => {
  authority = await smallAuthority()
  card = await smallCard(authority)
  renewed = await smallCard(authority)
  others = await smallCard(authority, generateResident(2, now))
})

/** Person 1 has chosen, agreed and entered the password; the card has left before it signed. */
async function boundAndroid() {
  const phone = await somePhone()
  const draft = await prepareApplication(phone, authority, choice)
  const transport = inReach(card)
  const leave = (step: string) => {
    if (step === 'certificate-read') void transport.close()
  }
  expect(await codeOf(signApplication(draft, transport, signingPassword, leave))).toBe('CARD_AWAY')
  return { phone, draft }
}

async function boundIphone() {
  const phone = await someIphone()
  const draft = await prepareIphoneApplication(phone, authority, iphoneChoice)
  const transport = inReach(card)
  const onProgress = (step: string) => {
    if (step === 'attributes-read') void transport.close()
  }
  const read = signIphoneApplication(draft, { transport, cardDataPin, signingPassword, onProgress })
  expect(await codeOf(read)).toBe('CARD_AWAY')
  return { phone, draft }
}

test('2-C another person’s card ends the draft of the person who began it, and nothing of it stays', async () => {
  const { phone, draft } = await boundAndroid()
  expect(status(phone).stage).toBe('draft')
  const steps: string[] = []
  const signed = signApplication(draft, inReach(others), signingPassword, (step) =>
    steps.push(step),
  )
  expect(await codeOf(signed)).toBe('DRAFT_OF_ANOTHER_PERSON')
  expect(steps).not.toContain('signed')
  expect(status(phone)).toMatchObject({ stage: 'empty', begun: undefined })
  expect(openDraft(phone)).toBeUndefined()
  expect(phone.record.pending).toEqual({})
})

test('2-C the person who began goes on, with a card that was issued anew meanwhile too', async () => {
  const { phone, draft } = await boundAndroid()
  await signApplication(draft, inReach(renewed), signingPassword)
  expect(status(phone).stage).toBe('signed')
})

test('2-C a wrong password binds nobody: the draft is the first person’s whose card is read', async () => {
  const phone = await somePhone()
  const draft = await prepareApplication(phone, authority, choice)
  expect(await codeOf(signApplication(draft, inReach(card), 'WRONG99'))).toBe('CARD_SECRET_WRONG')
  await signApplication(draft, inReach(others), signingPassword)
  expect(status(phone).stage).toBe('signed')
})

test('3-C on an iPhone the card data say whose it is: another person’s card ends the draft before the photo is read', async () => {
  const { phone, draft } = await boundIphone()
  const steps: string[] = []
  const read = signIphoneApplication(draft, {
    ...cardAtHand(others),
    cardDataPin,
    onProgress: (step) => steps.push(step),
  })
  expect(await codeOf(read)).toBe('DRAFT_OF_ANOTHER_PERSON')
  expect(steps).toEqual(['card-found', 'pin-right'])
  expect(status(phone).stage).toBe('empty')
  expect(phone.record.holderKeys).toBeUndefined()
})

test('3-C the person who began goes on with the same draft on an iPhone', async () => {
  const { phone, draft } = await boundIphone()
  await signIphoneApplication(draft, { ...cardAtHand(card), cardDataPin })
  expect(status(phone).stage).toBe('signed')
})

test('2-C 3-C nothing of a person is in a bound draft: a digest, sealed, and each time another one', async () => {
  const holders = await Promise.all(
    [boundAndroid(), boundAndroid(), boundIphone()].map(async (bound) => {
      const { application } = (await bound).phone.record
      return application !== undefined && 'holder' in application ? application.holder : undefined
    }),
  )
  for (const holder of holders) expect(holder).toHaveLength(12 + 32 + 16)
  expect(new Set(holders.map((holder) => Buffer.from(holder ?? []).toString('hex'))).size).toBe(3)
})
