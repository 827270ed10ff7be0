/** The titles of the tests in a file, read from its syntax tree: `test('…')`, `it('…')`, with `.each` and the like. */
import { parseSync } from 'oxc-parser'

type Tree = { readonly type: string; readonly [key: string]: unknown }

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

/** `test.skip` and `test.todo` prove nothing. */
const idle = new Set(['skip', 'todo'])

/** The names a callee is made of: `test.each([…])` → ['test', 'each']. */
function calleeNames(node: unknown): string[] {
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

/** @param source TypeScript @returns titles in the order of the file */
export function testTitles(path: string, source: string): string[] {
  const titles: string[] = []
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) {
      value.forEach(walk)
      return
    }
    if (!isTree(value)) return
    if (value.type === 'CallExpression') {
      const names = calleeNames(value['callee'])
      const [title] = Array.isArray(value['arguments']) ? value['arguments'] : []
      const isTest = names[0] === 'test' || names[0] === 'it'
      const text = textOf(title)
      if (isTest && text !== undefined && !names.some((name) => idle.has(name))) titles.push(text)
    }
    Object.values(value).forEach(walk)
  }
  walk(parseSync(path, source).program)
  return titles
}
