/** The window of component tests: one for all files of a worker, which share their modules. */
// What vitest asks for by its name.
import 'happy-dom'
import { builtinEnvironments, type Environment } from 'vitest/runtime'

let opened = false

export default {
  name: 'one-window',
  viteEnvironment: 'client',
  async setup(global, options) {
    if (!opened) await builtinEnvironments['happy-dom'].setup(global, options)
    opened = true
    return { teardown: () => undefined }
  },
} satisfies Environment
