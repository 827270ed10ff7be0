import { beforeAll, expect, test } from 'vitest'
import { codeOf } from '../../../tools/code-of.ts'
import {
  cardSecrets,
  inReach,
  refusal,
  resident,
  type SmallAuthority,
  smallAuthority,
  smallCard,
  somePhone,
} from '../test-builders.ts'
import { cardAtHand, lostAnswer, registeredAndroid, signedIphone } from '../test-courses.ts'
import { prepareApplication, signApplication } from './application.ts'
import { holderBirthDate } from './holder.ts'
import { checkSigned } from './signed-application.ts'
import { status } from './status.ts'
import { requestUnblocking } from './unblocking.ts'

let authority: SmallAuthority
let card: Awaited<ReturnType<typeof smallCard>>
beforeAll(async () => {
  authority = await smallAuthority()
  card = await smallCard(authority)
})

async function signedAndroid() {
  const phone = await somePhone()
  const choice = { kinds: ['authentication'], consentVersion: '2026-11' } as const
  const draft = await prepareApplication(phone, authority, choice)
  expect(await holderBirthDate(phone)).toBeUndefined()
  await signApplication(draft, inReach(card), cardSecrets.signingPassword)
  return phone
}

test('2-C an application that would be refused is refused once the card has signed, and the phone is as before', async () => {
  const phone = await signedAndroid()
  authority.failAfterNext = refusal('PERSON_HAS_A_PHONE', 409)
  expect(await codeOf(checkSigned(phone, authority))).toBe('PERSON_HAS_A_PHONE')
  expect(status(phone).stage).toBe('empty')
  expect(await codeOf(checkSigned(phone, authority))).toBe('NOT_APPLIED')
})

test('2-C the application goes on where it would be taken, and where the authority cannot be asked', async () => {
  const phone = await signedAndroid()
  for (const fault of [lostAnswer(), refusal('INTERNAL', 503), undefined]) {
    authority.failAfterNext = fault
    await checkSigned(phone, authority)
    expect(status(phone).stage).toBe('signed')
  }
  expect(authority.calls.some((call) => call.startsWith('apply'))).toBe(false)
})

test('2-D 3-D the birth date of the card’s holder is read from the signed application, on either platform and to set a PIN anew', async () => {
  expect(await holderBirthDate(await signedAndroid())).toBe(resident.birthDate)
  expect(await holderBirthDate(await signedIphone(authority, card))).toBe(resident.birthDate)
  const phone = await registeredAndroid(authority, card)
  expect(await holderBirthDate(phone)).toBeUndefined()
  await requestUnblocking(phone, authority, ['authentication'], cardAtHand(card))
  expect(await holderBirthDate(phone)).toBe(resident.birthDate)
})
