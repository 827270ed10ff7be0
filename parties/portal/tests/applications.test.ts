/** Applications at the portal over HTTP, signed by robot phones: from the draft to the receipt, and every bad way (1-B①). */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { localFetch } from '@kazashi/serve'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { borrowSandbox } from '../../../tools/running-app/borrowed-sandbox.ts'
import type { Sandbox } from '../../../tools/running-app/sandbox.ts'
import { dayIn, plusDays } from '../days.ts'
import {
  childAnswers,
  type Filled,
  fillIn,
  movingAnswers,
  Person,
  taxAnswers,
  type View,
  viewIn,
} from './person.ts'

let sandbox: Sandbox
let folder: string
let today: string
beforeAll(async () => {
  sandbox = await borrowSandbox()
  await sandbox.moveClock('10:00')
  folder = await mkdtemp(join(tmpdir(), 'kazashi-applications-'))
  today = dayIn(new Date(await now()))
})
afterAll(async () => {
  await sandbox?.stop()
  await rm(folder, { recursive: true, force: true })
})

const clock = z.object({ now: z.string() })
const now = async () =>
  clock.parse(await (await localFetch(`${sandbox.origin('authority')}/sandbox/clock`)).json()).now
const loggedIn = async (as = 'adult'): Promise<Person> => {
  const person = new Person(sandbox.origin('portal'), as)
  await person.logIn()
  return person
}
const moving = () => movingAnswers(plusDays(today, 5))
const see = async (person: Person, id: string): Promise<View> =>
  viewIn(await person.ask('GET', `/api/applications/${id}`))
/** @returns the code that the page is told; null: it was taken */
async function sign(person: Person, id: string): Promise<string | null> {
  const { url } = await person.open(`/applications/${id}/sign`)
  return url.searchParams.get('came')
}
async function withdrawAll(person: Person): Promise<void> {
  const all = z
    .object({ applications: z.array(z.object({ id: z.string(), state: z.string() })) })
    .parse((await person.ask('GET', '/api/procedures')).body)
  for (const { id, state } of all.applications)
    if (state === 'draft') await person.ask('DELETE', `/api/applications/${id}`)
}
const ran = async (program: string, ...args: readonly string[]): Promise<string> =>
  promisify(execFile)(program, args).then(
    ({ stdout, stderr }) => `${stdout}${stderr}`,
    (error: unknown) => String(Reflect.get(Object(error), 'stdout') ?? error),
  )
async function kept(person: Person, path: string, name: string): Promise<string> {
  const answer = await person.ask('GET', path)
  expect(answer.status).toBe(200)
  const file = join(folder, name)
  await writeFile(file, answer.bytes)
  return file
}

test.each([
  ['1-B①.moving', 'moving', 'M', moving],
  ['1-B①.child-care', 'child-allowance', 'K', () => childAnswers],
] as const)(
  '%s: what was filled in is signed by the phone, taken, and handed out as a PDF that other programs verify',
  async (_, procedure, letter, answers) => {
    const person = await loggedIn()
    const id = await fillIn(person, procedure, answers())
    expect(await sign(person, id)).toBeNull()
    const taken = await see(person, id)
    expect(taken).toMatchObject({ state: 'received', findings: { signer: expect.any(String) } })
    expect(taken.number).toMatch(new RegExp(`^${letter}-${today.slice(0, 4)}-\\d{6}$`))
    const signed = await kept(person, `/api/applications/${id}/document`, `${procedure}.pdf`)
    expect(await ran('qpdf', '--check', signed)).toContain('No syntax or stream encoding errors')
    const pdfsig = await ran('pdfsig', '-nocert', signed)
    expect(pdfsig).toContain('Signature is Valid')
    expect(pdfsig).toContain('Total document signed')
    const text = (await ran('pdftotext', signed, '-')).replaceAll(/\s/g, '')
    expect(text).toContain('𠮷田髙子')
    const receipt = await kept(person, `/api/applications/${id}/receipt`, 'receipt.pdf')
    expect((await ran('pdftotext', receipt, '-')).replaceAll(/\s/g, '')).toContain(taken.number)
  },
)

test('1-B①.tax-return what is owed is computed, and the return is signed as XML that xmlsec1 verifies', async () => {
  const person = await loggedIn()
  const id = await fillIn(person, 'tax-return', taxAnswers)
  const sections = JSON.stringify(await see(person, id))
  expect(sections).toContain('戻ってくる税金')
  expect(await sign(person, id)).toBeNull()
  const xml = await kept(person, `/api/applications/${id}/document`, 'tax.xml')
  const trust = z
    .object({ anchors: z.array(z.object({ kind: z.string(), certificate: z.string() })) })
    .parse(await (await localFetch(`${sandbox.origin('authority')}/trust`)).json())
  const roots = trust.anchors
    .filter(({ kind }) => kind === 'signing')
    .map(
      ({ certificate }) =>
        `-----BEGIN CERTIFICATE-----\n${certificate.replaceAll(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
    )
  const at = (await now()).slice(0, 19).replace('T', ' ')
  const trusted: string[] = []
  for (const [index, pem] of roots.entries()) {
    const file = join(folder, `root${index}.pem`)
    await writeFile(file, pem)
    trusted.push('--trusted-pem', file)
  }
  const judged = ['--verify', ...trusted, '--verification-time', at, xml]
  expect(await ran('xmlsec1', ...judged)).toMatch(/Verification status: OK|^OK/m)
})

test('1-B①.moving pressed twice it is taken once, goes on to 確認中 and 完了 by the clock, and can be withdrawn no more', async () => {
  const person = await loggedIn('iphone')
  const id = await fillIn(person, 'moving', moving())
  expect(await sign(person, id)).toBeNull()
  const { number } = await see(person, id)
  expect(await sign(person, id)).toBe('APPLICATION_TAKEN')
  expect((await see(person, id)).number).toBe(number)
  expect((await person.ask('DELETE', `/api/applications/${id}`)).code).toBe('APPLICATION_TAKEN')
  await sandbox.moveClock('10:00', plusDays(today, 1))
  const later = await loggedIn('iphone')
  expect((await see(later, id)).state).toBe('checking')
  await sandbox.moveClock('16:00', plusDays(today, 3))
  const done = await loggedIn('iphone')
  expect((await see(done, id)).state).toBe('done')
  const home = JSON.stringify((await done.ask('GET', '/api/home')).body)
  for (const kind of ['received', 'checking', 'done']) expect(home).toContain(`"kind":"${kind}"`)
  today = dayIn(new Date(await now()))
})

test('1-B①.child-care a draft is found again in another browser after a new login; nobody else sees it, and withdrawn it is gone', async () => {
  const person = await loggedIn()
  const id = await fillIn(person, 'child-allowance', childAnswers)
  const again = await loggedIn()
  expect((await see(again, id)).answers).toMatchObject({ bank: '架空銀行' })
  const other = await loggedIn('iphone')
  for (const [method, path] of [
    ['GET', ''],
    ['DELETE', ''],
    ['GET', '/receipt'],
    ['GET', '/document'],
  ])
    expect((await other.ask(method ?? '', `/api/applications/${id}${path}`)).code).toBe(
      'APPLICATION_UNKNOWN',
    )
  expect(await sign(other, id)).toBe('APPLICATION_UNKNOWN')
  expect((await person.ask('DELETE', `/api/applications/${id}`)).status).toBe(204)
  expect((await person.ask('GET', `/api/applications/${id}`)).code).toBe('APPLICATION_UNKNOWN')
})

test.each([
  ['declines', 'SIGN_STOPPED'],
  ['suspended', 'SIGN_CERTIFICATE_ENDED'],
  ['revoked', 'SIGN_CERTIFICATE_ENDED'],
  ['adult certificate-expired', 'SIGN_CERTIFICATE_ENDED'],
  ['iphone', 'SIGNER_OTHER'],
  ['adult state-wrong', 'RETURN_UNKNOWN'],
  ['adult token-unavailable', 'GATE_UNAVAILABLE'],
])(
  '1-B①.refused where the phone of “%s” is to sign, the page is told %s, the draft stays, and can be signed',
  async (as, code) => {
    const person = await loggedIn()
    await withdrawAll(person)
    const id = await fillIn(person, 'moving', moving())
    person.handTo(as)
    expect(await sign(person, id)).toBe(code)
    expect((await see(person, id)).state).toBe('draft')
    person.handTo('adult')
    expect(await sign(person, id)).toBeNull()
  },
)

test('1-B①.refused a result that was used, a draft that changed while it was signed, and a session that is over are no way in', async () => {
  const person = await loggedIn()
  await withdrawAll(person)
  const id = await fillIn(person, 'moving', moving())
  const isBack = (url: URL) => url.pathname === '/signed'
  // Signed at the gate, and the answers change before the browser is back.
  const back = await person.open(`/applications/${id}/sign`, isBack)
  const { version } = await see(person, id)
  const days = moving()['days'] ?? {}
  const changed = { step: 'days', answers: days, version, check: true }
  expect((await person.ask('PUT', `/api/applications/${id}`, changed)).status).toBe(200)
  expect((await person.ask('PUT', `/api/applications/${id}`, changed)).code).toBe(
    'APPLICATION_CHANGED',
  )
  const outdated = await person.open(back.url.href)
  expect(outdated.url.searchParams.get('came')).toBe('SIGN_OUTDATED')
  const replayed = await person.open(back.url.href)
  expect(replayed.url.searchParams.get('came')).toBe('RETURN_UNKNOWN')
  // Logged out in between: back at the login, and the draft is there after it.
  const second = await person.open(`/applications/${id}/sign`, isBack)
  await person.ask('DELETE', '/session')
  expect((await person.open(second.url.href)).url.pathname).toBe('/')
  expect((await person.ask('GET', `/api/applications/${id}`)).code).toBe('NOT_LOGGED_IN')
  await person.logIn()
  expect((await see(person, id)).state).toBe('draft')
  expect(await sign(person, id)).toBeNull()
})

test('1-B①.moving what is wrong is told at its field in both languages, and what was entered stays', async () => {
  const person = await loggedIn('twin-1')
  await withdrawAll(person)
  const begun = await person.ask('POST', '/api/applications', { procedure: 'moving' })
  const { id } = z.object({ id: z.string() }).parse(begun.body)
  const ask = async (step: string, answers: object) => {
    const { version } = await see(person, id)
    return person.ask('PUT', `/api/applications/${id}`, { step, answers, version, check: true })
  }
  const faults = z.object({
    code: z.literal('ANSWERS_INVALID'),
    faults: z.array(
      z.object({
        field: z.string(),
        fault: z.string(),
        words: z.object({ ja: z.string(), en: z.string() }),
      }),
    ),
  })
  const told = async (step: string, answers: object) =>
    faults.parse((await ask(step, answers)).body).faults.map(({ field, fault }) => [field, fault])
  expect(
    await told('person', { name: ' ', birthDate: '1990-02-30', address: 'x', phone: '1' }),
  ).toEqual([
    ['name', 'missing'],
    ['birthDate', 'not-a-day'],
    ['phone', 'not-digits'],
  ])
  expect((await see(person, id)).answers).toMatchObject({ address: 'x' })
  const late = { moveDate: plusDays(today, -11), visitDate: plusDays(today, 20) }
  expect(await told('days', late)).toEqual([
    ['moveDate', 'move-too-late'],
    ['visitDate', 'visit-too-late'],
  ])
  expect(await told('days', { moveDate: plusDays(today, 31), visitDate: today })).toEqual([
    ['moveDate', 'move-too-early'],
    ['visitDate', 'visit-before-move'],
  ])
  expect(await sign(person, id)).toBe('ANSWERS_INVALID')
})

test('1-B①.child-care name, address and birth date come from the certificate where the person wants it, and only from their own', async () => {
  const person = await loggedIn()
  await withdrawAll(person)
  const begun = await person.ask('POST', '/api/applications', { procedure: 'child-allowance' })
  const { id } = z.object({ id: z.string() }).parse(begun.body)
  person.handTo('iphone')
  const other = await person.open(`/applications/${id}/fill`)
  expect(other.url.searchParams.get('came')).toBe('SIGNER_OTHER')
  expect((await see(person, id)).answers).toEqual({})
  person.handTo('adult')
  const filled = await person.open(`/applications/${id}/fill`)
  expect(filled.url.searchParams.get('came')).toBeNull()
  const { answers } = await see(person, id)
  expect(answers).toMatchObject({
    name: expect.stringMatching(/./),
    address: expect.stringMatching(/./),
    birthDate: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
  })
})

const paper = (id: string, name: string) =>
  `/api/applications/${id}/papers?name=${encodeURIComponent(name)}`
const pdf = new TextEncoder().encode('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')

test('1-B①.tax-return papers are told by what is in them, are five at most, and stand in what is signed', async () => {
  const person = await loggedIn()
  await withdrawAll(person)
  const id = await fillIn(person, 'tax-return', taxAnswers satisfies Filled)
  const add = async (bytes: Uint8Array, name = '明細.pdf') =>
    (await person.ask('POST', paper(id, name), bytes)).code
  expect(await add(new TextEncoder().encode('<html>'), 'x.pdf')).toBe('ATTACHMENT_UNREADABLE')
  const large = new Uint8Array(3 * 1024 * 1024 + 1)
  large.set(pdf)
  expect(await add(large)).toBe('ATTACHMENT_TOO_LARGE')
  for (let added = 0; added < 5; added += 1) expect(await add(pdf)).toBeUndefined()
  expect(await add(pdf)).toBe('ATTACHMENTS_TOO_MANY')
  const files = z
    .object({ files: z.array(z.object({ id: z.string() })) })
    .parse((await person.ask('GET', `/api/applications/${id}`)).body).files
  const [first] = files
  const gone = await person.ask('DELETE', `/api/applications/${id}/papers/${first?.id}`)
  expect(gone.status).toBe(200)
  expect(await sign(person, id)).toBeNull()
  const xml = Buffer.from((await person.ask('GET', `/api/applications/${id}/document`)).bytes)
  expect(xml.toString().match(/<File sha256="[0-9a-f]{64}">明細\.pdf<\/File>/g)).toHaveLength(4)
})

const events = z.object({
  events: z.array(z.looseObject({ kind: z.string(), at: z.string() })),
})

test('1-B①.medicines 1-B①.check-ups 1-B①.vaccinations 1-B①.mother-and-child own information is read, downloaded as FHIR, and each read is noted', async () => {
  const person = await loggedIn('twin-2')
  const read = async (part: string) => {
    const answer = await person.ask('GET', `/api/own/${part}`)
    expect(answer.status).toBe(200)
    return answer.body
  }
  expect(await read('medicines')).toMatchObject({ medicines: expect.any(Array) })
  expect(await read('check-ups')).toMatchObject({ checkUps: { length: 5 } })
  expect(await read('vaccinations')).toMatchObject({ vaccinations: expect.any(Array) })
  expect(await read('handbook')).toHaveProperty('handbook')
  const bundle = await person.ask('GET', '/api/own-information.json')
  expect(bundle.body).toMatchObject({ resourceType: 'Bundle', type: 'collection' })
  const home = events.parse((await person.ask('GET', '/api/home')).body).events
  const reads = home.filter(({ kind }) => kind === 'read').map((one) => one['what'])
  expect(reads).toEqual(['check-ups', 'handbook', 'vaccinations', 'check-ups', 'medicines'])
  expect(home.map(({ kind }) => kind)).toContain('downloaded')
  expect(home.at(-1)?.kind).toBe('login')
  const stranger = new Person(sandbox.origin('portal'), 'adult')
  expect((await stranger.ask('GET', '/api/own/medicines')).code).toBe('NOT_LOGGED_IN')
})
