/** A scenario as a course of steps: each has the row it walks, says what it asserted, and takes its time. */
import { ScenarioError } from './scenario-error.ts'

export interface StepReport {
  /** Row of the course (docs/course.md), e.g. `2-C`. */
  readonly row: string
  readonly name: string
  readonly passed: boolean
  /** ISO 8601, by this machine. */
  readonly startedAt: string
  readonly milliseconds: number
  /** Sentences, each checked. */
  readonly asserted: readonly string[]
  /** What a reader may want to see: serial numbers, times, receipt number; never a secret. */
  readonly facts: Readonly<Record<string, string>>
}

export interface Step {
  /** Adds a sentence that was checked. @throws {ScenarioError} ASSERTION_FAILED unless `holds` */
  readonly assert: (holds: boolean, sentence: string) => void
  readonly fact: (name: string, value: string) => void
}

export class Course {
  readonly steps: StepReport[] = []
  readonly #onStep: (step: StepReport) => void

  constructor(onStep: (step: StepReport) => void) {
    this.#onStep = onStep
  }

  /** Runs one step and reports it, also where it fails. @throws what `run` throws */
  async step<T>(row: string, name: string, run: (step: Step) => Promise<T>): Promise<T> {
    const startedAt = new Date().toISOString()
    const from = performance.now()
    const asserted: string[] = []
    const facts: Record<string, string> = {}
    const assert = (holds: boolean, sentence: string) => {
      if (!holds) throw new ScenarioError('ASSERTION_FAILED', `${row} ${name}: ${sentence}`)
      asserted.push(sentence)
    }
    const fact = (key: string, value: string) => {
      facts[key] = value
    }
    const report = (passed: boolean) => {
      const milliseconds = Math.round(performance.now() - from)
      const step = { row, name, passed, startedAt, milliseconds, asserted, facts }
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
