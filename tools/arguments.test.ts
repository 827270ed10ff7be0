import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')

interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

const run = (program: string, ...args: string[]) =>
  new Promise<Ended>((done) => {
    const child = execFile(process.execPath, [program, ...args], { cwd: root }, (_, out, err) =>
      done({ code: child.exitCode ?? -1, stdout: out, stderr: err }),
    )
  })

describe.each([
  ['any-day', 'tools/any-day/run.ts'],
  ['mutate', 'tools/mutate/run.ts'],
  ['screens', 'tools/screens/run.ts'],
  ['monkey', 'tools/monkey/run.ts'],
  ['bench', 'bench/run.ts'],
  ['pack', 'tools/pack/run.ts'],
  ['rows', 'tools/rows.ts'],
  ['check', 'tools/check.ts'],
  ['test', 'tools/test.ts'],
])('CONTRIBUTING %s', (name, program) => {
  test('CONTRIBUTING --help prints the usage and ends with 0', async () => {
    const { code, stdout, stderr } = await run(program, '--help')
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(new RegExp(`^usage: npm (run )?${name}\\b`))
  })

  test('CONTRIBUTING an unknown option prints the usage and ends with 2', async () => {
    const { code, stdout, stderr } = await run(program, '--nonsense')
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(new RegExp(`--nonsense(?:.|\\n)*\\n\\nusage: npm (run )?${name}\\b`))
    expect(stderr).not.toMatch(/\\n +at /)
  })
})
