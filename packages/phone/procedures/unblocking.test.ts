import { openCard } from '@kazashi/card'
import type { CertificateKind } from '@kazashi/lifecycle'
import { verifySignature } from '@kazashi/pki'
import { beforeAll, expect, test } from 'vitest'
import { codeOf, isRefusal, verdictOf } from '../../../tools/code-of.ts'
import type { Phone } from '../phone.ts'
import { memoryPhoneStore } from '../store.ts'
import {
  now,
  phoneSecrets,
  random,
  refusal,
  type SmallAuthority,
  smallAuthority,
  smallCard,
  somePhone,
} from '../test-builders.ts'
import { cardAtHand, lostAnswer, registeredAndroid } from '../test-courses.ts'
import { abandonRequest, continueRequest } from './deletion.ts'
import { revokeCertificates } from './revocation.ts'
import { status } from './status.ts'
import { checkUnblocking, requestUnblocking, resetSecrets } from './unblocking.ts'

let authority: SmallAuthority
let card: Awaited<ReturnType<typeof smallCard>>
beforeAll(async () => {
  authority = await smallAuthority()
  card = await smallCard(authority)
})

const newPin = { authenticationPin: '9034' }
const newestCredential = () => [...authority.credentials.values()].at(-1)

/** Whether this PIN makes the authentication key sign. */
async function signs(phone: Phone, pin: string): Promise<boolean> {
  const transport = phone.element.transport()
  try {
    const signer = await openCard(transport).signer('authentication', pin, { force: true })
    const data = random(32)
    const { publicKey } = phone.record.installed.authentication ?? { publicKey: new Uint8Array() }
    return await verifySignature(publicKey, 'RS256', data, await signer.sign(data))
  } catch (thrown) {
    if (isRefusal(thrown)) return false
    throw thrown
  } finally {
    await transport.close()
  }
}

async function lock(phone: Phone): Promise<void> {
  for (const pin of ['0000', '0001', '0002']) expect(await signs(phone, pin)).toBe(false)
  expect(phone.record.installed.authentication?.sealed).toBeUndefined()
}

test('2-D the unblocking key goes to the authority with the application, and the phone keeps neither it nor a way to make it', async () => {
  const seen: unknown[] = []
  const memory = memoryPhoneStore()
  const store = {
    load: memory.load,
    save: (record: Parameters<typeof memory.save>[0]) => {
      seen.push(record.pending.authentication?.unblockingKey)
      return memory.save(record)
    },
  }
  const phone = await registeredAndroid(authority, card, ['authentication'], store)
  expect(newestCredential()?.unblockingKeys.authentication).toHaveLength(32)
  expect(seen.some((key) => key !== undefined)).toBe(true)
  expect(phone.record.installed.authentication?.unblockingKey).toBeUndefined()
  expect(phone.record.installed.authentication?.secondCopy).toBeDefined()
})

test('2-F a locked PIN is set anew with the card at hand: the same key signs again, with all tries', async () => {
  const phone = await registeredAndroid(authority, card, ['authentication'])
  await lock(phone)
  await requestUnblocking(phone, authority, ['authentication'], cardAtHand(card))
  expect(status(phone).request).toMatchObject({ action: 'unblock', sent: false })
  await resetSecrets(phone, authority, newPin)
  expect(status(phone)).toMatchObject({
    request: undefined,
    credential: { certificates: [{ triesLeft: 3, locked: false }] },
  })
  expect(await signs(phone, phoneSecrets.authenticationPin)).toBe(false)
  expect(await signs(phone, newPin.authenticationPin)).toBe(true)
})

test('2-F a forgotten one too, and once more after that', async () => {
  const phone = await registeredAndroid(authority, card, ['authentication'])
  for (const authenticationPin of ['9034', '7145']) {
    await requestUnblocking(phone, authority, ['authentication'], cardAtHand(card))
    await resetSecrets(phone, authority, { authenticationPin })
    expect(await signs(phone, authenticationPin)).toBe(true)
  }
})

test('2-F a request that would be refused is refused once the card has signed, before a new secret is chosen', async () => {
  const phone = await registeredAndroid(authority, card, ['authentication'])
  await requestUnblocking(phone, authority, ['authentication'], cardAtHand(card))
  authority.failAfterNext = refusal('CARD_OF_ANOTHER_PERSON', 409)
  expect(await codeOf(checkUnblocking(phone, authority))).toBe('CARD_OF_ANOTHER_PERSON')
  expect(status(phone).request).toBeUndefined()
  expect(await codeOf(checkUnblocking(phone, authority))).toBe('REQUEST_NONE')
  expect(await signs(phone, phoneSecrets.authenticationPin)).toBe(true)
})

test('2-F whether the authority was asked or not to be reached: the secrets are set anew after it, even when choosing them took long', async () => {
  for (const fault of [undefined, lostAnswer(), refusal('INTERNAL', 503)]) {
    const store = memoryPhoneStore()
    const before = await registeredAndroid(authority, card, ['authentication'], store)
    await requestUnblocking(before, authority, ['authentication'], cardAtHand(card))
    authority.failAfterNext = fault
    await checkUnblocking(before, authority)
    expect(await signs(before, phoneSecrets.authenticationPin)).toBe(true)
    const phone = await somePhone(store, new Date(now.getTime() + 3_600_000))
    await resetSecrets(phone, authority, newPin)
    expect(await signs(phone, newPin.authenticationPin)).toBe(true)
  }
})

test('2-F the keys that come with the first answer are thrown away', async () => {
  const phone = await registeredAndroid(authority, card, ['authentication'])
  await requestUnblocking(phone, authority, ['authentication'], cardAtHand(card))
  const key = random(32)
  const unblock = async () => ({ authentication: key })
  await checkUnblocking(phone, { ...authority, unblock })
  expect(key).toEqual(new Uint8Array(32))
})

test('2-F a lost answer and a closed app: the secrets are entered again, the card is not held again', async () => {
  const store = memoryPhoneStore()
  const before = await registeredAndroid(authority, card, ['authentication'], store)
  await requestUnblocking(before, authority, ['authentication'], cardAtHand(card))
  authority.failAfterNext = lostAnswer()
  await expect(resetSecrets(before, authority, newPin)).rejects.toThrow('fetch failed')
  const phone = await somePhone(store)
  expect(await codeOf(continueRequest(phone, authority))).toBe('REQUEST_NONE')
  await resetSecrets(phone, authority, { authenticationPin: '7145' })
  expect(await signs(phone, '7145')).toBe(true)
})

test('2-F another unblocking key opens nothing, and the old PIN is still good', async () => {
  const phone = await registeredAndroid(authority, card, ['authentication'])
  await requestUnblocking(phone, authority, ['authentication'], cardAtHand(card))
  for (const wrong of [random(32), random(31), undefined]) {
    const other: SmallAuthority = {
      ...authority,
      unblock: async () => (wrong === undefined ? {} : { authentication: wrong }),
    }
    expect(await codeOf(resetSecrets(phone, other, newPin))).toBe('UNBLOCKING_KEY_WRONG')
  }
  expect(await signs(phone, phoneSecrets.authenticationPin)).toBe(true)
  await abandonRequest(phone)
  const pin = phoneSecrets.authenticationPin
  const way = { by: 'phone', secret: pin } as const
  expect(await verdictOf(revokeCertificates(phone, authority, ['authentication'], way))).toBe(
    'accepted',
  )
})

test('2-F secrets are looked at before anything is asked: one of each kind signed for, in their form', async () => {
  const phone = await registeredAndroid(authority, card, ['authentication'])
  expect(await codeOf(resetSecrets(phone, authority, newPin))).toBe('REQUEST_NONE')
  const asked = (kinds: readonly CertificateKind[]) =>
    verdictOf(requestUnblocking(phone, authority, kinds, cardAtHand(card)))
  expect(await asked([])).toBe('KINDS_MISSING')
  expect(await asked(['signing'])).toBe('NOT_REGISTERED')
  expect(await asked(['authentication'])).toBe('accepted')
  authority.calls.length = 0
  const tried = (secrets: Parameters<typeof resetSecrets>[2]) =>
    codeOf(resetSecrets(phone, authority, secrets))
  expect(await tried({})).toBe('SECRET_NOT_SET')
  expect(await tried({ authenticationPin: '12' })).toBe('SECRET_FORM')
  expect(await tried(phoneSecrets)).toBe('KEY_MISSING')
  expect(authority.calls).toEqual([])
})

test('2-F a signature that waited longer than its nonce lasts is made anew', async () => {
  const store = memoryPhoneStore()
  const before = await registeredAndroid(authority, card, ['authentication'], store)
  await requestUnblocking(before, authority, ['authentication'], cardAtHand(card))
  const later = new Date(now.getTime() + 3_600_000)
  const phone = await somePhone(store, later)
  expect(await codeOf(resetSecrets(phone, authority, newPin))).toBe('REQUEST_NONCE_EXPIRED')
  expect(status(phone).request).toBeUndefined()
})
