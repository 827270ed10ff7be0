/** The Debian packages that tests against other people's programs need: installed where that is allowed, else named in one command. */
import { spawnSync } from 'node:child_process'
import list from './system-packages.json' with { type: 'json' }

type RunCommand = (command: string, args: readonly string[]) => number | null

const run: RunCommand = (command, args) =>
  spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status

const quiet: RunCommand = (command, args) => spawnSync(command, args, { stdio: 'ignore' }).status

/** A field of dpkg-query's --showformat. */
const field = (name: string) => ['$', '{', name, '}'].join('')

/** Names of `packages` that dpkg does not report as installed; undefined on a machine without dpkg. */
export function missingPackages(packages: readonly string[]): string[] | undefined {
  const { stdout, error } = spawnSync(
    'dpkg-query',
    ['--show', `--showformat=${field('db:Status-Status')} ${field('Package')}\n`, ...packages],
    { encoding: 'utf8' },
  )
  if (error) return undefined
  const installed = new Set(
    stdout.split('\n').flatMap((line) => (line.startsWith('installed ') ? [line.slice(10)] : [])),
  )
  return packages.filter((name) => !installed.has(name))
}

export interface Rights {
  readonly isRoot: boolean
  readonly hasSudo: boolean
}

/** The remedy for `missing`: nothing, these commands (the first may fail), or tell the person. */
export function plan(
  missing: readonly string[],
  { isRoot, hasSudo }: Rights,
): { run: string[][] } | { tell: string } {
  if (missing.length === 0) return { run: [] }
  const install = ['apt-get', 'install', '--yes', '--no-install-recommends', ...missing]
  if (isRoot) return { run: [['apt-get', 'update'], install] }
  const sudo = ['sudo', '--non-interactive']
  if (hasSudo)
    return {
      run: [
        [...sudo, 'apt-get', 'update'],
        [...sudo, ...install],
      ],
    }
  return { tell: `sudo apt-get update && sudo ${install.join(' ')}` }
}

/** @returns true when everything is there; otherwise it has printed the command to run */
export function ensureSystemPackages(): boolean {
  const missing = missingPackages(list.packages)
  if (missing === undefined) {
    console.log(
      `Not a Debian machine; the tests need the programs of these packages: ${list.packages.join(' ')}`,
    )
    return true
  }
  const rights = {
    isRoot: process.geteuid?.() === 0,
    hasSudo: quiet('sudo', ['--non-interactive', 'true']) === 0,
  }
  const what = plan(missing, rights)
  if ('tell' in what) {
    console.error(
      `Packages are missing that the tests need. Run this once, then npm test again:\n\n  ${what.tell}\n`,
    )
    return false
  }
  for (const [command = '', ...args] of what.run) run(command, args)
  const still = missingPackages(missing) ?? []
  if (still.length > 0) console.error(`Could not be installed: ${still.join(' ')}`)
  return still.length === 0
}
