import { expect, test } from 'vitest'
import { claimsFrom, claimsIn } from './claims.ts'

const attributes = {
  name: '番号　花子',
  address: '東京都渋谷区神南１－２－３',
  birthDate: '1985-03-15',
  sex: 'male',
  nameFlags: '00000',
  addressFlags: '0000000000000',
} as const

test('OIDC Core §5.1 only what was asked for is told, the birth date in eight digits and the sex as the certificate’s digit', () => {
  expect(claimsFrom(attributes, ['birthdate', 'gender'])).toEqual({
    birthdate: '19850315',
    gender: '1',
  })
  expect(claimsFrom({ ...attributes, sex: 'female' }, ['gender'])).toEqual({ gender: '2' })
  expect(claimsFrom({ ...attributes, sex: 'not-applicable' }, ['gender'])).toEqual({ gender: '3' })
  expect(claimsFrom(attributes, [])).toEqual({})
})

test('OIDC Core §5.4 a scope stands for each claim; others stand for none', () => {
  expect(claimsIn('openid gender name email')).toEqual({ claims: ['name', 'gender'] })
  expect(claimsIn('openid')).toEqual({ claims: [] })
})

test('OIDC Core §5.5 a claim may be left out where neither a scope nor essential asks for it', () => {
  const asks = (parameter: object, scope = 'openid') => claimsIn(scope, JSON.stringify(parameter))
  const both = { userinfo: { name: null, email: null }, id_token: { gender: { essential: true } } }
  expect(asks(both)).toEqual({ claims: ['name', 'gender'], optional: ['name'] })
  expect(asks(both, 'openid name')).toEqual({ claims: ['name', 'gender'] })
  expect(asks({ userinfo: { address: { essential: false } } })).toEqual({
    claims: ['address'],
    optional: ['address'],
  })
  expect(asks({})).toEqual({ claims: [] })
})
