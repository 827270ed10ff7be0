/** 2-D ③, 5-A1: whether notices are pushed to this phone, as a table. Asked by a press of a button only; without it all goes on. */
import type { Machine } from '@kazashi/ui'
import type { Refusal } from '../faults/refusal.ts'

/** browser: it has no push · frame: inside another page · home-screen: an iPhone's browser; on the home screen it has */
export type Hindrance = 'browser' | 'frame' | 'home-screen'

export interface Found {
  readonly hindrance?: Hindrance | undefined
  readonly permission: NotificationPermission
  /** The authority knows this phone: something was applied for. */
  readonly known: boolean
  readonly subscribed: boolean
}

export type PushState =
  | { readonly name: 'looking' }
  | { readonly name: 'impossible'; readonly hindrance: Hindrance }
  | { readonly name: 'too-early' }
  | { readonly name: 'off' }
  | { readonly name: 'asking' }
  | { readonly name: 'subscribing' }
  | { readonly name: 'on' }
  | { readonly name: 'refused' }
  | { readonly name: 'failed'; readonly refusal: Refusal }
  | { readonly name: 'ending' }

/** How a notice reaches the person: by the phone's own system, as a banner that the desk draws, or in the app while it is open. */
export type NoticeWay = 'push' | 'banner' | 'app'

/** @param state of the setting; while it is looked for a push is what a phone has */
export function noticeWay(state: PushState): NoticeWay {
  switch (state.name) {
    case 'impossible':
      return state.hindrance === 'frame' ? 'banner' : 'app'
    case 'refused':
    case 'failed':
      return 'app'
    default:
      return 'push'
  }
}

export type PushEvent =
  | { readonly type: 'look' }
  | { readonly type: 'found'; readonly found: Found }
  | { readonly type: 'turn-on' }
  | { readonly type: 'answered'; readonly permission: NotificationPermission }
  | { readonly type: 'subscribed' }
  | { readonly type: 'failed'; readonly refusal: Refusal }
  | { readonly type: 'turn-off' }
  | { readonly type: 'ended' }

export type PushEffect =
  | { readonly type: 'look' }
  | { readonly type: 'ask' }
  | { readonly type: 'subscribe' }
  | { readonly type: 'end' }

function stateOf({ hindrance, permission, known, subscribed }: Found): PushState {
  if (hindrance !== undefined) return { name: 'impossible', hindrance }
  if (permission === 'denied') return { name: 'refused' }
  if (!known) return { name: 'too-early' }
  return { name: permission === 'granted' && subscribed ? 'on' : 'off' }
}

export const pushMachine: Machine<PushState, PushEvent, PushEffect> = {
  initial: { name: 'looking' },
  step: (state, event) => {
    switch (`${state.name} ${event.type}` as const) {
      case 'looking look':
        return { state, effects: [{ type: 'look' }] }
      case 'looking found':
        return event.type === 'found' ? { state: stateOf(event.found) } : undefined
      case 'off turn-on':
      case 'failed turn-on':
        return { state: { name: 'asking' }, effects: [{ type: 'ask' }] }
      case 'asking answered':
        if (event.type !== 'answered') return undefined
        if (event.permission === 'denied') return { state: { name: 'refused' } }
        if (event.permission === 'default') return { state: { name: 'off' } }
        return { state: { name: 'subscribing' }, effects: [{ type: 'subscribe' }] }
      case 'subscribing subscribed':
        return { state: { name: 'on' } }
      case 'asking failed':
      case 'subscribing failed':
        return event.type === 'failed'
          ? { state: { name: 'failed', refusal: event.refusal } }
          : undefined
      case 'on turn-off':
        return { state: { name: 'ending' }, effects: [{ type: 'end' }] }
      case 'ending ended':
      case 'ending failed':
        return { state: { name: 'off' } }
      default:
        return undefined
    }
  },
}
