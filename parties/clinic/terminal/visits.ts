/** Whoever stands at a terminal: in memory, and forgotten when nobody touches it. What is to last is written down as a reception. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Practice } from '../eligibility/membership.ts'
import type { Challenge } from '../eligibility/statement.ts'
import type { Answer, Proof } from '../eligibility/wire.ts'
import type { Outcome } from '../facility/outcome.ts'
import type { PatientRecord } from '../facility/patients.ts'
import { type Device, devices } from '../facility/receptions.ts'
import { VisitProblem } from './problems.ts'

/** Milliseconds in which the next step has to come: typing four digits and reading three questions take less. */
const idleLimit = 3 * 60_000
/** Visits at once, of all facilities; the oldest make room. */
const mostVisits = 5_000

export const DeviceName = z.enum(devices)

interface Received {
  readonly outcome: Outcome
  readonly number: number
  readonly answer: Answer | undefined
  readonly before: { readonly insurerNumber: string; readonly insurerName: string } | undefined
}

type VisitState =
  | { readonly name: 'open' }
  /** The reception is to compare the face. */
  | { readonly name: 'eye'; readonly proof: Proof }
  | {
      readonly name: 'consents'
      readonly proof: Proof
      readonly answer: Answer
      readonly last: PatientRecord | undefined
      readonly practice: Practice | undefined
    }
  | { readonly name: 'received'; readonly received: Received }
  /** By the reception, or by what was found after it had looked. */
  | { readonly name: 'refused'; readonly code: string }

export interface Visit {
  readonly id: string
  readonly facility: string
  readonly device: Device
  readonly challenge: Challenge
  /** Of the authority. */
  readonly startedAt: Date
  touchedAt: Date
  state: VisitState
}

export class Visits {
  readonly #visits = new Map<string, Visit>()
  readonly #machineNow: () => Date

  /** @param machineNow by which people are idle */
  constructor(machineNow: () => Date) {
    this.#machineNow = machineNow
  }

  #isIdle = ({ touchedAt }: Visit): boolean =>
    this.#machineNow().getTime() - touchedAt.getTime() > idleLimit

  #makeRoom(): void {
    for (const visit of this.#visits.values()) {
      if (this.#visits.size < mostVisits && !this.#isIdle(visit)) return
      this.#visits.delete(visit.id)
    }
  }

  /** A terminal has one person at a time: whoever was there before is there no more. */
  begin(facility: string, visit: Pick<Visit, 'device' | 'challenge' | 'startedAt'>): Visit {
    for (const one of this.#visits.values())
      if (one.facility === facility) this.#visits.delete(one.id)
    this.#makeRoom()
    const made: Visit = {
      ...visit,
      id: randomUUID(),
      facility,
      touchedAt: this.#machineNow(),
      state: { name: 'open' },
    }
    this.#visits.set(made.id, made)
    return made
  }

  /**
   * The step that a person takes now.
   * @throws {VisitProblem} VISIT_UNKNOWN: of another terminal or person, or over; VISIT_EXPIRED: nobody touched it
   */
  find(facility: string, id: string): Visit {
    const visit = this.#visits.get(id)
    if (visit === undefined || visit.facility !== facility) throw new VisitProblem('VISIT_UNKNOWN')
    if (this.#isIdle(visit)) {
      this.#visits.delete(id)
      throw new VisitProblem('VISIT_EXPIRED')
    }
    visit.touchedAt = this.#machineNow()
    return visit
  }

  /** Those whose face the reception is to compare. */
  waiting = (facility: string): readonly Visit[] =>
    [...this.#visits.values()].filter(
      (visit) => visit.facility === facility && visit.state.name === 'eye' && !this.#isIdle(visit),
    )

  end(facility: string, id: string): void {
    if (this.#visits.get(id)?.facility === facility) this.#visits.delete(id)
  }
}
