/** What went wrong at a terminal, for its reception: in memory, since it concerns whoever stands there now. It names nobody. */
import { z } from 'zod'
import type { Device } from '../facility/receptions.ts'

/** What only the terminal itself sees: the server is told, and the reception reads it in its own words. */
const terminalFaults = [
  'PIN_WRONG',
  'PIN_LOCKED',
  'TAKEN_AWAY',
  'NOT_RECOGNISED',
  'OTHER_DEVICE',
  'NOT_A_CARD',
  'NO_CERTIFICATE',
  'CALLED',
] as const

export const Trouble = z.strictObject({ code: z.enum(terminalFaults) })

export interface Told {
  readonly code: string
  readonly device: Device
  readonly at: Date
}

/** Of one facility. */
const limit = 20
/** Milliseconds in which somebody may still need help. */
const keptFor = 10 * 60_000

export class Troubles {
  readonly #told = new Map<string, Told[]>()

  tell(facility: string, told: Told): void {
    const before = this.#told.get(facility) ?? []
    this.#told.set(facility, [told, ...before].slice(0, limit))
  }

  /** Newest first. */
  of(facility: string, now: Date): readonly Told[] {
    const fresh = (this.#told.get(facility) ?? []).filter(
      ({ at }) => Math.abs(now.getTime() - at.getTime()) < keptFor,
    )
    if (fresh.length > 0) this.#told.set(facility, fresh)
    else this.#told.delete(facility)
    return fresh
  }

  /** Somebody has been helped, or was received. */
  settle(facility: string): void {
    this.#told.delete(facility)
  }
}
