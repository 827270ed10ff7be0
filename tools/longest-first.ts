/** The order of test files: those that take minutes begin first, so that no worker is left with one of them at the end. */
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The longest first; those that wait for a clock or a queue stand between those that keep a core at work. */
const minutes = [
  'cli/tests/scenarios.test.ts',
  'parties/app/tests/android-branches.test.ts',
  'parties/desk/tests/android-first-time.test.ts',
  'parties/app/tests/iphone-refused.test.ts',
  'parties/app/tests/biometrics.test.ts',
  'parties/app/tests/android-procedures.test.ts',
  'cli/tests/many-processes.test.ts',
  'parties/desk/tests/practice.test.ts',
  'parties/app/tests/installed-app.test.ts',
  'parties/desk/tests/firefox.test.ts',
  'cli/tests/opensc.test.ts',
  'parties/gate/tests/cases.test.ts',
  'packages/testing/tests/guide.test.ts',
  'tools/tests/pack.test.ts',
  'parties/portal/tests/in-a-browser.test.ts',
  'parties/gate/tests/in-a-browser.test.ts',
  'cli/tests/check.test.ts',
  'parties/gate/tests/signing-on-phones.test.ts',
  'parties/app/tests/',
  'cli/tests/start.test.ts',
]

const rank = ({ moduleId }: TestSpecification): number => {
  const found = minutes.findIndex((part) => moduleId.includes(`/${part}`))
  return found < 0 ? minutes.length : found
}

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return sorted.toSorted((a, b) => rank(a) - rank(b))
  }
}
