/** Cases of others, judged by their expectations: no surprise, no wrong accept, and no exception that is none any more. */
import { expect, test } from 'vitest'
import { rowOf, type Suite, verdict } from './suite.ts'
import { suites } from './suites.ts'

const folder = process.env['KAZASHI_SUITES']

test.for(suites)('$title', { timeout: 120_000 }, async (suite, ctx) => {
  if (folder === undefined) return ctx.skip('KAZASHI_SUITES names no folder with the suites')
  const { faults, failed, wrongAccepts, passed } = await rowOf(suite, folder)
  expect(faults).toEqual([])
  expect({ failed, wrongAccepts }).toEqual({ failed: 0, wrongAccepts: 0 })
  expect(passed).toBeGreaterThan(0)
})

test('CONTRIBUTING a suite is counted: surprises, wrong accepts, exceptions that agree or have no case, and one that shrank', async () => {
  const refusal = new Error('refused')
  const suite: Suite = {
    name: 'stub',
    title: '',
    least: 5,
    exceptions: { differs: 'why', agrees: 'why', nowhere: 'why' },
    notApplicable: { other: 'not ours' },
    run: async () => [
      verdict('right', undefined, true),
      verdict('surprise', refusal, true),
      verdict('taken', undefined, false),
      verdict('differs', refusal, true),
      verdict('agrees', refusal, false),
      verdict('other', undefined, false),
    ],
  }
  expect(await rowOf(suite, '')).toMatchObject({
    cases: 6,
    passed: 1,
    failed: 2,
    excepted: 3,
    wrongAccepts: 1,
    faults: [
      'stub surprise: refused',
      'stub taken: taken',
      'stub agrees: agrees now',
      'stub nowhere: no such case',
    ],
  })
  expect((await rowOf({ ...suite, least: 7 }, '')).faults[0]).toBe('stub: 6 cases, not 7')
})
