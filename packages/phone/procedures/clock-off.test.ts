/** A phone whose own clock is wrong: what others judge carries the authority's time. */
import { verifySignedData } from '@kazashi/pki'
import { beforeAll, describe, expect, test } from 'vitest'
import { codeOf } from '../../../tools/code-of.ts'
import { parseRequest } from '../request-statement.ts'
import { parseStatement } from '../statement.ts'
import { memoryPhoneStore } from '../store.ts'
import {
  cardSecrets,
  inReach,
  now,
  phoneSecrets,
  type SmallAuthority,
  smallAuthority,
  smallCard,
  someIphone,
  somePhone,
} from '../test-builders.ts'
import { cardAtHand, registeredAndroid } from '../test-courses.ts'
import { openDraft, prepareApplication, signApplication } from './application.ts'
import { deleteFromOtherPhone } from './deletion.ts'
import {
  openIphoneDraft,
  prepareIphoneApplication,
  signIphoneApplication,
} from './iphone-application.ts'
import { answerLogin, encodeLoginStatement, openLoginRequest } from './login.ts'

const minutes = 60_000
const hours = 60 * minutes
const days = 24 * hours

let authority: SmallAuthority
let card: Awaited<ReturnType<typeof smallCard>>
beforeAll(async () => {
  authority = await smallAuthority()
  card = await smallCard(authority)
})

const off = (by: number) => new Date(now.getTime() + by)
const choice = { kinds: ['authentication'], consentVersion: '2026-11' } as const

describe.each([
  ['an hour ahead', hours],
  ['an hour behind', -hours],
  ['three minutes ahead', 3 * minutes],
  ['three minutes behind', -3 * minutes],
  ['eleven hours ahead', 11 * hours],
  ['eleven hours behind', -11 * hours],
])('a phone whose clock is %s', (_, by) => {
  test('2-C an Android phone’s application is signed in the authority’s time, also after the app was closed', async () => {
    const store = memoryPhoneStore()
    await prepareApplication(await somePhone(store, off(by)), authority, choice)
    const draft = openDraft(await somePhone(store, off(by + minutes)))
    if (draft === undefined) throw new Error('no draft')
    const { cms } = await signApplication(draft, inReach(card), cardSecrets.signingPassword)
    expect(parseStatement((await verifySignedData(cms)).content).time).toBe(now.toISOString())
  })

  test('2-C the time to sign is as long as on any phone', async () => {
    const store = memoryPhoneStore()
    await prepareApplication(await somePhone(store, off(by)), authority, choice)
    const late = openDraft(await somePhone(store, off(by + 30 * minutes)))
    if (late === undefined) throw new Error('no draft')
    const signed = signApplication(late, inReach(card), cardSecrets.signingPassword)
    expect(await codeOf(signed)).toBe('APPLICATION_NONCE_EXPIRED')
  })

  test('3-C an iPhone’s application and its face check are told in the authority’s time', async () => {
    const store = memoryPhoneStore()
    const passedAt = off(by - 2 * minutes)
    await prepareIphoneApplication(await someIphone(store, off(by)), authority, {
      consentVersion: '2026-11',
      faceCheck: { method: 'practice', passedAt },
    })
    const draft = openIphoneDraft(await someIphone(store, off(by)))
    if (draft === undefined) throw new Error('no draft')
    const { cardDataPin } = cardSecrets
    const { cms } = await signIphoneApplication(draft, { ...cardAtHand(card), cardDataPin })
    const { time, attributes } = parseStatement((await verifySignedData(cms)).content)
    expect(time).toBe(now.toISOString())
    expect(attributes?.faceCheck.passedAt).toBe(off(-2 * minutes).toISOString())
  })

  test('3-F a request by the card, and its signature, carry the authority’s time', async () => {
    const phone = await someIphone(memoryPhoneStore(), off(by))
    const seen: Uint8Array[] = []
    const deleteOther: SmallAuthority['deleteOther'] = async (cms) => {
      seen.push(cms)
      return { credentialId: crypto.randomUUID(), model: 'Kazashi Virtual 1' }
    }
    await deleteFromOtherPhone(phone, { ...authority, deleteOther }, cardAtHand(card))
    const { content, signingTime } = await verifySignedData(seen[0] ?? new Uint8Array())
    expect(parseRequest(content).time).toBe(now.toISOString())
    expect(signingTime?.getTime()).toBe(now.getTime())
  })

  test('1-B① a login request is open for as long as its site says, once the authority told its time', async () => {
    const phone = await somePhone(memoryPhoneStore(), off(by))
    phone.authorityTime.learn(now)
    const url = 'https://portal.example/login-requests/1'
    const request = (expiresAt: Date) => ({
      id: '1',
      audience: 'https://portal.example',
      relyingParty: 'P',
      purpose: 'L',
      nonce: 'n'.repeat(20),
      expiresAt: expiresAt.toISOString(),
      responseUrl: `${url}/response`,
    })
    const fetch = (expiresAt: Date) => async () => Response.json(request(expiresAt))
    expect((await openLoginRequest(phone, url, fetch(off(minutes)))).id).toBe('1')
    const over = openLoginRequest(phone, url, fetch(off(-1)))
    expect(await codeOf(over)).toBe('LOGIN_REQUEST_EXPIRED')
  })
})

test('1-B① an answer to a login is signed in the authority’s time', async () => {
  const store = memoryPhoneStore()
  await registeredAndroid(authority, card, ['authentication'], store)
  const phone = await somePhone(store, off(2 * hours))
  phone.authorityTime.learn(now)
  const request = {
    id: '1',
    audience: 'https://portal.example',
    relyingParty: 'P',
    purpose: 'L',
    nonce: 'n'.repeat(20),
    expiresAt: off(minutes).toISOString(),
    responseUrl: 'https://portal.example/response',
  }
  const cms = await answerLogin(phone, request, phoneSecrets.authenticationPin, { code: '47' })
  const { content, signingTime } = await verifySignedData(cms)
  expect(content).toEqual(encodeLoginStatement(request, '47', now))
  expect(signingTime?.getTime()).toBe(now.getTime())
})

test.each([
  ['days ahead', 3 * days],
  ['years behind', -2000 * days],
])(
  '2-C 3-C 1-B① a phone that is %s signs nothing, and says by how much its clock is wrong',
  async (_, by) => {
    const wrong = { code: 'CLOCK_WRONG', next: 'check-clock', aheadBy: by }
    const android = await somePhone(memoryPhoneStore(), off(by))
    await expect(prepareApplication(android, authority, choice)).rejects.toMatchObject(wrong)
    const iphone = await someIphone(memoryPhoneStore(), off(by))
    const faceCheck = { method: 'practice', passedAt: off(by) } as const
    const begun = prepareIphoneApplication(iphone, authority, {
      consentVersion: '2026-11',
      faceCheck,
    })
    await expect(begun).rejects.toMatchObject(wrong)
    const deleted = deleteFromOtherPhone(iphone, authority, cardAtHand(card))
    await expect(deleted).rejects.toMatchObject(wrong)
  },
)

test('2-C an answer without a time changes nothing that is known of the authority’s', async () => {
  const phone = await somePhone(memoryPhoneStore(), off(hours))
  phone.authorityTime.learn(now)
  phone.authorityTime.learn(new Date('now'))
  expect(phone.authorityTime.aheadBy).toBe(hours)
})
