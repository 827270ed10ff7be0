import { generateResident } from '@kazashi/card'
import { ageAt, issuingSeconds } from '@kazashi/lifecycle'
import { createCertificationRequest } from '@kazashi/pki'
import { localFetch } from '@kazashi/serve'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { authorityPort, unwrap } from '../api/client.ts'
import {
  handOutCard,
  newPhone,
  newSigner,
  noticeFor,
  type RunningAuthority,
  signedApplication,
  startAuthority,
} from './harness.ts'

let authority: RunningAuthority
beforeAll(async () => {
  authority = await startAuthority({ issueDelaySeconds: 60 })
})
afterAll(() => authority?.close())

const jst = (text: string) => new Date(`${text}+09:00`)
/** A day of its own for each test, so that the clock can be moved within it. */
const day = (n: number, time: string) => jst(`${new Date().getUTCFullYear() + 1}-06-${n}T${time}`)

async function applyAt(time: Date, seed: number) {
  await authority.moveClock(time)
  const card = await handOutCard(authority, seed)
  const phone = await newPhone(authority)
  const cms = await signedApplication(authority, card, phone)
  return { phone, card, view: await phone.port.apply(cms, crypto.randomUUID()) }
}

/** The worker looked at this application and found the hours closed: its job stands for hours from now. */
async function workerPutOff(applicationId: string): Promise<void> {
  const client = new pg.Client({ connectionString: authority.databaseUrl })
  await client.connect()
  const deadline = AbortSignal.timeout(20_000)
  const waiting = `select 1 from queue.job where name = 'issue' and state = 'created'
    and data->>'applicationId' = $1 and start_after > now() + interval '6 hours'`
  while ((await client.query(waiting, [applicationId])).rowCount === 0) deadline.throwIfAborted()
  await client.end()
}

test('5-A1.night applied for at night: accepted, promised for after 8:00, and not issued before', async () => {
  const { phone, view } = await applyAt(day(10, '22:00:00'), 61)
  expect(new Date(view.expectedAt)).toEqual(day(11, '08:01:00'))
  await expect(phone.port.register(view.id, 'too-early')).rejects.toMatchObject({
    code: 'NOT_ISSUED_YET',
  })
  await authority.moveClock(day(11, '07:59:00'))
  expect(await phone.port.application(view.id)).toMatchObject({ state: 'applied' })
  expect(await phone.port.notices()).toEqual([])
  await authority.moveClock(day(11, '08:02:00'))
  await noticeFor(phone, view.id)
  expect((await phone.port.register(view.id, 'in-the-morning')).certificates).toHaveLength(2)
})

test('5-A1.minutes applied for by day: promised some minutes later, issued when they are over', async () => {
  const { phone, view } = await applyAt(day(12, '12:00:00'), 62)
  const wait = Date.parse(view.expectedAt) - Date.parse(view.appliedAt)
  expect(wait).toBe(60_000)
  expect(await phone.port.application(view.id)).toMatchObject({ state: 'applied' })
  await authority.moveClock(day(12, '12:05:00'))
  await noticeFor(phone, view.id)
})

test('5-A1.minutes a desk shows the minutes shortened to seconds that can be watched, longer than a program waits', async () => {
  await authority.moveClock(day(13, '12:00:00'))
  for (const [seed, pace] of (['real', 'slow'] as const).entries()) {
    const phone = await newPhone(authority)
    const cms = await signedApplication(authority, await handOutCard(authority, 81 + seed), phone)
    const port = authorityPort(authority.origins.authority, phone.deviceKey, localFetch, {
      pace: () => pace,
    })
    const view = await port.apply(cms, crypto.randomUUID())
    const wait = Date.parse(view.expectedAt) - Date.parse(view.appliedAt)
    expect(wait).toBe(issuingSeconds[pace] * 1000)
  }
})

test('5-A1.any-day on a Saturday, a Sunday and New Year’s Day it is issued as on any other', async () => {
  const saturday = day(20, '12:00:00')
  while (saturday.getUTCDay() !== 6) saturday.setUTCDate(saturday.getUTCDate() + 1)
  const sunday = new Date(saturday.getTime() + 86_400_000)
  const newYear = jst(`${new Date().getUTCFullYear() + 2}-01-01T12:00:00`)
  for (const [seed, noon] of [saturday, sunday, newYear].entries()) {
    const { phone, view } = await applyAt(noon, 71 + seed)
    expect(Date.parse(view.expectedAt) - Date.parse(view.appliedAt)).toBe(60_000)
    await authority.moveClock(new Date(noon.getTime() + 120_000))
    await noticeFor(phone, view.id)
  }
})

test('5-A1.night an application due shortly before closing and missed is issued the next morning, and says so', async () => {
  const { phone, view } = await applyAt(day(13, '19:29:20'), 63)
  expect(new Date(view.expectedAt)).toEqual(day(13, '19:29:59'))
  await authority.moveClock(day(13, '19:30:00'))
  await workerPutOff(view.id)
  const late = await phone.port.application(view.id)
  expect(late).toMatchObject({ state: 'applied' })
  expect(new Date(late.expectedAt)).toEqual(day(14, '08:01:00'))
  await authority.moveClock(day(14, '08:00:00'))
  await noticeFor(phone, view.id)
})

test('5-A4 nothing is issued on a card that was returned in the meantime', async () => {
  const { phone, card, view } = await applyAt(day(15, '20:00:00'), 64)
  const { response } = await authority.client.POST('/counter/cards/{id}/end', {
    params: { path: { id: card.id } },
    body: { reason: 'returned' },
  })
  expect(response.status).toBe(204)
  await authority.moveClock(day(16, '09:00:00'))
  expect(await phone.port.application(view.id)).toMatchObject({ state: 'lapsed' })
  await expect(phone.port.register(view.id, 'not-any-more')).rejects.toMatchObject({
    code: 'APPLICATION_OVER',
  })
})

test('5-B1.one-call the hotline suspends at three in the night', async () => {
  await authority.moveClock(day(19, '03:00:00'))
  const card = await handOutCard(authority, 67)
  const suspended = unwrap(
    await authority.client.POST('/hotline/suspensions', {
      body: { person: card.person, what: 'card', reason: 'stolen' },
    }),
  )
  expect(suspended.card?.state).toBe('suspended')
})

test('5-A4 after the last day of a card its certificates are not renewed', async () => {
  await authority.moveClock(day(20, '10:00:00'))
  const today = await authority.now()
  let seed = 68
  while (ageAt(today, generateResident(seed, today).birthDate) >= 15) seed += 1
  const card = await handOutCard(authority, seed)
  await authority.moveClock(jst(`${new Date().getUTCFullYear() + 7}-06-20T10:00:00`))
  const request = async () =>
    Buffer.from(await createCertificationRequest(await newSigner())).toString('base64')
  const { error } = await authority.client.POST('/counter/cards/{id}/renewal', {
    params: { path: { id: card.id } },
    body: { authentication: await request(), signing: await request(), signingForMinor: true },
  })
  expect(error).toMatchObject({ code: 'CARD_EXPIRED' })
})

test('2-C a nonce is good for half an hour of the authority’s time', async () => {
  await authority.moveClock(day(17, '10:00:00'))
  const card = await handOutCard(authority, 65)
  const phone = await newPhone(authority)
  const { nonce, now, expiresAt } = await phone.port.nonce()
  expect(Math.abs(Date.parse(now) - day(17, '10:00:00').getTime())).toBeLessThan(600_000)
  expect(Date.parse(expiresAt) - Date.parse(now)).toBe(30 * 60_000)
  await authority.moveClock(new Date(Date.parse(expiresAt) + 1000))
  const cms = await signedApplication(authority, card, phone, { nonce })
  await expect(phone.port.apply(cms, crypto.randomUUID())).rejects.toMatchObject({
    code: 'NONCE_EXPIRED',
  })
})

test('2-C⑧.unusable-card a card whose certificates have expired is refused', async () => {
  await authority.moveClock(day(18, '10:00:00'))
  const card = await handOutCard(authority, 66)
  const years = new Date().getUTCFullYear() + 7
  await authority.moveClock(jst(`${years}-06-18T10:00:00`))
  const phone = await newPhone(authority)
  const cms = await signedApplication(authority, card, phone)
  await expect(phone.port.apply(cms, crypto.randomUUID())).rejects.toMatchObject({
    code: 'CARD_CERTIFICATE_EXPIRED',
  })
})

test('5-A1 the clock stays within the life of the sandbox certificates', async () => {
  const { error } = await authority.client.PUT('/sandbox/clock', {
    body: { now: '2126-01-01T00:00:00Z' },
  })
  expect(error).toMatchObject({ code: 'CLOCK_OUT_OF_RANGE' })
  const back = unwrap(await authority.client.PUT('/sandbox/clock', { body: { offsetSeconds: 0 } }))
  expect(Math.abs(Date.parse(back.now) - Date.now())).toBeLessThan(5_000)
})
