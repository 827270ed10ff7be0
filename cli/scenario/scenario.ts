/** What a scenario is: the rows of the course it walks, its good way, and what is refused beside it. */
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
  /** As the resident wants it. @returns what the refusals go on from */
  readonly goodWay: (world: World) => Promise<After>
  /** What must not be possible; each is a step that names the code it was refused with. */
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
