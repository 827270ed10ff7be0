import type { Machine } from '@kazashi/ui'
import { describe, expect, test } from 'vitest'
import { type BiometricsState, biometricsMachine, biometricsStepsOf } from './biometrics/table.ts'
import { deleteStepsOf, iphoneDeleteMachine } from './iphone-delete/table.ts'
import { deleteOtherStepsOf, iphoneDeleteOtherMachine } from './iphone-delete-other/table.ts'
import { loginMachine, loginStepsOf } from './login/table.ts'
import { resetSecretMachine, resetSecretStepsOf } from './reset-secret/table.ts'
import { revokeMachine, revokeStepsOf } from './revoke/table.ts'
import type { StepLine } from './step-line.ts'

/** The step line of each screen on a way: 「3 / 7 read」. */
function linesOn<
  State extends { readonly name: string },
  Event extends { readonly type: string },
  Effect extends { readonly type: string },
>(
  { initial, step }: Machine<State, Event, Effect>,
  stepsOf: (state: State) => StepLine<string> | undefined,
  events: readonly Event[],
): string[] {
  let state = initial
  const line = () => {
    const where = stepsOf(state)
    return where === undefined ? 'none' : `${where.at} / ${where.of} ${where.name}`
  }
  const lines = [line()]
  for (const event of events) {
    const next = step(state, event)
    if (next === undefined) throw new Error(`refused: ${JSON.stringify(event)}`)
    state = next.state
    lines.push(line())
  }
  return lines
}

const both = ['signing', 'authentication'] as const
const refused = { type: 'refused', refusal: { code: 'CREDENTIAL_OVER' } } as const
const cardPassword = {
  type: 'card-password-entered',
  password: 'ABC123',
  lastTryConfirmed: false,
} as const

describe('each screen of a procedure says which of its steps it is', () => {
  test('2-F by the password of the phone', () => {
    const entered = { type: 'secret-entered', secret: 'SUMAHO77', lastTryConfirmed: false } as const
    const events = [
      { type: 'begin' },
      entered,
      { type: 'secret-right' },
      { type: 'revoke' },
      { type: 'revoked' },
    ] as const
    expect(linesOn(revokeMachine(both), revokeStepsOf, events)).toEqual([
      '1 / 4 choose',
      '2 / 4 secret',
      '2 / 4 secret',
      '3 / 4 confirm',
      '4 / 4 done',
      '4 / 4 done',
    ])
    expect(
      linesOn(revokeMachine(both), revokeStepsOf, [...events.slice(0, 4), refused]).at(-1),
    ).toBe('none')
  })

  test('2-F with the card at hand there is a step more', () => {
    const events = [
      { type: 'begin' },
      { type: 'use-card' },
      cardPassword,
      { type: 'revoke' },
      { type: 'stage', stage: 'found' },
      { type: 'revoked' },
    ] as const
    expect(linesOn(revokeMachine(both), revokeStepsOf, events)).toEqual([
      '1 / 4 choose',
      '2 / 4 secret',
      '2 / 5 card',
      '3 / 5 confirm',
      '4 / 5 read',
      '4 / 5 read',
      '5 / 5 done',
    ])
  })

  test('2-F a secret that is not set anew has no step', () => {
    const events = [{ type: 'begin' }, cardPassword, { type: 'card-read' }] as const
    const secrets = [
      {
        type: 'signing-password-entered',
        password: 'SUMAHO77',
        repeated: 'SUMAHO77',
      },
      { type: 'pin-entered', pin: '8302', repeated: '8302', insists: false },
      { type: 'set' },
    ] as const
    expect(
      linesOn(resetSecretMachine(both, []), resetSecretStepsOf, [...events, ...secrets]),
    ).toEqual([
      '1 / 6 choose',
      '2 / 6 card',
      '3 / 6 read',
      '4 / 6 signing',
      '5 / 6 pin',
      '6 / 6 done',
      '6 / 6 done',
    ])
    const pinOnly = resetSecretMachine(both, ['authentication'])
    expect(linesOn(pinOnly, resetSecretStepsOf, [...events, ...secrets.slice(1)])).toEqual([
      '1 / 5 choose',
      '2 / 5 card',
      '3 / 5 read',
      '4 / 5 pin',
      '5 / 5 done',
      '5 / 5 done',
    ])
    expect(linesOn(pinOnly, resetSecretStepsOf, [...events.slice(0, 2), refused]).at(-1)).toBe(
      'none',
    )
  })

  test('3-E by either way, and none before 「削除」 is pressed', () => {
    const entered = {
      type: 'password-entered',
      value: 'IPHONE77',
      lastTryConfirmed: false,
    } as const
    const by = (way: 'phone' | 'card') =>
      linesOn(iphoneDeleteMachine, deleteStepsOf, [
        { type: 'delete' },
        { type: 'way-chosen', way },
        entered,
        ...(way === 'phone' ? [{ type: 'password-right' } as const] : []),
        { type: 'sure' },
        { type: 'deleted' },
      ])
    expect(by('phone')).toEqual([
      'none',
      '1 / 4 way',
      '2 / 4 password',
      '2 / 4 password',
      '3 / 4 sure',
      '4 / 4 done',
      '4 / 4 done',
    ])
    expect(by('card')).toEqual([
      'none',
      '1 / 4 way',
      '2 / 5 password',
      '3 / 5 sure',
      '4 / 5 read',
      '5 / 5 done',
    ])
  })

  test('3-F', () => {
    const entered = { type: 'password-entered', value: 'ABC123', lastTryConfirmed: false } as const
    const events = [entered, { type: 'sure' }, { type: 'read' }, { type: 'card-found' }] as const
    const deleted = { type: 'deleted', model: 'Pixel 8' } as const
    expect(linesOn(iphoneDeleteOtherMachine, deleteOtherStepsOf, [...events, deleted])).toEqual([
      '1 / 4 password',
      '2 / 4 sure',
      '3 / 4 read',
      '3 / 4 read',
      '3 / 4 read',
      '4 / 4 done',
    ])
    expect(linesOn(iphoneDeleteOtherMachine, deleteOtherStepsOf, [...events, refused]).at(-1)).toBe(
      'none',
    )
  })

  test('1-B① a login, and none after it failed', () => {
    const asked = {
      audience: 'http://portal.kazashi.localhost:1',
      relyingParty: '',
      purpose: '',
      code: '',
    }
    const fetched = { type: 'fetched', asked, biometrics: false } as const
    const pin = { type: 'pin-entered', pin: '8302', lastTryConfirmed: false } as const
    const agree = { type: 'agree' } as const
    const all = [{ type: 'start' }, fetched, agree, pin, { type: 'accepted' }] as const
    expect(linesOn(loginMachine, loginStepsOf, all)).toEqual([
      '1 / 3 who',
      '1 / 3 who',
      '1 / 3 who',
      '2 / 3 you',
      '2 / 3 you',
      '3 / 3 done',
    ])
    const declined = [fetched, { type: 'decline' }] as const
    expect(linesOn(loginMachine, loginStepsOf, declined).at(-1)).toBe('none')
  })

  test('1-A③ turning it on has steps, turning it off is one question', () => {
    const lineOf = (name: BiometricsState['name']) =>
      biometricsStepsOf({ name } as BiometricsState)?.at
    expect(biometricsStepsOf(biometricsMachine('off').initial)).toBeUndefined()
    expect((['about', 'pin', 'checking'] as const).map(lineOf)).toEqual([1, 2, 2])
    expect((['ready', 'asking', 'turned-on'] as const).map(lineOf)).toEqual([3, 3, 4])
    expect((['on', 'sure', 'turned-off'] as const).map(lineOf)).toEqual([...Array(3)])
  })
})
