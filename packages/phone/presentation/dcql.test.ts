/** What a card answers of a query, what its holder is asked, and what becomes of a choice. */
import { myNumberCardDocType as docType, elementsOf, FullDate } from '@kazashi/mdoc'
import { base64url } from '@kazashi/octets'
import { now } from '@kazashi/pki/test-chain'
import { expect, test } from 'vitest'
import { codeOf } from '../../../tools/code-of.ts'
import { resident } from '../test-builders.ts'
import { agreeTo, questionsOf } from './choice.ts'
import { dcqlQuery, matchQuery } from './dcql.ts'
import type { HeldCard } from './held-card.ts'
import { overAskingOf } from './over-asking.ts'
import { general, japan } from './test-asker.ts'

const notUsed = () => Promise.reject(new Error('nothing is signed here'))
const elements = elementsOf(
  {
    name: '番号　花子',
    address: '東京都千代田区霞が関二丁目１番２号',
    birthDate: '1971-09-01',
    sex: resident.sex,
    municipalityCode: '13101',
    myNumber: '123456789018',
    portrait: Uint8Array.of(1),
  },
  now,
)
const card: HeldCard = {
  docType,
  elements: new Map(
    Object.entries(elements).map(([space, values]) => [space, new Map(Object.entries(values))]),
  ),
  validUntil: now,
  issuerKeyId: Uint8Array.of(1, 2, 3),
  issuerSigned: new Uint8Array(),
  signer: { algorithm: 'ES256', publicKey: new Uint8Array(), sign: notUsed },
}

const claim = (identifier: string, more: object = {}, space = general) => ({
  id: identifier,
  path: [space, identifier],
  ...more,
})
const credential = (claims: readonly object[], more: object = {}) => ({
  id: 'card',
  format: 'mso_mdoc',
  meta: { doctype_value: docType },
  claims,
  ...more,
})
const matched = (query: object) => matchQuery(dcqlQuery.parse(query), card)
const one = (claims: readonly object[], more: object = {}) =>
  matched({ credentials: [credential(claims, more)] })
const refused = (query: object) => codeOf(() => matched(query))
const key = (identifier: string, space = general) => `${space} ${identifier}`
const agreed = (parts: ReturnType<typeof matched>, ...keys: string[]) =>
  [...agreeTo(parts, new Set(keys))].map(([id, set]) => [id, set.map((each) => each.identifier)])

test('1-A②.age an age alone is asked, and an age alone is agreed to', () => {
  const parts = one([claim('age_over_20')])
  expect(questionsOf(parts)).toEqual([
    {
      namespace: general,
      identifier: 'age_over_20',
      retained: false,
      optional: false,
      chosen: true,
    },
  ])
  expect(agreed(parts, key('age_over_20'), key('birth_date'))).toEqual([['card', ['age_over_20']]])
  expect(codeOf(() => agreeTo(parts, new Set()))).toBe('PRESENTATION_INCOMPLETE')
})

test('OpenID4VP 1.0 §6.4.1 without what it can spare a set is left out, and the least is chosen at first', () => {
  const claims = [claim('age_over_20'), claim('sex', { intent_to_retain: true })]
  const parts = one(claims, { claim_sets: [['age_over_20', 'sex'], ['age_over_20']] })
  expect(questionsOf(parts)).toMatchObject([
    { identifier: 'age_over_20', optional: false, chosen: true, retained: false },
    { identifier: 'sex', optional: true, chosen: false, retained: true },
  ])
  expect(agreed(parts, key('age_over_20'))).toEqual([['card', ['age_over_20']]])
  const both = [['card', ['age_over_20', 'sex']]]
  expect(agreed(parts, key('age_over_20'), key('sex'))).toEqual(both)
  expect(codeOf(() => agreeTo(parts, new Set([key('sex')])))).toBe('PRESENTATION_INCOMPLETE')
})

test('OpenID4VP 1.0 §6.4.1 a set with an element that the card lacks is passed over for the next', () => {
  const claims = [claim('given_name_unicode', {}, japan), claim('full_name_unicode', {}, japan)]
  const sets = [['given_name_unicode'], ['full_name_unicode']]
  const parts = one(claims, { claim_sets: sets })
  expect(questionsOf(parts).map(({ identifier }) => identifier)).toEqual(['full_name_unicode'])
})

test('OpenID4VP 1.0 §6.4 a card that lacks something says what: a known library asks it for a given name alone', () => {
  const asked = () => one([claim('given_name_unicode', {}, japan)])
  expect(codeOf(asked)).toBe('PRESENTATION_NOT_HELD')
  expect(asked).toThrow(expect.objectContaining({ missing: [`${japan}/given_name_unicode`] }))
})

test.each([
  [
    'another doc type',
    credential([], { claims: undefined, meta: { doctype_value: 'org.iso.18013.5.1.mDL' } }),
  ],
  ['another format', credential([claim('sex')], { format: 'dc+sd-jwt' })],
  ['another value', credential([claim('age_over_20', { values: [false] })])],
  ['a path that is too long', credential([{ path: [general, 'sex', 'more'] }])],
  ['an element of every object', credential([claim('toString')])],
  [
    'another issuer',
    credential([claim('sex')], { trusted_authorities: [{ type: 'aki', values: ['AAAA'] }] }),
  ],
  [
    'a list nobody can judge',
    credential([claim('sex')], {
      trusted_authorities: [{ type: 'openid_federation', values: ['https://a.example'] }],
    }),
  ],
])('OpenID4VP 1.0 §6 a query for %s has no answer here', (_, query) => {
  expect(refused({ credentials: [query] })).toBe('PRESENTATION_NOT_HELD')
})

test('OpenID4VP 1.0 §6.1.1 by its issuer’s key and by a value the card is found', () => {
  const values = [base64url.encode(Uint8Array.of(1, 2, 3))]
  const parts = one([claim('age_over_20', { values: [true] })], {
    trusted_authorities: [{ type: 'aki', values }],
  })
  expect(parts).toHaveLength(1)
})

test('OpenID4VP 1.0 §6.4.2 of alternatives the first that can be had is taken, and what is not required may be refused', () => {
  const other = { ...credential([claim('sex')]), id: 'mdl', meta: { doctype_value: 'mDL' } }
  const credentials = [
    other,
    credential([claim('age_over_20')]),
    { ...credential([claim('sex')]), id: 'more' },
  ]
  const parts = matched({
    credentials,
    credential_sets: [
      { options: [['mdl'], ['card']] },
      { options: [['more']], required: false },
      { options: [['mdl']], required: false },
    ],
  })
  expect(questionsOf(parts)).toMatchObject([
    { identifier: 'age_over_20', optional: false, chosen: true },
    { identifier: 'sex', optional: true, chosen: false },
  ])
  expect(agreed(parts, key('age_over_20'))).toEqual([['card', ['age_over_20']]])
  const all = [...agreeTo(parts, new Set([key('age_over_20'), key('sex')])).keys()]
  expect(all).toEqual(['card', 'more'])
  expect(refused({ credentials, credential_sets: [{ options: [['mdl']] }] })).toBe(
    'PRESENTATION_NOT_HELD',
  )
  expect(refused({ credentials, credential_sets: [{ options: [['mdl']], required: false }] })).toBe(
    'PRESENTATION_NOT_HELD',
  )
  expect(codeOf(() => agreeTo(parts.slice(1), new Set()))).toBe('PRESENTATION_INCOMPLETE')
})

test.each([
  ['one id twice', [credential([claim('sex')]), credential([claim('sex')])], undefined],
  ['a set of nothing known', [credential([claim('sex')], { claim_sets: [['age']] })], undefined],
  ['an option of nothing known', [credential([claim('sex')])], [{ options: [['x']] }]],
])('OpenID4VP 1.0 §6.1 a query with %s is none', (_, credentials, credential_sets) => {
  expect(dcqlQuery.safeParse({ credentials, credential_sets }).success).toBe(false)
})

test.each([
  [['age_over_20'], true, []],
  [['age_over_20', 'birth_date'], true, ['birth-date']],
  [['age_in_years'], true, ['birth-date']],
  [['full_name_unicode', 'birth_date_unicode'], true, []],
  [['individual_number_unicode', 'full_name_unicode'], true, ['my-number']],
  [['portrait+'], true, ['portrait-kept']],
  [['sex+'], false, ['kept-by-unknown']],
  [['sex'], false, []],
] as const)('1-A②.single asked for %j, known %j: warned of %j', (asked, known, warnings) => {
  const questions = asked.map((name) => ({
    namespace: name.includes('unicode') || name.includes('portrait') ? japan : general,
    identifier: name.replace('+', ''),
    retained: name.endsWith('+'),
    optional: false,
    chosen: true,
  }))
  expect(overAskingOf(questions, known)).toEqual(warnings)
})

test('1-A②.single a date is compared with nothing that is text', () => {
  expect(elements[general].birth_date).toBeInstanceOf(FullDate)
  expect(
    refused({ credentials: [credential([claim('birth_date', { values: ['1971-09-01'] })])] }),
  ).toBe('PRESENTATION_NOT_HELD')
})
