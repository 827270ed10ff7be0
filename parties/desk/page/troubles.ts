/** 「困った状態をためす」: what can go wrong, by which real means the desk brings it about, and what brings it back. */
import type { PersonCase } from '@kazashi/cases'
import type { IconName } from '@kazashi/ui'
import type { CardEvent, CounterOrder, Loss } from './box.ts'
import { afterHours, daysAfter } from './clock.ts'

/** How it comes about. */
type Means =
  | { readonly by: 'card'; readonly event: CardEvent }
  | { readonly by: 'counter'; readonly order: CounterOrder }
  | { readonly by: 'telephone'; readonly what: Loss }
  /** @param lastDay of the card's certificates, YYYY-MM-DD */
  | { readonly by: 'clock'; readonly to: (now: Date, lastDay: string) => Date }
  /** The card is taken away while it is read. */
  | { readonly by: 'hand' }
  /** The line of the phone in the hand is cut. */
  | { readonly by: 'line' }

/** What brings it back: the counter, the clock or the line, by one press; else what a person does on the phone. */
type Back = { readonly order: CounterOrder } | 'clock' | 'line' | 'on-the-phone'

export interface TroubleEntry {
  readonly icon: IconName
  readonly means: Means
  readonly back: Back
  /** The case of the catalogue that it is. */
  readonly of?: PersonCase
}

const unlock = { order: 'unlock' } as const

const troubles = {
  'password-locked': {
    icon: 'lock',
    means: { by: 'card', event: 'password-locked' },
    back: unlock,
    of: 'password-locked',
  },
  'pin-locked': {
    icon: 'lock',
    means: { by: 'card', event: 'pin-locked' },
    back: unlock,
    of: 'locked',
  },
  expired: {
    icon: 'calendar',
    means: { by: 'clock', to: (_, lastDay) => daysAfter(lastDay, 1) },
    back: 'clock',
  },
  'ends-soon': {
    icon: 'calendar',
    means: { by: 'clock', to: (_, lastDay) => daysAfter(lastDay, -60) },
    back: 'clock',
  },
  'let-go': { icon: 'hand', means: { by: 'hand' }, back: 'on-the-phone' },
  'no-line': { icon: 'wifioff', means: { by: 'line' }, back: 'line' },
  closed: { icon: 'moon', means: { by: 'clock', to: afterHours }, back: 'clock' },
  'phone-suspended': {
    icon: 'pause',
    means: { by: 'telephone', what: 'phone' },
    back: 'on-the-phone',
    of: 'suspended',
  },
  'card-suspended': {
    icon: 'pause',
    means: { by: 'telephone', what: 'card' },
    back: { order: 'release' },
  },
  renewed: {
    icon: 'certificate',
    means: { by: 'counter', order: 'renewal' },
    back: 'on-the-phone',
    of: 'card-renewed',
  },
  moved: {
    icon: 'move',
    means: { by: 'card', event: 'moved' },
    back: 'on-the-phone',
    of: 'moved',
  },
  renamed: {
    icon: 'person',
    means: { by: 'card', event: 'renamed' },
    back: 'on-the-phone',
    of: 'renamed',
  },
} as const satisfies Readonly<Record<string, TroubleEntry>>
export type TroubleName = keyof typeof troubles

const isName = (name: string): name is TroubleName => Object.hasOwn(troubles, name)
export const entryOf = (name: TroubleName): TroubleEntry => troubles[name]

/** @param movesClock false: the clock of a class is the instructor's @param signing the card has a password @returns in the order of the desk */
export const troublesFor = ({
  movesClock,
  signing,
}: {
  readonly movesClock: boolean
  readonly signing: boolean
}): readonly TroubleName[] =>
  Object.keys(troubles)
    .filter(isName)
    .filter((name) => movesClock || entryOf(name).means.by !== 'clock')
    .filter((name) => signing || !['password-locked', 'moved', 'renamed'].includes(name))

/** Something that has befallen, until it is brought back. */
export interface Befallen {
  readonly name: TroubleName
  /** Of the person's card, or of the phone whose line is cut; undefined: everybody's. */
  readonly whose: string | undefined
}

/** A press again changes nothing; one time of the clock takes another's place. */
export function withBefallen(before: readonly Befallen[], next: Befallen): readonly Befallen[] {
  const isClock = ({ name }: Befallen) => entryOf(name).back === 'clock'
  const stays = (one: Befallen) =>
    !(one.name === next.name && one.whose === next.whose) && !(isClock(one) && isClock(next))
  return [...before.filter(stays), next]
}

/** What the counter has put right for one card. */
export const afterOrder = (
  before: readonly Befallen[],
  card: string,
  order: CounterOrder,
): readonly Befallen[] =>
  before.filter(({ name, whose }) => {
    if (whose !== card) return true
    if (order === 'anew') return false
    const { back } = entryOf(name)
    return !(typeof back === 'object' && back.order === order)
  })
