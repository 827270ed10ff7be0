/** The next step offered by the home screen. */
import { hasMoved, type PhoneSummary, troubleOf } from '../phone/phone-summary.ts'
import type { PlaceName } from '../place-name.ts'

/** The place where a started application goes on. */
const placeOf = { new: 'apply', switch: 'switch', resume: 'resume' } as const

interface Next {
  readonly words:
    | 'start'
    | 'goOn'
    | 'toRegister'
    | 'resume'
    | 'resetSecret'
    | 'goOnRequest'
    | 'resetPhone'
  readonly place: PlaceName
}

/** The one thing that a person can do next; undefined: nothing has to be done. */
export function nextThing(summary: PhoneSummary): Next | undefined {
  if (summary.unknown) return { words: 'resetPhone', place: 'reset-phone' }
  if (summary.request === 'revoke') return { words: 'goOnRequest', place: 'revoke' }
  if (summary.request === 'unblock') return { words: 'goOnRequest', place: 'reset-secret' }
  switch (summary.name) {
    case 'ended':
      // It moved to the person's new phone: here there is nothing to be done.
      return hasMoved(summary) ? undefined : { words: 'start', place: 'apply' }
    case 'nothing':
      return { words: 'start', place: 'apply' }
    case 'unfinished':
      return { words: 'goOn', place: placeOf[summary.purpose ?? 'new'] }
    case 'ready':
      return { words: 'toRegister', place: 'register' }
    case 'suspended':
      return { words: 'resume', place: 'resume' }
    case 'active':
      return summary.certificates.some((one) => troubleOf(one) === 'locked')
        ? { words: 'resetSecret', place: 'reset-secret' }
        : undefined
    default:
      return undefined
  }
}
