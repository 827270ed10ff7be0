/** The check after the card has signed and before a password is chosen: would the application be accepted? It may change nothing. */
import { aroundTheClock } from '@kazashi/lifecycle'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeOf, verdictOf } from '../../../tools/code-of.ts'
import { unwrap } from '../api/client.ts'
import {
  handOutCard,
  newPhone,
  type RunningAuthority,
  registeredPhone,
  signedApplication,
  startAuthority,
  withNewKeys,
} from './harness.ts'

let authority: RunningAuthority
beforeAll(async () => {
  authority = await startAuthority({ hours: aroundTheClock, issueDelaySeconds: 1 })
})
afterAll(() => authority?.close())

describe('2-C ⑧ an application is checked before the new passwords are chosen', () => {
  test('2-C an acceptable application may be checked often, and its nonce and keys stay valid for the application itself', async () => {
    const card = await handOutCard(authority, 1)
    const phone = await newPhone(authority)
    const cms = await signedApplication(authority, card, phone)
    expect(await verdictOf(phone.port.checkApplication(cms))).toBe('accepted')
    expect(await verdictOf(phone.port.checkApplication(cms))).toBe('accepted')
    expect(await phone.port.currentCredential()).toBeUndefined()
    expect(await phone.port.apply(cms, 'after-the-check')).toMatchObject({ state: 'applied' })
    expect(await codeOf(phone.port.checkApplication(cms))).toBe('NONCE_USED')
  })

  test('5-A2.one-phone 5-A2.one-person a person with another phone, and someone else’s phone, get that refusal and nothing else happens', async () => {
    const card = await handOutCard(authority, 2)
    const first = await registeredPhone(authority, card)
    const second = await newPhone(authority)
    const again = await signedApplication(authority, card, second)
    expect(await codeOf(second.port.checkApplication(again))).toBe('PERSON_HAS_A_PHONE')
    const stranger = await handOutCard(authority, 3)
    const theirs = await signedApplication(authority, stranger, first.phone)
    expect(await codeOf(first.phone.port.checkApplication(theirs))).toBe('PHONE_HAS_A_PERSON')
    const moving = await signedApplication(authority, card, second, { purpose: 'switch' })
    expect(await verdictOf(second.port.checkApplication(moving))).toBe('accepted')
    expect(await first.phone.port.currentCredential()).toMatchObject({ state: 'active' })
  })

  test('5-B3 checking a resumption leaves the suspended credential unchanged', async () => {
    const card = await handOutCard(authority, 5)
    const { phone } = await registeredPhone(authority, card)
    const body = { person: card.person, what: 'phone', reason: 'lost' } as const
    unwrap(await authority.client.POST('/hotline/suspensions', { body }))
    const again = await withNewKeys(phone)
    const cms = await signedApplication(authority, card, again, { purpose: 'resume' })
    expect(await verdictOf(again.port.checkApplication(cms))).toBe('accepted')
    expect(await phone.port.currentCredential()).toMatchObject({ state: 'suspended' })
    expect(await again.port.apply(cms, 'after-the-check')).toMatchObject({ purpose: 'resume' })
  })

  test('2-C.signed-by-card only the phone that the statement names may ask, and only with a statement signed by a card', async () => {
    const card = await handOutCard(authority, 4)
    const phone = await newPhone(authority)
    const cms = await signedApplication(authority, card, phone)
    const other = await newPhone(authority)
    expect(await codeOf(other.port.checkApplication(cms))).toBe('STATEMENT_INVALID')
    const changed = cms.slice()
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1
    expect(await codeOf(phone.port.checkApplication(changed))).toBe('SIGNATURE_INVALID')
  })
})
