import { globSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const decisions = globSync('docs/decisions/*.md', { cwd: root })

test('each decision has a number of its own, which its heading says too', () => {
  const numbers = decisions.map((path) => basename(path).slice(0, 4))
  expect(numbers.filter((number, i) => numbers.indexOf(number) !== i)).toEqual([])
  for (const path of decisions) {
    const [heading = ''] = readFileSync(join(root, path), 'utf8').split('\n')
    expect(heading, path).toMatch(new RegExp(`^# ${basename(path).slice(0, 4)} `))
  }
})
