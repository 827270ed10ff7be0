/**
 * Assertions of tests that cannot fail: an `expect` whose failure a `catch` takes for something else, one that nobody awaits,
 * one without a matcher. Read from the syntax tree. A `catch` that rethrows or asserts itself is right.
 */
import { parseSync } from 'oxc-parser'
import { calleeNames, isTree, type Tree } from './test-titles.ts'

export interface Lost {
  readonly line: number
  readonly why: string
}

const functions = new Set(['ArrowFunctionExpression', 'FunctionExpression', 'FunctionDeclaration'])

/** Every node below `value`, itself first. */
export function* nodesOf(value: unknown): Generator<Tree> {
  if (Array.isArray(value)) for (const one of value) yield* nodesOf(one)
  if (!isTree(value)) return
  yield value
  for (const one of Object.values(value)) yield* nodesOf(one)
}

/** `expect(…)`, `expect.soft(…)`, `assert(…)`, `fc.assert(…)` and functions called `expectThat`, `assertSame`. */
export function isAssertion(node: Tree): boolean {
  if (node.type !== 'CallExpression') return false
  const [first = '', second = ''] = calleeNames(node['callee'])
  return /^(expect|assert)/.test(first) || second === 'assert'
}

const some = (value: unknown, wanted: (node: Tree) => boolean): boolean => {
  for (const node of nodesOf(value)) if (wanted(node)) return true
  return false
}
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const nameOf = (node: unknown): string | undefined =>
  isTree(node) && node.type === 'Identifier' ? String(node['name']) : undefined

/** Is one of these names called here, or awaited? Then the code that runs here is the caller's, and may hold an `expect`. */
const runs = (value: unknown, given: ReadonlySet<string>): boolean =>
  some(value, (node) => {
    const name =
      node.type === 'CallExpression'
        ? nameOf(node['callee'])
        : node.type === 'AwaitExpression'
          ? nameOf(node['argument'])
          : undefined
    return name !== undefined && given.has(name)
  })

/** @param source TypeScript of a test, or of a file that tests use */
export function lostAssertions(path: string, source: string): Lost[] {
  const { program } = parseSync(path, source)
  const found: Lost[] = []
  const say = (node: Tree, why: string) =>
    found.push({ line: source.slice(0, Number(node['start'])).split('\n').length, why })

  const declared = new Map<string, unknown>()
  for (const node of nodesOf(program)) {
    const name = nameOf(node['id'])
    if (name !== undefined) declared.set(name, node['init'] ?? node)
  }
  /** A function that rethrows or asserts; a name stands for its declaration in this file. */
  const answers = (handler: unknown): boolean => {
    const body = declared.get(nameOf(handler) ?? '') ?? handler
    return some(body, (node) => node.type === 'ThrowStatement' || isAssertion(node))
  }

  const walk = (value: unknown, given: ReadonlySet<string>): void => {
    if (Array.isArray(value)) for (const one of value) walk(one, given)
    if (!isTree(value)) return
    let names = given
    if (functions.has(value.type)) {
      const own = list(value['params']).flatMap((one) => nameOf(one) ?? [])
      names = new Set([...given, ...own])
    }
    const mayFail = (part: unknown) => some(part, isAssertion) || runs(part, names)
    if (value.type === 'TryStatement' && isTree(value['handler'])) {
      if (mayFail(value['block']) && !answers(value['handler']['body'])) {
        say(value, 'a failing expect in this try is swallowed by its catch')
      }
    }
    if (value.type === 'CallExpression' && isTree(value['callee'])) {
      const { object, property } = value['callee']
      const method = nameOf(property)
      const [first, second] = list(value['arguments'])
      const handler = method === 'catch' ? first : method === 'then' ? second : undefined
      const fails = mayFail(object) || names.has(nameOf(object) ?? '')
      const passedOn = names.has(nameOf(handler) ?? '')
      if (handler !== undefined && fails && !passedOn && !answers(handler)) {
        say(value, `a failing expect before .${method} is swallowed by its handler`)
      }
    }
    if (value.type === 'ExpressionStatement' && isTree(value['expression'])) {
      const chain = calleeNames(value['expression'])
      const isCall = value['expression'].type === 'CallExpression'
      const isExpect = chain[0] === 'expect'
      if (isExpect && chain.some((name) => /^(rejects|resolves|poll)$/.test(name))) {
        say(value, 'nobody awaits this expect')
      } else if (isExpect && (!isCall || chain.length === 1)) {
        say(value, 'this expect calls no matcher')
      }
    }
    for (const one of Object.values(value)) walk(one, names)
  }
  walk(program, new Set())
  return found
}
