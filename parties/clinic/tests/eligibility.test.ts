/** The eligibility service as programs of a facility ask it: by the facility's token, with a proof that it verifies itself. */
import { base64 } from '@kazashi/octets'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '../facility/connection.ts'
import { forget } from '../facility/retention.ts'
import { ClinicBrowser, type RunningClinic, someone, start, startClinic } from './running-clinic.ts'

let clinic: RunningClinic
let browser: ClinicBrowser
let token: string
beforeAll(async () => {
  clinic = await startClinic()
  browser = new ClinicBrowser(clinic)
  await browser.open()
  token = (await browser.today()).token
})
afterAll(() => clinic?.close())

const ask = (question: object, bearer = token) =>
  browser.call('POST', '/eligibility/answers', question, { authorization: `Bearer ${bearer}` })

async function signed() {
  const { statement, nonce, code } = await browser.begin('android')
  const response = base64.encode(await clinic.authority.answer(base64.decode(statement)))
  return { kind: 'signature', response, nonce, code }
}

test('1-B④ a program with the facility’s token and a signed proof is told the membership, and the limit only if agreed to', async () => {
  const proof = await signed()
  const { body } = await ask({ proof, limits: false })
  expect(body).toMatchObject({
    carrier: 'phone',
    state: 'insured',
    resident: { name: someone().resident.name },
    membership: { insurerNumber: expect.stringMatching(/^\d{6}(\d\d)?$/), share: 3 },
    limit: null,
  })
  expect(JSON.stringify(body)).not.toContain(someone().person)
  expect(JSON.stringify(body)).not.toContain(someone().resident.myNumber)
  expect((await ask({ proof, limits: true })).body).toMatchObject({
    limit: expect.stringMatching(/^区分/),
  })
})

test('1-B④ the same person has another name at another facility', async () => {
  const proof = await signed()
  const other = new ClinicBrowser(clinic)
  await other.open()
  const here = await ask({ proof, limits: false })
  const there = await ask({ proof, limits: false }, (await other.today()).token)
  expect(there.body['patient']).not.toBe(here.body['patient'])
  expect(there.body['membership']).toEqual(here.body['membership'])
})

test('RFC 6750 §3.1 without a facility’s token nobody is told anything', async () => {
  const proof = await signed()
  const [facility = ''] = token.split('.')
  for (const wrong of ['', 'x', `${facility}.`, `${facility}.${'A'.repeat(43)}`])
    expect((await ask({ proof, limits: false }, wrong)).body['code']).toBe('FACILITY_TOKEN_WRONG')
})

test('1-B④ proofs that are none are refused: of another request, of a phone by its face, no signature, while the service is down', async () => {
  const proof = await signed()
  const codeOf = async (question: object) => (await ask(question)).body['code']
  const nonce = 'a'.repeat(43)
  expect(await codeOf({ proof: { ...proof, nonce }, limits: false })).toBe('STATEMENT_MISMATCH')
  const certificate = base64.encode(clinic.authority.certificate)
  expect(await codeOf({ proof: { kind: 'face', certificate }, limits: false })).toBe(
    'PROOF_REFUSED',
  )
  const noCertificate = { kind: 'face', certificate: 'AAAA' }
  expect(await codeOf({ proof: noCertificate, limits: false })).toBe('RESPONSE_MALFORMED')
  expect(await codeOf({ proof: { ...proof, response: 'AAAA' }, limits: false })).toBe(
    'RESPONSE_MALFORMED',
  )
  expect(await codeOf({ proof, limits: false, practice: 'service-down' })).toBe(
    'ELIGIBILITY_UNAVAILABLE',
  )
})

test('OpenAPI 3.1 the service has a document of its own, with nothing of the terminal in it', async () => {
  const { body } = await browser.call('GET', '/eligibility/openapi.json')
  expect(Object.keys(Object(body['paths']))).toEqual(['/eligibility/answers'])
  const whole = await browser.call('GET', '/openapi.json')
  expect(Object.keys(Object(whole.body['paths']))).toContain('/visits')
})

test('療養担当規則 第9条 receptions go after three years, patients after five, a facility when nobody opens it any more', async () => {
  await browser.call('PUT', '/reception/settings', {
    kind: 'pharmacy',
    hasReader: true,
    firstVisitNeedsCard: false,
  })
  await browser.visit('android')
  const { db } = connect(clinic.databaseUrl, () => undefined)
  const count = async () => {
    const rows = await Promise.all(
      (['clinic.reception', 'clinic.patient', 'clinic.consent', 'clinic.facility'] as const).map(
        async (table) => (await db.selectFrom(table).selectAll().execute()).length,
      ),
    )
    return rows.map((many) => many > 0)
  }
  const years = (many: number) =>
    new Date(Date.parse(start) + many * 365.25 * 86_400_000 + 86_400_000)
  try {
    await forget(db, new Date(start), new Date(start))
    expect(await count()).toEqual([true, true, true, true])
    await forget(db, years(3), new Date(start))
    expect(await count()).toEqual([false, true, false, true])
    await forget(db, years(5), new Date(start))
    expect(await count()).toEqual([false, false, false, true])
    await forget(db, years(5), years(2))
    expect(await count()).toEqual([false, false, false, false])
  } finally {
    await db.destroy()
  }
})
