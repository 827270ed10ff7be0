/** A wallet is opened by a login and identified by a signature, over HTTP, by robot phones; and what keeps it from it (1-B②). */
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
  folder = await mkdtemp(join(tmpdir(), 'kazashi-cashless-'))
})
afterAll(async () => {
  await sandbox?.stop()
  await rm(folder, { recursive: true, force: true })
})

const unique = () => `pay-${crypto.randomUUID().slice(0, 8)}`
async function box(path: string, body: object): Promise<Response> {
  const answer = await localFetch(`${sandbox.origin('box')}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  expect(answer.status).toBeLessThan(300)
  return answer
}
const robot = z.object({ name: z.string(), cardId: z.string() })
const newRobot = async (preset = 'adult') =>
  robot.parse(await (await box('/phones', { name: unique(), preset })).json())
const lose = ({ name }: { readonly name: string }) =>
  box(`/phones/${name}/events`, { event: 'lose' })

/** Logged in, with an open wallet. */
async function atTheWallet(name: string) {
  const visitor = visitorOf(sandbox, name)
  expect(await visitor.logIn()).toBeNull()
  expect(await visitor.open()).toBeUndefined()
  return visitor
}

test('1-B②.cashless a wallet is opened by a login alone with a small limit; a signature proves who it is, and the limit is raised; the signed application is kept', async () => {
  const { name } = await newRobot()
  const visitor = visitorOf(sandbox, name)
  expect(await visitor.logIn()).toBeNull()
  expect((await visitor.account()).state).toBe('none')
  expect(await visitor.charge(1000)).toBe('WALLET_UNOPENED')
  expect(await visitor.open()).toBeUndefined()
  expect(await visitor.charge(300_000)).toBeUndefined()
  expect(await visitor.charge(1)).toBe('BALANCE_LIMIT')
  expect(await visitor.transfer(1)).toBe('NOT_IDENTIFIED')

  expect(await visitor.sign()).toEqual({ code: 'APPLICATION_MISSING', reason: null })
  expect(await visitor.write()).toBeUndefined()
  const unsigned = await visitor.browser.open(`${sandbox.origin('cashless')}/wallet/signed.pdf`)
  expect(unsigned.text).toContain('APPLICATION_UNSIGNED')
  expect(await visitor.sign()).toEqual({ code: null, reason: null })
  const { state, wallet, claims } = await visitor.account()
  expect(state).toBe('identified')
  expect(wallet?.identity?.name).toBe(claims['name'])
  expect(wallet?.limits).toMatchObject({ balance: 1_000_000, transfers: true })
  expect(await visitor.charge(1)).toBeUndefined()
  expect(await visitor.transfer(1)).toBeUndefined()
  const code = await visitor.code()
  expect(await visitor.pay(480, code)).toBeUndefined()
  expect(await visitor.pay(480, code)).toBe('PAYMENT_CODE_INVALID')
  expect(await visitor.pay(999_999, await visitor.code())).toBe('BALANCE_SHORT')
  const after = (await visitor.account()).wallet
  expect([after?.balance, after?.entries.length]).toEqual([299_520, 4])
  expect(await visitor.write()).toBe('ALREADY_IDENTIFIED')
  expect(await visitor.sign()).toEqual({ code: 'ALREADY_IDENTIFIED', reason: null })

  const file = join(folder, 'application.pdf')
  const signed = await visitor.browser.open(`${sandbox.origin('cashless')}/wallet/signed.pdf`)
  await writeFile(file, signed.bytes)
  const { stdout } = await promisify(execFile)('pdfsig', ['-nocert', file])
  expect(stdout).toContain('Signature Validation: Signature is Valid.')
  expect(stdout).toContain('Total document signed')
})

test('1-B② one person has one wallet: the next phone finds it, and the one before ends nothing but its own session', async () => {
  const first = await newRobot()
  const visitor = await atTheWallet(first.name)
  expect(await visitor.charge(700)).toBeUndefined()
  const { wallet } = await visitor.account()
  const next = unique()
  await box(`/phones/${first.name}/replacement`, { name: next })
  const second = visitorOf(sandbox, next)
  expect(await second.logIn()).toBeNull()
  expect(await second.open('2020-01-01')).toBeUndefined()
  expect((await second.account()).wallet).toMatchObject({ number: wallet?.number, balance: 700 })
  const other = await atTheWallet((await newRobot()).name)
  expect((await other.account()).wallet).toMatchObject({ balance: 0 })
})

test('1-B② what differs from the certificate is asked again, and the third time the check is closed; paying goes on', async () => {
  const { name } = await newRobot()
  const visitor = await atTheWallet(name)
  expect(await visitor.charge(1000)).toBeUndefined()
  for (const left of [2, 1]) {
    expect(
      await visitor.write({ name: '別の　人', address: `東京都架空市${left}` }),
    ).toBeUndefined()
    expect(await visitor.sign()).toEqual({ code: 'IDENTITY_DIFFERS', reason: 'name,address' })
    const { state, wallet } = await visitor.account()
    expect([state, wallet?.triesLeft]).toEqual(['asked-again', left])
    expect(wallet?.asked).toEqual({ by: 'application', fields: ['name', 'address'] })
  }
  expect(await visitor.sign('declines')).toMatchObject({ code: 'SIGN_STOPPED' })
  expect(await visitor.write({ birthDate: '1901-01-01' })).toBeUndefined()
  expect(await visitor.sign()).toEqual({ code: 'IDENTIFICATION_CLOSED', reason: null })
  expect((await visitor.account()).state).toBe('refused')
  expect(await visitor.write()).toBe('IDENTIFICATION_CLOSED')
  expect(await visitor.pay(1000, await visitor.code())).toBeUndefined()
})

test('1-B② an application that differed and was corrected identifies; a name with a substitute character does, too, and says so', async () => {
  const { name } = await newRobot('variant-kanji')
  const visitor = await atTheWallet(name)
  expect(await visitor.write({ birthDate: '1901-01-01' })).toBeUndefined()
  expect(await visitor.sign()).toEqual({ code: 'IDENTITY_DIFFERS', reason: 'birthDate' })
  expect(await visitor.write()).toBeUndefined()
  expect(await visitor.sign()).toEqual({ code: null, reason: null })
  const { state, wallet } = await visitor.account()
  expect([state, wallet?.asked]).toEqual(['identified', undefined])
  expect(wallet?.identity?.substitutes.length).toBeGreaterThan(0)
})

test('1-B② somebody under 18 is told the limit of a month, whatever birth date they type, and a signature leaves it', async () => {
  const visitor = await atTheWallet('fifteen')
  const { wallet } = await visitor.account()
  expect(wallet).toMatchObject({ minor: true, limits: { monthly: 20_000 } })
  expect(await visitor.charge(20_001)).toBe('MINOR_LIMIT')
})

test('1-B② nobody signs for another or for somebody else’s use; a phone lost meanwhile signs nothing', async () => {
  const [own, other] = [await newRobot(), await newRobot()]
  const visitor = await atTheWallet(own.name)
  expect(await visitor.write({ forOthers: true })).toBe('WALLET_FOR_OTHERS')
  expect(await visitor.write()).toBeUndefined()
  expect(await visitor.sign(other.name)).toEqual({ code: 'SIGNER_OTHER', reason: null })
  await lose(own)
  expect(await visitor.sign()).toEqual({
    code: 'SIGN_CERTIFICATE_ENDED',
    reason: 'CERTIFICATE_SUSPENDED',
  })
  expect((await visitor.account()).state).toBe('opened')
})

test('1-B② a certificate suspended while a session runs ends it, and says so; without a session there is nothing', async () => {
  const own = await newRobot()
  await sandbox.moveClock('11:00')
  const visitor = await atTheWallet(own.name)
  await lose(own)
  await sandbox.moveClock('11:10')
  expect(await visitor.charge(1)).toBe('SESSION_ENDED')
  expect(await visitor.sign()).toEqual({ code: 'SESSION_ENDED', reason: 'GRANT_ENDED' })
  const stranger = visitorOf(sandbox, own.name)
  expect(await stranger.charge(1)).toBe('NOT_LOGGED_IN')
  expect(await stranger.sign()).toEqual({ code: 'NOT_LOGGED_IN', reason: null })
})
