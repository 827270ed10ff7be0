/** What the portal tells a person: what became of an application, and that a certificate ends soon. A rule of rows and time. */
import type { Procedure } from '../applications/form.ts'
import { stateTimes } from '../applications/state.ts'

export type Notice =
  | {
      readonly kind: 'received' | 'checking' | 'done'
      readonly application: string
      readonly procedure: Procedure
      readonly number: string
      readonly at: Date
    }
  | { readonly kind: 'certificate-ends'; readonly months: number; readonly at: Date }

export interface Taken {
  readonly id: string
  readonly procedure: Procedure
  readonly receiptNumber: string
  readonly submittedAt: Date
  /** Of the certificate that signed. */
  readonly notAfter: Date
}

/** Milliseconds; a month as people count them, about. */
const month = 30.44 * 24 * 3_600_000
/** The municipality's letter comes three months before. */
const warnedMonths = 3

/** The newest first. */
export function noticesOf(taken: readonly Taken[], now: Date): Notice[] {
  const ofApplications = taken.flatMap(
    ({ id, procedure, receiptNumber, submittedAt }): Notice[] => {
      const { checkingAt, doneAt } = stateTimes(submittedAt)
      const common = { application: id, procedure, number: receiptNumber }
      const all: Notice[] = [
        { ...common, kind: 'received', at: submittedAt },
        { ...common, kind: 'checking', at: checkingAt },
        { ...common, kind: 'done', at: doneAt },
      ]
      return all.filter(({ at }) => at <= now)
    },
  )
  const last = taken.reduce<Date | undefined>(
    (latest, { notAfter }) => (latest === undefined || notAfter > latest ? notAfter : latest),
    undefined,
  )
  const left = last === undefined ? undefined : (last.getTime() - now.getTime()) / month
  const ends: Notice[] =
    left !== undefined && left > 0 && left <= warnedMonths
      ? [{ kind: 'certificate-ends', months: Math.ceil(left), at: now }]
      : []
  return [...ends, ...ofApplications.sort((a, b) => b.at.getTime() - a.at.getTime())]
}
