/** The next step offered by the home screen. */
import { hasMoved, type PhoneSummary, troubleOf } from '../phone/phone-summary.ts'
import type { PlaceName } from '../place-name.ts'

/** The place where a started application goes on. */
const placeOf = { new: 'apply', switch: 'switch', resume: 'resume' } as const

/** Where a draft goes on. */
export const draftPlace = ({ begun }: Pick<PhoneSummary, 'begun'>): PlaceName =>
  placeOf[begun?.purpose ?? 'new']

interface Next {
  readonly words:
    | 'start'
    | 'startRenewed'
    | 'goOn'
    | 'toRegister'
    | 'resume'
    | 'resetSecret'
    | 'goOnRequest'
    | 'resetPhone'
  readonly place: PlaceName
}

/** 5-A4: it ended with the card's certificate, so the card is renewed first; applying before that would be refused. */
export const renewalFirst = ({ name, ended }: Pick<PhoneSummary, 'name' | 'ended'>): boolean =>
  name === 'ended' && ended?.why === 'expired'

/** The one thing that a person can do next; undefined: nothing has to be done. */
export function nextThing(summary: PhoneSummary): Next | undefined {
  if (summary.unknown) return { words: 'resetPhone', place: 'reset-phone' }
  if (summary.request === 'revoke') return { words: 'goOnRequest', place: 'revoke' }
  if (summary.request === 'unblock') return { words: 'goOnRequest', place: 'reset-secret' }
  switch (summary.name) {
    case 'ended':
      // It moved to the person's new phone: here there is nothing to be done.
      if (hasMoved(summary)) return undefined
      return { words: renewalFirst(summary) ? 'startRenewed' : 'start', place: 'apply' }
    case 'nothing':
      return { words: 'start', place: 'apply' }
    case 'unfinished': {
      const place = placeOf[summary.purpose ?? 'new']
      // Too old, it would be refused.
      if (summary.begun?.tooOld === true) return { words: 'start', place }
      return { words: 'goOn', place }
    }
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
