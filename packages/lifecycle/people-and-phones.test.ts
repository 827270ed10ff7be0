import { expect, test } from 'vitest'
import {
  type ApplicationPurpose,
  type HeldCredential,
  holdingRefusal,
  superseded,
} from './index.ts'

const has = (
  person: string,
  phone: string,
  state: HeldCredential['state'] = 'active',
): HeldCredential => ({ person, phone, state })
const hanako = (purpose: ApplicationPurpose) => ({ person: 'hanako', phone: 'red', purpose })

test.each<[string, HeldCredential[], string | undefined]>([
  ['nobody has anything', [], undefined],
  ['others have theirs', [has('taro', 'blue')], undefined],
  ['she has it on this phone', [has('hanako', 'red')], 'ALREADY_ON_THIS_PHONE'],
  ['she has applied on this phone', [has('hanako', 'red', 'applied')], 'ALREADY_ON_THIS_PHONE'],
  ['she has another phone', [has('hanako', 'blue')], 'PERSON_HAS_A_PHONE'],
  ['she has applied on another', [has('hanako', 'blue', 'issued')], 'PERSON_HAS_A_PHONE'],
  ['hers is suspended', [has('hanako', 'blue', 'suspended')], 'CREDENTIAL_SUSPENDED'],
  ['hers is suspended here', [has('hanako', 'red', 'suspended')], 'CREDENTIAL_SUSPENDED'],
  ['the phone is his', [has('taro', 'red')], 'PHONE_HAS_A_PERSON'],
  ['both', [has('taro', 'red'), has('hanako', 'blue')], 'PERSON_HAS_A_PHONE'],
])('5-A2 Hanako applies on the red phone and %s', (_, held, refusal) => {
  expect(holdingRefusal(hanako('new'), held)).toBe(refusal)
  expect(superseded(hanako('new'), held)).toBeUndefined()
})

test.each<[string, HeldCredential[], string | undefined]>([
  ['has it on the blue one', [has('hanako', 'blue')], undefined],
  ['has nothing', [has('taro', 'blue')], 'NOTHING_TO_SWITCH'],
  ['has it here already', [has('hanako', 'red')], 'ALREADY_ON_THIS_PHONE'],
  ['the old one is suspended', [has('hanako', 'blue', 'suspended')], 'CREDENTIAL_SUSPENDED'],
  [
    'has a third phone that waits',
    [has('hanako', 'blue'), has('hanako', 'green', 'applied')],
    'APPLICATION_ON_ITS_WAY',
  ],
  [
    'has applied here already',
    [has('hanako', 'blue'), has('hanako', 'red', 'issued')],
    'ALREADY_ON_THIS_PHONE',
  ],
  ['the red one is his', [has('hanako', 'blue'), has('taro', 'red')], 'PHONE_HAS_A_PERSON'],
])('4-B Hanako switches to the red phone and %s', (_, held, refusal) => {
  expect(holdingRefusal(hanako('switch'), held)).toBe(refusal)
})

test.each<[string, HeldCredential[], string | undefined]>([
  ['hers is suspended here', [has('hanako', 'red', 'suspended')], undefined],
  ['hers is suspended on the blue one', [has('hanako', 'blue', 'suspended')], undefined],
  ['hers is active', [has('hanako', 'red')], 'NOTHING_TO_RESUME'],
  ['she has nothing', [], 'NOTHING_TO_RESUME'],
  ['has applied elsewhere', [has('hanako', 'blue', 'applied')], 'APPLICATION_ON_ITS_WAY'],
  [
    'the red one is his',
    [has('hanako', 'blue', 'suspended'), has('taro', 'red')],
    'PHONE_HAS_A_PERSON',
  ],
])('5-B3 Hanako resumes on the red phone and %s', (_, held, refusal) => {
  expect(holdingRefusal(hanako('resume'), held)).toBe(refusal)
})

test('4-B, 5-B3 only her own credential is taken over from, never one on its way', () => {
  const old = has('hanako', 'blue', 'suspended')
  const held = [has('taro', 'red'), has('hanako', 'green', 'issued'), old]
  expect(superseded(hanako('switch'), held)).toBe(old)
  expect(superseded(hanako('resume'), held)).toBe(old)
})
