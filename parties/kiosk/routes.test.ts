/** A kiosk's routes with a register and a verifier of the test's own: each step, each refusal, and what is left of a visit. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import cookies from '@fastify/cookie'
import type { Trust } from '@kazashi/login'
import { newCa, newHolder } from '@kazashi/pki/test-chain'
import { createLogger, createParty, originsFor, type Party } from '@kazashi/serve'
import { VerifyError } from '@kazashi/verify'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { disagreements, Entry } from './journal/entries.ts'
import { type Journal, openJournal } from './journal/journal.ts'
import { Machine } from './machine.ts'
import { openSeals, type Seals } from './paper/seals.ts'
import { KioskProblem, kioskProblems } from './problems.ts'
import type { Registered } from './register.ts'
import { kioskRoutes } from './routes.ts'
import { Visits } from './visits.ts'

const origins = originsFor(8080)
const noon = new Date('2026-11-28T03:00:00Z')
const registered: Registered = {
  id: '6e3f6d0e-2f6b-4d0e-9b8e-5f6b1c2d3e4f',
  carrier: 'phone',
  name: '例示\u3000太郎',
  birthDate: '1980-05-05',
  sex: 'male',
  address: '東京都渋谷区見本町１－２',
  municipality: '13113',
}

let folder: string
let seals: Seals
let certificate: Awaited<ReturnType<typeof newHolder>>['certificate']
let now: Date
let elapsed: number
let verdict: Error | undefined
let person: Registered | Error
let expected: unknown
let app: Party
let journal: Journal
let path: string
let visits: Visits
/** What the server has written to its log. */
let log: string
let count = 0

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kazashi-kiosk-'))
  seals = await openSeals(folder, noon)
  const ca = await newCa('authentication')
  certificate = (await newHolder('cardAuthentication', ca)).certificate
})
afterAll(() => rm(folder, { recursive: true }))

beforeEach(async () => {
  now = noon
  elapsed = 0
  verdict = undefined
  person = registered
  count += 1
  path = join(folder, `journal-${count}.jsonl`)
  journal = await openJournal(path, noon)
  const trust = {
    now: async () => now,
    verifier: async () => ({
      verifyLogin: async (asked: { expected: unknown }) => {
        expected = asked.expected
        if (verdict !== undefined) throw verdict
        return { certificate }
      },
    }),
    // The machine asks the verifier for nothing else.
  } as unknown as Trust
  const register = {
    find: async (der: Uint8Array) => {
      expect(der).toEqual(certificate.der)
      if (person instanceof Error) throw person
      return person
    },
  }
  const needs = { trust, seals, audience: origins.kiosk, relyingParty: 'キオスク' }
  const machine = new Machine({ ...needs, register, journal })
  visits = new Visits(() => elapsed)
  log = ''
  const logger = createLogger('debug', { write: (line) => (log += line) })
  const about = { name: 'kiosk', origins, sandbox: true, problems: kioskProblems } as const
  app = await createParty({ ...about, logger })
  await app.register(cookies)
  kioskRoutes(app, { ...needs, machine, visits, sandbox: true })
})
afterEach(async () => {
  await app.close()
  await journal.close()
})

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'
async function ask(method: Method, at: string, body?: object, cookie?: string) {
  const answer = await app.inject({
    method,
    url: `${origins.kiosk}${at}`,
    ...(body && { payload: body }),
    ...(cookie !== undefined && { cookies: { '__Host-visit': cookie } }),
  })
  const isJson = String(answer.headers['content-type']).includes('json')
  return { status: answer.statusCode, answer, json: isJson ? answer.json() : undefined }
}
/** @returns a cookie */
async function begin(): Promise<string> {
  const { answer } = await ask('POST', '/visits')
  expect(answer.statusCode).toBe(201)
  expect(answer.cookies[0]).toMatchObject({ name: '__Host-visit', httpOnly: true, secure: true })
  return answer.cookies[0]?.value ?? ''
}
const proof = { response: 'AAAA' }
const prove = (cookie: string) => ask('POST', '/visit/proof', proof, cookie)
const wanted = { type: 'residence', about: [0], domicile: false, relation: false, copies: 1 }
const order = (cookie: string, changed = {}) =>
  ask('POST', '/visit/order', { ...wanted, ...changed }, cookie)
const insert = (cookie: string, yen: number) => ask('POST', '/visit/money', { yen }, cookie)
const print = (cookie: string) => ask('POST', '/visit/papers', undefined, cookie)
const entries = async () =>
  (await readFile(path, 'utf8'))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Entry.parse(JSON.parse(line)))
async function ordered(changed = {}): Promise<string> {
  const cookie = await begin()
  expect((await prove(cookie)).status).toBe(200)
  expect((await order(cookie, changed)).status).toBe(200)
  return cookie
}

test('1-B③ from proof to paper: what was signed is bound to this kiosk, the paper is recorded before it comes out, and the change is right', async () => {
  const cookie = await ordered({ copies: 2 })
  expect(expected).toMatchObject({ audience: origins.kiosk, relyingParty: 'キオスク' })
  expect((await insert(cookie, 500)).json).toEqual({ fee: 400, inserted: 500 })
  const { json } = await print(cookie)
  expect(json).toMatchObject({ change: 100, pieces: [100] })
  const [first, second] = json.papers
  expect(first.number).not.toBe(second.number)
  expect((await entries()).map(({ what }) => what)).toEqual(['inserted', 'issued'])
  const receipt = await ask('GET', json.receipt, undefined, cookie)
  expect(receipt.answer.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
  // Not in anybody's hand as long as the money could come back.
  expect((await ask('GET', first.url, undefined, cookie)).json).toMatchObject({
    code: 'VISIT_STEP',
  })
  expect((await ask('POST', '/visit/papers/out', undefined, cookie)).status).toBe(204)
  expect((await ask('POST', '/visit/papers/out', undefined, cookie)).status).toBe(204)
  const pdfs = [first, second].map(({ url }) => ask('GET', url, undefined, cookie))
  for (const { answer } of await Promise.all(pdfs))
    expect(answer.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
  expect(disagreements(await entries())).toEqual(new Map())
  expect((await ask('DELETE', '/visit', undefined, cookie)).json).toEqual({
    returned: 0,
    pieces: [],
  })
})

test('1-B③ after the end nothing is left for the next person: no session, no paper, and no word of the person in memory, log and journal', async () => {
  const cookie = await ordered()
  await insert(cookie, 500)
  const { json } = await print(cookie)
  await ask('POST', '/visit/papers/out', undefined, cookie)
  await ask('DELETE', '/visit', undefined, cookie)
  const gone = await ask('GET', json.papers[0].url, undefined, cookie)
  expect(gone.json).toMatchObject({ code: 'VISIT_UNKNOWN' })
  expect((await order(cookie)).json).toMatchObject({ code: 'VISIT_UNKNOWN' })
  expect(visits.takeAll()).toEqual([])
  expect(log).toContain('/visit/proof')
  const text = (await readFile(path, 'utf8')) + log
  for (const secret of ['太郎', '例示', registered.id, registered.birthDate, '見本町'])
    expect(text).not.toContain(secret)
})

test.each([
  ['before the proof', 0, 0],
  ['after the order', 1, 0],
  ['with money in', 1, 1500],
])('1-B③ cancelled %s: the money comes back', async (_, far, yen) => {
  const cookie = far === 0 ? await begin() : await ordered()
  for (let left = yen; left > 0; left -= 500) await insert(cookie, 500)
  expect((await ask('DELETE', '/visit', undefined, cookie)).json).toMatchObject({ returned: yen })
  expect(disagreements(await entries())).toEqual(new Map())
})

test('1-B③ cancelled when papers are made and not out: they are void, and the money comes back', async () => {
  const cookie = await ordered()
  await insert(cookie, 500)
  await print(cookie)
  expect((await ask('DELETE', '/visit', undefined, cookie)).json).toMatchObject({ returned: 500 })
  expect((await entries()).map(({ what }) => what)).toEqual([
    'inserted',
    'issued',
    'void',
    'returned',
  ])
  expect(disagreements(await entries())).toEqual(new Map())
})

test('1-B③ KIOSK_CLOSED and when it opens, at the beginning and before printing', async () => {
  const cookie = await ordered()
  await insert(cookie, 500)
  now = new Date('2026-11-28T14:00:00Z')
  const opensAt = '2026-11-28T21:30:00.000Z'
  expect((await print(cookie)).json).toMatchObject({ code: 'KIOSK_CLOSED', opensAt })
  expect((await ask('POST', '/visits')).json).toMatchObject({ code: 'KIOSK_CLOSED', why: 'night' })
  expect((await ask('GET', '/status')).json).toMatchObject({ open: false, opensAt })
})

test('1-B③ OUT_OF_PAPER until the staff has put some in', async () => {
  const cookie = await ordered()
  await insert(cookie, 500)
  await ask('PUT', '/staff/paper', { paper: false })
  expect((await print(cookie)).json).toMatchObject({ code: 'OUT_OF_PAPER' })
  expect((await ask('POST', '/visits')).json).toMatchObject({ code: 'OUT_OF_PAPER' })
  await ask('PUT', '/staff/paper', { paper: true })
  expect((await print(cookie)).status).toBe(200)
})

test.each([
  [new VerifyError('CERTIFICATE_SUSPENDED'), 'CERTIFICATE_SUSPENDED'],
  [new VerifyError('CERTIFICATE_REVOKED'), 'CERTIFICATE_REVOKED'],
  [new VerifyError('CERTIFICATE_EXPIRED'), 'CERTIFICATE_EXPIRED'],
  [new VerifyError('STATUS_UNAVAILABLE'), 'STATUS_UNAVAILABLE'],
  [new VerifyError('STATEMENT_MISMATCH'), 'STATEMENT_MISMATCH'],
])('1-B③ a proof that does not hold is refused: %s', async (error, code) => {
  verdict = error
  const cookie = await begin()
  expect((await prove(cookie)).json).toMatchObject({ code })
  expect((await order(cookie)).json).toMatchObject({ code: 'VISIT_STEP' })
})

test.each([
  [new KioskProblem('PERSON_UNKNOWN'), 'PERSON_UNKNOWN'],
  [new KioskProblem('REGISTER_UNAVAILABLE'), 'REGISTER_UNAVAILABLE'],
  [{ ...registered, municipality: '13362' }, 'MUNICIPALITY_ABSENT'],
])('1-B③ whom no register has served here: %#', async (found, code) => {
  person = found
  expect((await prove(await begin())).json).toMatchObject({ code })
})

test('1-B③ OFFER_UNAVAILABLE: too young for a seal, people who are not of the household, others on a seal’s certificate', async () => {
  person = { ...registered, birthDate: '2015-01-01' }
  const young = await begin()
  await prove(young)
  const code = 'OFFER_UNAVAILABLE'
  expect((await order(young, { type: 'seal' })).json).toMatchObject({ code })
  expect((await order(young, { about: [0, 9] })).json).toMatchObject({ code })
  expect((await order(young, { about: [0, 0] })).json).toMatchObject({ code })
  expect((await order(young, { type: 'tax', about: [0, 1] })).json).toMatchObject({ code })
})

test('1-B③ MONEY_SHORT says what is missing; MONEY_REFUSED: other pieces, and too much', async () => {
  const cookie = await ordered()
  await insert(cookie, 50)
  expect((await print(cookie)).json).toMatchObject({ code: 'MONEY_SHORT', missing: 150 })
  expect((await insert(cookie, 5)).json).toMatchObject({ code: 'MONEY_REFUSED' })
  for (let times = 0; times < 2; times += 1) await insert(cookie, 10_000)
  expect((await insert(cookie, 10_000)).json).toMatchObject({ code: 'MONEY_REFUSED' })
})

test('1-B③ VISIT_STEP: no order without proof, no money without order, no second printing', async () => {
  const cookie = await begin()
  const code = 'VISIT_STEP'
  expect((await order(cookie)).json).toMatchObject({ code })
  expect((await insert(cookie, 100)).json).toMatchObject({ code })
  expect((await print(cookie)).json).toMatchObject({ code })
  await prove(cookie)
  expect((await prove(cookie)).json).toMatchObject({ code })
  await order(cookie)
  await insert(cookie, 500)
  const [one, other] = await Promise.all([print(cookie), print(cookie)])
  expect([one.status, other.status].sort()).toEqual([200, 409])
  expect((await insert(cookie, 100)).json).toMatchObject({ code })
})

test('1-B③ a visit that nobody ended is ended for the next person, and its money given back', async () => {
  const cookie = await ordered()
  await insert(cookie, 500)
  elapsed = 16 * 60_000
  await begin()
  expect((await order(cookie)).json).toMatchObject({ code: 'VISIT_UNKNOWN' })
  expect(disagreements(await entries())).toEqual(new Map())
})

test('1-B③ the keys that check a paper and the CA of the seals are published; no private half is', async () => {
  const { json } = await ask('GET', '/keys.json')
  expect(json.find((key: { issuer: string }) => key.issuer === '13113')).toMatchObject({
    name: '渋谷区長',
  })
  expect(JSON.stringify(json)).not.toContain('"d"')
  expect((await ask('GET', '/seals-ca.pem')).answer.body).toContain('BEGIN CERTIFICATE')
})
