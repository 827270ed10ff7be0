/** 1-B③, 1-B④: the phone is held to a machine, as a table. An iPhone recognises its holder first; elsewhere the machine asks for the PIN. */
import type { PhonePlatform } from '@kazashi/lifecycle'
import { type Machine, type Rows, stepBy } from '@kazashi/ui'
import type { Refusal } from '../faults/refusal.ts'

/** The machines that a phone knows. */
export const machineNames = ['kiosk', 'clinic', 'mobile'] as const
export type MachineName = (typeof machineNames)[number]
export interface Place {
  readonly id: string
  readonly place: MachineName
}

export type HoldState =
  | { readonly name: 'looking' }
  | { readonly name: 'nowhere' }
  | { readonly name: 'where'; readonly places: readonly Place[] }
  /** `unrecognised`: the phone's screen was there already, and came to nothing. */
  | { readonly name: 'ready'; readonly at: Place; readonly unrecognised: boolean }
  | { readonly name: 'recognising'; readonly at: Place }
  | { readonly name: 'approaching'; readonly at: Place }
  | { readonly name: 'held'; readonly at: Place }
  | { readonly name: 'away'; readonly at: Place; readonly how: 'taken' | 'lost' }
  | { readonly name: 'stopped'; readonly refusal: Refusal }

export type HoldEvent =
  | { readonly type: 'look' }
  | { readonly type: 'found'; readonly places: readonly Place[] }
  | { readonly type: 'choose'; readonly at: Place }
  | { readonly type: 'recognise' }
  | { readonly type: 'recognised' }
  | { readonly type: 'hold' }
  | { readonly type: 'held' }
  | { readonly type: 'take' }
  | { readonly type: 'over'; readonly how: 'taken' | 'lost' }
  | { readonly type: 'refused'; readonly refusal: Refusal }

export type HoldEffect =
  | { readonly type: 'look' }
  /** The phone's own screen for a finger or a face. */
  | { readonly type: 'recognise' }
  | { readonly type: 'hold'; readonly at: Place; readonly recognised: boolean }
  | { readonly type: 'take' }

const stopped = (refusal: Refusal) => ({ state: { name: 'stopped', refusal } as const })
const ready = (at: Place): HoldState => ({ name: 'ready', at, unrecognised: false })

function afterFound(places: readonly Place[]): HoldState {
  const [only] = places
  if (only === undefined) return { name: 'nowhere' }
  return places.length === 1 ? ready(only) : { name: 'where', places }
}

const looking = { state: { name: 'looking' }, effects: [{ type: 'look' }] } as const

const rows = (platform: PhonePlatform): Rows<HoldState, HoldEvent, HoldEffect> => {
  const approach = (at: Place, recognised: boolean) => ({
    state: { name: 'approaching', at } as const,
    effects: [{ type: 'hold', at, recognised } as const],
  })
  return {
    looking: (_, event) => {
      if (event.type === 'look') return looking
      if (event.type === 'found') return { state: afterFound(event.places) }
      return event.type === 'refused' ? stopped(event.refusal) : undefined
    },
    nowhere: (_, { type }) => (type === 'look' ? looking : undefined),
    where: (_, event) => {
      if (event.type === 'look') return looking
      return event.type === 'choose' ? { state: ready(event.at) } : undefined
    },
    ready: ({ at }, { type }) => {
      if (type === 'look') return looking
      if (type === 'recognise')
        return { state: { name: 'recognising', at }, effects: [{ type: 'recognise' }] }
      // An iPhone is held by its holder alone: no number in place of the face.
      return type === 'hold' && platform !== 'iphone' ? approach(at, false) : undefined
    },
    recognising: ({ at }, event) => {
      if (event.type === 'recognised') return approach(at, true)
      if (event.type !== 'refused') return undefined
      if (event.refusal.code === 'BIOMETRICS_CANCELLED')
        return { state: { name: 'ready', at, unrecognised: true } }
      return stopped(event.refusal)
    },
    approaching: ({ at }, event) => {
      if (event.type === 'held') return { state: { name: 'held', at } }
      return event.type === 'refused' ? stopped(event.refusal) : undefined
    },
    held: (state, event) => {
      if (event.type === 'take') return { state, effects: [{ type: 'take' }] }
      return event.type === 'over'
        ? { state: { name: 'away', at: state.at, how: event.how } }
        : undefined
    },
    away: ({ at }, { type }) => {
      if (type === 'look') return looking
      return type === 'hold' ? { state: ready(at) } : undefined
    },
    stopped: (_, { type }) => (type === 'look' ? looking : undefined),
  }
}

export const holdMachine = (
  platform: PhonePlatform,
): Machine<HoldState, HoldEvent, HoldEffect> => ({
  initial: { name: 'looking' },
  step: stepBy(rows(platform)),
})
