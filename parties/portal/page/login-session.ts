/** 1-B①: logging in at the portal from a screen: code and QR, waiting, then logged in or refused. */
import type { Machine } from '@kazashi/ui'
import type { RefusalCode } from './refusal-codes.ts'

export interface Request {
  readonly id: string
  /** To compare with the phone's. */
  readonly code: string
  /** The address in the QR code, and of the link on the same phone. */
  readonly appUrl: string
  /** The same address as a picture of a QR code. */
  readonly qrUrl: string
}

export interface Person {
  readonly serialNumber: string
  readonly notAfter: string
  readonly statusCheckedAt: string
}

export type LoginSessionState =
  | { readonly name: 'looking' }
  | { readonly name: 'out' }
  | { readonly name: 'asking' }
  | { readonly name: 'waiting'; readonly request: Request }
  | { readonly name: 'refused'; readonly code: RefusalCode }
  | { readonly name: 'in'; readonly person: Person }

export type LoginSessionEvent =
  | { readonly type: 'start' }
  | { readonly type: 'nobody' }
  | { readonly type: 'login' }
  | { readonly type: 'requested'; readonly request: Request }
  | { readonly type: 'accepted'; readonly person: Person }
  | { readonly type: 'refused'; readonly code: RefusalCode }
  | { readonly type: 'cancel' }

export type LoginSessionEffect =
  | { readonly type: 'look' }
  | { readonly type: 'request' }
  | { readonly type: 'watch'; readonly request: Request }

export const loginSession: Machine<LoginSessionState, LoginSessionEvent, LoginSessionEffect> = {
  initial: { name: 'looking' },
  step: (state, event) => {
    switch (state.name) {
      case 'looking':
        if (event.type === 'start') return { state, effects: [{ type: 'look' }] }
        if (event.type === 'nobody') return { state: { name: 'out' } }
        if (event.type === 'accepted') return { state: { name: 'in', person: event.person } }
        return undefined
      case 'out':
      case 'refused':
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
        if (event.type === 'cancel') return { state: { name: 'out' } }
        if (event.type === 'refused') return { state: { name: 'refused', code: event.code } }
        if (event.type === 'accepted') return { state: { name: 'in', person: event.person } }
        return undefined
      case 'in':
        return undefined
    }
  },
}
