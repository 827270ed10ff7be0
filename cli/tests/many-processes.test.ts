/**
 * The same scenarios, and nothing else is different: three authority processes that answer and two that work, on a PostgreSQL
 * given by its URL, behind a round-robin.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readRoleTokens } from '@kazashi/authority'
import { createGate } from '@kazashi/gate'
import { createPortal, portalName } from '@kazashi/portal'
import { createLogger } from '@kazashi/serve'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { type Many, startMany } from '../../parties/authority/tests/many.ts'
import { scenarios } from '../scenario/scenarios/index.ts'
import { signingSite } from '../start/site-client.ts'
import { type Ended, kazashi } from './running-kazashi.ts'

const report = z.object({
  passed: z.boolean(),
  rows: z.array(z.string()),
  failure: z.object({ code: z.string(), message: z.string() }).optional(),
})

/** Milliseconds: all of them take some minutes on two cores. */
const longest = 900_000

let many: Many
let ended: Ended
let folder = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kazashi-many-scenarios-'))
  many = await startMany({
    hours: true,
    beside: async ({ origins, databaseUrl, dataFolder }) => {
      const { settings: all, metadata } = await signingSite(origins, {
        name: 'portal',
        title: portalName(true),
        dataFolder: folder,
      })
      const { encryptionKey, ...client } = all
      const records = { databaseUrl, dataFolder: folder, encryptionKey }
      const { verifier } = await readRoleTokens(dataFolder)
      const logger = createLogger('warn')
      return {
        gate: await createGate({
          origins,
          databaseUrl,
          dataFolder: folder,
          verifierToken: verifier,
          clients: [metadata],
          logger,
        }),
        portal: await createPortal({ origins, client, records, logger }),
      }
    },
  })
  const server = `http://localhost:${many.publicPort}`
  ended = await kazashi(
    'scenario',
    'run',
    '--all',
    '--server',
    server,
    '--out',
    folder,
    '--seed',
    '2',
  )
}, longest)
afterAll(async () => {
  await many?.close()
  rmSync(folder, { recursive: true, force: true })
})

test.each(scenarios.map(({ name, rows }) => [rows.join(' '), name] as const))(
  '%s %s is the same with several processes on one database',
  (_, name) => {
    const kept = report.parse(JSON.parse(readFileSync(join(folder, name, 'report.json'), 'utf8')))
    expect(kept.failure).toBeUndefined()
    expect(kept.passed).toBe(true)
  },
)

test('5-B1 each of the processes had its part in it', () => {
  expect(ended.code).toBe(0)
  for (const count of many.served) expect(count).toBeGreaterThan(100)
})
