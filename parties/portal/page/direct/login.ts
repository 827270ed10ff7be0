/** 1-B①: logging in at the portal from a screen: code and QR, waiting, then logged in or refused; and the ways out again. */
import type { Waiting } from '@kazashi/login/page'
import type { Machine } from '@kazashi/ui'
import type { Person } from './person.ts'
import type { RefusalCode } from './refusal-codes.ts'

export interface Request extends Waiting {
  readonly id: string
}

/**
 * left: just logged out · over: the session's time is up, or another window logged out · elsewhere: a phone led a browser back that had
 * not asked, or came too late
 */
type OutNote = 'left' | 'over' | 'elsewhere'

export type DirectState =
  | { readonly name: 'looking' }
  | { readonly name: 'out'; readonly note?: OutNote }
  | { readonly name: 'asking' }
  | { readonly name: 'waiting'; readonly request: Request }
  | { readonly name: 'refused'; readonly code: RefusalCode }
  | { readonly name: 'in'; readonly person: Person; readonly fault?: RefusalCode }
  | { readonly name: 'leaving'; readonly person: Person }
  /** The certificate ended, and the session with it. */
  | { readonly name: 'ended'; readonly code: RefusalCode }

export type DirectEvent =
  | { readonly type: 'start' }
  | { readonly type: 'nobody'; readonly note?: OutNote }
  | { readonly type: 'login' }
  | { readonly type: 'requested'; readonly request: Request }
  | { readonly type: 'accepted'; readonly person: Person }
  | { readonly type: 'refused'; readonly code: RefusalCode }
  | { readonly type: 'ended'; readonly code: RefusalCode }
  | { readonly type: 'cancel' }
  | { readonly type: 'logout' }
  | { readonly type: 'left' }

export type DirectEffect =
  | { readonly type: 'look' }
  | { readonly type: 'request' }
  | { readonly type: 'watch'; readonly request: Request }
  /** No phone can answer it any more. */
  | { readonly type: 'stop'; readonly request: Request }
  /** Looks again and again whether the certificate still holds. */
  | { readonly type: 'keep' }
  | { readonly type: 'leave' }

const loggedIn = (person: Person, fault?: RefusalCode) =>
  ({
    state: { name: 'in', person, ...(fault && { fault }) },
    effects: [{ type: 'keep' }],
  }) as const

export const directLogin: Machine<DirectState, DirectEvent, DirectEffect> = {
  initial: { name: 'looking' },
  step: (state, event) => {
    switch (state.name) {
      case 'looking':
        if (event.type === 'start') return { state, effects: [{ type: 'look' }] }
        if (event.type === 'nobody') {
          return { state: { name: 'out', ...(event.note && { note: event.note }) } }
        }
        if (event.type === 'accepted') return loggedIn(event.person)
        if (event.type === 'refused') return { state: { name: 'refused', code: event.code } }
        if (event.type === 'ended') return { state: { name: 'ended', code: event.code } }
        return undefined
      case 'out':
      case 'refused':
      case 'ended':
        if (event.type !== 'login') return undefined
        return { state: { name: 'asking' }, effects: [{ type: 'request' }] }
      case 'asking':
        if (event.type === 'refused') return { state: { name: 'refused', code: event.code } }
        if (event.type !== 'requested') return undefined
        return {
          state: { name: 'waiting', request: event.request },
          effects: [{ type: 'watch', request: event.request }],
        }
      case 'waiting':
        if (event.type === 'cancel') {
          const { request } = state
          return { state: { name: 'out' }, effects: [{ type: 'stop', request }] }
        }
        if (event.type === 'refused') return { state: { name: 'refused', code: event.code } }
        if (event.type === 'accepted') return loggedIn(event.person)
        return undefined
      case 'in':
        if (event.type === 'accepted') return { state: { name: 'in', person: event.person } }
        if (event.type === 'nobody') return { state: { name: 'out', note: 'over' } }
        if (event.type === 'ended') return { state: { name: 'ended', code: event.code } }
        if (event.type !== 'logout') return undefined
        return { state: { name: 'leaving', person: state.person }, effects: [{ type: 'leave' }] }
      case 'leaving':
        if (event.type === 'left') return { state: { name: 'out', note: 'left' } }
        if (event.type === 'refused') return loggedIn(state.person, event.code)
        return undefined
    }
  },
}
