/** Which mutant is awake: a number in the file KAZASHI_MUTANT; -1 wakes none and notes which test file reaches which mutant. */
import type { Plugin } from 'vitest/config'
import { mutate } from './mutants.ts'

/** Put before every mutated module. `hits` beside the file: one line `mutant test-file`. */
const head = `
import { readFileSync as $read, appendFileSync as $append } from 'node:fs'
const $state = (globalThis.$mutation ??= {
  awake: Number($read(process.env.KAZASHI_MUTANT, 'utf8')),
  seen: new Set(),
})
const $m = (id) => {
  if ($state.awake >= 0) return $state.awake === id
  if (!$state.seen.has(id)) {
    $state.seen.add(id)
    $append(process.env.KAZASHI_MUTANT + '.hits', id + ' ' + (globalThis.__vitest_worker__?.filepath ?? '') + '\\n')
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
