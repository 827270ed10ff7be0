/** docs/packages.md says where each entry runs and what a page pays for it; this measures. */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { bundleFor, entriesOf } from './sizes.ts'

const root = resolve(import.meta.dirname, '../..')
const page = readFileSync(join(root, 'docs/packages.md'), 'utf8')

interface Row {
  readonly entry: string
  readonly runsIn: string
  readonly said: number
  readonly limit: number
}
const rows: Row[] = [
  ...page.matchAll(/^\| `(@kazashi\/[^`]+)` +\| (\w+) +\| (\S+) +\| (\S+) +\|$/gm),
].map(([, entry = '', runsIn = '', said, limit]) => ({
  entry,
  runsIn,
  said: Number(said) * 1000,
  limit: Number(limit) * 1000,
}))
const entries = entriesOf(root)

test('packages: docs/packages.md has every entry of every library', () => {
  expect(rows.map(({ entry }) => entry)).toEqual(entries.map(({ entry }) => entry))
})

/** Without these there is no relying party outside Node. */
test.each(['verify', 'pki', 'octets', 'lifecycle', 'errors'])(
  'packages: @kazashi/%s is for all runtimes',
  (name) => {
    expect(rows.find(({ entry }) => entry === `@kazashi/${name}`)?.runsIn).toBe('all')
  },
)

test.each(rows.filter(({ runsIn }) => runsIn === 'all'))(
  'packages: $entry asks nothing of Node, and is no larger than it says',
  async ({ entry, said, limit }) => {
    const file = entries.find((one) => one.entry === entry)?.file ?? ''
    const { size, missing } = await bundleFor(entry, file)
    expect(missing).toEqual([])
    expect(size).toBeLessThanOrEqual(limit)
    // What is much smaller by now is said too large: measure again.
    expect(size).toBeGreaterThan(said * 0.8)
  },
)
