import { expect, test } from 'vitest'
import { type PhonePlatform, phonePlatforms, planPhoneChange } from './index.ts'

const planned = (from: PhonePlatform, to: PhonePlatform, oldAtHand: boolean): string =>
  planPhoneChange({ from, to, oldAtHand })
    .map(({ row, on }) => `${row} ${on}`)
    .join(', ')

test.each([
  ['android', 'android', '4-B new', '4-B new'],
  ['android', 'iphone', '2-F old, 3-C new', '3-F new, 3-C new'],
  ['iphone', 'android', '3-E old, 2-C new', '3-F new, 2-C new'],
  ['iphone', 'iphone', '3-E old, 3-C new', '3-F new, 3-C new'],
] as const)('4-A from %s to %s: %s; without the old phone: %s', (from, to, atHand, afar) => {
  expect(planned(from, to, true)).toBe(atHand)
  expect(planned(from, to, false)).toBe(afar)
})

const all = phonePlatforms.flatMap((from) =>
  phonePlatforms.flatMap((to) => [true, false].map((oldAtHand) => ({ from, to, oldAtHand }))),
)

test('4-A each way ends on the new phone with the issuing, and only that waits for the issuing hours', () => {
  for (const change of all) {
    const steps = planPhoneChange(change)
    expect(steps.map(({ issues }) => issues)).toEqual(steps.map((_, i) => i === steps.length - 1))
    expect(steps.at(-1)).toMatchObject({ on: 'new', card: 'needed' })
  }
})

test('5-A2 nothing is done on an old phone that is not at hand, and its credential ends before the new one begins', () => {
  for (const change of all) {
    const steps = planPhoneChange(change)
    if (!change.oldAtHand) expect(steps.every(({ on }) => on === 'new')).toBe(true)
    expect(steps.some(({ row }) => ['2-F', '3-E', '3-F', '4-B'].includes(row))).toBe(true)
  }
})

test('4-A the old credential is ended there by its own secret, or by the card, and from the new phone by the card', () => {
  for (const change of all) {
    for (const { row, card, issues } of planPhoneChange(change)) {
      if (row === '2-F' || row === '3-E')
        expect({ card, issues }).toEqual({ card: 'instead-of-secret', issues: false })
      if (row === '3-F') expect({ card, issues }).toEqual({ card: 'needed', issues: false })
    }
  }
})
