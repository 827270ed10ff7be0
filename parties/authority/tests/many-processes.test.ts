import { setTimeout } from 'node:timers/promises'
import type { CertificateKind } from '@kazashi/lifecycle'
import { localFetch } from '@kazashi/serve'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unwrap } from '../api/client.ts'
import { provingFetch } from '../api/proof.ts'
import { handOutCard, newPhone, noticeFor, registeredPhone, signedApplication } from './harness.ts'
import { type Many, startMany } from './many.ts'
import { askOcsp, type Told } from './ocsp.ts'

let many: Many
let issuers: Readonly<Record<string, Uint8Array>>
beforeAll(async () => {
  many = await startMany()
  const { anchors } = unwrap(await many.client.GET('/trust'))
  issuers = Object.fromEntries(
    anchors.map(({ kind, certificate }) => [
      kind,
      new Uint8Array(Buffer.from(certificate, 'base64')),
    ]),
  )
})
afterAll(() => many?.close())

/** The status each process gives for a certificate at this moment. */
async function toldByEach(kind: CertificateKind, certificate: Uint8Array) {
  const now = await many.now()
  const issuer = issuers[kind] ?? new Uint8Array(0)
  const about = { certificate, issuer, now }
  return Promise.all(
    many.direct.map((fetch) => askOcsp(many.origins.repository, kind, about, fetch)),
  )
}

/** Asks until all give this status; the benchmark measures the time. */
async function untilAllTell(certificate: Uint8Array, told: Told): Promise<void> {
  const enough = AbortSignal.timeout(20_000)
  for (;;) {
    const now = await toldByEach('signing', certificate)
    if (now.every((one) => one === told)) return
    if (enough.aborted) expect(now).toEqual(now.map(() => told))
    await setTimeout(5)
  }
}

const suspend = async (person: string, what: 'phone' | 'card') =>
  unwrap(
    await many.client.POST('/hotline/suspensions', { body: { person, what, reason: 'stolen' } }),
  )

test('2-C…2-E an application goes through whichever process answers, and is issued by another', async () => {
  const before = [...many.served]
  const card = await handOutCard(many, 501)
  const { certificates, phone, applicationId } = await registeredPhone(many, card)
  await untilAllTell(certificates.signing, 'good')
  expect(await phone.port.application(applicationId)).toMatchObject({ state: 'registered' })
  many.served.forEach((count, i) => {
    expect(count).toBeGreaterThan(before[i] ?? 0)
  })
})

test('5-B1.phone-stops from the answer to the suspension on, every process refuses, whichever took it', async () => {
  const card = await handOutCard(many, 502)
  const { certificates, phone } = await registeredPhone(many, card)
  expect(await toldByEach('signing', certificates.signing)).toEqual(['good', 'good', 'good'])
  await suspend(card.person, 'phone')
  const hold = ['certificateHold', 'certificateHold', 'certificateHold']
  expect(await toldByEach('signing', certificates.signing)).toEqual(hold)
  expect(await toldByEach('authentication', card.authentication)).toEqual(['good', 'good', 'good'])
  expect((await phone.port.notices()).map(({ kind }) => kind)).toContain('suspended')
})

test('5-B1.card-stops a process that could not hear of a suspension still reports it', async () => {
  const card = await handOutCard(many, 503)
  await untilAllTell(card.signing, 'good')
  const db = new pg.Client({ connectionString: many.databaseUrl })
  await db.connect()
  const deaf = await db.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'kazashi-authority-signals'`,
  )
  expect(deaf.rowCount).toBe(5)
  await suspend(card.person, 'card')
  await untilAllTell(card.signing, 'certificateHold')
  await db.end()
})

test('2-D③.kept the same application sent to all processes at once is one application', async () => {
  const card = await handOutCard(many, 504)
  const phone = await newPhone(many)
  const cms = await signedApplication(many, card, phone)
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => phone.port.apply(cms, 'sent-to-all')),
  )
  for (const answer of answers) expect(answer).toEqual(answers[0])
  await noticeFor(phone, answers[0]?.id ?? '')
  expect(await phone.port.notices()).toHaveLength(1)
})

test('5-A2.one-phone of phones that ask different processes at once exactly one gets the person', async () => {
  const card = await handOutCard(many, 505)
  const phones = await Promise.all(Array.from({ length: 3 }, () => newPhone(many)))
  const sent = await Promise.all(phones.map((phone) => signedApplication(many, card, phone)))
  const answers = await Promise.allSettled(
    phones.map((phone, i) => phone.port.apply(sent[i] ?? new Uint8Array(0), `phone-${i}-asks`)),
  )
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('RFC 9449 §11.1 a proof that one process took is refused by the others', async () => {
  const { deviceKey } = await newPhone(many)
  let proof = ''
  const noting: typeof fetch = async (input, init) => {
    const request = new Request(input, init)
    proof = request.headers.get('dpop') ?? ''
    return localFetch(request)
  }
  const url = `${many.origins.authority}/notices`
  const first = await provingFetch(deviceKey, noting, () => new Date())(new Request(url))
  expect(first.status).toBe(200)
  for (const fetch of many.direct) {
    const again = await fetch(url, { headers: { dpop: proof } })
    expect(await again.json()).toMatchObject({ code: 'DPOP_USED' })
  }
})

test('5-A1 from the answer on, all follow the sandbox clock that one process moved', async () => {
  const nonces = async () =>
    Promise.all(
      many.direct.map(async (fetch) => {
        const answer = await fetch(`${many.origins.authority}/nonces`, { method: 'POST' })
        return Date.parse((await answer.json()).expiresAt)
      }),
    )
  const day = 24 * 60 * 60
  const tomorrow = Date.now() + day * 1000
  unwrap(await many.client.PUT('/sandbox/clock', { body: { offsetSeconds: day } }))
  for (const expiry of await nonces()) expect(expiry).toBeGreaterThan(tomorrow)
  unwrap(await many.client.PUT('/sandbox/clock', { body: { offsetSeconds: 0 } }))
})

test('RFC 5280 §4.2.1.1 a new generation of CAs is made once, by whichever process, and all issue and answer with it', async () => {
  const years = 3.5 * 365 * 24 * 60 * 60
  const body = JSON.stringify({ offsetSeconds: years })
  const headers = { 'content-type': 'application/json' }
  const moves = [...many.direct, ...many.direct].map((fetch) =>
    fetch(`${many.origins.authority}/sandbox/clock`, { method: 'PUT', headers, body }),
  )
  for (const { status } of await Promise.all(moves)) expect(status).toBe(200)
  const lists = await Promise.all(
    many.direct.map(async (fetch) => (await fetch(`${many.origins.authority}/trust`)).json()),
  )
  for (const list of lists) expect(list).toEqual(lists[0])
  const { anchors } = unwrap(await many.client.GET('/trust'))
  expect(anchors.map(({ kind, generation }) => `${kind} ${generation}`)).toEqual([
    'signing 1',
    'authentication 1',
    'signing 2',
    'authentication 2',
  ])
  const newest = anchors.at(2)?.certificate ?? ''
  issuers = { ...issuers, signing: new Uint8Array(Buffer.from(newest, 'base64')) }
  const cards = await Promise.all([506, 507, 508].map((seed) => handOutCard(many, seed)))
  for (const card of cards) {
    expect(await toldByEach('signing', card.signing)).toEqual(['good', 'good', 'good'])
  }
  unwrap(await many.client.PUT('/sandbox/clock', { body: { offsetSeconds: 0 } }))
})
