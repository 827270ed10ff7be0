/** 1-B④: visits at the terminal and what the reception sees of them, over HTTP; the register says what each test wants. */
import { VerifyError } from '@kazashi/verify'
import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { EligibilityProblem } from '../eligibility/problems.ts'
import {
  ClinicBrowser,
  type RunningClinic,
  someone,
  start,
  startClinic,
  yes,
} from './running-clinic.ts'

let clinic: RunningClinic
beforeAll(async () => {
  clinic = await startClinic()
})
afterAll(() => clinic?.close())

let browser: ClinicBrowser
beforeEach(async () => {
  clinic.register.holder = someone()
  clinic.register.fails = undefined
  clinic.authority.status = { status: 'good' }
  clinic.authority.now = new Date(start)
  clinic.times.now = new Date(start)
  browser = new ClinicBrowser(clinic)
  await browser.open()
})

const settings = (change: object = {}) =>
  browser.call('PUT', '/reception/settings', {
    kind: 'clinic',
    hasReader: true,
    firstVisitNeedsCard: false,
    ...change,
  })
const practise = (next: string | null) => browser.call('PUT', '/reception/practice', { next })
const codeOf = ({ body }: { readonly body: Readonly<Record<string, unknown>> }) => body['code']

/** The first visit by the card, as the facility wants it. */
async function firstVisit(consents: object = yes) {
  clinic.register.holder = someone('card')
  const told = await browser.visit('card', consents)
  clinic.register.holder = someone('phone')
  return told
}

describe('1-B④ a good visit', () => {
  test('1-B④.clinic 5-A5.clinic after a first visit by the card the phone is the insurance card: the patient is received, and the reception sees insurer, share and consents at once', async () => {
    const first = await firstVisit()
    expect(first.body).toMatchObject({ state: 'received', outcome: 'received', number: 1 })
    const second = await browser.visit('iphone', {
      medicines: true,
      surgery: false,
      'check-ups': false,
      limits: true,
    })
    const { name } = someone().resident
    expect(second.body).toMatchObject({ state: 'received', outcome: 'received', number: 2, name })
    const { patients } = await browser.today()
    expect(patients[0]).toMatchObject({
      number: 2,
      device: 'iphone',
      way: 'signature',
      person: { name, birthDate: '1991-04-20', carrier: 'phone' },
      membership: { share: 3, validFrom: expect.any(String) },
      limit: expect.stringMatching(/^区分/),
      consents: [
        { what: 'check-ups', given: false },
        { what: 'limits', given: true },
        { what: 'medicines', given: true },
        { what: 'surgery', given: false },
      ],
    })
  })

  test('1-B④ the last answers are filled in, and nothing is agreed to before the first', async () => {
    await settings()
    const begun = await browser.begin('android')
    const none = { medicines: false, surgery: false, 'check-ups': false, limits: false }
    expect((await browser.prove(begun)).body).toMatchObject({ consents: none, lastVisit: null })
    await browser.agree(begun, { ...none, medicines: true })
    const again = await browser.begin('android')
    expect((await browser.prove(again)).body).toMatchObject({
      consents: { ...none, medicines: true },
      lastVisit: start,
    })
  })

  test('1-B④ the class of the limit is told only to whom the patient agreed', async () => {
    await settings()
    await browser.visit('android', { ...yes, limits: false })
    expect((await browser.today()).patients[0]).toMatchObject({ limit: null })
  })

  test('1-B④ a certificate that ends within three months is said, and the visit goes on', async () => {
    await settings()
    clinic.authority.now = new Date('2029-11-01T05:00:00Z')
    const { body } = await browser.visit('android')
    expect(body).toMatchObject({ outcome: 'received', certificateEnds: '2030-01-01T14:59:59.000Z' })
  })

  test('1-B④ the reception puts the patient in line', async () => {
    await settings()
    await browser.visit('android')
    const [patient] = (await browser.today()).patients
    const mark = (id: unknown) =>
      browser.call('PUT', `/reception/patients/${id}/mark`, { what: 'in-line' })
    expect((await mark(patient?.['id'])).status).toBe(204)
    expect((await browser.today()).patients[0]).toMatchObject({ inLineAt: start })
    expect(codeOf(await mark(crypto.randomUUID()))).toBe('RECEPTION_UNKNOWN')
  })
})

describe('1-B④ the card at the terminal', () => {
  test('1-B④ a card without secrets is received by its face, and a phone is not', async () => {
    clinic.register.holder = someone('card')
    const begun = await browser.begin('card')
    expect((await browser.proveByFace('face', begun)).body).toMatchObject({ state: 'consents' })
    clinic.register.holder = someone('phone')
    expect(codeOf(await browser.proveByFace('face', await browser.begin('card')))).toBe(
      'PROOF_REFUSED',
    )
  })

  test('1-B④ by the reception’s eye the visit waits for it, goes on when it is the same person, and ends when not', async () => {
    clinic.register.holder = someone('card')
    const begun = await browser.begin('card')
    expect((await browser.proveByFace('eye', begun)).body).toEqual({ state: 'eye' })
    const [waiting] = (await browser.today()).waiting
    expect(waiting?.id).toBe(begun.id)
    await browser.call('POST', `/reception/waiting/${begun.id}`, { same: true })
    const seen = await browser.call('GET', `/visits/${begun.id}`)
    expect(seen.body).toMatchObject({ state: 'consents' })
    const other = await browser.begin('card')
    await browser.proveByFace('eye', other)
    await browser.call('POST', `/reception/waiting/${other.id}`, { same: false })
    const refused = await browser.call('GET', `/visits/${other.id}`)
    expect(refused.body).toEqual({ state: 'refused', code: 'EYE_REFUSED' })
    const twice = await browser.call('POST', `/reception/waiting/${other.id}`, { same: true })
    expect(codeOf(twice)).toBe('VISIT_STEP')
  })
})

describe('1-B④ refusals', () => {
  test('1-B④ a phone alone is not received at a first visit, and is told to use the card', async () => {
    const { status, body } = await browser.visit('iphone')
    expect([status, body['code']]).toEqual([409, 'FIRST_VISIT_CARD'])
    expect((await browser.today()).troubles[0]).toMatchObject({
      code: 'FIRST_VISIT_CARD',
      device: 'iphone',
    })
  })

  test('1-B④ a facility without a reader for phones says so before anything is read', async () => {
    await settings({ hasReader: false })
    expect(codeOf(await browser.call('POST', '/visits', { device: 'android' }))).toBe(
      'PHONE_NOT_ACCEPTED',
    )
    expect((await browser.call('POST', '/visits', { device: 'card' })).status).toBe(201)
  })

  test('1-B④ a card in place of a phone, and the reverse, is refused', async () => {
    await settings()
    clinic.register.holder = someone('card')
    expect(codeOf(await browser.visit('android'))).toBe('DEVICE_OTHER')
    clinic.register.holder = someone('phone')
    expect(codeOf(await browser.visit('card'))).toBe('DEVICE_OTHER')
  })

  test.each([
    ['suspended', { status: 'revoked', reason: 'certificateHold' }, 'CERTIFICATE_SUSPENDED'],
    ['revoked', { status: 'revoked', reason: 'keyCompromise' }, 'CERTIFICATE_REVOKED'],
    ['unknown', { status: 'unknown' }, 'STATUS_UNKNOWN'],
  ] as const)('1-B④ a certificate that is %s is refused', async (_, status, code) => {
    const revokedAt = new Date('2026-11-20T00:00:00Z')
    clinic.authority.status = status.status === 'revoked' ? { ...status, revokedAt } : status
    expect(codeOf(await browser.visit('android'))).toBe(code)
    expect((await browser.today()).patients).toEqual([])
  })

  test.each([
    ['expired', '2030-01-02T00:00:00Z', 'CERTIFICATE_EXPIRED'],
    ['not yet valid', '2026-10-31T00:00:00Z', 'CERTIFICATE_NOT_YET_VALID'],
  ])('1-B④ a certificate that is %s is refused', async (_, now, code) => {
    clinic.authority.now = new Date(now)
    expect(codeOf(await browser.visit('android'))).toBe(code)
  })

  test('1-B④ without an answer of the authority nobody is received, and that is said', async () => {
    clinic.authority.status = 'silent'
    expect(codeOf(await browser.visit('android'))).toBe('STATUS_UNAVAILABLE')
  })

  test('1-B④ a certificate that ended at the authority in the meantime is refused', async () => {
    clinic.register.fails = new VerifyError('CERTIFICATE_REVOKED')
    expect(codeOf(await browser.visit('android'))).toBe('CERTIFICATE_REVOKED')
  })

  test('1-B④ a signature over another visit’s challenge is refused, and so is one of ten minutes ago', async () => {
    const other = await browser.begin('card')
    const begun = await browser.begin('card')
    expect(codeOf(await browser.prove({ ...other, id: begun.id }))).toBe('STATEMENT_MISMATCH')
    clinic.authority.now = new Date(Date.parse(start) + 11 * 60_000)
    expect(codeOf(await browser.prove(begun))).toBe('STATEMENT_EXPIRED')
  })

  test('1-B④ a visit is its own terminal’s, until the next person begins or nobody touches it', async () => {
    const begun = await browser.begin('card')
    const stranger = new ClinicBrowser(clinic)
    expect(codeOf(await stranger.prove(begun))).toBe('FACILITY_UNKNOWN')
    await stranger.open()
    expect(codeOf(await stranger.prove(begun))).toBe('VISIT_UNKNOWN')
    const next = await browser.begin('card')
    expect(codeOf(await browser.prove(begun))).toBe('VISIT_UNKNOWN')
    clinic.times.now = new Date(Date.parse(start) + 3 * 60_000 + 1)
    expect(codeOf(await browser.prove(next))).toBe('VISIT_EXPIRED')
  })

  test('1-B④ consents come after a proof', async () => {
    expect(codeOf(await browser.agree(await browser.begin('card'), yes))).toBe('VISIT_STEP')
  })

  test('1-B④ what only the terminal sees is told to the reception, until somebody has helped', async () => {
    const { id } = await browser.begin('card')
    await browser.call('POST', `/visits/${id}/troubles`, { code: 'PIN_LOCKED' })
    expect((await browser.today()).troubles).toMatchObject([{ code: 'PIN_LOCKED', device: 'card' }])
    await browser.call('DELETE', '/reception/troubles')
    expect((await browser.today()).troubles).toEqual([])
  })
})

describe('1-B④ the staff practise', () => {
  test('1-B④ an insurer that changed is said with the old and the new one, and the patient is received', async () => {
    await settings()
    await practise('insurer-changed')
    const { body } = await browser.visit('android')
    expect(body).toMatchObject({ outcome: 'insurer-changed', validFrom: '2026-11-01' })
    expect(body['before']).not.toEqual(body['insurer'])
    expect((await browser.today()).practice).toBeNull()
    // What this facility has seen since is the new one: the way back is a change, too.
    expect((await browser.visit('android')).body).toMatchObject({
      outcome: 'insurer-changed',
      before: body['insurer'],
    })
  })

  test.each([
    ['not-insured', 'not-insured'],
    ['membership-ended', 'ended'],
  ])(
    '1-B④ with %s the visit ends without a question, and the reception knows',
    async (practice, outcome) => {
      await settings()
      await practise(practice)
      expect((await browser.visit('android')).body).toMatchObject({ state: 'received', outcome })
      expect((await browser.today()).patients[0]).toMatchObject({ outcome, consents: [] })
    },
  )

  test('1-B④ while the eligibility service is down the reception has a patient without a name, a declaration to take, and asks again', async () => {
    await settings()
    await practise('service-down')
    expect((await browser.visit('android')).body).toMatchObject({
      outcome: 'unanswered',
      name: null,
    })
    const [patient] = (await browser.today()).patients
    expect(patient).toMatchObject({ outcome: 'unanswered', person: null })
    const at = `/reception/patients/${patient?.['id']}`
    await browser.call('PUT', `${at}/mark`, { what: 'declared' })
    clinic.register.fails = new EligibilityProblem('REGISTER_UNAVAILABLE')
    expect(codeOf(await browser.call('POST', `${at}/question`))).toBe('REGISTER_UNAVAILABLE')
    clinic.register.fails = undefined
    expect((await browser.call('POST', `${at}/question`)).status).toBe(204)
    const { name } = someone().resident
    expect((await browser.today()).patients[0]).toMatchObject({
      outcome: 'received',
      declaredAt: start,
      person: { name },
    })
    expect(codeOf(await browser.call('POST', `${at}/question`))).toBe('RECEPTION_UNKNOWN')
  })
})

describe('1-B④ what is kept', () => {
  test('1-B④ a reception that was acknowledged outlives the process, and repeating the last step gives the same', async () => {
    await settings()
    const begun = await browser.begin('android')
    await browser.prove(begun)
    const told = await browser.agree(begun, yes)
    await clinic.restart()
    expect((await browser.agree(begun, yes)).body).toEqual(told.body)
    expect((await browser.today()).patients).toHaveLength(1)
    expect(codeOf(await browser.agree(await browser.begin('android'), yes))).toBe('VISIT_STEP')
  })

  test('1-B④ nobody can be read in the database without the clinic’s key, and each facility sees its own patients alone', async () => {
    await settings()
    await browser.visit('android')
    const { name, address } = someone().resident
    const pool = new pg.Pool({ connectionString: clinic.databaseUrl })
    const db = new Kysely<Record<string, never>>({ dialect: new PostgresDialect({ pool }) })
    const rows = await Promise.all(
      ['patient', 'reception', 'consent', 'facility'].map(
        async (table) =>
          (await sql`select t::text as line from ${sql.table(`clinic.${table}`)} t`.execute(db))
            .rows,
      ),
    )
    await db.destroy()
    const text = JSON.stringify(rows)
    expect(text).toContain('check-ups')
    for (const word of [name, address, '1991-04-20', someone().person, '見本'])
      expect(text).not.toContain(word)
    const stranger = new ClinicBrowser(clinic)
    await stranger.open()
    expect((await stranger.today()).patients).toEqual([])
  })
})
