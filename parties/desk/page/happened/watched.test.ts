import { expect, test } from 'vitest'
import { type Watched, watchedAfter } from './watched.ts'

const nothing: Watched = {
  seen: [],
  listening: false,
  cardHeld: undefined,
  cardId: undefined,
  lockedCard: undefined,
}
const at = '2026-11-23T05:02:00Z'
const event = (type: string) => JSON.stringify({ type, at })
const verify = (response: string) =>
  JSON.stringify({ type: 'exchange', at, command: '0020008006******', response })
const after = (...data: string[]) =>
  data.reduce((before, one) => watchedAfter(before, one, 9), nothing)

test('2-C⑦ the log says whether the app waits for a card, and whether one is there', () => {
  expect(after()).toEqual(nothing)
  expect(after(event('connected'))).toMatchObject({ listening: true, cardHeld: undefined })
  const held = after(event('connected'), event('card-present'))
  expect(held).toMatchObject({ listening: true, cardHeld: true })
  expect(watchedAfter(held, event('card-removed'), 9).cardHeld).toBe(false)
  expect(watchedAfter(held, event('disconnected'), 9).listening).toBe(false)
  expect(watchedAfter(held, 'nonsense', 9)).toBe(held)
})

test('2-A a card is locked from its last try on, as long as it says nothing else and the counter has not unlocked it', () => {
  const present = (cardId: string) => JSON.stringify({ type: 'card-present', at, cardId })
  const unlocked = (cardId: string) => JSON.stringify({ type: 'unlocked', at, cardId })
  const locked = (...data: string[]) => after(present('mine'), ...data).lockedCard
  expect(locked(verify('63C1'))).toBeUndefined()
  expect(locked(verify('63C0'))).toBe('mine')
  expect(locked(verify('6984'), event('card-removed'), present('another'))).toBe('mine')
  expect(locked(verify('6984'), verify('9000'))).toBeUndefined()
  expect(locked(verify('6984'), event('card-removed'), unlocked('mine'))).toBeUndefined()
  expect(locked(verify('6984'), unlocked('another'))).toBe('mine')
})
