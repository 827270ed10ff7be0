import { expect, test } from 'vitest'
import { mutate } from './mutants.ts'

/** Results of the module with one mutant awake, or with none (-1). */
function valueWith(awake: number, source: string): unknown {
  const { text } = mutate('some.ts', source)
  return new Function('$m', text)((id: number) => id === awake)
}
const changes = (source: string) =>
  mutate('some.ts', source).mutants.map(({ from, to }) => `${from} → ${to}`)

test('mutants: the module with all asleep does what it did, and each one awake does something else', () => {
  const source = 'return [1, 2, 3].some((n) => n > 2 && !(n === 4)) ? "a" : ["b"]'
  expect(valueWith(-1, source)).toBe('a')
  const { mutants } = mutate('some.ts', source)
  const values = mutants.map((_, id) => valueWith(id, source))
  expect(mutants.length).toBeGreaterThan(10)
  expect(values).toContainEqual(['b'])
  expect(values).toContainEqual('')
})

test.each([
  ['a < b', ['a < b → (a) <= (b)', 'a < b → (a) >= (b)']],
  ['a === b', ['a === b → (a) !== (b)']],
  ['a && b', ['a && b → (a) || (b)']],
  ['a ?? b', ['a ?? b → (a) && (b)']],
  ['!a', ['!a → a']],
  ['true', ['true → false']],
  ['7', ['7 → 8']],
  ["'word'", ["'word' → ''"]],
  ['[a]', ['[a] → []']],
  ['a.every(b)', ['a.every(b) → a.some(b)']],
  ['Math.min(a, b)', ['Math.min(a, b) → Math.max(a, b)']],
])('mutants: of %s', (source, expected) => {
  expect(changes(`x = (${source})`).filter((one) => !one.startsWith('x ='))).toEqual(expected)
})

test('mutants: a statement that acts is dropped, a condition is always and never true', () => {
  expect(changes('f()')).toEqual(['f() → '])
  expect(changes('if (a) return')).toEqual(['a → true', 'a → false'])
  expect(changes('return a ? b : c')).toEqual(['a → true', 'a → false'])
})

test('mutants: types, names of members, imports, texts of errors and sums of texts stay as they are', () => {
  expect(
    changes(`import a from 'a'
      type T = 'x' | 7
      const b: 'y' = c as 'y'
      export { d } from './d.ts'
      const { e = 1, f: [g] } = h`),
  ).toEqual([])
  expect(changes("return new CardError(code, 'for developers')")).toEqual([])
  expect(changes("throw malformed('for developers')")).toEqual([])
  expect(changes("return 'a' + b")).toEqual(["'a' → ''"])
  expect(changes('return { a, "b": c }')).toEqual([])
})

test('mutants: numbers go on from file to file, and each has its line', () => {
  const { text, mutants } = mutate('some.ts', 'a()\nb()', 40)
  expect(text).toBe('if ($m(40)) {} else { a() }\nif ($m(41)) {} else { b() }')
  expect(mutants.map(({ line }) => line)).toEqual([1, 2])
})
