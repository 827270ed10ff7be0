/** A scenario: the rows of the course it walks, its good way, and the refusals beside it. */
import type { World } from './world.ts'

export interface Scenario {
  /** As typed. */
  readonly name: string
  /** Of docs/course.md; each is walked by a step, or the scenario fails. */
  readonly rows: readonly string[]
  /** Of docs/course.md: those that its steps drive and assert, as the head of its test in cli/tests names them. */
  readonly promises: readonly string[]
  readonly summary: string
  /** Whether `--reader` may bring the card. */
  readonly takesReader: boolean
  readonly run: (world: World) => Promise<void>
}

interface Parts<After> extends Omit<Scenario, 'run' | 'takesReader'> {
  readonly takesReader?: boolean
  /** As the resident wants it. @returns the state from which the refusals go on */
  readonly goodWay: (world: World) => Promise<After>
  /** Attempts that must fail; each is a step that names the code of its refusal. */
  readonly refusals: (world: World, after: After) => Promise<void>
}

/** Both parts as one course of steps, the good way first. */
export function scenario<After>({ goodWay, refusals, ...parts }: Parts<After>): Scenario {
  return {
    takesReader: false,
    ...parts,
    run: async (world) => refusals(world, await goodWay(world)),
  }
}
