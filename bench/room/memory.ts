/** Memory of processes at rest: proportional set size, in which what several share is counted once (Linux, proc_pid_smaps(5)). */
import { readdirSync, readFileSync } from 'node:fs'

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return '' // it has ended, or is another user's
  }
}

/** Parent of a process (proc_pid_stat(5)): the second field after the name, which may have anything in it. */
const parentOf = (pid: number): number =>
  Number(read(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ')[1] ?? Number.NaN)

/** MB of a process and all that it has started; null where the system does not tell. */
export function memoryOf(pid: number): number | null {
  if (process.platform !== 'linux') return null
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
  const found = new Set([pid])
  for (const one of found) for (const each of all) if (parentOf(each) === one) found.add(each)
  const kilobytes = [...found].map((one) =>
    Number(/^Pss:\s+(\d+) kB/m.exec(read(`/proc/${one}/smaps_rollup`))?.[1] ?? 0),
  )
  return kilobytes.reduce((sum, one) => sum + one, 0) / 1000
}
