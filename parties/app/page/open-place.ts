/** The place a notification leads to; none while a procedure is under way. */
import type { PhonePlatform } from '@kazashi/lifecycle'
import type { PhoneCondition } from './phone/phone-summary.ts'
import type { PlaceName } from './place-name.ts'
import { type NoticePlace, noticePlaceOf } from './worker/notice-place.ts'

export type { NoticePlace }

/** Nothing is lost by leaving these. */
const resting: ReadonlySet<PlaceName> = new Set([
  ...([
    'home',
    'menu',
    'status',
    'notices',
    'help',
    'loss',
    'new-phone',
    'install',
    'shown',
  ] as const),
])
/** These are over once something has been handed in. */
const applying: ReadonlySet<PlaceName> = new Set(['apply', 'switch', 'resume', 'iphone-add'])
const handedIn: ReadonlySet<PhoneCondition> = new Set(['waiting', 'ready', 'active'])

export const isResting = (place: PlaceName): boolean => resting.has(place)

export interface Now {
  readonly place: PlaceName
  readonly condition: PhoneCondition
  readonly platform: PhonePlatform
}

/** @returns undefined: the app stays at its place */
export function placeToOpen(open: NoticePlace, now: Now): PlaceName | undefined {
  const { place, condition, platform } = now
  if (!isResting(place) && !(applying.has(place) && handedIn.has(condition))) return undefined
  if (open === 'notices') return 'notices'
  // On an iPhone the card goes into the wallet by itself (3-D ⑦).
  return condition === 'ready' && platform === 'android' ? 'register' : 'home'
}

/** `/?open=PLACE`, as the worker opens the app when a notification is pressed. */
export function askedByAddress(): NoticePlace | undefined {
  return noticePlaceOf(new URL(location.href).searchParams.get('open'))
}
