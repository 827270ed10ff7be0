/**
 * Three projects: `unit` and `screens` (components, in a window of happy-dom) stand beside the code; `ways` are ways through the
 * running system (a party's or the cli's `tests/`). Files of a worker share their modules: to load them anew for each file took a
 * third of the time.
 */
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './tools/longest-first.ts'

// Each process that a test starts finds its modules compiled: it starts in half the time.
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, 'node_modules/.cache/node-compile')

/** Milliseconds. What is waited for comes at once on a quiet machine, and some seconds later on a loaded one. */
const patient = { poll: { interval: 20, timeout: 30_000 } }

const beside = '{packages,parties,cli,bench,tools}/**/*'
const ways = ['**/tests/**/*.test.ts']
const elsewhere = ['**/node_modules/**', '**/dist/**']
const quick = { '#scrypt': join(import.meta.dirname, 'tools/quick-scrypt.ts') }

export default defineConfig({
  test: {
    reporters: ['default', './tools/count-reporter.ts'],
    sequence: { sequencer: LongestFirst },
    // Ways wait more than they work: three at a time on two cores.
    maxWorkers: 3,
    isolate: false,
    projects: [
      {
        resolve: { alias: quick },
        test: {
          name: 'unit',
          include: [`${beside}.test.ts`],
          exclude: [...elsewhere, ...ways],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: patient,
        },
      },
      {
        resolve: { alias: quick },
        test: {
          name: 'screens',
          environment: './packages/ui/test-one-window.ts',
          setupFiles: './packages/ui/test-window.ts',
          include: [`${beside}.test.tsx`],
          exclude: elsewhere,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: patient,
        },
      },
      {
        test: {
          name: 'ways',
          globalSetup: './tools/keeper/index.ts',
          include: ways,
          exclude: elsewhere,
          // A way of minutes takes five times as long on a machine that is full: only one that hangs ends here.
          testTimeout: 600_000,
          expect: patient,
          hookTimeout: 600_000,
        },
      },
    ],
  },
})
