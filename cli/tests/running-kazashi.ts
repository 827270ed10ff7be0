/** One Kazashi as a process, on a free port and a folder of its own, and the command line beside it. */
import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'

const program = join(import.meta.dirname, '../bin.js')
/** What makes the keys of its cards is tried by start.test.ts. */
const keptKeys = new URL('../../tools/rsa-keys/in-place-of-new.ts', import.meta.url).href
const run = promisify(execFile)

export interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}
const failed = z.object({ code: z.number(), stdout: z.string(), stderr: z.string() })

/** Characters of output: a report of all scenarios has some hundred thousand. */
const longestOutput = 50_000_000

/** Runs it to its end; an exit code is no error. @param env beside this process' own */
export async function ending(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const options = { maxBuffer: longestOutput, env: { ...process.env, ...env } }
  try {
    return { code: 0, ...(await run(command, [...args], options)) }
  } catch (error) {
    return failed.parse(error)
  }
}

export const kazashi = (...args: string[]): Promise<Ended> =>
  ending(process.execPath, [program, ...args])

/** On a machine whose PATH has nothing on it but this folder. */
export const kazashiWithPath = (folder: string, ...args: string[]): Promise<Ended> =>
  ending(process.execPath, [program, ...args], { PATH: folder })

export interface Running {
  /** http://localhost:PORT */
  readonly url: string
  /** For files of a test; gone after `stop`. What the server itself keeps is gone, too. */
  readonly folder: string
  readonly stop: () => Promise<void>
}

/** @param name of the folder, to recognise it */
export async function startKazashi(name: string): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), `kazashi-${name}-`))
  const start = ['start', '--port', '0', '--ephemeral']
  const args = ['--import', keptKeys, program, ...start]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  await new Promise<void>((resolve) => {
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if (said.includes('Ctrl-C')) resolve()
    })
    child.once('close', () => resolve())
  })
  return {
    url: `http://localhost:${/desk\.kazashi\.localhost:(\d+)/.exec(said)?.[1] ?? `not started: ${said}`}`,
    folder,
    async stop() {
      if (child.exitCode === null) {
        const gone = new Promise((resolve) => child.once('exit', resolve))
        child.kill('SIGTERM')
        await gone
      }
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
