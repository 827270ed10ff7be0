/** A last line in words, whatever the colours: `N passed, N failed, N skipped`, and each skipped test with its reason. */
import type { Reporter, TestModule } from 'vitest/node'

export default class CountReporter implements Reporter {
  onTestRunEnd(modules: ReadonlyArray<TestModule>): void {
    const count = { passed: 0, failed: 0, skipped: 0 }
    for (const module of modules) {
      if (module.errors().length > 0) count.failed += 1
      for (const test of module.children.allTests()) {
        const result = test.result()
        if (result.state === 'pending') continue
        count[result.state] += 1
        if (result.state === 'skipped') {
          console.log(`skipped: ${test.fullName}: ${result.note ?? 'NO REASON GIVEN'}`)
        }
      }
    }
    console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`)
  }
}
