/** An account is opened at the bank over HTTP, by robot phones; and what keeps it from being opened (1-B②). */
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
import { visitorOf } from './steps.ts'

let sandbox: Sandbox
let folder: string
beforeAll(async () => {
  sandbox = await borrowSandbox()
  await sandbox.moveClock('10:00')
  folder = await mkdtemp(join(tmpdir(), 'kazashi-bank-'))
})
afterAll(async () => {
  await sandbox?.stop()
  await rm(folder, { recursive: true, force: true })
})

const robot = z.object({ name: z.string(), cardId: z.string() })
async function newRobot(preset = 'adult') {
  const name = `bank-${crypto.randomUUID().slice(0, 8)}`
  const answer = await localFetch(`${sandbox.origin('box')}/phones`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, preset }),
  })
  return robot.parse(await answer.json())
}
async function lose({ cardId }: z.infer<typeof robot>): Promise<void> {
  await localFetch(`${sandbox.origin('box')}/cards/${cardId}/telephone`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ what: 'phone' }),
  })
}
/** Logged in, with a contract that was read. */
async function atTheContract(name: string) {
  const visitor = visitorOf(sandbox, name)
  expect(await visitor.logIn()).toBeNull()
  expect(await visitor.write()).toBeUndefined()
  expect(await visitor.read()).toBeUndefined()
  return visitor
}

/** Many a person has a character that a certificate does not write: the next one, then. */
async function atTheEnd() {
  for (;;) {
    const { name } = await newRobot()
    const visitor = await atTheContract(name)
    expect(await visitor.sign()).toEqual({ code: null, reason: null })
    const { state, application } = await visitor.account()
    if (state === 'opened') return visitor
    expect([state, application?.substitutes.length]).not.toEqual(['looked-at', 0])
  }
}

test('1-A①.sign-document 1-B②.bank-account 5-A3.typing an account is opened with what the gate handed over, and pdfsig finds the signature of the whole contract valid', async () => {
  const visitor = await atTheEnd()
  const { claims, application } = await visitor.account()
  expect(claims['name']).toContain('　')
  expect(application?.account).toMatch(/^\d{7}$/)
  const pdf = await localFetchPdf(visitor)
  const file = join(folder, 'contract.pdf')
  await writeFile(file, pdf)
  const { stdout } = await promisify(execFile)('pdfsig', ['-nocert', file])
  expect(stdout).toContain('Signature Validation: Signature is Valid.')
  expect(stdout).toContain('Total document signed')
  const words = await promisify(execFile)('pdftotext', [file, '-'])
  expect(words.stdout.replaceAll(/\s/g, '')).toContain((claims['name'] ?? '').replaceAll(/\s/g, ''))
  expect(await visitor.write()).toBeUndefined()
  expect(await visitor.write({ telephone: '0312345678' })).toBe('ACCOUNT_EXISTS')
  expect(await visitor.sign()).toEqual({ code: 'ACCOUNT_EXISTS', reason: null })
})

/** The signed contract, by the browser's session. */
async function localFetchPdf({ browser }: ReturnType<typeof visitorOf>): Promise<Uint8Array> {
  const { status, bytes } = await browser.open(
    `${sandbox.origin('bank')}/applications/deposit/signed.pdf`,
  )
  expect(status).toBe(200)
  return bytes
}

test('1-B② a name with a character that the certificate writes another for is looked at by a clerk', async () => {
  const { name } = await newRobot('variant-kanji')
  const visitor = await atTheContract(name)
  expect(await visitor.sign()).toEqual({ code: null, reason: null })
  const { state, application } = await visitor.account()
  expect([state, application?.account]).toEqual(['looked-at', undefined])
  expect(application?.looks).toContain('name-substituted')
  expect(application?.substitutes.length).toBeGreaterThan(0)

  const [one] = await casesOf(application?.number)
  expect(one?.certified?.name).toBe((await visitor.account()).claims['name'])
  expect(await settle(one?.id, { refused: 'characters-unclear' })).toBe('')
  expect(await settle(one?.id, { accepted: true })).toBe('CASE_CLOSED')
  const refused = await visitor.account()
  expect([refused.state, refused.application?.refused]).toEqual(['refused', 'characters-unclear'])
  expect(await visitor.sign()).toEqual({ code: 'NOTHING_TO_SIGN', reason: null })
  expect(await visitor.write()).toBeUndefined()
  expect(await visitor.read()).toBeUndefined()
  expect(await visitor.sign()).toEqual({ code: null, reason: null })
  const again = await visitor.account()
  expect(again.application?.number).not.toBe(application?.number)
  const [two] = await casesOf(again.application?.number)
  expect(await settle(two?.id, { accepted: true })).toBe('')
  const opened = await visitor.account()
  expect([opened.state, opened.application?.account]).toEqual(['opened', expect.any(String)])
  expect(await casesOf(again.application?.number)).toEqual([])
})

const person = z.object({ name: z.string(), address: z.string() })
const clerkCase = z.object({
  id: z.string(),
  number: z.string(),
  written: person,
  certified: person.optional(),
})
const clerk = (path: string, init?: RequestInit) =>
  localFetch(`${sandbox.origin('bank')}/clerk/cases${path}`, init)
/** What waits for a clerk under this number. */
async function casesOf(number: unknown) {
  const all = z.array(clerkCase).parse(await (await clerk('')).json())
  return all.filter((one) => one.number === number)
}
/** @returns the code of the refusal, or nothing */
async function settle(id: string | undefined, verdict: object): Promise<string> {
  const answer = await clerk(`/${id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(verdict),
  })
  return answer.ok ? '' : z.object({ code: z.string() }).parse(await answer.json()).code
}

test('1-B②.securities-account a securities account is opened beside the other one, by a contract of its own, and nobody under 18 opens one', async () => {
  const { name } = await newRobot()
  const visitor = visitorOf(sandbox, name, 'securities')
  expect(await visitor.logIn()).toBeNull()
  expect(await visitor.write({ birthDate: '2020-02-29' })).toBe('MINOR_ACCOUNT_OFFLINE')
  expect(await visitor.write({ taxAccount: '' })).toBe('REQUEST_INVALID')
  expect(await visitor.write()).toBeUndefined()
  expect(await visitor.sign()).toEqual({ code: 'CONTRACT_NOT_READ', reason: null })
  expect(await visitor.read()).toBeUndefined()
  expect(await visitor.sign()).toEqual({ code: null, reason: null })
  const { state, application } = await visitor.account()
  if (state === 'looked-at') {
    // A person of chance with a character that a certificate does not write.
    expect(application?.substitutes.length).toBeGreaterThan(0)
    const [one] = await casesOf(application?.number)
    expect(await settle(one?.id, { accepted: true })).toBe('')
  }
  expect((await visitor.account()).application?.account).toMatch(/^\d{7}$/)
  const file = join(folder, 'securities.pdf')
  const signed = `${sandbox.origin('bank')}/applications/securities/signed.pdf`
  await writeFile(file, (await visitor.browser.open(signed)).bytes)
  const { stdout } = await promisify(execFile)('pdfsig', ['-nocert', file])
  expect(stdout).toContain('Signature Validation: Signature is Valid.')
  const words = await promisify(execFile)('pdftotext', [file, '-'])
  expect(words.stdout).toContain('特定口座（源泉徴収あり）')
  expect(words.stdout.replaceAll(/\s/g, '')).toContain('マイナンバーは電子証明書に入っていない')
  const { text } = await visitor.browser.open(`${sandbox.origin('bank')}/applications/deposit`)
  expect(z.object({ state: z.string() }).parse(JSON.parse(text)).state).toBe('none')
})

test('1-B② whoever is logged out while signing comes back to words that say so, and the draft is kept', async () => {
  const { name } = await newRobot()
  const visitor = await atTheContract(name)
  const bank = sandbox.origin('bank')
  const { url } = await visitor.browser.open(`${bank}/sign/deposit`, { as: 'nobody-of-this-name' })
  expect(url.origin).toBe(sandbox.origin('gate'))
  await visitor.browser.open(`${bank}/session`, { method: 'DELETE' })
  // The way back, with what this browser asked for, and no session.
  const { headers } = await localFetch(`${bank}/signed/deposit?state=asked&code=x`, {
    redirect: 'manual',
    headers: { cookie: '__Host-signs-asked=nonce.verifier' },
  })
  const back = new URL(headers.get('location') ?? '')
  expect(back.searchParams.get('came')).toBe('SESSION_OVER_SIGNING')
  expect(await visitor.logIn()).toBeNull()
  expect(await visitor.account()).toMatchObject({ state: 'signing', application: { read: true } })
})

test('1-B② a form that differs from the certificate opens no account, says where, and may be corrected', async () => {
  const { name } = await newRobot()
  const visitor = await atTheContract(name)
  expect(await visitor.write({ address: '東京都架空市1-1', name: '別の　人' })).toBeUndefined()
  expect(await visitor.sign()).toEqual({ code: 'CONTRACT_NOT_READ', reason: null })
  expect(await visitor.read()).toBeUndefined()
  expect(await visitor.sign()).toEqual({ code: 'ATTRIBUTES_DIFFER', reason: 'name,address' })
  expect((await visitor.account()).state).toBe('signing')
  expect(await visitor.write()).toBeUndefined()
  expect(await visitor.read()).toBeUndefined()
  expect(await visitor.sign()).toEqual({ code: null, reason: null })
  expect((await visitor.account()).state).toMatch(/^(opened|looked-at)$/)
})

test('1-B② nobody signs for another, and a phone lost after the login signs nothing', async () => {
  const [own, other] = [await newRobot(), await newRobot()]
  const visitor = await atTheContract(own.name)
  expect(await visitor.sign(other.name)).toEqual({ code: 'SIGNER_OTHER', reason: null })
  expect((await visitor.account()).state).toBe('signing')
  await lose(own)
  expect(await visitor.sign()).toEqual({
    code: 'SIGN_CERTIFICATE_ENDED',
    reason: 'CERTIFICATE_SUSPENDED',
  })
  const answer = await visitor.browser.open(
    `${sandbox.origin('bank')}/applications/deposit/signed.pdf`,
  )
  expect(answer.text).toContain('CONTRACT_UNSIGNED')
})

test('1-B② a person who ends it on the phone comes back without a signature, and what was written is kept', async () => {
  const { name } = await newRobot()
  const visitor = await atTheContract(name)
  expect(await visitor.sign('declines')).toMatchObject({ code: 'SIGN_STOPPED' })
  expect((await visitor.account()).application).toMatchObject({ read: true })
})

test('1-B② whoever is under 18, and whoever opens it for somebody else, is told so before a contract is made', async () => {
  const { name } = await newRobot()
  const visitor = visitorOf(sandbox, name)
  expect(await visitor.logIn()).toBeNull()
  expect(await visitor.sign()).toEqual({ code: 'NOTHING_TO_SIGN', reason: null })
  expect(await visitor.write({ birthDate: '2020-02-29' })).toBe('GUARDIAN_NEEDED')
  expect(await visitor.write({ forOthers: true })).toBe('ACCOUNT_FOR_OTHERS')
  expect(await visitor.write({ declares: false })).toBe('REQUEST_INVALID')
  expect((await visitor.account()).state).toBe('none')
})

test('1-B② two people use one browser one after the other, and each sees only what is theirs', async () => {
  const [first, second] = [await newRobot(), await newRobot()]
  const visitor = await atTheContract(first.name)
  expect(await visitor.logIn(second.name)).toBeNull()
  expect((await visitor.account()).state).toBe('none')
  expect(await visitor.logIn(first.name)).toBeNull()
  expect((await visitor.account()).state).toBe('written')
})

test('1-B② without a session nothing is shown, written or signed', async () => {
  const { name } = await newRobot()
  const visitor = visitorOf(sandbox, name)
  const { status, text } = await visitor.browser.open(
    `${sandbox.origin('bank')}/applications/deposit`,
  )
  expect([status, text.includes('NOT_LOGGED_IN')]).toEqual([401, true])
  expect(await visitor.sign()).toEqual({ code: 'NOT_LOGGED_IN', reason: null })
})
