/** Tests that cannot fail: assertions that get lost (lost-assertions.ts) and tests without any (idle-tests.ts), in the whole project. */
import { globSync, readFileSync } from 'node:fs'
import { resolve, sep } from 'node:path'
import { idleTests } from './idle-tests.ts'
import { lostAssertions } from './lost-assertions.ts'

export interface WeakTest {
  readonly file: string
  readonly line: number
  readonly why: string
}

/** Files of tests: the tests themselves, the files in `tests/`, builders and harnesses. */
const ofTests = /\.test\.tsx?$|\/tests\/|\/testing\b|\/test-[^/]*$/

/** @param root the project's folder */
export function weakTests(root: string): WeakTest[] {
  const found: WeakTest[] = []
  for (const path of globSync('{packages,parties,cli,bench,tools}/**/*.{ts,tsx}', {
    cwd: root,
    exclude: (name) => name === 'node_modules' || name === 'dist',
  })) {
    const file = path.split(sep).join('/')
    if (!ofTests.test(file)) continue
    const absolute = resolve(root, path)
    const source = readFileSync(absolute, 'utf8')
    for (const { line, why } of lostAssertions(absolute, source)) found.push({ file, line, why })
    if (!/\.test\.tsx?$/.test(file)) continue
    for (const { line, title } of idleTests(absolute, source)) {
      found.push({ file, line, why: `nothing is asserted: ${title}` })
    }
  }
  return found
}
