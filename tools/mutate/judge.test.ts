import { expect, test } from 'vitest'
import { judge, keysOf, passes } from './judge.ts'

const mutants = [
  { file: 'packages/x/y.ts', line: 1, from: 'a <\n  b', to: '(a) <= (b)' },
  { file: 'packages/x/y.ts', line: 2, from: '7', to: '8' },
  { file: 'packages/x/y.ts', line: 9, from: '7', to: '8' },
  { file: 'packages/x/z.ts', line: 1, from: 'f()', to: '' },
]
const [boundary = '', , second = '', dropped = ''] = keysOf(mutants)
const alive = (...ids: number[]) => new Map(ids.map((id) => [id, true]))

test('mutants: the same change twice in a file has two names, and an excuse is for one of them', () => {
  expect(keysOf(mutants)).toEqual([
    'packages/x/y.ts: a < b → (a) <= (b)',
    'packages/x/y.ts: 7 → 8',
    'packages/x/y.ts: 7 → 8 #2',
    'packages/x/z.ts: f() → ',
  ])
  const { unexpected } = judge(mutants, alive(1, 2), { [second]: 'why' })
  expect(unexpected.map(({ line }) => line)).toEqual([2])
})

test('mutants: the score leaves out what is accepted, and only that', () => {
  expect(judge(mutants, alive(), {})).toMatchObject({ killed: 4, score: 100, unexpected: [] })
  expect(judge(mutants, alive(0, 3), { [boundary]: 'why' })).toMatchObject({
    killed: 2,
    equivalent: 1,
    score: 200 / 3,
    unexpected: [{ key: dropped, covered: true }],
  })
})

test('mutants: strictly, a survivor without a reason fails, and so does a reason without a survivor', () => {
  const strict = { limit: 80, strict: true }
  const loose = { limit: 50, strict: false }
  const survived = judge(mutants, alive(0), {})
  expect([passes(survived, loose), passes(survived, { limit: 80, strict: false })]).toEqual([
    true,
    false,
  ])
  expect(passes(survived, { ...loose, strict: true })).toBe(false)
  expect(passes(judge(mutants, alive(0), { [boundary]: 'why' }), strict)).toBe(true)
  const killed = judge(mutants, alive(), { [boundary]: 'why' })
  expect(killed.idle).toEqual([boundary])
  expect(passes(killed, strict)).toBe(false)
  expect(passes(killed, loose)).toBe(true)
})

test('mutants: a reason for a mutant that is gone is idle, and one for a file of another run is not asked about', () => {
  const accepted = { 'packages/x/y.ts: gone → ': 'why', 'packages/other/y.ts: 7 → 8': 'why' }
  expect(judge(mutants, alive(), accepted).idle).toEqual(['packages/x/y.ts: gone → '])
})
