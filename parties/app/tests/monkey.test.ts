/** A short run of `npm run monkey` on each face: its presses are the same every time. */
import type { PhonePlatform } from '@kazashi/lifecycle'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { letLoose } from '../../../tools/monkey/let-loose.ts'
import { problemLines } from '../../../tools/monkey/report.ts'
import { openHeadlessShell } from '../../../tools/running-app/chromium.ts'
import type { Sandbox } from '../../../tools/running-app/sandbox.ts'
import { borrowSandbox } from './borrowed-sandbox.ts'

let sandbox: Sandbox
let chromium: Browser
beforeAll(async () => {
  sandbox = await borrowSandbox()
  chromium = await openHeadlessShell()
  await sandbox.moveClock('10:00')
})
afterAll(async () => {
  await chromium?.close()
  await sandbox?.stop()
})

const actions = 100

async function run(face: PhonePlatform, seed: number): Promise<void> {
  const goesOn = (done: number) => done < actions
  const [result] = await letLoose({ chromium, sandbox, faces: [face], seed, goesOn })
  if (result === undefined) throw new Error('nobody was let loose')
  expect(problemLines(result)).toEqual([])
  expect(result.actions).toBe(actions)
  // It went somewhere, and not in circles.
  expect(result.states).toBeGreaterThan(10)
}

test('1-D 2-A 2-C 2-D any presses on an Android phone: no dead end, no error, nothing lost, no secret kept', () =>
  run('android', 2026))

test('1-D 3-A 3-C 3-D any presses on an iPhone: no dead end, no error, nothing lost, no secret kept', () =>
  run('iphone', 2026))
