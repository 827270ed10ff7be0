import { AssertionError } from 'node:assert'
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { codeOf, isRefusal, outcomeOf, verdictOf } from './code-of.ts'

class CardAway extends Error {
  readonly code = 'CARD_AWAY'
}
const away = new CardAway('no card')
const refuse = (): number => {
  throw away
}
const refuseLater = async (): Promise<number> => refuse()
const failing = () => expect(1).toBe(2)
const failingLater = async () => expect(1).toBe(2)

describe('codeOf, verdictOf, outcomeOf', () => {
  test('a refusal in a test: its code comes back from a function, from one that is awaited, and from a promise', async () => {
    expect(codeOf(refuse)).toBe('CARD_AWAY')
    expect(await codeOf(refuseLater)).toBe('CARD_AWAY')
    expect(await codeOf(refuseLater())).toBe('CARD_AWAY')
    expect([verdictOf(refuse), await verdictOf(refuseLater)]).toEqual(['CARD_AWAY', 'CARD_AWAY'])
    expect([outcomeOf(refuse), await outcomeOf(refuseLater)]).toEqual([away, away])
  })

  test('a refusal in a test: nothing thrown is a failure for codeOf, and a result for the others', async () => {
    const nothing = 'a refusal was expected, but nothing was thrown'
    expect(() => codeOf(() => 7)).toThrow(nothing)
    await expect(codeOf(async () => 7)).rejects.toThrow(nothing)
    await expect(codeOf(Promise.resolve(7))).rejects.toThrow(nothing)
    expect([verdictOf(() => 7), await verdictOf(async () => 7)]).toEqual(['accepted', 'accepted'])
    expect([outcomeOf(() => 7), await outcomeOf(async () => 7)]).toEqual([7, 7])
  })
})

type Now = (step: () => unknown) => unknown
type Later = (step: Promise<unknown> | (() => Promise<unknown>)) => Promise<unknown>
describe.each<[string, Now, Later]>([
  ['codeOf', codeOf, codeOf],
  ['verdictOf', verdictOf, verdictOf],
  ['outcomeOf', outcomeOf, outcomeOf],
])('%s', (_, now, later) => {
  test('a refusal in a test: a failing expect inside is rethrown', async () => {
    expect(() => now(failing)).toThrow('expected 1 to be 2')
    await expect(later(failingLater)).rejects.toThrow('expected 1 to be 2')
    await expect(later(failingLater())).rejects.toThrow('expected 1 to be 2')
  })

  test('a refusal in a test: a bug, a fault of the system and a fault of a library are rethrown', async () => {
    const bug = () => JSON.parse('{')
    expect(() => now(bug)).toThrow(SyntaxError)
    expect(() => now(() => readFileSync('/nowhere'))).toThrow('ENOENT')
    await expect(later(readFile('/nowhere'))).rejects.toThrow('ENOENT')
    await expect(later(Promise.reject('a word'))).rejects.toBe('a word')
  })
})

test.each([
  ['an assertion of Node', new AssertionError({ message: 'no' })],
  ['Fastify', Object.assign(new Error(), { code: 'FST_ERR_VALIDATION' })],
  ['undici', Object.assign(new Error(), { code: 'UND_ERR_SOCKET' })],
  ['an abort', Object.assign(new Error(), { code: 'ABORT_ERR' })],
  ['PostgreSQL', Object.assign(new Error(), { code: '23505' })],
  ['PostgreSQL raising an exception', Object.assign(new Error(), { code: 'P0001' })],
  ['the DOM', new DOMException('no', 'InvalidAccessError')],
  ['an object that is no Error', { code: 'CARD_AWAY' }],
])('a refusal in a test: an error by %s is no refusal of ours', (_, thrown) => {
  expect(isRefusal(thrown)).toBe(false)
})
