/**
 * The same scenarios, and nothing else is different: three authority processes that answer and two that work, on a PostgreSQL
 * given by its URL, behind a round-robin.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readRoleTokens } from '@kazashi/authority'
import { createGate } from '@kazashi/gate'
import { createPortal, portalName } from '@kazashi/portal'
import { createLogger } from '@kazashi/serve'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Many, startMany } from '../../parties/authority/tests/many.ts'
import { runScenario } from '../scenario/runner.ts'
import { scenarios } from '../scenario/scenarios/index.ts'
import { signingSite } from '../start/site-client.ts'

/**
 * Put together of procedures that the others have: every request of these to the authority is one of theirs. They run against one process
 * (scenarios.test.ts).
 */
const putTogether = new Set([
  'password-locked',
  'android-to-iphone',
  'iphone-to-android',
  'iphone-to-iphone',
])
/** At sites with a store of their own and one process: here run several of the authority, no sites and no machines. */
const atSites = new Set([
  'bank-contract',
  'clinic-visit',
  'kiosk-certificate',
  'mobile-contract',
  'portal-moving',
  'portal-tax-return',
])
const told = scenarios.filter(({ name }) => !putTogether.has(name) && !atSites.has(name))

let many: Many
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
})
afterAll(async () => {
  await many?.close()
  rmSync(folder, { recursive: true, force: true })
})

test.each(told.map((scenario) => [scenario.rows.join(' '), scenario.name, scenario] as const))(
  '%s %s is the same with several processes on one database',
  async (_, name, scenario) => {
    const server = `http://localhost:${many.publicPort}`
    const { report } = await runScenario(scenario, { server, out: join(folder, name), seed: 2 })
    expect(report.failure).toBeUndefined()
    expect(report.passed).toBe(true)
  },
)

test('5-B1 each of the processes had its part in it', () => {
  for (const count of many.served) expect(count).toBeGreaterThan(100)
})
