/** A whole Kazashi for a test, started as a person would start it, on a data folder and a port of its own. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../../../cli/kazashi.ts', import.meta.url))

export interface Running {
  /** Origin of the desk, e.g. `http://desk.localhost:40123`. */
  readonly desk: string
  /** All output so far. */
  readonly printed: () => string
  readonly stop: () => Promise<void>
}

/** @throws {Error} with the output so far, when it ends before it is ready */
export async function startKazashi(): Promise<Running> {
  const data = mkdtempSync(join(tmpdir(), 'kazashi-'))
  const child = spawn(process.execPath, [program, 'start', '--data', data, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  const desk = await new Promise<string>((resolve, reject) => {
    const hear = (text: Buffer) => {
      printed += text.toString()
      const origin = /http:\/\/desk\.localhost:\d+/.exec(printed)?.[0]
      if (origin !== undefined) resolve(origin)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', () => reject(new Error(`kazashi start ended:\n${printed}`)))
  })
  return {
    desk,
    printed: () => printed,
    stop: async () => {
      if (child.exitCode === null) {
        const ended = once(child, 'exit')
        child.kill('SIGTERM')
        await ended
      }
      rmSync(data, { recursive: true, force: true })
    },
  }
}
