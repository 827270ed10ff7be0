import { beforeAll, expect, test } from 'vitest'
import { codeOf, verdictOf } from '../../../tools/code-of.ts'
import {
  phoneSecrets,
  refusal,
  type SmallAuthority,
  smallAuthority,
  smallCard,
} from '../test-builders.ts'
import { lostAnswer, registeredAndroid, signedIphone } from '../test-courses.ts'
import { setIphoneSecrets } from './iphone-application.ts'
import { refreshFromAuthority } from './refresh.ts'
import { resetPhone } from './reset-phone.ts'
import { revokeCertificates } from './revocation.ts'
import { submitApplication } from './signed-application.ts'
import { status } from './status.ts'

let authority: SmallAuthority
let card: Awaited<ReturnType<typeof smallCard>>
beforeAll(async () => {
  authority = await smallAuthority()
  card = await smallCard(authority)
})

/** One that began anew: it has no record of any phone. */
const newAuthority = (): SmallAuthority => ({
  ...authority,
  application: async () => {
    throw refusal('NOT_FOUND', 404)
  },
  currentCredential: async () => undefined,
})

async function applied() {
  const phone = await signedIphone(authority, card)
  await setIphoneSecrets(phone, phoneSecrets)
  await submitApplication(phone, authority)
  return phone
}

test('5-A2 an authority without a record of the phone: the phone says so, nothing is erased by itself, then it begins anew', async () => {
  const phone = await registeredAndroid(authority, card)
  expect(await refreshFromAuthority(phone, authority)).toMatchObject({ known: true })
  expect(await refreshFromAuthority(phone, newAuthority())).toMatchObject({
    known: false,
    stage: 'registered',
  })
  await resetPhone(phone, newAuthority())
  expect(status(phone)).toMatchObject({ stage: 'empty', credential: undefined, ended: undefined })
  expect(phone.record.installed).toEqual({})
})

test('5-A2 an application that nobody has a record of is reported and forgotten in the same way', async () => {
  const phone = await applied()
  expect(await refreshFromAuthority(phone, newAuthority())).toMatchObject({
    known: false,
    stage: 'applied',
  })
  await resetPhone(phone, newAuthority())
  expect(status(phone).stage).toBe('empty')
  expect(phone.record.holderKeys).toBeUndefined()
  expect(await refreshFromAuthority(phone, newAuthority())).toMatchObject({ known: true })
})

test('5-A2 a 404 that is not the authority’s own, as of a proxy, takes nothing away', async () => {
  const phone = await applied()
  const proxy = {
    ...authority,
    application: async () => {
      throw refusal('UNREADABLE_ANSWER', 404)
    },
  }
  expect(await codeOf(refreshFromAuthority(phone, proxy))).toBe('UNREADABLE_ANSWER')
  expect(await codeOf(resetPhone(phone, proxy))).toBe('UNREADABLE_ANSWER')
  expect(status(phone).stage).toBe('applied')
})

test('5-A2 an application handed in stays on the phone when the answer is nobody’s', async () => {
  const phone = await signedIphone(authority, card)
  await setIphoneSecrets(phone, phoneSecrets)
  const proxy = {
    ...authority,
    apply: async () => {
      throw refusal('UNREADABLE_ANSWER', 403)
    },
  }
  expect(await codeOf(submitApplication(phone, proxy))).toBe('UNREADABLE_ANSWER')
  expect(status(phone).stage).toBe('secrets-set')
  expect(await submitApplication(phone, authority)).toMatchObject({ state: 'issued' })
})

test('5-A2 a credential that the authority knows, or cannot be asked about, is never erased', async () => {
  const phone = await registeredAndroid(authority, card, ['authentication'])
  expect(await codeOf(resetPhone(phone, authority))).toBe('KNOWN_TO_AUTHORITY')
  const silent = { ...authority, currentCredential: () => Promise.reject(lostAnswer()) }
  await expect(resetPhone(phone, silent)).rejects.toThrow('fetch failed')
  const way = { by: 'phone', secret: phoneSecrets.authenticationPin } as const
  expect(await verdictOf(revokeCertificates(phone, authority, ['authentication'], way))).toBe(
    'accepted',
  )
})
