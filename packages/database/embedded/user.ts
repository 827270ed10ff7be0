/**
 * PostgreSQL refuses to run as root (PostgreSQL 18 §18.1). Started as root it gets another user, and where that user may not
 * walk to the folder or the programs (a 0700 folder above), one capability to read: CAP_DAC_READ_SEARCH, capabilities(7).
 */
import { type SpawnOptions, spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import type { Binaries } from './binaries.ts'
import { EmbeddedError } from './errors.ts'

export interface RunAs {
  /** Owner of the files; undefined: the user of this process. */
  readonly owner: { readonly uid: number; readonly gid: number } | undefined
  /** Words before the program, e.g. `setpriv …`. */
  readonly prefix: readonly string[]
  readonly options: Pick<SpawnOptions, 'uid' | 'gid'>
}

const accounts = ['postgres', 'nobody']
/** The second is stronger than needed; some containers have it instead. */
const capabilities = ['dac_read_search', 'dac_override']
/** access(2) forgets capabilities of another user unless this bit is set; setting it is not allowed everywhere. */
const securebits = [['--securebits=+no_setuid_fixup'], []]

function account(): { uid: number; gid: number } | undefined {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const name of accounts) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? []
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) }
  }
  return undefined
}

/** The owner of the data folder stays the same; an account found later must not lose access to the data. */
function ownerOf(data: string): { uid: number; gid: number } | undefined {
  const stat = statSync(data, { throwIfNoEntry: false })
  return stat && stat.uid !== 0 ? { uid: stat.uid, gid: stat.gid } : undefined
}

/** Can the user walk to the folder, and does the program find its companions? `--show` looks for them all and makes nothing. */
function works(runAs: RunAs, binaries: Binaries, folder: string): boolean {
  const script = 'cd -- "$1" && exec "$2" --show --no-locale --pgdata=none'
  const probe = ['/bin/sh', '-c', script, 'sh', folder, binaries.initdb]
  const [command = '', ...rest] = [...runAs.prefix, ...probe]
  return spawnSync(command, rest, { ...runAs.options, cwd: '/', stdio: 'ignore' }).status === 0
}

/**
 * @param folder absolute, exists @param data the data folder in it, perhaps not there yet
 * @throws {EmbeddedError} NO_OTHER_USER: root, and no other user can be given the access it needs
 */
export function chooseUser(binaries: Binaries, folder: string, data: string): RunAs {
  if (process.geteuid?.() !== 0) return { owner: undefined, prefix: [], options: {} }
  const owner = ownerOf(data) ?? account()
  if (!owner) throw new EmbeddedError('NO_OTHER_USER', `no account of ${accounts.join(', ')}`)
  const ways: RunAs[] = [{ owner, prefix: [], options: owner }]
  for (const capability of capabilities) {
    for (const bits of securebits) {
      const ids = [`--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups']
      const caps = [`--inh-caps=-all,+${capability}`, `--ambient-caps=-all,+${capability}`]
      const prefix = ['setpriv', ...ids, '--no-new-privs', ...bits, ...caps]
      ways.push({ owner, prefix, options: {} })
    }
  }
  const way = ways.find((candidate) => works(candidate, binaries, folder))
  if (!way) throw new EmbeddedError('NO_OTHER_USER', `user ${owner.uid} cannot reach ${folder}`)
  return way
}
