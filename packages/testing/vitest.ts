/** `const test = base.extend<{ kazashi: Kazashi }>(kazashiFixture)`: a test that takes `{ kazashi }` has the one that its worker has started. */
import { type KazashiFixture, useKazashi } from './fixture.ts'

// Of vitest nothing is imported: it must be the one that runs the test.
export const kazashiFixture: { kazashi: KazashiFixture<{ scope: 'worker' }> } = {
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern which fixtures this one needs
  kazashi: [({}, use) => useKazashi(use), { scope: 'worker' }],
}
