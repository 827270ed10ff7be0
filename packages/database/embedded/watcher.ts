/**
 * A server does not outlive its Kazashi by much: a small shell in a session of its own holds the other end of a pipe, which closes when
 * Kazashi is killed (POSIX.1-2024 read(): end of file). It leaves a moment for the next start to adopt the server, then ends it.
 * Windows has no such shell: there a server that is left waits for the next start.
 */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { Socket } from 'node:net'
import { join } from 'node:path'
import type { Place } from './server.ts'

export interface Watch {
  /** Says that the server is ours now: watchers of those who had it before leave it alone. */
  claim(): void
  /** The server has ended, or is another's. */
  release(): void
}

/**
 * $1 lock file, $2 process id, $3 file with the owner, $4 and $5 our own name and that of the owner before us, $6 seconds in which the
 * server may be adopted, $7 the folder that goes with the server, or nothing. A line is a word that all is well. The server is asked to stop (PostgreSQL 18 §18.5) once its lock file names
 * it: before, it is only coming up, and the number could be another program's later.
 */
const script = `read -r line && exit 0
second=0
while kill -0 "$2" && [ "$second" -lt $(($6 + 10)) ]; do
  read -r owner < "$3" || owner=
  [ "$owner" = "$4" ] || [ "$owner" = "$5" ] || exit 0
  [ "$second" -ge "$6" ] && read -r first < "$1" && [ "$first" = "$2" ] && kill -INT "$2" && break
  second=$((second + 1))
  sleep 1
done
[ -n "$7" ] || exit 0
second=0
while kill -0 "$2" && [ "$second" -lt 10 ]; do
  second=$((second + 1))
  sleep 1
done
rm -rf -- "$7"`

function ownerIn(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return ''
  }
}

/** @param pid of the server on the folder of `place` @param adoptable seconds in which the next start may adopt it @param goes folder to remove after that */
export function watchOver(
  { folder, data }: Pick<Place, 'folder' | 'data'>,
  pid: number,
  adoptable: number,
  goes = '',
): Watch {
  const file = join(folder, 'owner')
  const name = randomBytes(16).toString('hex')
  const claim = () => writeFileSync(file, `${name}\n`, { mode: 0o600 })
  if (process.platform === 'win32') return { claim, release: () => {} }
  const lockFile = join(data, 'postmaster.pid')
  const facts = [lockFile, String(pid), file, name, ownerIn(file), String(adoptable), goes]
  const watcher = spawn('/bin/sh', ['-c', script, 'watcher', ...facts], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  // Without a shell the next start adopts what is left.
  watcher.once('error', () => {})
  watcher.stdin.on('error', () => {})
  watcher.unref()
  if (watcher.stdin instanceof Socket) watcher.stdin.unref()
  return { claim, release: () => watcher.stdin.end('\n') }
}
