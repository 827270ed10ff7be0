import { expect, test } from 'vitest'
import { holdingRefusal } from './index.ts'

const hanako = { person: 'hanako', phone: 'red' }

test.each([
  ['nobody has anything', [], undefined],
  ['others have theirs', [{ person: 'taro', phone: 'blue' }], undefined],
  ['she has it on this phone', [hanako], 'ALREADY_ON_THIS_PHONE'],
  ['she has another phone', [{ person: 'hanako', phone: 'blue' }], 'PERSON_HAS_A_PHONE'],
  ['the phone is his', [{ person: 'taro', phone: 'red' }], 'PHONE_HAS_A_PERSON'],
  [
    'both',
    [
      { person: 'taro', phone: 'red' },
      { person: 'hanako', phone: 'blue' },
    ],
    'PERSON_HAS_A_PHONE',
  ],
])('5-A2 Hanako applies on the red phone and %s', (_, held, refusal) => {
  expect(holdingRefusal(hanako, held)).toBe(refusal)
})
