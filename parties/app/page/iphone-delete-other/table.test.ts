import { describe, expect, test } from 'vitest'
import {
  type IphoneDeleteOtherEvent,
  type IphoneDeleteOtherState,
  iphoneDeleteOtherMachine,
} from './table.ts'

const afterOther = (state: IphoneDeleteOtherState, event: IphoneDeleteOtherEvent) =>
  iphoneDeleteOtherMachine.step(state, event)
const password = (value: string, lastTryConfirmed = false) =>
  ({ type: 'password-entered', value, lastTryConfirmed }) as const

describe('3-F', () => {
  test('3-F ③④ the card is read only when 「読み取り開始」 is pressed', () => {
    const asked = afterOther({ name: 'password' }, password('ABC123'))
    expect(asked?.state).toEqual({ name: 'sure' })
    expect(asked?.effects?.map(({ type }) => type)).toEqual(['keep-password'])
    expect(afterOther({ name: 'sure' }, { type: 'read' })).toBeUndefined()
    expect(afterOther({ name: 'sure' }, { type: 'sure' })).toEqual({
      state: { name: 'place-card' },
    })
    expect(afterOther({ name: 'place-card' }, { type: 'read' })?.effects).toEqual([
      { type: 'delete-other' },
    ])
  })

  test('3-F ③ a four-digit number in the place of the password is refused', () => {
    expect(afterOther({ name: 'password' }, password('9120'))?.state).toMatchObject({
      fault: 'form',
    })
  })

  test('3-F ④ a card that moved away is read again in place; another refusal stops', () => {
    const reading: IphoneDeleteOtherState = { name: 'reading', phase: 'reading' }
    const away = afterOther(reading, { type: 'refused', refusal: { code: 'CARD_AWAY' } })
    expect(away?.effects).toEqual([{ type: 'delete-other' }])
    const refusal = { code: 'NOTHING_TO_DELETE' } as const
    expect(afterOther(reading, { type: 'refused', refusal })?.state).toEqual({
      name: 'stopped',
      refusal,
    })
  })

  test('3-F ⑤ the end names the phone the card was on', () => {
    const reading: IphoneDeleteOtherState = { name: 'reading', phase: 'reading' }
    expect(afterOther(reading, { type: 'deleted', model: 'iPhone 15' })?.state).toEqual({
      name: 'deleted',
      model: 'iPhone 15',
    })
  })
})
