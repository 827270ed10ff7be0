/** `kazashi start` as a process for tests, as a person would start it, on a data folder and a port of its own. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../cli/kazashi.ts', import.meta.url))
const keptKeys = new URL('rsa-keys/in-place-of-new.ts', import.meta.url).href

export interface KazashiProcess {
  /** Origin of the desk, e.g. `http://desk.kazashi.localhost:40123`. */
  readonly desk: string
  /** Where everything is kept on the server's side; gone after `stop`. */
  readonly dataFolder: string
  /** Everything it has printed so far, the log included. */
  printed(): string
  stop(): Promise<void>
}

/**
 * It ends with the process that started it, also when that was killed.
 * @param port of all parties; default a free one
 * @param more options of `kazashi start`
 * @throws {Error} with the output, when it ends before it runs
 */
export async function startKazashi(
  port = 0,
  more: readonly string[] = [],
): Promise<KazashiProcess> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'kazashi-'))
  const child = spawn(
    process.execPath,
    ['--import', keptKeys, program, 'start', '--data', dataFolder, '--port', `${port}`, ...more],
    { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
  )
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    }
    rmSync(dataFolder, { recursive: true, force: true })
  }
  let printed = ''
  const started = new Promise<string>((resolve, reject) => {
    const hear = (text: Buffer) => {
      printed += text.toString()
      const origin = /http:\/\/desk\.kazashi\.localhost:\d+/.exec(printed)?.[0]
      if (origin !== undefined) resolve(origin)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', () => reject(new Error(`kazashi start ended:\n${printed}`)))
  })
  try {
    return { desk: await started, dataFolder, printed: () => printed, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
