/** `node tools/pack/print-sizes.ts`: the sizes of all entries, as rows for docs/packages.md. */
import { resolve } from 'node:path'
import { bundleFor, entriesOf } from './sizes.ts'

const nothing = { size: 0, missing: ['what only a page that is built has'] }

for (const { entry, file } of entriesOf(resolve(import.meta.dirname, '../..'))) {
  // An entry that brings a page's tools cannot be bundled: its row is written by hand.
  const { size, missing } = await bundleFor(entry, file).catch(() => nothing)
  const page = missing.length === 0
  const [measured, limit] = [size / 1000, Math.max(size / 1000 + 0.2, (size / 1000) * 1.05)]
  const cells = page ? ['all', measured.toFixed(1), limit.toFixed(1)] : ['Node', '–', '–']
  console.log(`| ${[`\`${entry}\``, ...cells].join(' | ')} |`)
}
