/** The order of test files: those that take minutes begin first, so that no worker is left with one of them at the end. */
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The longest first. */
const minutes = [
  'cli/tests/many-processes.test.ts',
  'cli/tests/scenarios.test.ts',
  'cli/tests/start.test.ts',
  'cli/tests/opensc.test.ts',
  'parties/desk/tests/android-first-time.test.ts',
  'parties/desk/tests/practice.test.ts',
  'parties/app/tests/',
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
