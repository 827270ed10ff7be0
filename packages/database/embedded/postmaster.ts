/** Is a PostgreSQL server running on a data folder? From its lock file `postmaster.pid` (PostgreSQL 18 §18.3). */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'

export interface Postmaster {
  readonly pid: number
  readonly port: number
}

const lockFile = (data: string) => join(data, 'postmaster.pid')

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** A process id is used again after a reboot or in a new container: is it a server, and on this folder? */
function isServerOn(pid: number, data: string): boolean {
  if (!isAlive(pid)) return false
  try {
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data)
    if (process.platform === 'win32') return true
    const command = execFileSync('ps', ['-p', String(pid), '-o', 'comm='], { encoding: 'utf8' })
    return /postgres\s*$/.test(command)
  } catch (error) {
    // Another user's process cannot be inspected: count it as running. No entry, or no folder of its own: a dead one.
    return error instanceof Error && 'code' in error && error.code === 'EACCES'
  }
}

/** The server running on `data`; undefined when there is none. A lock file left by a dead one is removed. */
export function runningPostmaster(data: string): Postmaster | undefined {
  if (!existsSync(lockFile(data))) return undefined
  const [first = '', , , fourth = ''] = readFileSync(lockFile(data), 'utf8').split('\n')
  const pid = Math.abs(Number.parseInt(first, 10))
  const port = Number.parseInt(fourth, 10)
  if (Number.isInteger(pid) && pid > 0 && isServerOn(pid, data)) return { pid, port }
  rmSync(lockFile(data), { force: true })
  return undefined
}

/** Has the server with this process id let go of the folder? It removes its lock file last. */
export const hasEnded = (data: string, pid: number): boolean =>
  !existsSync(lockFile(data)) || !isServerOn(pid, data)
