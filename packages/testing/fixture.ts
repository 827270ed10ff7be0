/** One Kazashi for each worker of a test runner, in the form that vitest and Playwright share: a function that uses it, and its scope. */
import { type Kazashi, startKazashi } from './start.ts'

/** Given is what other fixtures have made: this one needs none. */
export type KazashiFixture<Options> = [
  (
    given: Readonly<Record<never, unknown>>,
    use: (kazashi: Kazashi) => Promise<void>,
  ) => Promise<void>,
  Options,
]

export async function useKazashi(use: (kazashi: Kazashi) => Promise<void>): Promise<void> {
  const kazashi = await startKazashi()
  try {
    await use(kazashi)
  } finally {
    await kazashi.stop()
  }
}
