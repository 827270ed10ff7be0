/**
 * Another day for a whole tree of processes, the embedded PostgreSQL among them: Debian's libfaketime in front of the C library.
 * Time goes on at its usual speed, and clocks that measure a duration are left alone.
 */
import { globSync } from 'node:fs'

const library = '/usr/lib/*/faketime/libfaketimeMT.so.1'

/** @param when milliseconds ahead of the machine's clock, 0: as it is; or a moment @throws {Error} without the Debian package faketime */
export function fakedTime(when: number | Date): NodeJS.ProcessEnv {
  if (when === 0) return process.env
  const [found] = globSync(library)
  if (found === undefined) throw new Error('there is no libfaketime: apt-get install faketime')
  return {
    ...process.env,
    LD_PRELOAD: found,
    FAKETIME:
      when instanceof Date
        ? `@${when.toISOString().slice(0, 19).replace('T', ' ')}`
        : `${when < 0 ? '-' : '+'}${Math.round(Math.abs(when) / 1000)}`,
    // A moment is read in local time.
    ...(when instanceof Date ? { TZ: 'UTC' } : {}),
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
    FAKETIME_DONT_RESET: '1',
  }
}
