/** 2-C to 2-E with the card's own applet by APDUs, the phone's procedures, and the authority over HTTP: no short cut. */
import { memoryTransport, openCard } from '@kazashi/card'
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
import { parseCertificate } from '@kazashi/pki'
import { localFetch } from '@kazashi/serve'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { authorityPort, unwrap } from '../api/client.ts'
import { cardSecrets, newAppletCard, random } from './applet-card.ts'
import { type RunningAuthority, startAuthority } from './harness.ts'

let authority: RunningAuthority
beforeAll(async () => {
  authority = await startAuthority({ hours: issuingHours, issueDelaySeconds: 1 })
})
afterAll(() => authority?.close())

test('2-C④.password 2-E①.register 5-A4.never-longer an Android phone, a card held to it, and the authority: from the password to the registered credential', async () => {
  const { offsetSeconds } = unwrap(await authority.client.GET('/sandbox/clock'))
  expect(offsetSeconds).toBe(0)
  await authority.moveClock(nextOpening(new Date()))
  const clock = unwrap(await authority.client.GET('/sandbox/clock'))
  const now = () => new Date(Date.now() + clock.offsetSeconds * 1000)
  const { card } = await newAppletCard(authority, 81)
  const phone = await openPhone({
    store: memoryPhoneStore(),
    platform: 'android',
    model: 'Kazashi Virtual 1',
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
  await signApplication(draft, memoryTransport(card), cardSecrets.signingPassword)
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
