/** A scenario as a course of steps: each has the row it walks, its assertions and its duration. */
import type { AuthorityCode } from '@kazashi/authority/api'
import type { BankCode } from '@kazashi/bank'
import type { CardErrorCode } from '@kazashi/card'
import type { VisitCode } from '@kazashi/clinic'
import type { KioskCode } from '@kazashi/kiosk'
import type { MobileCode } from '@kazashi/mobile'
import type { PhoneErrorCode } from '@kazashi/phone'
import type { PortalCode } from '@kazashi/portal'
import { z } from 'zod'
import { inWords } from '../next-steps.ts'
import { ScenarioError } from './scenario-error.ts'

export interface StepReport {
  /** Row of the course (docs/course.md), e.g. `2-C`. */
  readonly row: string
  readonly name: string
  readonly passed: boolean
  /** ISO 8601, by this machine. */
  readonly startedAt: string
  readonly milliseconds: number
  /** Code of the refusal that the step is about. */
  readonly refused?: string
  /** Sentences, each checked. */
  readonly asserted: readonly string[]
  /** For the reader of the report: serial numbers, times, receipt number; never a secret. */
  readonly facts: Readonly<Record<string, string>>
}

export interface Step {
  /** Adds a sentence that was checked. @throws {ScenarioError} ASSERTION_FAILED unless `holds` */
  readonly assert: (holds: boolean, sentence: string) => void
  readonly fact: (name: string, value: string) => void
}

const refusal = z.object({
  code: z.string(),
  /** Of a problem document: the resident's text. */
  title: z.string().optional(),
  next: z.string().optional(),
})
export type Refusal = z.infer<typeof refusal>

/** Of all that may refuse a step. */
type ScenarioRefusalCode =
  | AuthorityCode
  | BankCode
  | CardErrorCode
  | KioskCode
  | MobileCode
  | PhoneErrorCode
  | PortalCode
  | VisitCode

/** What `run` gives, unless `signal` comes first. @throws the signal's reason */
function unless<T>(signal: AbortSignal, run: () => Promise<T>): Promise<T> {
  signal.throwIfAborted()
  return new Promise<T>((resolve, reject) => {
    const stop = () => reject(signal.reason)
    signal.addEventListener('abort', stop, { once: true })
    run()
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', stop))
  })
}

export class Course {
  readonly steps: StepReport[] = []
  readonly #onStep: (step: StepReport) => void
  readonly #signal: AbortSignal

  /** @param signal ends the step under way, and keeps others from beginning, with its reason */
  constructor(onStep: (step: StepReport) => void, signal: AbortSignal) {
    this.#onStep = onStep
    this.#signal = signal
  }

  /** Runs one step and reports it, also where it fails. @throws what `run` throws */
  step = <T>(row: string, name: string, run: (step: Step) => Promise<T>): Promise<T> =>
    this.#walk({ row, name }, (step) => unless(this.#signal, () => run(step)))

  /** A step that is done however the others ended. */
  afterwards = (row: string, name: string, run: (step: Step) => Promise<void>): Promise<void> =>
    this.#walk({ row, name }, run)

  /**
   * A step that the card, phone, authority or portal must refuse with `code`.
   * @throws {ScenarioError} ASSERTION_FAILED: it was done, or refused for another reason
   */
  refusal = (
    row: string,
    name: string,
    code: ScenarioRefusalCode,
    attempt: () => Promise<unknown>,
  ): Promise<Refusal> =>
    this.#walk({ row, name, refused: code }, async (step) => {
      const tried = () =>
        attempt().then(
          () => undefined,
          (thrown: unknown) => thrown ?? 'nothing',
        )
      const error = await unless(this.#signal, tried)
      step.assert(error !== undefined, `it is not done`)
      const told = refusal.safeParse(error)
      if (!told.success) throw error
      const instead = told.data.code === code ? '' : ` (not ${told.data.code})`
      step.assert(told.data.code === code, `it is refused: ${code}${instead}`)
      const { title, next } = told.data
      if (title !== undefined) step.fact('told', title)
      step.assert(next !== undefined && next !== '', 'a next step is given')
      if (next !== undefined) step.fact('next', inWords(next))
      return told.data
    })

  async #walk<T>(
    about: Pick<StepReport, 'row' | 'name' | 'refused'>,
    run: (step: Step) => Promise<T>,
  ): Promise<T> {
    const startedAt = new Date().toISOString()
    const from = performance.now()
    const asserted: string[] = []
    const facts: Record<string, string> = {}
    const assert = (holds: boolean, sentence: string) => {
      const where = `${about.row} ${about.name}`
      if (!holds) throw new ScenarioError('ASSERTION_FAILED', `${where}: ${sentence}`)
      asserted.push(sentence)
    }
    const fact = (key: string, value: string) => {
      facts[key] = value
    }
    const report = (passed: boolean) => {
      const milliseconds = Math.round(performance.now() - from)
      const step = { ...about, passed, startedAt, milliseconds, asserted, facts }
      this.steps.push(step)
      this.#onStep(step)
    }
    try {
      const result = await run({ assert, fact })
      report(true)
      return result
    } catch (error) {
      report(false)
      throw error
    }
  }
}
