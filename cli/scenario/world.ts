/** The surroundings of a scenario: the running system, its steps, its kept files, and the card it was given. */
import type { Choices } from '@kazashi/card'
import type { Course } from './course.ts'
import type { KeptFiles } from './kept-files.ts'
import type { Sandbox } from './sandbox.ts'

export interface CardChoice {
  readonly reader?: string
  readonly signPassword?: string
}

export interface World {
  readonly sandbox: Sandbox
  readonly step: Course['step']
  readonly refusal: Course['refusal']
  readonly files: KeptFiles
  readonly choice: CardChoice
  /** Draws by chance for a scenario, residents first of all: the same again by the same seed. */
  readonly draw: Choices
}
