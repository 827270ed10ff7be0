/** A login at the gate, as its page goes through it: code and QR, waiting, then back to the site that asked. */
import type { LoginRefusal, Waiting } from '@kazashi/login/page'
import type { Machine } from '@kazashi/ui'

interface Request extends Waiting {
  /** The name of the site that asks. */
  readonly relyingParty: string
  /** Documents are to be signed. */
  readonly signs: boolean
}

export type GateState =
  | { readonly name: 'asking' }
  | {
      readonly name: 'waiting'
      readonly request: Request
      /** A phone said that it cannot log in. */
      readonly hindered?: LoginRefusal
    }
  | { readonly name: 'refused'; readonly code: LoginRefusal; readonly relyingParty?: string }
  /** The browser goes back to the site. */
  | { readonly name: 'leaving'; readonly relyingParty?: string }

export type GateEvent =
  | { readonly type: 'start' }
  | { readonly type: 'requested'; readonly request: Request }
  | { readonly type: 'accepted' }
  | { readonly type: 'refused'; readonly code: LoginRefusal }
  /** By a phone; the login waits on. */
  | { readonly type: 'hindered'; readonly code: LoginRefusal }
  | { readonly type: 'again' }
  | { readonly type: 'stop' }

export type GateEffect =
  | { readonly type: 'request' }
  | { readonly type: 'watch' }
  /** The site gets an answer. */
  | { readonly type: 'finish' }
  /** The site gets an error. */
  | { readonly type: 'stop' }

export const gateLogin: Machine<GateState, GateEvent, GateEffect> = {
  initial: { name: 'asking' },
  step: (state, event) => {
    switch (state.name) {
      case 'asking':
        if (event.type === 'start') return { state, effects: [{ type: 'request' }] }
        if (event.type === 'refused') return { state: { name: 'refused', code: event.code } }
        if (event.type !== 'requested') return undefined
        return {
          state: { name: 'waiting', request: event.request },
          effects: [{ type: 'watch' }],
        }
      case 'waiting': {
        const { relyingParty } = state.request
        if (event.type === 'refused')
          return { state: { name: 'refused', code: event.code, relyingParty } }
        if (event.type === 'hindered') return { state: { ...state, hindered: event.code } }
        if (event.type === 'accepted')
          return { state: { name: 'leaving', relyingParty }, effects: [{ type: 'finish' }] }
        if (event.type !== 'stop') return undefined
        return { state: { name: 'leaving', relyingParty }, effects: [{ type: 'stop' }] }
      }
      case 'refused':
        if (event.type === 'again')
          return { state: { name: 'asking' }, effects: [{ type: 'request' }] }
        if (event.type !== 'stop') return undefined
        return {
          state: {
            name: 'leaving',
            ...(state.relyingParty && { relyingParty: state.relyingParty }),
          },
          effects: [{ type: 'stop' }],
        }
      case 'leaving':
        return undefined
    }
  },
}
