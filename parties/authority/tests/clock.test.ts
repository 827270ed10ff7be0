/** The sandbox clock moved forward and back: waiting work, past events, and steps that count only once. */
import { aroundTheClock } from '@kazashi/lifecycle'
import { createOcspRequest, parseCertificate, parseCrl, verifyOcspResponse } from '@kazashi/pki'
import { localFetch } from '@kazashi/serve'
import { exportJWK, SignJWT } from 'jose'
import createClient from 'openapi-fetch'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PushService, startPushService } from '../../../tools/push-service.ts'
import { unwrap } from '../api/client.ts'
import { provingFetch } from '../api/proof.ts'
import type { paths } from '../api/schema.d.ts'
import {
  handOutCard,
  newPhone,
  noticeFor,
  type RunningAuthority,
  signedApplication,
  startAuthority,
} from './harness.ts'

const issueDelaySeconds = 60
const backoff = { firstSeconds: 2, mostSeconds: 2, attempts: 5 }

let authority: RunningAuthority
let service: PushService
let database: pg.Client
beforeAll(async () => {
  const push = { backoff }
  authority = await startAuthority({ hours: aroundTheClock, issueDelaySeconds, push })
  service = await startPushService()
  database = new pg.Client({ connectionString: authority.databaseUrl })
  await database.connect()
})
afterAll(async () => {
  await database?.end()
  await authority?.close()
  await service?.close()
})

const days = (n: number) => n * 24 * 60 * 60_000
const move = async (milliseconds: number) =>
  authority.moveClock(new Date((await authority.now()).getTime() + milliseconds))

async function apply(seed: number) {
  const card = await handOutCard(authority, seed)
  const phone = await newPhone(authority)
  const cms = await signedApplication(authority, card, phone)
  return { card, phone, id: (await phone.port.apply(cms, crypto.randomUUID())).id }
}

/** A worker has looked and put the application off by more than this. */
async function putOff(id: string, atLeast: string): Promise<void> {
  const deadline = AbortSignal.timeout(20_000)
  const job = `select 1 from queue.job where name = 'issue' and state = 'created'
    and data->>'applicationId' = $1 and start_after > now() + $2::interval`
  while ((await database.query(job, [id, atLeast])).rowCount === 0) deadline.throwIfAborted()
}

test('5-A1 a waiting application is not issued while the clock is behind it, and once when it is due again', async () => {
  const { phone, id } = await apply(401)
  await move(-days(3))
  await putOff(id, '2 days')
  expect(await phone.port.application(id)).toMatchObject({ state: 'applied' })
  expect(await phone.port.notices()).toEqual([])
  await move(days(3) + 2 * issueDelaySeconds * 1000)
  await noticeFor(phone, id)
  await move(-days(3))
  await move(days(3))
  expect((await phone.port.register(id, crypto.randomUUID())).certificates).toHaveLength(2)
  expect(await phone.port.notices()).toHaveLength(1)
})

test('5-A1 past events stay: notices, registration and the answer to a repeated request', async () => {
  const { phone, id } = await apply(402)
  await move(2 * issueDelaySeconds * 1000)
  await noticeFor(phone, id)
  const before = await phone.port.notices()
  await move(-days(30))
  expect(await phone.port.notices()).toEqual(before)
  const key = crypto.randomUUID()
  const registered = await phone.port.register(id, key)
  expect(await phone.port.register(id, key)).toEqual(registered)
  await move(days(30))
})

test('5-A1 a push is tried again by the machine’s time, wherever the clock has gone', async () => {
  const { phone, id } = await apply(403)
  const browser = service.subscribe(
    unwrap(await authority.client.GET('/phones/push-key')).publicKey,
  )
  const api = createClient<paths>({
    baseUrl: authority.origins.authority,
    fetch: provingFetch(phone.deviceKey, localFetch, () => new Date()),
  })
  await api.POST('/phones/push-subscription', { body: browser.json })
  browser.answers(503)
  await move(2 * issueDelaySeconds * 1000)
  await noticeFor(phone, id)
  await browser.asked(1)
  await move(-days(100))
  await browser.asked(2)
  expect(browser.receive()).toHaveLength(1)
  await move(days(100))
})

test('RFC 6960 §4.2.2.1, RFC 5280 §5.1.2 a revocation keeps its recorded time wherever the clock goes, and answer and list are of now', async () => {
  const { card, phone, id } = await apply(404)
  await move(2 * issueDelaySeconds * 1000)
  await noticeFor(phone, id)
  const { certificates } = await phone.port.register(id, crypto.randomUUID())
  const of = certificates.find(({ kind }) => kind === 'authentication')
  if (!of) throw new TypeError('no authentication certificate')
  await authority.client.POST('/counter/cards/{id}/end', {
    params: { path: { id: card.id } },
    body: { reason: 'returned' },
  })
  const certificate = parseCertificate(of.certificate)
  // Nobody relies on an answer of before the certificate: it is looked at as if that had been valid then.
  const validity = { ...certificate.validity, notBefore: new Date(0) }
  const address = certificate.crlDistributionPoints[0]?.uris?.[0] ?? ''
  const listed = async () =>
    parseCrl(new Uint8Array(await (await localFetch(address)).arrayBuffer()))
  const answered = async () => {
    const answer = await localFetch(`${authority.origins.repository}/pki/ocsp/authentication`, {
      method: 'POST',
      headers: { 'content-type': 'application/ocsp-request' },
      body: Buffer.from(createOcspRequest(of)),
    })
    const response = new Uint8Array(await answer.arrayBuffer())
    const told = await verifyOcspResponse({
      ...of,
      certificate: { ...certificate, validity },
      response,
      now: await authority.now(),
    })
    return told.status === 'revoked' ? told : expect.unreachable(told.status)
  }
  const first = await listed()
  const { revokedAt } = await answered()
  for (const forward of [-days(5), days(1)]) {
    await move(forward)
    const now = (await authority.now()).getTime()
    const list = await listed()
    expect(list.thisUpdate.getTime()).toBeLessThanOrEqual(now + 5_000)
    expect(list.number).toBeGreaterThan(first.number ?? 0n)
    const entry = list.entries.find((one) => one.serialNumber === certificate.serialNumber)
    expect(entry?.revokedAt).toEqual(revokedAt)
    const answer = await answered()
    expect(Math.abs(answer.thisUpdate.getTime() - now)).toBeLessThan(60_000)
    expect(answer.revokedAt).toEqual(revokedAt)
  }
  await move(days(4))
})

test('RFC 9449 §11.1 a proof stays used, also when the clock goes ahead and comes back', async () => {
  const { deviceKey } = await newPhone(authority)
  const jwk = await exportJWK(deviceKey.publicKey)
  const url = `${authority.origins.authority}/notices`
  const now = await authority.now()
  const dpop = await new SignJWT({ htm: 'GET', htu: url, jti: crypto.randomUUID() })
    .setProtectedHeader({ typ: 'dpop+jwt', alg: 'ES256', jwk })
    .setIssuedAt(Math.floor(now.getTime() / 1000))
    .sign(deviceKey.privateKey)
  const ask = async () => (await localFetch(url, { headers: { dpop } })).json()
  expect(await ask()).toEqual([])
  await move(days(10))
  expect(await ask()).toMatchObject({ code: 'DPOP_TIME' })
  await authority.restart() // sweeps at its start, or soon after
  await authority.moveClock(new Date((await authority.now()).getTime() + 1000))
  await move(-days(10) - 1000)
  expect(await ask()).toMatchObject({ code: 'DPOP_USED' })
})

test('5-A1 the clock keeps the time it was set to, for every process and after a restart', async () => {
  await move(days(20))
  const before = await authority.now()
  await authority.restart()
  const after = await authority.now()
  expect(after.getTime() - before.getTime()).toBeLessThan(60_000)
  expect(after.getTime()).toBeGreaterThanOrEqual(before.getTime())
  unwrap(await authority.client.PUT('/sandbox/clock', { body: { offsetSeconds: 0 } }))
  expect(Math.abs((await authority.now()).getTime() - Date.now())).toBeLessThan(5_000)
})

test('RFC 6901 a time that the clock cannot take is named by its field', async () => {
  const put = async (body: object) => {
    const answer = await localFetch(`${authority.origins.authority}/sandbox/clock`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return [answer.status, (await answer.json()).errors]
  }
  const named = (pointer: string, rule: string) => [400, [{ pointer, rule }]]
  expect(await put({ now: 'tomorrow' })).toEqual(named('/now', 'invalid_format'))
  expect(await put({ offsetSeconds: '1' })).toEqual(named('/offsetSeconds', 'invalid_type'))
})
