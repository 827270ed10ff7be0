import { aroundTheClock } from '@kazashi/lifecycle'
import { parseCertificate } from '@kazashi/pki'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  currentCredential,
  handOutCard,
  newPhone,
  noticeFor,
  type RunningAuthority,
  registeredPhone,
  signedApplication,
  signedRequest,
  startAuthority,
} from './harness.ts'

let authority: RunningAuthority
beforeAll(async () => {
  authority = await startAuthority({ hours: aroundTheClock, issueDelaySeconds: 0 })
})
afterAll(() => authority?.close())

const key = () => crypto.randomUUID()
const days = 24 * 60 * 60_000

test('2-E.lapse certificates not registered for 30 days lapse, not a day before, and may be applied for again', async () => {
  const card = await handOutCard(authority, 601)
  const phone = await newPhone(authority)
  const { id } = await phone.port.apply(await signedApplication(authority, card, phone), key())
  await noticeFor(phone, id)
  const registered = await registeredPhone(authority, await handOutCard(authority, 602))
  const start = (await authority.now()).getTime()

  await authority.moveClock(new Date(start + 29 * days))
  // Another application has been issued: the workers have been at it since the clock was moved.
  const later = await registeredPhone(authority, await handOutCard(authority, 603))
  expect(await phone.port.application(id)).toMatchObject({ state: 'issued' })

  await authority.moveClock(new Date(start + 30 * days))
  await expect.poll(async () => (await phone.port.application(id)).state).toBe('lapsed')
  expect(await phone.port.currentCredential()).toMatchObject({
    state: 'ended',
    certificates: [{ status: 'revoked' }, { status: 'revoked' }],
  })
  expect((await phone.port.notices()).map(({ kind }) => kind)).toEqual([
    'ready-to-register',
    'lapsed',
  ])
  await expect(phone.port.register(id, key())).rejects.toMatchObject({ code: 'APPLICATION_OVER' })
  for (const own of [registered, later]) {
    expect(await own.phone.port.currentCredential()).toMatchObject({ state: 'active' })
  }
  await registeredPhone(authority, card)
})

test('5-A4.ends-with-card when its certificates expire a credential is over since then, and its phone is told', async () => {
  const card = await handOutCard(authority, 604)
  const own = await registeredPhone(authority, card)
  const { notAfter } = parseCertificate(own.certificates.signing).validity
  await authority.moveClock(new Date(notAfter.getTime() + 40 * days)) // nobody looked for long
  await expect
    .poll(() => currentCredential(authority, own.phone))
    .toMatchObject({ state: 'ended', reason: 'expired' })
  const { history } = await currentCredential(authority, own.phone)
  expect(history.at(-1)).toMatchObject({ event: 'card-ended', at: notAfter.toISOString() })
  expect((await own.phone.port.notices()).map(({ kind }) => kind)).toEqual([
    'ready-to-register',
    'card-ended',
  ])
  const asked = { action: 'revoke', credential: own.credentialId } as const
  const cms = await signedRequest(authority, own.phone, asked, own.by('signing'))
  await expect(own.phone.port.revoke(own.credentialId, cms, key())).rejects.toMatchObject({
    code: 'PHONE_CERTIFICATE_EXPIRED',
  })
})
