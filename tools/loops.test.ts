import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loops, wayRound } from './loops.ts'

const graph = (edges: readonly (readonly [string, string])[]) => {
  const found = new Map<string, Set<string>>()
  for (const [from, to] of edges) {
    found.set(from, (found.get(from) ?? new Set()).add(to))
    found.set(to, found.get(to) ?? new Set())
  }
  return found
}

test('loops: those that reach each other, one that reaches itself, and nothing of what only leads to them', () => {
  const drawn = graph([
    ['in', 'a'],
    ['a', 'b'],
    ['b', 'c'],
    ['c', 'a'],
    ['b', 'a'],
    ['c', 'out'],
    ['self', 'self'],
  ])
  expect(loops(drawn)).toEqual([['a', 'b', 'c'], ['self']])
  expect(wayRound(drawn, 'c')).toEqual(['c', 'a', 'b', 'c'])
  expect(wayRound(drawn, 'a')).toEqual(['a', 'b', 'a'])
  expect(wayRound(drawn, 'self')).toEqual(['self', 'self'])
})

test('loops: on any graph they are the names that have a way back, together with those on the way', () => {
  const name = fc.constantFrom(...'abcdefgh')
  fc.assert(
    fc.property(fc.array(fc.tuple(name, name), { maxLength: 20 }), (edges) => {
      const drawn = graph(edges)
      const reached = (from: string, seen = new Set<string>()): Set<string> => {
        for (const to of drawn.get(from) ?? []) if (!seen.has(to)) reached(to, seen.add(to))
        return seen
      }
      const found = loops(drawn)
      for (const from of drawn.keys()) {
        const members = [...reached(from)].filter((to) => reached(to).has(from)).toSorted()
        expect(found.filter((loop) => loop.includes(from))).toEqual(
          members.length > 0 ? [members] : [],
        )
      }
      for (const [first = ''] of found) {
        const way = wayRound(drawn, first)
        expect([way.at(0), way.at(-1)]).toEqual([first, first])
        way.slice(1).forEach((to, at) => {
          expect(drawn.get(way[at] ?? '')?.has(to)).toBe(true)
        })
      }
    }),
  )
})
