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

test('1-B②.bank-account an account is opened with what the gate handed over, and pdfsig finds the signature of the whole contract valid', async () => {
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
  const { status, bytes } = await browser.open(`${sandbox.origin('bank')}/signed.pdf`)
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
  const answer = await visitor.browser.open(`${sandbox.origin('bank')}/signed.pdf`)
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
  const { status, text } = await visitor.browser.open(`${sandbox.origin('bank')}/application`)
  expect([status, text.includes('NOT_LOGGED_IN')]).toEqual([401, true])
  expect(await visitor.sign()).toEqual({ code: 'NOT_LOGGED_IN', reason: null })
})
