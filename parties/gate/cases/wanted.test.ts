import { expect, test } from 'vitest'
import { wantedBy } from './wanted.ts'

test('login_hint names a robot, a person of the catalogue, a fault, or both', () => {
  expect(wantedBy(undefined, undefined)).toEqual({})
  expect(wantedBy('hanako', undefined)).toEqual({ robot: 'hanako' })
  expect(wantedBy('suspended', undefined)).toEqual({ robot: 'suspended' })
  expect(wantedBy('nonce-wrong', undefined)).toEqual({ robot: 'adult', fault: 'nonce-wrong' })
  expect(wantedBy('iphone nonce-wrong', undefined)).toEqual({
    robot: 'iphone',
    fault: 'nonce-wrong',
  })
})

test('what is armed for a client goes before the hint; a fault alone waits for a person at a phone', () => {
  const armed = (caseName: string, phone?: string) => ({ caseName, phone })
  expect(wantedBy(undefined, armed('nonce-wrong'))).toEqual({ fault: 'nonce-wrong' })
  expect(wantedBy(undefined, armed('nonce-wrong', 'adult'))).toEqual({
    robot: 'adult',
    fault: 'nonce-wrong',
  })
  expect(wantedBy('hanako state-wrong', armed('nonce-wrong', 'adult'))).toEqual({
    robot: 'hanako',
    fault: 'nonce-wrong',
  })
  expect(wantedBy('hanako', armed('suspended'))).toEqual({ robot: 'suspended' })
})
