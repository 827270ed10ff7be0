/** Visits of a kiosk, in memory alone: each is one person's, from the choice of card or phone to the end, and then nothing of it is left. */
import { createHash, randomBytes, randomInt } from 'node:crypto'
import type { JournalPaper } from './journal/entries.ts'
import { KioskProblem } from './problems.ts'
import type { Registered } from './register.ts'
import type { Household } from './rules/household.ts'
import type { Offer } from './rules/offers.ts'
import type { Order } from './views.ts'

/** Milliseconds; the page itself ends a visit far earlier. */
const visitLifetime = 15 * 60_000
const mostVisits = 1000

interface Proven {
  readonly person: Registered
  readonly household: Household
  readonly offers: readonly Offer[]
}
interface Issued {
  readonly papers: readonly (JournalPaper & { readonly pdf: Uint8Array })[]
  readonly change: number
  /** PDF */
  readonly receipt: Uint8Array
}

export interface Visit {
  /** In the journal; says nothing of the person. */
  readonly id: string
  readonly nonce: string
  readonly code: string
  readonly startedAt: number
  proven: Proven | undefined
  order: { readonly order: Order; readonly fee: number } | undefined
  /** Yen put in and not given back. */
  inserted: number
  issued: Issued | undefined
  out: boolean
  /** A step is under way: the next waits for its answer. */
  busy: boolean
}

const hashOf = (cookie: string): string => createHash('sha256').update(cookie).digest('base64url')

export class Visits {
  readonly #visits = new Map<string, Visit>()
  readonly #elapsed: () => number

  /** @param elapsed milliseconds since any moment, forward only */
  constructor(elapsed: () => number) {
    this.#elapsed = elapsed
  }

  /** Those that nobody ended. */
  takeOver(): Visit[] {
    const over: Visit[] = []
    for (const [key, visit] of this.#visits) {
      const isOver = this.#elapsed() - visit.startedAt > visitLifetime
      if (!visit.busy && (isOver || this.#visits.size > mostVisits)) {
        this.#visits.delete(key)
        over.push(visit)
      }
    }
    return over
  }

  takeAll(): Visit[] {
    const all = [...this.#visits.values()]
    this.#visits.clear()
    return all
  }

  begin(): { readonly visit: Visit; readonly cookie: string } {
    const cookie = randomBytes(32).toString('base64url')
    const visit: Visit = {
      id: randomBytes(12).toString('base64url'),
      nonce: randomBytes(24).toString('base64url'),
      code: String(randomInt(100)).padStart(2, '0'),
      startedAt: this.#elapsed(),
      proven: undefined,
      order: undefined,
      inserted: 0,
      issued: undefined,
      out: false,
      busy: false,
    }
    this.#visits.set(hashOf(cookie), visit)
    return { visit, cookie }
  }

  /** @throws {KioskProblem} VISIT_UNKNOWN */
  of(cookie: string | undefined): Visit {
    const visit = cookie === undefined ? undefined : this.#visits.get(hashOf(cookie))
    if (visit === undefined) throw new KioskProblem('VISIT_UNKNOWN')
    return visit
  }

  /** One step at a time. @throws {KioskProblem} VISIT_UNKNOWN, VISIT_STEP */
  async inStep<T>(cookie: string | undefined, step: (visit: Visit) => Promise<T>): Promise<T> {
    const visit = this.of(cookie)
    if (visit.busy) throw new KioskProblem('VISIT_STEP')
    visit.busy = true
    try {
      return await step(visit)
    } finally {
      visit.busy = false
    }
  }

  /** @returns the visit that ended; undefined: there was none @throws {KioskProblem} VISIT_STEP */
  end(cookie: string | undefined): Visit | undefined {
    if (cookie === undefined) return undefined
    const visit = this.#visits.get(hashOf(cookie))
    if (visit?.busy) throw new KioskProblem('VISIT_STEP')
    this.#visits.delete(hashOf(cookie))
    return visit
  }
}

/** @throws {KioskProblem} VISIT_STEP: this step comes later */
export function needed<T>(value: T | undefined): T {
  if (value === undefined) throw new KioskProblem('VISIT_STEP')
  return value
}
