import type { AuthorityAnswerCode, AuthorityRefusal, AuthorityRefusalCode } from '@kazashi/phone'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { apiProblems } from '../faces.ts'
import { phoneCodes, staffCodes } from './codes.ts'
import { type AuthorityCode, AuthorityProblem } from './problem.ts'
import type { components } from './schema.d.ts'

type Schemas = components['schemas']

const answer = (code: string) => ({ code, status: 409, title: 'Not now', next: 'Wait' })

describe('RFC 9457 a code is one of those that the description of the API names', () => {
  test('OpenAPI 3.1 the types made from it, the list beside them and the phone have the same codes', () => {
    expectTypeOf<(typeof phoneCodes)[number]>().toEqualTypeOf<Schemas['PhoneProblem']['code']>()
    expectTypeOf<(typeof staffCodes)[number]>().toEqualTypeOf<Schemas['StaffProblem']['code']>()
    expectTypeOf<AuthorityRefusalCode>().toEqualTypeOf<(typeof phoneCodes)[number]>()
  })

  test('OpenAPI 3.1 the two lists together are the tables of the authority', () => {
    const { ProblemEntry = {} } = apiProblems.schemas
    const listed = new Set<string>([...phoneCodes, ...staffCodes])
    expect([...listed].toSorted()).toEqual(Object.keys(ProblemEntry).toSorted())
  })

  test('RFC 9457 §3.2 a code newer than this client is reported as unknown, and kept as received', () => {
    const newer = new AuthorityProblem(answer('STUB_TOMORROW'), 409)
    expect(newer).toMatchObject({ code: 'UNKNOWN_CODE', answered: 'STUB_TOMORROW' })
    expect(newer).toMatchObject({ status: 409, title: 'Not now', next: 'Wait' })
    expect(new AuthorityProblem(answer('NONCE_USED'), 409)).toMatchObject({
      code: 'NONCE_USED',
      answered: 'NONCE_USED',
    })
  })

  test('RFC 9457 an answer that is no problem document is unreadable, whatever its status', () => {
    const page = new AuthorityProblem('<html>', 404)
    expect(page).toMatchObject({ code: 'UNREADABLE_ANSWER', status: 404 })
  })

  test('RFC 9457 the client throws the errors a phone expects of its port', () => {
    expectTypeOf<AuthorityProblem['status']>().toEqualTypeOf<AuthorityRefusal['status']>()
    expectTypeOf<AuthorityProblem['code']>().toEqualTypeOf<AuthorityCode | AuthorityAnswerCode>()
  })
})
