/** The titles of the tests in a file, read from its syntax tree: `test('…')`, `it('…')`, with `.each` and the like. */
import { parseSync } from 'oxc-parser'

export type Tree = { readonly type: string; readonly [key: string]: unknown }

export const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

/** `test.skip` and `test.todo` prove nothing. */
const idle = new Set(['skip', 'todo'])

/** The names a callee is made of: `test.each([…])` → ['test', 'each']. */
export function calleeNames(node: unknown): string[] {
  if (!isTree(node)) return []
  if (node.type === 'Identifier') return [String(node['name'])]
  if (node.type === 'MemberExpression') {
    return [...calleeNames(node['object']), ...calleeNames(node['property'])]
  }
  if (node.type === 'CallExpression' || node.type === 'TaggedTemplateExpression') {
    return calleeNames(node['callee'] ?? node['tag'])
  }
  return []
}

function textOf(node: unknown): string | undefined {
  if (!isTree(node)) return undefined
  if (node.type === 'Literal' && typeof node['value'] === 'string') return node['value']
  if (node.type !== 'TemplateLiteral' || !Array.isArray(node['quasis'])) return undefined
  const parts = node['quasis'].map(
    (part: { value?: { cooked?: string } }) => part.value?.cooked ?? '',
  )
  return parts.join('…')
}

/** The title, if this node is a call that makes tests which run. */
export function testTitle(node: Tree): string | undefined {
  if (node.type !== 'CallExpression') return undefined
  const names = calleeNames(node['callee'])
  const isTest = names[0] === 'test' || names[0] === 'it'
  if (!isTest || names.some((name) => idle.has(name))) return undefined
  const [title] = Array.isArray(node['arguments']) ? node['arguments'] : []
  return textOf(title)
}

/** @param source TypeScript @returns titles in the order of the file */
export function testTitles(path: string, source: string): string[] {
  const titles: string[] = []
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) {
      value.forEach(walk)
      return
    }
    if (!isTree(value)) return
    const title = testTitle(value)
    if (title !== undefined) titles.push(title)
    Object.values(value).forEach(walk)
  }
  walk(parseSync(path, source).program)
  return titles
}
