/** 2-C to 2-E with the card's own applet by APDUs, the phone's procedures, and the authority over HTTP: no short cut. */
import { generateResident, memoryTransport, openCard, VirtualCard } from '@kazashi/card'
import { personalise } from '@kazashi/card/personalisation'
import { issuingHours, nextOpening } from '@kazashi/lifecycle'
import {
  awaitNotice,
  currentConsentVersion,
  memoryPhoneStore,
  openPhone,
  PhoneError,
  prepareApplication,
  registerCredential,
  setSecrets,
  signApplication,
  status,
  submitApplication,
} from '@kazashi/phone'
import {
  createCertificationRequest,
  generateKeyPair,
  parseCertificate,
  softwareSigner,
} from '@kazashi/pki'
import { localFetch } from '@kazashi/serve'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { authorityPort, unwrap } from '../api/client.ts'
import { der, type RunningAuthority, startAuthority } from './harness.ts'

let authority: RunningAuthority
beforeAll(async () => {
  authority = await startAuthority({ hours: issuingHours, issueDelaySeconds: 1 })
})
afterAll(() => authority?.close())

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
const secrets = {
  signingPassword: 'ABC123',
  authenticationPin: '1357',
  residentRegisterPin: '2468',
  cardDataPin: '3579',
}

async function newCard(seed: number): Promise<VirtualCard> {
  const today = await authority.now()
  const resident = generateResident(seed, today)
  const keys = {
    signing: await generateKeyPair('RS256'),
    authentication: await generateKeyPair('RS256'),
  }
  const request = async ({ privateKey }: { privateKey: Uint8Array }) =>
    base64(await createCertificationRequest(await softwareSigner(privateKey, 'RS256')))
  const { cardExpiry, certificates } = unwrap(
    await authority.client.POST('/counter/cards', {
      body: {
        resident,
        signing: await request(keys.signing),
        authentication: await request(keys.authentication),
      },
    }),
  )
  const contents = await personalise({
    resident,
    cardExpiry,
    securityCode: '1234',
    secrets,
    keys: { signing: keys.signing.privateKey, authentication: keys.authentication.privateKey },
    certificates: {
      signing: der(certificates.signing ?? ''),
      authentication: der(certificates.authentication ?? ''),
      signingCa: der(certificates.signingCa),
      authenticationCa: der(certificates.authenticationCa),
    },
    random,
    today,
  })
  return new VirtualCard(contents, random)
}

test('2-C…2-E an Android phone, a card held to it, and the authority: from the password to the registered credential', async () => {
  const { offsetSeconds } = unwrap(await authority.client.GET('/sandbox/clock'))
  expect(offsetSeconds).toBe(0)
  await authority.moveClock(nextOpening(new Date()))
  const clock = unwrap(await authority.client.GET('/sandbox/clock'))
  const now = () => new Date(Date.now() + clock.offsetSeconds * 1000)
  const card = await newCard(81)
  const phone = await openPhone({
    store: memoryPhoneStore(),
    platform: 'android',
    model: 'Test phone',
    osVersion: '15',
    now,
    random,
  })
  const port = authorityPort(authority.origins.authority, phone.deviceKey, localFetch, { now })

  const draft = await prepareApplication(phone, port, {
    kinds: ['signing', 'authentication'],
    consentVersion: currentConsentVersion,
  })
  const wrong = signApplication(draft, memoryTransport(card), 'WRONG1')
  await expect(wrong).rejects.toMatchObject({ code: 'CARD_SECRET_WRONG', triesLeft: 4 })
  await signApplication(draft, memoryTransport(card), secrets.signingPassword)
  await expect(submitApplication(phone, port)).rejects.toThrow(PhoneError)
  await setSecrets(phone, { signingPassword: 'PHONE123', authenticationPin: '8642' })
  const view = await submitApplication(phone, port)
  await awaitNotice(port, view.id, AbortSignal.timeout(30_000))
  const credential = await registerCredential(phone, port, view.id)
  expect(status(phone)).toMatchObject({ stage: 'registered' })

  const client = openCard(phone.element.transport())
  const onPhone = parseCertificate(
    await client.readCertificate('authentication', { value: '8642' }),
  )
  const onCard = parseCertificate(
    await openCard(memoryTransport(card)).readCertificate('authentication'),
  )
  expect(onPhone.validity.notAfter).toEqual(onCard.validity.notAfter)
  expect(onPhone.issuer.text).toBe(onCard.issuer.text)
  expect(onPhone.spki).not.toEqual(onCard.spki)
  expect(credential.id).toMatch(/^[0-9a-f-]{36}$/)
})
