import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { repeats, repeatsIn } from './check-facts.ts'

const factsOf = (source: string) => repeatsIn('a.ts', source).map(({ fact }) => fact)

test('facts: the project itself repeats none', () => {
  expect(repeats(resolve(import.meta.dirname, '..'))).toEqual([])
})

test('facts: a union with the same words is found in any order, with its line', () => {
  const source = "const a = 1\nexport type Which = 'authentication' | 'signing'\n"
  expect(repeatsIn('a.ts', source)).toEqual([{ file: 'a.ts', line: 2, fact: 'certificateKinds' }])
  expect(factsOf("function f(sex: 'male' | 'not-applicable' | 'female') {}")).toEqual(['sexes'])
})

test('facts: a list with the same words is found in the same order only', () => {
  expect(factsOf("z.enum(['new', 'switch', 'resume'])")).toEqual(['applicationPurposes'])
  expect(factsOf("const ways = ['phone', 'card'] as const")).toEqual([])
})

test('facts: more or fewer words are another list', () => {
  expect(factsOf("type A = 'signing' | 'authentication' | 'card-data'")).toEqual([])
  expect(factsOf("type B = 'male' | 'female'")).toEqual([])
  expect(factsOf('type C = string | undefined; const d = [1, x]')).toEqual([])
})
