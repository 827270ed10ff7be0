import { aroundTheClock } from '@kazashi/lifecycle'
import { localFetch } from '@kazashi/serve'
import createClient from 'openapi-fetch'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type PushService, startPushService } from '../../../tools/push-service.ts'
import { unwrap } from '../api/client.ts'
import { provingFetch } from '../api/proof.ts'
import type { components, paths } from '../api/schema.d.ts'
import { createAuthority } from '../index.ts'
import {
  handOutCard,
  newPhone,
  newSigner,
  noticeFor,
  type RunningAuthority,
  type SoftwarePhone,
  signedApplication,
  startAuthority,
} from './harness.ts'

const operation = z.looseObject({
  parameters: z.array(z.looseObject({ in: z.string(), name: z.string() })).optional(),
})
type Delivery = components['schemas']['Delivery']

const issueDelaySeconds = 600
const backoff = { firstSeconds: 0.05, mostSeconds: 1, attempts: 3 }

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

const code = (value: string) => expect.objectContaining({ code: value })

/** The API as this phone calls it. */
const asPhone = ({ deviceKey }: SoftwarePhone) =>
  createClient<paths>({
    baseUrl: authority.origins.authority,
    fetch: provingFetch(deviceKey, localFetch, () => new Date()),
  })

/** A phone that has applied; nothing is issued before the clock is moved. */
async function appliedPhone(seed: number) {
  const card = await handOutCard(authority, seed)
  const phone = await newPhone(authority)
  const cms = await signedApplication(authority, card, phone)
  const { id } = await phone.port.apply(cms, crypto.randomUUID())
  return { card, phone, id, api: asPhone(phone) }
}

async function subscribedPhone(seed: number, language: 'ja' | 'en' = 'ja') {
  const applied = await appliedPhone(seed)
  const { publicKey } = unwrap(await authority.client.GET('/phones/push-key'))
  const browser = service.subscribe(publicKey)
  const headers = { 'accept-language': language }
  const answer = await applied.api.POST('/phones/push-subscription', {
    body: browser.json,
    headers,
  })
  expect(answer.response.status).toBe(204)
  return { ...applied, browser }
}

/** Makes the application due, so its notice comes. */
async function issue(): Promise<void> {
  const now = await authority.now()
  await authority.moveClock(new Date(now.getTime() + (issueDelaySeconds + 1) * 1000))
}

/** The delivery of this notice, as the operator sees it once it is in this state. */
async function delivery(state: Delivery['state'], notice: string): Promise<Delivery> {
  const deadline = AbortSignal.timeout(20_000)
  for (;;) {
    const query = { params: { query: { state } } }
    const list = unwrap(await authority.client.GET('/operator/deliveries', query))
    const found = list.find(({ noticeId, channel }) => noticeId === notice && channel === 'push')
    if (found) return found
    deadline.throwIfAborted()
  }
}

async function theNotice(phone: SoftwarePhone, id: string) {
  await noticeFor(phone, id)
  const notices = unwrap(await asPhone(phone).GET('/notices'))
  const notice = notices.find(({ applicationId }) => applicationId === id)
  if (!notice) throw new TypeError('no notice')
  return notice
}

describe('5-A1 a notice on its way', () => {
  test('5-A1.told-once inbox, stream and push tell the same notice under one id', async () => {
    const { phone, id, browser } = await subscribedPhone(201)
    await issue()
    const notice = await theNotice(phone, id)
    expect(notice).toMatchObject({
      kind: 'ready-to-register',
      title: 'スマホ用電子証明書を登録できます',
      undeliverable: false,
    })
    for await (const streamed of phone.port.noticeStream(AbortSignal.timeout(20_000))) {
      expect(streamed.id).toBe(notice.id)
      break
    }
    expect(await delivery('delivered', notice.id)).toMatchObject({ attempts: 1 })
    const pushed = browser.receive().map((text) => JSON.parse(text))
    const { kind, title, text } = notice
    expect(pushed).toEqual([{ id: notice.id, kind, title, text }])
  })

  test('5-A1 5-A2.one-phone what another owner of the phone was told is gone from its inbox', async () => {
    const { phone, id, api } = await appliedPhone(231)
    await issue()
    await theNotice(phone, id)
    await phone.port.withdraw(id, crypto.randomUUID())
    const card = await handOutCard(authority, 232)
    const keys = { signing: await newSigner(), authentication: await newSigner() }
    const cms = await signedApplication(authority, card, phone, { keys })
    const next = await phone.port.apply(cms, crypto.randomUUID())
    expect(unwrap(await api.GET('/notices'))).toEqual([])
    await issue()
    await theNotice(phone, next.id)
    const told = unwrap(await api.GET('/notices'))
    expect(told.map(({ applicationId }) => applicationId)).toEqual([next.id])
  })

  test('5-A1 5-A2.one-phone a push that waits for another owner of the phone is not sent, and nobody else marks that notice as shown', async () => {
    const { phone, id, api, browser } = await subscribedPhone(233)
    const card = await handOutCard(authority, 234)
    browser.answers(503, 503)
    browser.retryAfter = '1'
    await issue()
    const notice = await theNotice(phone, id)
    const keys = { signing: await newSigner(), authentication: await newSigner() }
    const cms = await signedApplication(authority, card, phone, { keys })
    await phone.port.withdraw(id, crypto.randomUUID())
    await phone.port.apply(cms, crypto.randomUUID())
    const params = { path: { id: notice.id } }
    const { error } = await api.POST('/notices/{id}/shown', { params })
    expect(error).toEqual(code('NOT_FOUND'))
    await delivery('unneeded', notice.id)
    expect(browser.receive()).toEqual([])
  })

  test('5-A1 a push speaks the language the phone subscribed in', async () => {
    const { browser } = await subscribedPhone(202, 'en')
    await issue()
    await browser.asked(1)
    const [text = ''] = browser.receive()
    expect(JSON.parse(text).title).toBe('You can now register your smartphone certificates')
  })

  test('5-A1.told-once a push service that fails is asked again, and the phone gets the notice once', async () => {
    const { phone, id, browser } = await subscribedPhone(203)
    browser.answers(503, 'taken and cut')
    await issue()
    const notice = await theNotice(phone, id)
    expect(await delivery('delivered', notice.id)).toMatchObject({ attempts: 3 })
    expect(browser.attempts.map(({ answer }) => answer)).toEqual([503, 'taken and cut', 201])
    expect(new Set(browser.attempts.map(({ topic }) => topic)).size).toBe(1)
    expect(browser.receive()).toHaveLength(1)
  })

  test('5-A1.told-anyway an undeliverable notice is seen by the operator, and by the phone in its inbox', async () => {
    const { phone, id, browser } = await subscribedPhone(204)
    browser.answers(503, 429, 'cut')
    await issue()
    const notice = await theNotice(phone, id)
    expect(await delivery('undeliverable', notice.id)).toMatchObject({
      kind: 'ready-to-register',
      attempts: 3,
      failure: 'TypeError',
    })
    expect(await theNotice(phone, id)).toMatchObject({ id: notice.id, undeliverable: true })
    expect(browser.receive()).toEqual([])
  })

  test.each([404, 410])('RFC 8030 §7.3 a subscription that answers %d is dropped', async (gone) => {
    const { phone, id, browser } = await subscribedPhone(gone)
    const subscriptions = async () =>
      (await database.query('select count(*)::int as n from record.push_subscription')).rows[0].n
    const before = await subscriptions()
    browser.answers(gone)
    await issue()
    const notice = await theNotice(phone, id)
    expect(await delivery('undeliverable', notice.id)).toMatchObject({
      attempts: 1,
      failure: `status ${gone}`,
    })
    expect(await subscriptions()).toBe(before - 1)
    expect(browser.attempts).toHaveLength(1)
  })

  test('5-A1.told-anyway a phone that unsubscribes gets no push, and its notice all the same', async () => {
    const { phone, id, api, browser } = await subscribedPhone(206)
    const { response } = await api.DELETE('/phones/push-subscription')
    expect(response.status).toBe(204)
    await issue()
    expect(await theNotice(phone, id)).toMatchObject({ undeliverable: false })
    expect(browser.attempts).toEqual([])
  })
})

describe('5-A1 no notice is shown twice', () => {
  test('5-A1.told-once a notice the phone has shown from the stream is no longer pushed', async () => {
    const { phone, id, api, browser } = await subscribedPhone(211)
    browser.answers(503, 503)
    browser.retryAfter = '1'
    await issue()
    const notice = await theNotice(phone, id)
    const params = { path: { id: notice.id } }
    expect((await api.POST('/notices/{id}/shown', { params })).response.status).toBe(204)
    await delivery('unneeded', notice.id)
    expect(browser.receive()).toEqual([])
    const shown = await theNotice(phone, id)
    expect(shown.shownAt).toBeDefined()
    expect((await api.POST('/notices/{id}/shown', { params })).response.status).toBe(204)
    expect((await theNotice(phone, id)).shownAt).toBe(shown.shownAt)
  })

  test('5-A1.told-once with three authorities at work each push is sent once', async () => {
    const { databaseUrl, dataFolder, origins } = authority
    const options = { databaseUrl, dataFolder, origins, issueDelaySeconds, push: { backoff } }
    const others = await Promise.all(
      [1, 2].map(() => createAuthority({ ...options, hours: aroundTheClock })),
    )
    try {
      const phones = []
      for (const seed of [241, 242, 243, 244, 245, 246]) phones.push(await subscribedPhone(seed))
      await issue()
      for (const { phone, id, browser } of phones) {
        const notice = await theNotice(phone, id)
        expect(await delivery('delivered', notice.id)).toMatchObject({ attempts: 1 })
        expect(browser.attempts).toHaveLength(1)
      }
    } finally {
      await Promise.all(others.map((one) => one.close()))
    }
  })

  test('5-A1.told-once a phone that comes back reads on from the last notice it saw', async () => {
    const { phone, id, api } = await appliedPhone(212)
    await issue()
    const { id: seen } = await theNotice(phone, id)
    const { response } = await api.GET('/notices/stream', {
      params: { header: { 'last-event-id': seen } },
      parseAs: 'stream',
      signal: AbortSignal.timeout(20_000),
    })
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    let text = ''
    while (!text.includes('still here')) text += (await reader?.read())?.value ?? ''
    await reader?.cancel()
    expect(text).not.toContain('data:')
  })
})

test('Fetch §4.8 the app may send every header that the API takes, so that a stream that broke off goes on', async () => {
  const { origins } = authority
  const document = z
    .object({ paths: z.record(z.string(), z.record(z.string(), operation)) })
    .parse(await (await localFetch(`${origins.authority}/openapi.json`)).json())
  const names = Object.values(document.paths)
    .flatMap((methods) => Object.values(methods))
    .flatMap(({ parameters = [] }) =>
      parameters.flatMap((one) => (one.in === 'header' ? one.name : [])),
    )
  expect(names).toContain('last-event-id')
  const preflight = await localFetch(`${origins.authority}/notices/stream`, {
    method: 'OPTIONS',
    headers: {
      origin: origins.app,
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'accept-language,authorization,dpop,last-event-id',
    },
  })
  expect(preflight.status).toBe(204)
  const allowed = (preflight.headers.get('access-control-allow-headers') ?? '').split(/, */)
  expect(allowed).toEqual(
    expect.arrayContaining([...new Set(names)].map((name) => name.toLowerCase())),
  )
})

describe('5-A1 refusals', () => {
  const json = (endpoint: string) => ({ ...service.subscribe('').json, endpoint })

  test.each([
    'https://push.example/abc',
    'https://10.0.0.1/abc',
    'http://169.254.169.254/latest/meta-data',
  ])('RFC 8030 §4 a push service that is not listed: %s', async (endpoint) => {
    const api = asPhone(await newPhone(authority))
    const { error } = await api.POST('/phones/push-subscription', { body: json(endpoint) })
    expect(error).toEqual(code('PUSH_SERVICE_UNKNOWN'))
  })

  test('5-A1 a subscription of a phone that never applied', async () => {
    const api = asPhone(await newPhone(authority))
    const body = json(`${service.origin}/push/x`)
    const { error } = await api.POST('/phones/push-subscription', { body })
    expect(error).toEqual(code('PHONE_UNKNOWN'))
  })

  test.each([
    ['too short', 'short'],
    ['no point of the curve', `B${'A'.repeat(86)}`],
  ])('RFC 8291 §3.1 a key that is none: %s', async (_, p256dh) => {
    const api = asPhone(await newPhone(authority))
    const { auth } = service.subscribe('').json.keys
    const body = { endpoint: `${service.origin}/push/x`, keys: { p256dh, auth } }
    const { error } = await api.POST('/phones/push-subscription', { body })
    expect(error).toEqual(code('REQUEST_INVALID'))
  })

  test("5-A1 saying that another phone's notice was shown", async () => {
    const { phone, id } = await appliedPhone(224)
    await issue()
    const notice = await theNotice(phone, id)
    const params = { path: { id: notice.id } }
    for (const other of [await newPhone(authority), (await appliedPhone(225)).phone]) {
      const { error } = await asPhone(other).POST('/notices/{id}/shown', { params })
      expect(error).toEqual(code('NOT_FOUND'))
    }
    expect((await theNotice(phone, id)).shownAt).toBeUndefined()
  })

  test('5-A1 the deliveries, to anybody but the operator', async () => {
    const ask = (headers: Record<string, string>) =>
      localFetch(`${authority.origins.authority}/operator/deliveries`, { headers })
    expect(await (await ask({})).json()).toEqual(code('ROLE_REQUIRED'))
    const wrong = { authorization: `Bearer ${'x'.repeat(43)}` }
    expect(await (await ask(wrong)).json()).toEqual(code('ROLE_REQUIRED'))
  })
})

test('1-C②.sealed-records the push address of a phone is readable in no table', async () => {
  const { browser } = await subscribedPhone(231)
  const { endpoint, keys } = browser.json
  const { rows } = await database.query<{ line: string }>(
    'select t::text as line from record.push_subscription t',
  )
  const text = rows.map(({ line }) => line).join('\n')
  const hex = (value: string) => Buffer.from(value).toString('hex')
  for (const secret of [endpoint, keys.auth, keys.p256dh]) {
    expect(text).not.toContain(secret)
    expect(text).not.toContain(hex(secret))
  }
})
