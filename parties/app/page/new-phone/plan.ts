/** A person's answers and ticks, kept in this browser: none is secret or the only copy of anything. */
import { type PhonePlatform, phonePlatforms } from '@kazashi/lifecycle'
import { memberOf, oneOf } from '../phone/member.ts'

const rows = ['2-C', '2-F', '3-C', '3-E', '3-F', '4-B'] as const
export interface Plan {
  /** Which of the two phones this one is. */
  readonly here: 'old' | 'new' | undefined
  readonly other: PhonePlatform | undefined
  readonly done: readonly (typeof rows)[number][]
}

const key = 'kazashi-new-phone'
const empty: Plan = { here: undefined, other: undefined, done: [] }

export function keptPlan(): Plan {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    const done = memberOf(kept, 'done')
    return {
      here: oneOf(['old', 'new'], memberOf(kept, 'here')),
      other: oneOf(phonePlatforms, memberOf(kept, 'other')),
      done: rows.filter((row) => Array.isArray(done) && done.includes(row)),
    }
  } catch {
    return empty // storage may be closed to a page in a frame
  }
}

export function keepPlan(kept: Plan): void {
  try {
    localStorage.setItem(key, JSON.stringify(kept))
  } catch {
    // it then lasts as long as the screen
  }
}
