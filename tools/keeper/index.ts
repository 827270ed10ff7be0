/** Run by vitest before the ways and after them (`globalSetup`): starts the keeper as a process of its own, and ends it. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { z } from 'zod'

declare module 'vitest' {
  interface ProvidedContext {
    /** Origin of the keeper. */
    keeper: string
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const keeper = fork(join(import.meta.dirname, 'serve.ts'), { execArgv: [] })
  const ended = once(keeper, 'exit')
  const [origin] = await Promise.race([
    once(keeper, 'message'),
    ended.then(() => {
      throw new Error('the keeper of sandboxes did not start')
    }),
  ])
  project.provide('keeper', z.url().parse(origin))
  return async () => {
    keeper.disconnect()
    await ended
  }
}
