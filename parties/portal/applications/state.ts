/** What becomes of an application once it was taken: a rule of the sandbox's clock, since no office stands behind it. */
import { atHour, dayIn, plusDays } from '../days.ts'

type ApplicationState = 'received' | 'checking' | 'done'

/** The office opens the next morning, and has finished two days later. */
const opens = { days: 1, hour: 9 } as const
const finishes = { days: 3, hour: 15 } as const

export interface StateTimes {
  readonly checkingAt: Date
  readonly doneAt: Date
}

export function stateTimes(submittedAt: Date): StateTimes {
  const day = dayIn(submittedAt)
  return {
    checkingAt: atHour(plusDays(day, opens.days), opens.hour),
    doneAt: atHour(plusDays(day, finishes.days), finishes.hour),
  }
}

/** 受付済 → 確認中 → 完了. A clock that went back shows what was then. */
export function stateAt(submittedAt: Date, now: Date): ApplicationState {
  const { checkingAt, doneAt } = stateTimes(submittedAt)
  if (now >= doneAt) return 'done'
  return now >= checkingAt ? 'checking' : 'received'
}
