/**
 * Codes of refusals, and where they stand in the source: a code of a table that nothing gives, and a code that a test waits for
 * but no table has. Read from syntax trees, so that no table can be forgotten: a comparison, a key or a type gives nothing.
 */
import { globSync, readFileSync } from 'node:fs'
import { resolve, sep } from 'node:path'
import { parseSync } from 'oxc-parser'
import { partOf } from './check-imports.ts'
import { bare } from './test-rows.ts'
import { isTree, type Tree } from './test-titles.ts'

export interface CodeTable {
  /** `cardErrors`, `boxProblems`: how tables are called. */
  readonly name: string
  /** From the root. */
  readonly file: string
  readonly codes: readonly string[]
}

/** Parts beside its own that make errors of a part's tables. */
const others: Readonly<Record<string, readonly string[]>> = {
  'packages/card': ['packages/phone', 'parties/app', 'parties/box', 'cli'],
  'packages/phone': ['parties/app'],
  'packages/pki': ['packages/mdoc', 'packages/verify', 'parties/authority'],
  'packages/site': ['parties/bank', 'parties/cashless', 'parties/portal'],
  'packages/verify': ['packages/documents'],
  'packages/serve': ['parties/authority', 'parties/box', 'parties/portal', 'cli'],
  // The rules name a refusal, the authority throws it.
  'parties/authority': ['packages/lifecycle'],
}

/** Lists of codes that give none: for types, and for words. */
const lists = new Set([
  'packages/phone/authority-codes.ts',
  'parties/app/page/faults/codes.ts',
  'parties/authority/api/codes.ts',
  'packages/login/page/refusals.ts',
  'parties/portal/page/direct/refusal-codes.ts',
])

/** The one class; and the answer of another party, whose code and words come over the wire. */
const mayDerive = new Set(['packages/errors/coded-error.ts', 'parties/authority/api/problem.ts'])

const isCode = (text: unknown): text is string =>
  typeof text === 'string' && /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(text)
const isTableName = (name: unknown): name is string =>
  typeof name === 'string' && /(Errors|Problems)$/.test(name)

const isTest = (file: string): boolean =>
  /\.test\.tsx?$|\/tests\/|(?<!^packages)\/testing/.test(file)

const sources = (root: string): string[] =>
  globSync('{packages,parties,cli,bench,tools}/**/*.{ts,tsx}', {
    cwd: root,
    exclude: (name) => name === 'node_modules' || name === 'dist',
  })
    .map((path) => path.split(sep).join('/'))
    .filter((file) => !file.endsWith('.d.ts'))

const programs = new Map<string, unknown>()

/** Read once: every question here asks all sources. */
function parsed(root: string, file: string): unknown {
  const path = resolve(root, file)
  const program = programs.get(path) ?? parseSync(file, readFileSync(path, 'utf8')).program
  programs.set(path, program)
  return program
}

/** Calls `look` for every node below `value`; where it answers true, nothing below that node is looked at. */
function walk(value: unknown, look: (node: Tree) => boolean): void {
  if (Array.isArray(value)) {
    for (const one of value) walk(one, look)
  } else if (isTree(value) && look(value) !== true) {
    for (const child of Object.values(value)) walk(child, look)
  }
}

function keysOf(node: unknown): string[] {
  if (!isTree(node) || node.type !== 'ObjectExpression') return []
  const properties: unknown = node['properties']
  if (!Array.isArray(properties)) return []
  return properties.flatMap((property: unknown) => {
    const key = isTree(property) ? property['key'] : undefined
    const name = isTree(key) ? (key['name'] ?? key['value']) : undefined
    return isCode(name) ? [name] : []
  })
}

/** Tables that stand in one source. */
export function tablesIn(file: string, program: unknown): CodeTable[] {
  const found: CodeTable[] = []
  walk(program, (node) => {
    if (node.type !== 'VariableDeclarator' || !isTree(node['id'])) return false
    const { name } = node['id']
    const codes = keysOf(bare(node['init']))
    if (isTableName(name) && codes.length > 0) found.push({ name, file, codes })
    return false
  })
  return found
}

const compares = new Set(['===', '!==', '==', '!='])

/** Texts that look like codes and stand where they can become one: not compared with, no key, no type, no label of a case. */
export function givenIn(program: unknown): Set<string> {
  const given = new Set<string>()
  walk(program, (node) => {
    if (node.type.startsWith('TS') && bare(node) === node) return true
    if (node.type === 'BinaryExpression' && compares.has(String(node['operator']))) return true
    if (node.type === 'SwitchCase') {
      for (const code of givenIn(node['consequent'])) given.add(code)
      return true
    }
    const { value } = node
    if (node.type === 'Literal' && isCode(value)) given.add(value)
    return false
  })
  return given
}

/** @param root the project's folder */
export const codeTables = (root: string): CodeTable[] =>
  sources(root)
    .filter((file) => !isTest(file))
    .flatMap((file) => tablesIn(file, parsed(root, file)))

/** Codes of a table that nothing in its part or in the parts beside it gives, a line each. */
export function neverGiven(root: string): string[] {
  const byPart = new Map<string, Set<string>>()
  for (const file of sources(root)) {
    if (isTest(file) || lists.has(file)) continue
    const part = partOf(file)
    byPart.set(part, new Set([...(byPart.get(part) ?? []), ...givenIn(parsed(root, file))]))
  }
  return codeTables(root).flatMap(({ name, file, codes }) => {
    const parts = [partOf(file), ...(others[partOf(file)] ?? [])]
    return codes
      .filter((code) => !parts.some((part) => byPart.get(part)?.has(code)))
      .map((code) => `${file} ${name}: nothing gives ${code}`)
  })
}

/** Classes of errors beside the one of packages/errors, a line each. */
export const ownClasses = (root: string): string[] =>
  sources(root)
    .filter((file) => !isTest(file) && !mayDerive.has(file))
    .flatMap((file) => {
      const found: string[] = []
      walk(parsed(root, file), (node) => {
        const { superClass } = node
        if (!isTree(superClass) || superClass['name'] !== 'Error') return false
        found.push(`${file}: an error class of its own, not bound by errorClass or problemClass`)
        return false
      })
      return found
    })

/** Texts in one test that look like a code of two words or more. */
function expectedIn(program: unknown): Set<string> {
  const found = new Set<string>()
  walk(program, (node) => {
    const { value } = node
    if (node.type === 'Literal' && isCode(value) && value.includes('_')) found.add(value)
    return false
  })
  return found
}

/** Codes that a test names and nobody has, a line each. @param known all codes @param noCodes words that only look like one */
export const neverThere = (
  root: string,
  known: ReadonlySet<string>,
  noCodes: (text: string) => boolean,
): string[] =>
  sources(root)
    .filter(isTest)
    .flatMap((file) =>
      [...expectedIn(parsed(root, file))]
        .filter((code) => !known.has(code) && !noCodes(code))
        .map((code) => `${file} names ${code}, which is no code`),
    )
