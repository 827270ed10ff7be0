/** What the portal knows of a person beyond the name that the gate gives them: what stands in their applications. */
import { type Answers, textOf } from '../applications/form.ts'
import { dayIn, isDay } from '../days.ts'
import type { Holder } from './record.ts'

interface Written {
  readonly answers: Answers
  readonly state: 'draft' | 'submitted'
}

/** @param written the newest first; what was signed counts before drafts @param now the sandbox's time */
export function knownOf(sub: string, written: readonly Written[], now: Date): Holder {
  const ordered = [
    ...written.filter(({ state }) => state === 'submitted'),
    ...written.filter(({ state }) => state === 'draft'),
  ]
  const birthDate = ordered
    .map(({ answers }) => textOf(answers, 'birthDate'))
    .find((day) => isDay(day) && day <= dayIn(now))
  return { sub, ...(birthDate !== undefined && { birthDate }) }
}
