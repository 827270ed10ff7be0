/** docs/integrate/kiosk.md and clinic.md followed word for word: a phone at the reader of a machine, in a sandbox that other tests use, too. */
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { borrowSandbox } from '../running-app/borrowed-sandbox.ts'
import { untilKiosksPrint } from '../running-app/kiosk-day.ts'
import type { Sandbox } from '../running-app/sandbox.ts'
import { followGuide, likely } from './pack/guide.ts'

const root = resolve(import.meta.dirname, '../..')

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await borrowSandbox()
  await untilKiosksPrint(sandbox)
})
afterAll(() => sandbox?.stop())

/** In place of a sandbox of its own: the page ends the process that is named here. */
function borrowed(): string {
  const parties = ['authority', 'box', 'kiosk', 'clinic']
  const origins = Object.fromEntries(parties.map((party) => [party, sandbox.origin(party)]))
  const given = JSON.stringify({ origins }).slice(1)
  return `sleep 600 > sleep.log 2>&1 &\necho "{\\"pid\\": $!," '${given}' > sandbox.json`
}

async function follows(page: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kazashi-machine-guide-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const names = join(import.meta.dirname, 'pack/names-of-localhost.mjs')
  const { code, followed } = await followGuide(
    folder,
    join(root, 'docs/integrate', page),
    new Map([['A sandbox', borrowed()]]),
    { NODE_OPTIONS: `--import ${names}` },
  )
  for (const { title, printed, said } of followed) {
    if (printed !== undefined)
      expect([title, said]).toEqual([title, expect.stringMatching(likely(printed))])
  }
  expect(code).toBe(0)
}

test('1-B③.certificate 1-B③.refused docs/integrate/kiosk.md: an iPhone is held to a machine of one’s own, its paper is checked, and once it is lost the register says so', () =>
  follows('kiosk.md'))

test('1-B④.clinic 5-A5.clinic docs/integrate/clinic.md: a phone proves who is there, and the eligibility service answers, practises what goes wrong, and refuses', () =>
  follows('clinic.md'))
