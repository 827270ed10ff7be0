/** What the home screen offers to do next. */
import { type Glance, troubleOf } from '../../phone/glance.ts'
import type { PlaceName } from '../../place.ts'

/** Where an application that was begun goes on. */
const placeOf = { new: 'apply', switch: 'switch', resume: 'resume' } as const

interface Next {
  readonly words: 'start' | 'goOn' | 'toRegister' | 'resume' | 'anew' | 'goOnRequest' | 'afresh'
  readonly place: PlaceName
}

/** 4-B: what was here is on the person's new phone now. */
export const hasMoved = ({ ended }: Pick<Glance, 'ended'>): boolean =>
  ended?.why === 'switch' || ended?.why === 'switched'

/** An application is under way: before 登録する it can be given up. */
export const mayWithdraw = ({ name }: Pick<Glance, 'name'>): boolean =>
  name === 'unfinished' || name === 'waiting' || name === 'ready'

/** The one thing that a person can do next; undefined: nothing has to be done. */
export function nextThing(standing: Glance): Next | undefined {
  if (standing.unknown) return { words: 'afresh', place: 'afresh' }
  if (standing.request === 'revoke') return { words: 'goOnRequest', place: 'revoke' }
  if (standing.request === 'unblock') return { words: 'goOnRequest', place: 'secret-anew' }
  switch (standing.name) {
    case 'ended':
      // It moved to the person's new phone: here there is nothing to be done.
      return hasMoved(standing) ? undefined : { words: 'start', place: 'apply' }
    case 'nothing':
      return { words: 'start', place: 'apply' }
    case 'unfinished':
      return { words: 'goOn', place: placeOf[standing.purpose ?? 'new'] }
    case 'ready':
      return { words: 'toRegister', place: 'register' }
    case 'suspended':
      return { words: 'resume', place: 'resume' }
    case 'active':
      return standing.certificates.some((one) => troubleOf(one) === 'locked')
        ? { words: 'anew', place: 'secret-anew' }
        : undefined
    default:
      return undefined
  }
}
