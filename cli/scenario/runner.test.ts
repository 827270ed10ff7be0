import { authorityClient } from '@kazashi/authority/api'
import { CardError } from '@kazashi/card'
import { originsFor } from '@kazashi/serve'
import { expect, test } from 'vitest'
import { codeOf } from '../../tools/code-of.ts'
import { type RunOptions, runScenario } from './runner.ts'
import type { Sandbox } from './sandbox.ts'
import { scenario } from './scenario.ts'
import { ScenarioError } from './scenario-error.ts'
import { resultTable } from './table.ts'
import type { World } from './world.ts'

/** A sandbox with nothing in it but a clock; each move is noted. */
function emptySandbox(): { readonly sandbox: Sandbox; readonly moves: number[] } {
  let offset = 40
  const moves: number[] = []
  const origins = originsFor(1)
  const sandbox: Sandbox = {
    origins,
    authority: authorityClient(origins.authority),
    fetch: globalThis.fetch,
    tokens: { counter: 'c', hotline: 'h', operator: 'o' },
    anchors: async () => [],
    now: () => new Date(offset * 1000),
    offsetSeconds: () => offset,
    async moveClock(to) {
      offset = 'now' in to ? to.now.getTime() / 1000 : to.offsetSeconds
      moves.push(offset)
    },
  }
  return { sandbox, moves }
}

class Refused extends Error {
  readonly code = 'NOT_FOUND'
  readonly next = 'look again'
}
const refuse = () => Promise.reject(new Refused('NOT_FOUND'))

const parts = {
  name: 'an-example',
  rows: ['2-C'],
  promises: [],
  summary: 'one step, one refusal',
  goodWay: (world: World) =>
    world.step('2-C', 'a step', async (step) => step.assert(true, 'something holds')),
  refusals: async (world: World) => {
    await world.refusal('2-C', 'a refusal', 'NOT_FOUND', refuse)
  },
}
const { sandbox } = emptySandbox()
const run = async (
  changed: Partial<typeof parts>,
  open = sandbox,
  more: Pick<RunOptions, 'signal'> = {},
) => {
  const options = { server: 'x', open: async () => open, ...more }
  return (await runScenario(scenario({ ...parts, ...changed }), options)).report
}

test('kazashi scenario: good way, then refusals, each a step of the report', async () => {
  const report = await run({})
  expect(report).toMatchObject({ scenario: 'an-example', passed: true, rows: ['2-C'] })
  expect(report.failure).toBeUndefined()
  expect(report.steps.map(({ name, passed, refused }) => [name, passed, refused])).toEqual([
    ['a step', true, undefined],
    ['a refusal', true, 'NOT_FOUND'],
  ])
})

test('kazashi scenario: a broken step fails the scenario, and the steps after it are not walked', async () => {
  const goodWay = (world: World) =>
    world.step('2-C', 'a broken step', async (step) => step.assert(1 > 2, 'one is more than two'))
  const report = await run({ goodWay })
  expect(report.passed).toBe(false)
  expect(report.failure).toMatchObject({
    code: 'ASSERTION_FAILED',
    message: expect.stringContaining('2-C a broken step: one is more than two'),
  })
  expect(report.steps.map(({ name, passed }) => [name, passed])).toEqual([['a broken step', false]])
})

test.each([
  ['an attempt to be refused succeeds', async () => 'done', /a refusal: it is not done/],
  [
    'the attempt is refused for another reason',
    refuse,
    /it is refused: CARD_ENDED \(not NOT_FOUND\)/,
  ],
  ['the attempt fails without a code', () => Promise.reject(new TypeError('oh')), /TypeError: oh/],
])('kazashi scenario: where %s, the scenario fails', async (_, attempt, message) => {
  const code = attempt === refuse ? 'CARD_ENDED' : 'NOT_FOUND'
  const refusals = async (world: World) => {
    await world.refusal('2-C', 'a refusal', code, attempt)
  }
  const report = await run({ refusals })
  expect(report.passed).toBe(false)
  expect(report.failure?.message).toMatch(message)
  expect(report.steps.at(-1)).toMatchObject({ name: 'a refusal', passed: false })
})

test('kazashi scenario: a row that no step walks, and a scenario without a refusal, fail', async () => {
  expect((await run({ rows: ['2-C', '5-B1'] })).failure?.message).toContain('no step of 5-B1')
  expect((await run({ refusals: async () => undefined })).failure?.message).toContain('no refusal')
})

test('5-A1 the clock is put back where a scenario moved it, also after a failure, and only then', async () => {
  const moved = emptySandbox()
  const goodWay = async (world: World) => {
    await world.sandbox.moveClock({ offsetSeconds: 9_000 })
    throw new Refused('NOT_FOUND')
  }
  const report = await run({ goodWay }, moved.sandbox)
  expect(moved.moves).toEqual([9_000, 40])
  expect(report.failure?.code).toBe('NOT_FOUND')
  expect(report.steps.at(-1)?.facts).toEqual({ 'clock moved to': '1970-01-01T00:00:40.000Z' })
  const untouched = emptySandbox()
  await run({}, untouched.sandbox)
  expect(untouched.moves).toEqual([])
})

test('5-A1 a scenario that is interrupted puts the clock back, and what was under way moves it no more', async () => {
  const moved = emptySandbox()
  const interrupted = new AbortController()
  let later = Promise.resolve<unknown>('not begun')
  const goodWay = (world: World) =>
    world.step('2-C', 'a long step', async () => {
      await world.sandbox.moveClock({ offsetSeconds: 9_000 })
      interrupted.abort(new ScenarioError('INTERRUPTED', 'SIGINT'))
      later = codeOf(world.sandbox.moveClock({ offsetSeconds: 8_000 }))
      await new Promise(() => undefined)
    })
  const { signal } = interrupted
  const report = await run({ goodWay }, moved.sandbox, { signal })
  expect(report.failure?.code).toBe('INTERRUPTED')
  expect(report.steps.map(({ name, passed }) => [name, passed])).toEqual([
    ['a long step', false],
    ['サンドボックスの時計を戻す', true],
  ])
  expect(await later).toBe('INTERRUPTED')
  expect(moved.moves).toEqual([9_000, 40])
})

test('5-A1 a move of the clock that is under way is answered before the clock is put back', async () => {
  const moved = emptySandbox()
  const interrupted = new AbortController()
  const slow: Sandbox = {
    ...moved.sandbox,
    async moveClock(to) {
      interrupted.abort(new ScenarioError('INTERRUPTED', 'SIGTERM'))
      await new Promise((resolve) => setImmediate(resolve))
      await moved.sandbox.moveClock(to)
    },
  }
  const goodWay = (world: World) =>
    world.step('2-C', 'a move', () => world.sandbox.moveClock({ offsetSeconds: 9_000 }))
  const report = await run({ goodWay }, slow, { signal: interrupted.signal })
  expect(report.failure?.code).toBe('INTERRUPTED')
  expect(moved.moves).toEqual([9_000, 40])
})

test('kazashi scenario: a next step is told in words, never by the key of its table', async () => {
  const refusals = async (world: World) => {
    await world.refusal('2-C', 'a wrong PIN', 'SECRET_WRONG', async () => {
      throw new CardError('SECRET_WRONG', { triesLeft: 2 })
    })
  }
  const told = (await run({ refusals })).steps.at(-1)?.facts['next']
  expect(told).toBe('try again with the right value; the attempts left are shown')
  const goodWay = async () => {
    throw new CardError('SECRET_BLOCKED')
  }
  expect((await run({ goodWay })).failure?.next).toMatch(/^go to the municipal office/)
})

test('kazashi scenario: the table shows which scenarios passed, and where and why the others stopped', async () => {
  const goodWay = (world: World) =>
    world.step('2-C', 'a broken step', async (step) => step.assert(false, 'it holds'))
  const table = resultTable([await run({}), await run({ goodWay })]).split('\n')
  expect(table[0]).toMatch(/^scenario +rows +steps +result +seconds$/)
  expect(table[2]).toMatch(/^an-example +2-C +2\/2 +passed +\d+\.\d$/)
  expect(table[3]).toMatch(/^an-example +2-C +0\/1 +FAILED +\d+\.\d$/)
  expect(table.join('\n')).toContain('✗ an-example at 2-C a broken step\n    ASSERTION_FAILED')
  expect(table.at(-1)).toMatch(/^1 of 2 scenarios passed/)
})
