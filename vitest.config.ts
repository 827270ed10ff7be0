/** Two projects: `unit` stands beside the code, `ways` are ways through the running system (a party's or the cli's `tests/`). */
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './tools/longest-first.ts'

const ways = ['**/tests/**/*.test.{ts,tsx}']

export default defineConfig({
  test: {
    reporters: ['default', './tools/count-reporter.ts'],
    sequence: { sequencer: LongestFirst },
    // Ways wait more than they work: two at a time on two cores.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{packages,parties,cli,bench,tools}/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', '**/dist/**', ...ways],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'ways',
          include: ways,
          exclude: ['**/node_modules/**', '**/dist/**'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
