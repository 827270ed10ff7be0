/** `node tools/pack/print-sizes.ts`: the sizes of all entries, as rows for docs/packages.md. */
import { resolve } from 'node:path'
import { bundleFor, entriesOf } from './sizes.ts'

for (const { entry, file } of entriesOf(resolve(import.meta.dirname, '../..'))) {
  const { size, missing } = await bundleFor(entry, file)
  const page = missing.length === 0
  const [measured, limit] = [size / 1000, Math.max(size / 1000 + 0.2, (size / 1000) * 1.05)]
  const cells = page ? ['all', measured.toFixed(1), limit.toFixed(1)] : ['Node', '–', '–']
  console.log(`| ${[`\`${entry}\``, ...cells].join(' | ')} |`)
}
