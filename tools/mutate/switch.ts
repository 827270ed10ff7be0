/** Which mutant is awake: a number in the file KAZASHI_MUTANT; -1 wakes none and notes which test file reaches which mutant. */
import type { Plugin } from 'vitest/config'
import { mutate } from './mutants.ts'

/**
 * Put before every mutated module; of the module and not of `globalThis`, which a kept thread carries from run to run. Beside the
 * file: `.hits`, a line `mutant test-file` for each mutant reached, and `.awake`, what each module took as awake.
 */
const head = `
import { readFileSync as $read, appendFileSync as $append } from 'node:fs'
const $file = process.env.KAZASHI_MUTANT
const $awake = Number($read($file, 'utf8'))
$append($file + '.awake', $awake + '\\n')
const $seen = new Set()
const $m = (id) => {
  if ($awake >= 0) return $awake === id
  if (!$seen.has(id)) {
    $seen.add(id)
    $append($file + '.hits', id + ' ' + (globalThis.__vitest_worker__?.filepath ?? '') + '\\n')
  }
  return false
};
`

/** @param files absolute path → its source, and the number of its first mutant */
export const mutating = (
  files: ReadonlyMap<string, { readonly source: string; readonly first: number }>,
): Plugin => ({
  name: 'mutate',
  enforce: 'pre',
  transform(_, id) {
    const file = files.get(id.split('?')[0] ?? id)
    if (file === undefined) return undefined
    return { code: `${head}${mutate(id, file.source, file.first).text}`, map: null }
  },
})
