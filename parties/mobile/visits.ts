/** Visits of the counter, in memory alone: each is one customer's, from the first press to the end, and then nothing of it is left. */
import { createHash, randomBytes } from 'node:crypto'
import type { PreparedPdf } from '@kazashi/documents/pdf'
import type { CustomerVerdict, Signer } from './decision.ts'
import type { Order } from './form.ts'
import { MobileProblem } from './problems.ts'
import type { Role } from './roles.ts'

/** Milliseconds; the page itself ends a visit that nobody touches far earlier. */
const visitLifetime = 30 * 60_000
const mostVisits = 1000

export interface Draft {
  readonly order: Order
  /** Of the contract. */
  readonly number: string
  readonly madeAt: Date
  /** Without a signature. */
  readonly pdf: Uint8Array
}
export interface Made {
  readonly number: string
  readonly telephone: string
  readonly madeAt: Date
  readonly pdf: Uint8Array
  readonly looks: readonly string[]
  readonly substitutes: readonly string[]
}

export interface Visit {
  readonly startedAt: number
  draft: Draft | undefined
  read: boolean
  /** What is signed next. */
  prepared: { readonly role: Role; readonly pdf: PreparedPdf } | undefined
  /** The customer has signed, and the guardian has not. */
  signed:
    | {
        readonly pdf: Uint8Array
        readonly signer: Signer
        readonly verdict: CustomerVerdict
        readonly signature: Uint8Array
      }
    | undefined
  made: Made | undefined
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

  #sweep(): void {
    for (const [key, visit] of this.#visits)
      if (this.#elapsed() - visit.startedAt > visitLifetime || this.#visits.size >= mostVisits)
        if (!visit.busy) this.#visits.delete(key)
  }

  /** @returns its cookie */
  begin(): string {
    this.#sweep()
    const cookie = randomBytes(32).toString('base64url')
    this.#visits.set(hashOf(cookie), {
      startedAt: this.#elapsed(),
      draft: undefined,
      read: false,
      prepared: undefined,
      signed: undefined,
      made: undefined,
      busy: false,
    })
    return cookie
  }

  /** @throws {MobileProblem} VISIT_UNKNOWN */
  of(cookie: string | undefined): Visit {
    const visit = cookie === undefined ? undefined : this.#visits.get(hashOf(cookie))
    if (visit === undefined || this.#elapsed() - visit.startedAt > visitLifetime)
      throw new MobileProblem('VISIT_UNKNOWN')
    return visit
  }

  /** One step at a time. @throws {MobileProblem} VISIT_UNKNOWN, VISIT_STEP */
  async inStep<T>(cookie: string | undefined, step: (visit: Visit) => Promise<T>): Promise<T> {
    const visit = this.of(cookie)
    if (visit.busy) throw new MobileProblem('VISIT_STEP')
    visit.busy = true
    try {
      return await step(visit)
    } finally {
      visit.busy = false
    }
  }

  /** Of a visit that is gone nothing is left, whatever step was under way. */
  end(cookie: string | undefined): void {
    if (cookie !== undefined) this.#visits.delete(hashOf(cookie))
  }

  /** A step that comes back after its visit was cancelled makes no contract. */
  isOpen(cookie: string | undefined): boolean {
    return cookie !== undefined && this.#visits.has(hashOf(cookie))
  }
}

/** @throws {MobileProblem} VISIT_STEP: this step comes later */
export function needed<T>(value: T | undefined): T {
  if (value === undefined) throw new MobileProblem('VISIT_STEP')
  return value
}
