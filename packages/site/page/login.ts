/** 1-B①: logging in at a site by the gate, from a screen: to the gate and back, then logged in or not; and the ways out again. */
import type { Machine } from '@kazashi/ui'
import type { Person } from './person.ts'
import type { OutNote, SpokenRefusal } from './refusals.ts'

/** gone: the certificate ended · unknown: nobody could say any more whether it holds */
type Ending = 'gone' | 'unknown'

export type LoginState =
  | { readonly name: 'looking' }
  | { readonly name: 'out'; readonly note?: OutNote }
  /** The browser goes to the gate. */
  | { readonly name: 'going' }
  | { readonly name: 'refused'; readonly code: SpokenRefusal }
  | { readonly name: 'in'; readonly person: Person; readonly fault?: SpokenRefusal }
  | { readonly name: 'leaving'; readonly person: Person }
  | { readonly name: 'ended'; readonly ending: Ending }

export type LoginEvent =
  | { readonly type: 'start' }
  | { readonly type: 'nobody'; readonly note?: OutNote }
  /** @param language of the page: the gate's is to be the same */
  | { readonly type: 'login'; readonly language: string }
  | { readonly type: 'accepted'; readonly person: Person }
  | { readonly type: 'refused'; readonly code: SpokenRefusal }
  | { readonly type: 'ended'; readonly ending: Ending }
  | { readonly type: 'logout' }
  | { readonly type: 'left' }

export type LoginEffect =
  | { readonly type: 'look' }
  | { readonly type: 'go'; readonly language: string }
  /** Looks again and again whether the certificate still holds. */
  | { readonly type: 'keep' }
  | { readonly type: 'leave' }

const loggedIn = (person: Person, fault?: SpokenRefusal) =>
  ({
    state: { name: 'in', person, ...(fault && { fault }) },
    effects: [{ type: 'keep' }],
  }) as const

export const login: Machine<LoginState, LoginEvent, LoginEffect> = {
  initial: { name: 'looking' },
  step: (state, event) => {
    switch (state.name) {
      case 'looking':
        if (event.type === 'start') return { state, effects: [{ type: 'look' }] }
        if (event.type === 'nobody')
          return { state: { name: 'out', ...(event.note && { note: event.note }) } }
        if (event.type === 'accepted') return loggedIn(event.person)
        if (event.type === 'refused') return { state: { name: 'refused', code: event.code } }
        if (event.type === 'ended') return { state: { name: 'ended', ending: event.ending } }
        return undefined
      case 'out':
      case 'refused':
      case 'ended':
        if (event.type !== 'login') return undefined
        return { state: { name: 'going' }, effects: [{ type: 'go', language: event.language }] }
      case 'going':
        return undefined
      case 'in':
        if (event.type === 'accepted') return { state: { name: 'in', person: event.person } }
        if (event.type === 'nobody') return { state: { name: 'out', note: 'over' } }
        if (event.type === 'ended') return { state: { name: 'ended', ending: event.ending } }
        if (event.type !== 'logout') return undefined
        return { state: { name: 'leaving', person: state.person }, effects: [{ type: 'leave' }] }
      case 'leaving':
        if (event.type === 'left') return { state: { name: 'out', note: 'left' } }
        if (event.type === 'refused') return loggedIn(state.person, event.code)
        return undefined
    }
  },
}
