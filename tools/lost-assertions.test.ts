import { describe, expect, test } from 'vitest'
import { idleTests } from './idle-tests.ts'
import { lostAssertions } from './lost-assertions.ts'

const found = (source: string) => lostAssertions('some.test.ts', source).map(({ why }) => why)

describe('an expect that cannot fail', () => {
  test.each([
    ['in a try', 'try { expect(a).toBe(b) } catch { seen = true }'],
    [
      'in a callback in a try',
      'try { [1].map((a) => expect(a).toBe(2)) } catch (error) { log(error) }',
    ],
    [
      'in a function passed to a helper',
      'const codeOf = (run) => { try { run() } catch (error) { return error.code } }',
    ],
    [
      'in a promise passed to a helper',
      'async function done(task) { try { await task } catch { return 0 } }',
    ],
    ['before a catch', 'await check(async () => expect(a).toBe(b)).catch(() => undefined)'],
    ['before the second function of then', 'task(() => expect(1).toBe(2)).then(seen, String)'],
    [
      'in a promise passed as a parameter',
      'const told = (asked) => asked.then(() => 0, (error) => error.code)',
    ],
    [
      'before a function of this file',
      'const note = (error) => { log(error) }\nrun(() => expect(a).toBe(b)).catch(note)',
    ],
  ])('expect: swallowed %s', (_, source) => {
    expect(found(source)).toEqual([expect.stringContaining('swallowed')])
  })

  test.each([
    ['rethrown', 'try { expect(a).toBe(b) } catch (error) { if (!own(error)) throw error }'],
    ['judged', 'try { expect(a).toBe(b) } catch (error) { expect(error).toBe(a) }'],
    ['not caught', 'try { expect(a).toBe(b) } finally { close() }'],
    [
      'given back',
      'new Promise((resolve, reject) => { work(() => expect(1).toBe(1)).then(resolve, reject) })',
    ],
    ['of no interest to the catch', 'try { await run("git") } catch { missing = true }'],
    [
      'rethrown by a function of this file',
      'const f = (e) => { throw e }\nrun(() => expect(1).toBe(1)).catch(f)',
    ],
  ])('expect: right when %s', (_, source) => {
    expect(found(source)).toEqual([])
  })

  test.each([
    ['rejects', 'expect(task).rejects.toThrow()', 'nobody awaits this expect'],
    ['resolves', 'expect(task).resolves.toBe(1)', 'nobody awaits this expect'],
    ['poll', 'expect.poll(ask).toBe(1)', 'nobody awaits this expect'],
    ['no matcher', 'expect(found)', 'this expect calls no matcher'],
    ['a matcher that is not called', 'expect(found).toBeTruthy', 'this expect calls no matcher'],
  ])('expect: %s', (_, source, why) => {
    expect(found(source)).toEqual([why])
    expect(found('await expect(task).rejects.toThrow()')).toEqual([])
  })
})

describe('a test without any assertion', () => {
  const idle = (source: string) =>
    idleTests('/nowhere/some.test.ts', source).map(({ title }) => title)

  test('idle: a test that only runs something is found, with and without a table', () => {
    expect(idle("test('2-A runs', () => { run() })")).toEqual(['2-A runs'])
    expect(idle("test.each([1])('2-A runs %i', async (n) => { await run(n) })")).toEqual([
      '2-A runs %i',
    ])
    expect(idle("const r = () => run(); it('2-A runs', r)")).toEqual(['2-A runs'])
    expect(idle("const look = () => 1; test('2-A runs', () => look())")).toEqual(['2-A runs'])
  })

  test('idle: an assertion counts here, in a function of the file, and in one of another file', () => {
    expect(idle("test('2-A', () => expect(1).toBe(1))")).toEqual([])
    expect(idle("test('2-A', () => { fc.assert(fc.property(run)) })")).toEqual([])
    expect(idle("const judge = () => expect(1).toBe(1); test('2-A', () => judge())")).toEqual([])
    expect(idle("test.skip('2-A', () => { run() })")).toEqual([])
    const path = new URL('some.test.ts', import.meta.url).pathname
    const other = "import { codeOf as code } from './code-of.ts'\ntest('2-A', () => { code(run) })"
    expect(idleTests(path, other)).toEqual([])
  })
})
