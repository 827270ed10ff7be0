/** The authority's time: the machine's, moved by an offset that all processes on the database share. */
import { type Clock, shiftedClock, systemClock } from '@kazashi/lifecycle'
import { z } from 'zod'
import type { Database, Trx } from '../database/connection.ts'
import { readSetting, writeSetting } from '../database/settings.ts'
import { signal } from '../database/signals.ts'

const setting = 'clock-offset-seconds'

export class SandboxClock implements Clock {
  /** The machine's own time, which the offset is added to. */
  readonly base: Clock
  readonly #db: Database
  readonly #shifted: Clock
  #offsetSeconds = 0
  /** How often it was moved, as known to this process. */
  #moves = 0

  constructor(db: Database, base: Clock = systemClock) {
    this.#db = db
    this.base = base
    this.#shifted = shiftedClock(base, () => this.#offsetSeconds)
  }

  now(): Date {
    return this.#shifted.now()
  }

  get offsetSeconds(): number {
    return this.#offsetSeconds
  }

  /** Converts a time of the authority's clock to the machine's. */
  realTime(moment: Date): Date {
    return new Date(moment.getTime() - this.#offsetSeconds * 1000)
  }

  /** Another process may have moved it. A signal heard during the reading is newer than the value read. */
  async refresh(): Promise<number> {
    const moves = this.#moves
    const stored = (await readSetting(this.#db, setting, z.int())) ?? 0
    if (moves === this.#moves) this.#offsetSeconds = stored
    return this.#offsetSeconds
  }

  /** Stores a new offset and tells every process; it counts in this one once `adopt` is called, after the commit. */
  async store(trx: Trx, offsetSeconds: number): Promise<void> {
    await writeSetting(trx, setting, offsetSeconds)
    await signal(trx, 'clock', String(offsetSeconds))
  }

  adopt(offsetSeconds: number): void {
    this.#moves += 1
    this.#offsetSeconds = offsetSeconds
  }
}
