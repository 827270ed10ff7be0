/** Every scenario over HTTP and APDUs against one running Kazashi, one after the other, as `kazashi scenario run --all` does. */
import { execFile, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { localFetch } from '@kazashi/serve'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { scenarios } from '../scenario/scenarios/index.ts'
import {
  type Ended,
  kazashi,
  kazashiWithPath,
  type Running,
  startKazashi,
} from './running-kazashi.ts'

const report = z.object({
  scenario: z.string(),
  rows: z.array(z.string()),
  passed: z.boolean(),
  failure: z.object({ code: z.string(), message: z.string() }).optional(),
  steps: z.array(
    z.object({
      row: z.string(),
      passed: z.boolean(),
      refused: z.string().optional(),
      asserted: z.array(z.string()),
      facts: z.record(z.string(), z.string()),
    }),
  ),
})
type Report = z.infer<typeof report>

/** Milliseconds: all of them take three minutes on two cores, ten when others work there too. */
const longest = 1_200_000

let running: Running
let ended: Ended
let out = ''

beforeAll(async () => {
  running = await startKazashi('scenarios')
  out = join(running.folder, 'out')
  ended = await kazashi(
    ...['scenario', 'run', '--all', '--server', running.url, '--out', out, '--seed', '1'],
  )
}, longest)
afterAll(() => running?.stop())

/** The report a scenario kept: it passed, with these refusals in order, and asked the portal and openssl. */
function passed(name: string): Report & { readonly refusals: readonly string[] } {
  const kept = report.parse(JSON.parse(readFileSync(join(out, name, 'report.json'), 'utf8')))
  expect(kept.failure).toBeUndefined()
  expect(kept.passed).toBe(true)
  const said = kept.steps.flatMap(({ asserted }) => asserted)
  expect(said).toContainEqual(expect.stringMatching(/^login at the portal is /))
  expect(said).toContainEqual(expect.stringMatching(/^(openssl ocsp|our own OCSP check).*good$/))
  expect(said).toContainEqual(expect.stringMatching(/^the app shows the credential as /))
  return { ...kept, refusals: kept.steps.flatMap(({ refused }) => refused ?? []) }
}
const said = ({ steps }: Report): string => steps.flatMap(({ asserted }) => asserted).join('\n')

test('1-A①.accepted 1-A①.own-key 2-C.signed-by-card 2-E①.register 2-E③.works 1-B①.login 1-B①.once an Android phone gets both certificates, and its login is accepted once', () => {
  const { refusals, ...report } = passed('android-first-time')
  expect(said(report)).toContain('the phone hears once more that it was accepted')
  expect(refusals).toContain('SECRET_WRONG')
  expect(refusals).toContain('CARD_SECRET_WRONG')
})

test('2-F③.one 2-F⑥.password 2-F.everywhere one certificate ends while the other goes on, then both have ended for everyone', () => {
  const one = passed('android-revoke-one')
  expect(said(one)).toContain('the signing certificate: revoked: cessationOfOperation')
  expect(said(one)).toContain('login at the portal is refused: CERTIFICATE_REVOKED')
})

test('2-F.set-anew 2-F⑥.card 2-F⑥.nobody-else 2-F③.both a forgotten PIN is set anew with the card at hand, which alone can end it all', () => {
  expect(passed('android-forgot-password').refusals).toContain('CARD_OF_ANOTHER_PERSON')
})

test('2-A.password-reset 2-D a locked card is refused until the counter sets it anew, and so are codes of the wrong form', () => {
  const { refusals } = passed('password-locked')
  expect(refusals).toContain('CARD_SECRET_BLOCKED')
  expect(refusals.filter((code) => code === 'SECRET_FORM')).toHaveLength(4)
})

test('1-A①.iphone 1-A②.attributes 3-B.old-ios 3-D⑤.wallet an iPhone gets both certificates and the attributes; too old a phone is refused', () => {
  const { refusals } = passed('iphone-first-time')
  expect(refusals).toContain('OS_TOO_OLD')
  expect(refusals).toContain('PHONE_NOT_SUPPORTED')
})

test('3-E⑥.password 3-E.everywhere the card on this iPhone is deleted by its signing password', () => {
  expect(said(passed('iphone-delete'))).toContain('login at the portal is refused')
})

test('3-F⑤.deleted 3-F.nothing-there 3-F.not-from-own the card at hand deletes the credential on another phone, from a phone without one', () => {
  const { refusals } = passed('iphone-delete-other')
  expect(refusals).toContain('CREDENTIAL_PRESENT')
  expect(refusals).toContain('NOTHING_TO_DELETE')
})

test('4-A.android-to-android 4-A.in-order 4-B⑭.takes-over 4-B.old-goes-on from Android to Android: the old one works until the new one registers, and then no more', () => {
  expect(passed('android-switch').refusals).toEqual(['PERSON_HAS_A_PHONE', 'NOTHING_TO_SWITCH'])
})

test('4-A.android-to-iphone 4-A.in-order from Android to iPhone: first the one ends, then the other begins', () => {
  expect(passed('android-to-iphone').refusals).toContain('PERSON_HAS_A_PHONE')
})

test('4-A.iphone-to-android 4-A.in-order from iPhone to Android: first the one ends, then the other begins', () => {
  expect(passed('iphone-to-android').refusals).toContain('PERSON_HAS_A_PHONE')
})

test('4-A.iphone-to-iphone 4-A.in-order from iPhone to iPhone: first the one ends, then the other begins', () => {
  expect(passed('iphone-to-iphone').refusals).toContain('PERSON_HAS_A_PHONE')
})

test('5-A1.night an application at night is accepted at once and issued after 8:00', () => {
  const night = passed('after-hours')
  expect(night.refusals).toEqual(['NOT_ISSUED_YET', 'NOT_ISSUED_YET'])
  expect(said(night)).toContain('the resident is told: from 08:00 Japan time')
})

test('5-A2.one-phone 5-A2.one-person a second phone is refused, whichever two kinds, and so is a second person on one phone', () => {
  expect(passed('second-phone-refused').refusals).toEqual([
    'PERSON_HAS_A_PHONE',
    'PERSON_HAS_A_PHONE',
    'CREDENTIAL_PRESENT',
    'PERSON_HAS_A_PHONE',
    'PERSON_HAS_A_PHONE',
  ])
})

test('5-A4.never-longer 5-A4.ends-with-card 5-A4.renewed the phone ends with the card; after the renewal at the counter it is registered anew', () => {
  const expired = passed('card-expired')
  expect(expired.refusals).toContain('CARD_CERTIFICATE_EXPIRED')
  expect(said(expired)).toContain('login at the portal is refused: CERTIFICATE_EXPIRED')
})

test('5-A4.moved after a move the signing certificates of card and phone end, user authentication goes on', () => {
  expect(said(passed('moved-house'))).toContain('revoked: affiliationChanged')
})

test('5-B1.one-call 5-B1.phone-stops 5-B3.issued-anew a lost phone is stopped by one call at night, and issued anew once it is found', () => {
  const lost = passed('phone-lost-and-found')
  expect(said(lost)).toContain('login at the portal is refused: CERTIFICATE_SUSPENDED')
  expect(lost.refusals).toContain('ROLE_REQUIRED')
})

test('5-B1.card-stops 5-B2.released 5-B2.signing-anew 5-B2.only-counter a lost card is stopped while the phone goes on; found, its signing certificate is another one', () => {
  const lost = passed('card-lost-and-found')
  expect(lost.refusals).toContain('CARD_CERTIFICATE_SUSPENDED')
  expect(said(lost)).toContain('the authentication certificate: revoked: certificateHold')
})

test('kazashi scenario run --all: a line for each scenario, and an exit code that says whether all passed', () => {
  expect(ended.stdout).toMatch(/^scenario +rows +steps +result +seconds$/m)
  for (const { name, rows } of scenarios) {
    expect(ended.stdout).toMatch(new RegExp(`^${name} +${rows.join(' ')} +\\d+/\\d+ +passed`, 'm'))
  }
  expect(ended.stdout).toContain(`${scenarios.length} of ${scenarios.length} scenarios passed`)
  expect(ended.code).toBe(0)
})

test('5-A1 a scenario that moved the sandbox clock has put it back', async () => {
  const moved = scenarios.filter(({ name }) =>
    passed(name).steps.some(({ facts }) => 'clock moved to' in facts),
  )
  expect(moved.map(({ name }) => name)).toContain('after-hours')
  const { stdout } = await kazashi('scenario', 'list', '--json')
  expect(z.array(z.object({ name: z.string() })).parse(JSON.parse(stdout))).toHaveLength(
    scenarios.length,
  )
  const authority = running.url.replace('localhost', 'authority.kazashi.localhost')
  const clock = await localFetch(`${authority}/sandbox/clock`)
  expect(await clock.json()).toMatchObject({ offsetSeconds: 0 })
})

test('1-B③.certificate 1-B③.refused a certificate is printed at a kiosk by each kind of phone, its paper holds for other programs, and each who gets none is told why', () => {
  const kiosk = passed('kiosk-certificate')
  expect(kiosk.refusals).toEqual([
    'VISIT_UNKNOWN',
    'MUNICIPALITY_ABSENT',
    'OUT_OF_PAPER',
    'CERTIFICATE_SUSPENDED',
    'KIOSK_CLOSED',
    'CERTIFICATE_EXPIRED',
  ])
  expect(said(kiosk)).toContain('the iPhone recognises its holder, and no PIN is entered')
  const folder = join(out, 'kiosk-certificate')
  const check = z.object({
    verdict: z.literal('valid'),
    facts: z.object({ type: z.string(), name: z.string(), address: z.string() }),
  })
  const run = (program: string, ...args: string[]) => {
    const { stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8' })
    if (error) throw error
    return stdout + stderr
  }
  for (const type of ['residence', 'seal']) {
    const file = join(folder, `${type}.pdf`)
    const { facts } = check.parse(
      JSON.parse(readFileSync(join(folder, `${type}-check.json`), 'utf8')),
    )
    expect(facts.type).toBe(type)
    const signature = run('pdfsig', '-nocert', file)
    for (const words of ['Signature is Valid.', 'Total document signed'])
      expect(signature).toContain(words)
    expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors found')
    const text = run('pdftotext', '-layout', file, '-').replaceAll(/\s/g, '')
    for (const words of [facts.name, facts.address])
      expect(text).toContain(words.replaceAll(/\s/g, ''))
    const receipt = run('pdftotext', join(folder, `${type}-receipt.pdf`), '-')
    expect(receipt).toContain('領収書')
    expect(receipt).not.toContain(facts.name)
    for (const one of [file, join(folder, `${type}-receipt.pdf`)]) {
      const fonts = run('pdffonts', one).trim().split('\n').slice(2)
      expect(fonts.length).toBeGreaterThan(0)
      for (const font of fonts) expect(font).toMatch(/ Identity-H +yes +\S+ +yes /)
    }
  }
})

test('1-B④.clinic 1-B④.pharmacy 5-A5.clinic 1-C②.nothing-private the phone is the insurance card at a clinic and a pharmacy, after a first visit by the card, and keeps nothing of it', () => {
  const visit = passed('clinic-visit')
  expect(visit.refusals).toEqual(['FIRST_VISIT_CARD'])
  expect(said(visit)).toContain('what the phone keeps is the same as before the visit')
  const kept = (name: string) =>
    z
      .looseObject({ membership: z.looseObject({ insurerNumber: z.string() }) })
      .parse(JSON.parse(readFileSync(join(out, 'clinic-visit', `${name}.json`), 'utf8')))
  expect(kept('reception').membership.insurerNumber).toBe(
    kept('eligibility').membership.insurerNumber,
  )
})

test('kazashi scenario: on a machine without openssl the steps say so and ask by our own OCSP check', async () => {
  const args = ['scenario', 'run', 'password-locked', '--server', running.url]
  const { code, stdout } = await kazashiWithPath(running.folder, ...args)
  expect(code).toBe(0)
  const told = 'our own OCSP check (no openssl here) on the signing certificate: good'
  expect(stdout).toContain(told)
  expect(stdout).not.toContain('openssl ocsp on')
})

test('kazashi scenario: no server, an unknown name and wrong usage each end with their exit code', async () => {
  const nobody = ['--server', 'http://localhost:9']
  for (const what of ['android-switch', '--all']) {
    const { code, stderr } = await kazashi('scenario', 'run', what, ...nobody)
    expect([what, code]).toEqual([what, 1])
    expect(stderr).toMatch(/^SERVER_UNREACHABLE: .*\nNext: start it with kazashi start/m)
  }
  expect(await kazashi('scenario', 'run', 'no-such')).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^SCENARIO_UNKNOWN: no-such\nNext: /),
  })
  const reader = ['--reader', 'X', '--sign-password', 'ABC123']
  expect((await kazashi('scenario', 'run', 'android-switch', ...reader)).stderr).toMatch(
    /^READER_NOT_USED: android-switch\nNext: /,
  )
  for (const wrong of [
    [],
    ['android-switch', '--all'],
    ['android-first-time', '--reader', 'X'],
    ['android-switch', '--server', 'kazashi.example'],
    ['android-switch', '--out', ''],
  ]) {
    expect([wrong, (await kazashi('scenario', 'run', ...wrong)).code]).toEqual([wrong, 2])
  }
})

test('1-B①.moving a notice of moving is filled in and signed with the phone alone, and its receipt is kept', () => {
  const { refusals, ...report } = passed('portal-moving')
  expect(refusals).toContain('APPLICATION_TAKEN')
  expect(said(report)).toContain('the signed document is kept')
  expect(readFileSync(join(out, 'portal-moving', 'moving.pdf')).toString('latin1')).toMatch(
    /^%PDF-/,
  )
})

test('1-B①.tax-return a tax return is filled in and signed with the phone alone, and its receipt is kept', () => {
  expect(said(passed('portal-tax-return'))).toContain('the receipt is kept')
  const xml = readFileSync(join(out, 'portal-tax-return', 'tax-return.xml')).toString()
  expect(xml).toContain('<Refund>51383</Refund>')
})

/** A kept PDF, judged by programs that nobody here wrote. */
async function judgedByOthers(scenario: string, file: string) {
  const path = join(out, scenario, file)
  const run = promisify(execFile)
  const [{ stdout: signatures }, { stdout: words }] = [
    await run('pdfsig', ['-nocert', path]),
    await run('pdftotext', [path, '-']),
  ]
  await run('qpdf', ['--check', path])
  const valid = signatures.split('Signature Validation: Signature is Valid.').length - 1
  return { valid, whole: signatures.includes('Total document signed'), words }
}

test('1-B②.bank-account a bank account is opened by a contract that the phone signs at the gate, and other programs find the signature valid', async () => {
  const account = passed('bank-contract')
  expect(account.refusals).toEqual([
    'CONTRACT_UNSIGNED',
    'GUARDIAN_NEEDED',
    'ACCOUNT_FOR_OTHERS',
    'ACCOUNT_EXISTS',
  ])
  const { valid, whole, words } = await judgedByOthers('bank-contract', 'account-contract.pdf')
  expect([valid, whole]).toEqual([1, true])
  expect(words).toContain('普通預金口座 開設申込書')
})

test('1-B②.mobile-contract a mobile phone contract is signed by the phone or the card on the shop’s reader, of a minor by two, and other programs find each signature valid', async () => {
  const shop = passed('mobile-contract')
  expect(shop.refusals).toEqual([
    'SECRET_WRONG',
    'SIGNER_OTHER',
    'SIGNATURE_REPLAYED',
    'GUARDIAN_SAME',
    'CERTIFICATE_SUSPENDED',
  ])
  for (const [file, signatures] of [
    ['contract-by-phone.pdf', 1],
    ['contract-by-card.pdf', 1],
    ['contract-of-a-minor.pdf', 2],
  ] as const) {
    const { valid, whole, words } = await judgedByOthers('mobile-contract', file)
    expect([file, valid, whole]).toEqual([file, signatures, true])
    expect(words).toContain('携帯電話 契約書')
  }
})
