import { aroundTheClock } from '@kazashi/lifecycle'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkFace } from '../applications/card-attributes.ts'
import {
  currentCredential,
  type Deviation,
  handOutCard,
  jwkOf,
  newPhone,
  type RunningAuthority,
  registeredPhone,
  type SoftwareCard,
  signedApplication,
  startAuthority,
  withNewKeys,
} from './harness.ts'

let authority: RunningAuthority
let card: SoftwareCard
beforeAll(async () => {
  authority = await startAuthority({ hours: aroundTheClock, issueDelaySeconds: 0 })
  card = await handOutCard(authority, 501)
})
afterAll(() => authority?.close())

const key = () => crypto.randomUUID()
const code = (name: string) => expect.objectContaining({ code: name })

/** An iPhone's application, valid except for one thing. */
async function applied(deviation: Deviation) {
  const phone = await newPhone(authority)
  const cms = await signedApplication(authority, card, phone, { platform: 'iphone', ...deviation })
  return phone.port.apply(cms, key())
}

describe('3-C an application of an iPhone is refused', () => {
  test.each<[string, Deviation['cardData']]>([
    ['name', { name: '別人\u3000太郎' }],
    ['address', { address: '東京都千代田区千代田1-1' }],
    ['birthDate', { birthDate: '1970-01-01' }],
    ['sex', { sex: 'not-applicable' }],
    ['myNumber', { myNumber: '000000000000' }],
  ])(
    '3-C.as-registered with another %s than the register, whose value the refusal does not show',
    async (name, cardData) => {
      await expect(applied({ ...(cardData && { cardData }) })).rejects.toEqual(
        expect.objectContaining({ code: 'ATTRIBUTES_MISMATCH', detail: name }),
      )
    },
  )

  test('3-C with a face check of an hour ago, or of the future', async () => {
    const now = (await authority.now()).getTime()
    for (const minutes of [-60, 60]) {
      const passedAt = new Date(now + minutes * 60_000).toISOString()
      await expect(applied({ faceCheck: { method: 'camera', passedAt } })).rejects.toEqual(
        code('FACE_CHECK_INVALID'),
      )
    }
  })

  test('3-C with practice for the camera outside a sandbox', () => {
    const now = new Date()
    const check = (method: 'practice' | 'camera', sandbox: boolean) => () =>
      checkFace({ method, passedAt: now.toISOString() }, now, sandbox)
    expect(check('practice', false)).toThrow(code('FACE_CHECK_INVALID'))
    expect(check('practice', true)).not.toThrow()
    expect(check('camera', false)).not.toThrow()
  })

  test('3-C with the device key, a used key or no key for the attributes', async () => {
    const phone = await newPhone(authority)
    const holderKey = await jwkOf(phone.deviceKey)
    const same = { platform: 'iphone', holderKey } as const
    await expect(
      phone.port.apply(await signedApplication(authority, card, phone, same), key()),
    ).rejects.toEqual(code('KEY_USED'))
    const nowhere = { ...holderKey, x: holderKey.y }
    await expect(applied({ holderKey: nowhere })).rejects.toEqual(code('STATEMENT_INVALID'))
    const other = await handOutCard(authority, 502)
    await registeredPhone(authority, other, same)
    await expect(applied(same)).rejects.toEqual(code('KEY_USED'))
  })

  test('5-A2.one-phone while there is an Android phone, and the other way round', async () => {
    const android = await handOutCard(authority, 503)
    const own = await registeredPhone(authority, android)
    const iphone = await newPhone(authority)
    const cms = await signedApplication(authority, android, iphone, { platform: 'iphone' })
    await expect(iphone.port.apply(cms, key())).rejects.toEqual(code('PERSON_HAS_A_PHONE'))
    expect(await currentCredential(authority, own.phone)).toMatchObject({ state: 'active' })
  })

  test('3-C and after all these refusals the card is as good as before', async () => {
    const own = await registeredPhone(authority, card, { platform: 'iphone' })
    expect(await currentCredential(authority, own.phone)).toMatchObject({
      state: 'active',
      attributes: 'good',
      certificates: [{ status: 'good' }, { status: 'good' }],
    })
  })
})

test('5-B3.issued-anew a found iPhone is resumed as a whole', async () => {
  const own = await handOutCard(authority, 504)
  const lost = await registeredPhone(authority, own, { platform: 'iphone' })
  await authority.client.POST('/hotline/suspensions', {
    body: { person: own.person, what: 'phone', reason: 'stolen' },
  })
  expect(await currentCredential(authority, lost.phone)).toMatchObject({
    state: 'suspended',
    reason: 'stolen',
    attributes: 'hold',
  })
  const phone = await withNewKeys(lost.phone)
  const cms = await signedApplication(authority, own, phone, {
    platform: 'iphone',
    purpose: 'resume',
  })
  const { id } = await phone.port.apply(cms, key())
  await expect.poll(async () => (await phone.port.application(id)).state).toBe('issued')
  await phone.port.register(id, key())
  expect(await currentCredential(authority, phone)).toMatchObject({
    state: 'active',
    attributes: 'good',
  })
})
