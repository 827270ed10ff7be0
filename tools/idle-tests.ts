/**
 * Tests that assert nothing, so that only a crash fails them. An assertion is an `expect`, or a step that throws by itself when
 * what it waits for does not come: `codeOf`, a wait of the browser. It may stand in a function the test calls, of this file or another.
 */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { parseSync } from 'oxc-parser'
import { isAssertion, nodesOf } from './lost-assertions.ts'
import { calleeNames, isTree, type Tree, testTitle } from './test-titles.ts'

export interface IdleTest {
  readonly line: number
  readonly title: string
}

/** Functions that throw by themselves: of tools/code-of.ts, and of playwright. */
const throwing = /^(codeOf|verdictOf|outcomeOf|waitFor\w*)$/
const functions = /^(ArrowFunctionExpression|FunctionExpression|FunctionDeclaration)$/

interface Source {
  readonly program: unknown
  /** Name → its declaration. */
  readonly declared: ReadonlyMap<string, Tree>
  /** Name → the file it comes from and its name there. */
  readonly imported: ReadonlyMap<string, { readonly from: string; readonly name: string }>
}

const cache = new Map<string, Source>()
const textOf = (node: unknown): string =>
  isTree(node) ? String(node['name'] ?? node['value'] ?? '') : ''

function read(path: string, source?: string): Source {
  const known = source === undefined ? cache.get(path) : undefined
  if (known !== undefined) return known
  const { program } = parseSync(path, source ?? readFileSync(path, 'utf8'))
  const declared = new Map<string, Tree>()
  const imported = new Map<string, { from: string; name: string }>()
  for (const node of nodesOf(program)) {
    const init = node['init'] ?? node
    if (isTree(node['id']) && isTree(init)) declared.set(textOf(node['id']), init)
    // A member of an object: `{ async press() { … } }`, called as `person.press()`.
    if (node.type === 'Property' && isTree(node['value']) && functions.test(node['value'].type)) {
      declared.set(textOf(node['key']), node['value'])
    }
    if (node.type !== 'ImportDeclaration' || !Array.isArray(node['specifiers'])) continue
    const from = textOf(node['source'])
    if (!from.startsWith('.')) continue
    for (const one of node['specifiers'].filter(isTree)) {
      const name = textOf(one['imported']) || 'default'
      imported.set(textOf(one['local']), { from: resolve(dirname(path), from), name })
    }
  }
  const made = { program, declared, imported }
  if (source === undefined) cache.set(path, made)
  return made
}

/** Does running this assert something, here or in a function it calls? */
function asserts(path: string, source: Source, node: Tree, seen: Set<unknown>): boolean {
  if (seen.has(node)) return false
  seen.add(node)
  for (const one of nodesOf(node)) {
    if (isAssertion(one)) return true
    if (one.type !== 'CallExpression') continue
    const names = calleeNames(one['callee'])
    if (names.some((name) => throwing.test(name))) return true
    for (const name of [names[0] ?? '', names.at(-1) ?? '']) {
      const here = source.declared.get(name)
      if (here !== undefined && asserts(path, source, here, seen)) return true
      const there = source.imported.get(name)
      if (there !== undefined && throwing.test(there.name)) return true
      if (there === undefined || !existsSync(there.from) || !/\.tsx?$/.test(there.from)) continue
      const other = read(there.from)
      const target = other.declared.get(there.name)
      if (target !== undefined && asserts(there.from, other, target, seen)) return true
    }
  }
  return false
}

/** @param path absolute, of a test file @param text its TypeScript */
export function idleTests(path: string, text: string): IdleTest[] {
  const source = read(path, text)
  const found: IdleTest[] = []
  for (const node of nodesOf(source.program)) {
    const title = testTitle(node)
    if (title === undefined || !Array.isArray(node['arguments'])) continue
    const bodies = node['arguments'].slice(1).filter(isTree)
    if (bodies.some((body) => asserts(path, source, resolveName(source, body), new Set()))) continue
    found.push({ line: text.slice(0, Number(node['start'])).split('\n').length, title })
  }
  return found
}

/** `test('…', same)`: the declaration of the name. */
const resolveName = (source: Source, node: Tree): Tree =>
  (node.type === 'Identifier' && source.declared.get(textOf(node))) || node
