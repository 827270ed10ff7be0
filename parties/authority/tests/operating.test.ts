/** An authority for real residents has nothing of a sandbox, and does not start with what one has left. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { base64 } from '@kazashi/octets'
import { parseCertificate } from '@kazashi/pki'
import { hostOf, originsFor, type Party } from '@kazashi/serve'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { codeOf } from '../../../tools/code-of.ts'
import { type Borrowed, borrow } from '../../../tools/keeper/borrow.ts'
import { createAuthority } from '../index.ts'

const origins = originsFor('https://{party}.kazashi.example')
const trust = z.object({
  sandbox: z.boolean(),
  anchors: z.array(z.object({ certificate: z.string() })),
})

let database: Borrowed
let folder: string
beforeEach(async () => {
  database = await borrow('databases')
  folder = await mkdtemp(join(tmpdir(), 'kazashi-operating-'))
})
afterEach(async () => {
  await database.giveBack()
  await rm(folder, { recursive: true, force: true })
})

const start = (options: { readonly sandbox: boolean; readonly organization?: string }) =>
  createAuthority({
    databaseUrl: database.address,
    dataFolder: folder,
    origins,
    work: false,
    ...options,
  })

const ask = (app: Party, method: 'GET' | 'PUT', path: string) =>
  app.inject({ method, url: path, headers: { host: hostOf(origins.authority) } })

test('5-A1 RFC 5280 §6.1.1 who operates has CAs of its own name, no movable clock and no told tokens', async () => {
  const app = await start({ sandbox: false, organization: 'JPKI Kazashi' })
  try {
    const told = trust.parse((await ask(app, 'GET', '/trust')).json())
    expect(told.sandbox).toBe(false)
    const names = told.anchors.map(
      ({ certificate }) => parseCertificate(base64.decode(certificate)).subject.text,
    )
    expect(names.filter((name) => name.includes('JPKI Kazashi'))).toHaveLength(names.length)
    expect(names.join()).not.toMatch(/sandbox/i)
    for (const [method, path] of [
      ['GET', '/sandbox/clock'],
      ['PUT', '/sandbox/clock'],
      ['GET', '/sandbox/tokens'],
    ] as const)
      expect([path, (await ask(app, method, path)).statusCode]).toEqual([path, 404])
    const answer = await ask(app, 'GET', '/trust')
    expect(answer.headers['x-sandbox']).toBeUndefined()
    expect(answer.headers['access-control-allow-origin']).not.toBe(origins.desk)
  } finally {
    await app.close()
  }
})

test('5-A1 RFC 5280 §6.1.1 SANDBOX_ANCHORS: neither the CAs of a sandbox nor a sandbox’s name are taken to operate with', async () => {
  expect(await codeOf(start({ sandbox: false }))).toBe('SANDBOX_ANCHORS')
  const sandbox = await start({ sandbox: true })
  await sandbox.close()
  expect(await codeOf(start({ sandbox: false, organization: 'JPKI Kazashi' }))).toBe(
    'SANDBOX_ANCHORS',
  )
})
