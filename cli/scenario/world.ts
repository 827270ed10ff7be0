/** What a scenario walks through: the running system, the steps it tells, what it keeps, and the card it was given. */
import type { Course } from './course.ts'
import type { KeptFiles } from './kept-files.ts'
import type { Sandbox } from './sandbox.ts'

export interface CardChoice {
  readonly reader?: string
  readonly signPassword?: string
  readonly seed?: number
}

export interface World {
  readonly sandbox: Sandbox
  readonly step: Course['step']
  readonly refusal: Course['refusal']
  readonly files: KeptFiles
  readonly choice: CardChoice
}
