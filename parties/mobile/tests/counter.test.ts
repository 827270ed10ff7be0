/** Contracts at the counter without a screen (1-B②): signed by phones in memory, kept, listed; and each thing that keeps one from being made. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { openPool } from '@kazashi/database'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  adult,
  minor,
  orderOf,
  phoneOf,
  type Shop,
  start,
  startShop,
  Tablet,
} from './running-shop.ts'

const run = promisify(execFile)
let shop: Shop
let folder: string
beforeAll(async () => {
  shop = await startShop()
  folder = await mkdtemp(join(tmpdir(), 'kazashi-mobile-'))
})
afterAll(async () => {
  await shop?.close()
  await rm(folder, { recursive: true, force: true })
})
beforeEach(() => {
  shop.authority.now = new Date(start)
  shop.authority.status = { status: 'good' }
})

const parent = { ...adult, name: '例示　花子' }
const named = { guardian: { name: parent.name, relation: 'parent' } } as const
const ofMinor = orderOf(minor, named)
const at = () => new Tablet(shop)
const phone = (...rest: Parameters<typeof phoneOf> extends [unknown, ...infer R] ? R : never) =>
  phoneOf(shop.authority, ...rest)

/** The PDF of a visit, judged by programs that nobody here wrote. */
async function judged(tablet: Tablet, name: string) {
  const { rawPayload } = await tablet.ask('GET', '/visit/contract.pdf')
  const file = join(folder, `${name}.pdf`)
  await writeFile(file, rawPayload)
  const [pdfsig, words] = [
    await run('pdfsig', ['-nocert', file]),
    await run('pdftotext', [file, '-']),
  ]
  await run('qpdf', ['--check', file])
  return { pdfsig: pdfsig.stdout, words: words.stdout.replaceAll(/\s/g, ''), bytes: rawPayload }
}
const count = (text: string, part: string) => text.split(part).length - 1

test('1-B② a contract signed with the phone is made at once: number, receipt, list, and a PDF in which pdfsig finds a valid signature of the whole', async () => {
  const tablet = await at().atTheContract(orderOf(adult))
  expect(await tablet.ask('GET', '/visit/contract.pdf')).toMatchObject({ statusCode: 200 })
  const { state, receipt } = await tablet.sign(await phone(adult))
  expect(state).toBe('made')
  expect(receipt?.number).toMatch(/^M\d{10}$/)
  expect(receipt?.telephone).toMatch(/^090-0\d{3}-\d{4}$/)
  expect(receipt?.looks).toEqual([])
  const { pdfsig, words } = await judged(tablet, 'adult')
  expect(pdfsig).toContain('Signature Validation: Signature is Valid.')
  expect(pdfsig).toContain('Total document signed')
  expect(words).toContain(adult.name.replaceAll(/\s/g, ''))
  expect(words).toContain(receipt?.number ?? '?')
  const listed = await at().ask('GET', '/contracts/today')
  const mine = { number: receipt?.number, plan: 'standard', ported: false, consented: false }
  expect(listed.json()).toContainEqual({ ...mine, looks: [], madeAt: start })
  for (const secret of [adult.name, adult.address, adult.birthDate, receipt?.telephone ?? '?'])
    expect(listed.body).not.toContain(secret)
  expect(await tablet.order(orderOf(adult))).toBe('VISIT_STEP')
  expect(await tablet.code('POST', '/visit/prepared', { role: 'customer' })).toBe('VISIT_STEP')
})

test('1-B② whoever is under 18 signs first, the guardian consents over the same PDF, and only then there is a contract', async () => {
  const tablet = await at().atTheContract(ofMinor)
  expect(await tablet.code('POST', '/visit/prepared', { role: 'guardian' })).toBe('VISIT_STEP')
  expect(await tablet.sign(await phone(minor))).toMatchObject({ state: 'guardian' })
  const before = await at().ask('GET', '/contracts/today')
  expect(await tablet.code('POST', '/visit/prepared', { role: 'customer' })).toBe('VISIT_STEP')
  const { state, receipt } = await tablet.sign(await phone(parent), 'guardian')
  expect([state, receipt?.looks]).toEqual(['made', []])
  expect(before.body).not.toContain(receipt?.number)
  const { pdfsig, words } = await judged(tablet, 'minor')
  expect(count(pdfsig, 'Signature Validation: Signature is Valid.')).toBe(2)
  expect(count(pdfsig, 'Total document signed')).toBe(1)
  expect(words).toContain('例示二郎さんと、同意する例示花子さんの電子署名')
  const { body } = await at().ask('GET', '/contracts/today')
  expect(body).toContain(`"number":"${receipt?.number}"`)
  expect(body).toContain('"consented":true')
})

test('1-B② GUARDIAN_SAME GUARDIAN_UNDER_AGE GUARDIAN_OTHER nobody consents to their own contract, too young, or in place of the one named; the visit goes on', async () => {
  const tablet = await at().atTheContract(ofMinor)
  await tablet.sign(await phone(minor))
  const consent = async (thing: Awaited<ReturnType<typeof phone>>) =>
    (await tablet.sign(thing, 'guardian')).state
  expect(await consent(await phone(minor))).toBe('GUARDIAN_SAME')
  const sister = { ...parent, birthDate: '2009-01-01' }
  expect(await consent(await phone(sister))).toBe('GUARDIAN_UNDER_AGE')
  expect(await consent(await phone({ ...parent, name: '別の　人' }))).toBe('GUARDIAN_OTHER')
  const away = { ...parent, address: '東京都渋谷区神南１' }
  const { state, receipt } = await tablet.sign(await phone(away), 'guardian')
  expect([state, receipt?.looks]).toEqual(['made', ['guardian-elsewhere']])
})

test('1-B② SIGNER_OTHER ATTRIBUTES_DIFFER another person’s phone signs nothing, and what differs is named, corrected and signed anew', async () => {
  const tablet = await at().atTheContract(orderOf(adult))
  expect(await tablet.sign(await phone({ ...minor, name: '別の　人' }))).toMatchObject({
    state: 'SIGNER_OTHER',
  })
  const own = await phone(adult)
  await tablet.order(orderOf(adult, { address: '東京都架空市1-1' }))
  expect(await tablet.code('POST', '/visit/prepared', { role: 'customer' })).toBe(
    'CONTRACT_NOT_READ',
  )
  await tablet.read()
  expect(await tablet.sign(own)).toMatchObject({ state: 'ATTRIBUTES_DIFFER', reason: 'address' })
  await tablet.order(orderOf(adult))
  await tablet.read()
  expect(await tablet.sign(own)).toMatchObject({ state: 'made' })
})

test('1-B② a character that stands for another is looked at by the staff, and the contract is made', async () => {
  const tablet = await at().atTheContract(orderOf({ ...adult, name: '𠮷示　太郎' }))
  const thing = await phone({ ...adult, name: '吉示　太郎' }, { flags: '10000' })
  const { state, receipt } = await tablet.sign(thing)
  expect([state, receipt?.looks, receipt?.substitutes]).toEqual([
    'made',
    ['name-substituted'],
    ['吉'],
  ])
})

test('1-B② CERTIFICATE_SUSPENDED CERTIFICATE_REVOKED CERTIFICATE_EXPIRED STATUS_UNAVAILABLE each end of a certificate is a refusal of its own, of customer and guardian', async () => {
  const { authority } = shop
  const hold = { status: 'revoked', revokedAt: new Date(start) } as const
  const tablet = await at().atTheContract(ofMinor)
  const [own, hers] = [await phone(minor), await phone(parent)]
  const all = async (thing: typeof own, role: 'customer' | 'guardian') => {
    const codes = []
    for (const status of [
      { ...hold, reason: 'certificateHold' },
      { ...hold, reason: 'keyCompromise' },
      'silent',
    ] as const) {
      authority.status = status
      codes.push((await tablet.sign(thing, role)).state)
    }
    authority.status = { status: 'good' }
    return codes
  }
  const each = ['CERTIFICATE_SUSPENDED', 'CERTIFICATE_REVOKED', 'STATUS_UNAVAILABLE']
  expect(await all(own, 'customer')).toEqual(each)
  const old = await phone(minor, { notAfter: new Date('2026-11-26T14:59:59Z') })
  expect((await tablet.sign(old)).state).toBe('CERTIFICATE_EXPIRED')
  expect((await tablet.sign(own)).state).toBe('guardian')
  expect(await all(hers, 'guardian')).toEqual(each)
  expect((await tablet.sign(hers, 'guardian')).state).toBe('made')
})

test('1-B② SIGNATURE_REPLAYED SIGNATURE_INVALID a signature is in one contract alone, and one over something else, or no CMS, in none', async () => {
  const own = await phone(minor)
  const first = await at().atTheContract(orderOf(adult))
  const cms = await first.signedBy(await phone(adult))
  const other = await at().atTheContract(orderOf(adult))
  await other.digest('customer')
  expect((await other.hand(cms)).state).toBe('SIGNATURE_INVALID')
  expect((await other.hand(Uint8Array.of(0x30, 0, 1))).state).toBe('SIGNATURE_INVALID')
  // The PDF has zeros after it: those that came with it are refused before.
  expect((await first.hand(Uint8Array.of(...cms, 0, 0))).state).toBe('SIGNATURE_INVALID')
  expect((await first.hand(cms)).state).toBe('made')
  expect((await first.hand(cms)).state).toBe('VISIT_STEP')
  expect((await other.hand(cms)).state).toBe('SIGNATURE_REPLAYED')
  const young = await at().atTheContract(ofMinor)
  const signed = await young.signedBy(own)
  expect((await young.hand(signed)).state).toBe('guardian')
  await young.digest('guardian')
  expect((await young.hand(signed)).state).toBe('SIGNATURE_REPLAYED')
})

test('1-B② CUSTOMER_TOO_YOUNG GUARDIAN_NEEDED NUMBER_TAKEN what cannot become a contract is said before anybody signs', async () => {
  const tablet = at()
  expect(await tablet.order(orderOf(adult))).toBe('VISIT_UNKNOWN')
  await tablet.begin()
  expect(await tablet.read()).toBe('VISIT_STEP')
  expect(await tablet.order(orderOf({ ...minor, birthDate: '2012-02-29' }))).toBe(
    'CUSTOMER_TOO_YOUNG',
  )
  expect(await tablet.order(orderOf({ ...minor, birthDate: '2027-01-01' }))).toBe(
    'CUSTOMER_TOO_YOUNG',
  )
  expect(await tablet.order(orderOf(minor))).toBe('GUARDIAN_NEEDED')
  expect(await tablet.order(orderOf({ ...adult, name: 'a\u0000' }))).toBe('REQUEST_INVALID')
  const line = { kind: 'mnp', number: '08011112222', reservation: '1234567890' } as const
  const [one, two] = [
    await at().atTheContract(orderOf(adult, { line })),
    await at().atTheContract(orderOf(adult, { line })),
  ]
  const own = await phone(adult)
  const { receipt } = await one.sign(own)
  expect(receipt?.telephone).toBe('080-1111-2222')
  expect((await two.sign(own)).state).toBe('NUMBER_TAKEN')
  expect(await two.order(orderOf(adult, { line }))).toBe('NUMBER_TAKEN')
  const { pdfsig } = await judged(one, 'ported')
  expect(pdfsig).toContain('Signature is Valid.')
})

test('1-B② cancelled, left or begun anew, nothing of a visit is left: no contract, no PDF, no signature that counts', async () => {
  const tablet = await at().atTheContract(orderOf(adult))
  const cms = await tablet.signedBy(await phone(adult))
  const { cookie } = tablet
  expect(await tablet.code('DELETE', '/visit')).toBeUndefined()
  expect(tablet.cookie).toBeUndefined()
  tablet.cookie = cookie
  expect((await tablet.hand(cms)).state).toBe('VISIT_UNKNOWN')
  expect(await tablet.code('GET', '/visit/contract.pdf')).toBe('VISIT_UNKNOWN')
  const left = await at().atTheContract(orderOf(adult))
  shop.pass(31 * 60_000)
  expect(await left.code('POST', '/visit/prepared', { role: 'customer' })).toBe('VISIT_UNKNOWN')
  const again = await at().atTheContract(orderOf(adult))
  const before = again.cookie
  await again.begin()
  expect(await again.code('GET', '/visit/contract.pdf')).toBe('VISIT_STEP')
  again.cookie = before
  expect(await again.read()).toBe('VISIT_UNKNOWN')
})

test('1-B② a contract cancelled while its signature is being checked is not made', async () => {
  const { authority } = shop
  const tablet = await at().atTheContract(orderOf(adult))
  const cms = await tablet.signedBy(await phone(adult))
  const { cookie } = tablet
  const before = (await at().ask('GET', '/contracts/today')).body
  const { now } = authority
  // The clock is asked while the signature is being checked.
  Object.defineProperty(authority, 'now', {
    configurable: true,
    get: () => {
      void tablet.ask('DELETE', '/visit')
      return now
    },
    set: () => undefined,
  })
  const { state } = await tablet.hand(cms)
  Object.defineProperty(authority, 'now', { configurable: true, writable: true, value: now })
  tablet.cookie = cookie
  expect(state).toBe('VISIT_UNKNOWN')
  expect((await at().ask('GET', '/contracts/today')).body).toBe(before)
})

test('1-B② what is kept says nobody’s name, number or address without the shop’s key', async () => {
  const url = shop.databaseUrl
  const pool = openPool({ url, name: 'mobile-test', size: 1, onError: () => undefined })
  try {
    const { rows } = await pool.query('select * from mobile.contract')
    expect(rows.length).toBeGreaterThan(0)
    const all = rows
      .flatMap((row: Record<string, unknown>) => Object.values(row))
      .map((value) =>
        value instanceof Uint8Array ? Buffer.from(value).toString() : JSON.stringify(value),
      )
      .join('\n')
    const secrets = ['例示', '埼玉県', adult.birthDate, '0801111', '%PDF']
    // The columns themselves are not shown: each is as long as a contract.
    expect(secrets.filter((secret) => all.includes(secret))).toEqual([])
    expect(all).toContain('standard')
  } finally {
    await pool.end()
  }
})
