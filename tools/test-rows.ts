/** The rows of `test.each([…])('… %s …')`: their values, and the title that a row makes of the placeholders. */
import { isTree, type Tree } from './test-titles.ts'

/** Without `as const` and `satisfies …`. */
export function bare(node: unknown): unknown {
  if (!isTree(node)) return undefined
  const wraps = node.type === 'TSAsExpression' || node.type === 'TSSatisfiesExpression'
  return wraps ? bare(node['expression']) : node
}

/** The rows of the table that a test runs over; none where it has none, or it does not stand in the call itself. */
export function rowsOf(test: Tree): readonly unknown[] {
  const callee = test['callee']
  if (!isTree(callee) || callee.type !== 'CallExpression') return []
  const [table] = Array.isArray(callee['arguments']) ? callee['arguments'] : []
  const rows = bare(table)
  if (!isTree(rows) || rows.type !== 'ArrayExpression') return []
  return Array.isArray(rows['elements']) ? rows['elements'] : []
}

const unknown = '…'

function elementsOf(node: unknown): readonly unknown[] | undefined {
  if (!isTree(node) || node.type !== 'ArrayExpression') return undefined
  return Array.isArray(node['elements']) ? node['elements'] : undefined
}

/** As %s tells a value, where it can be read off the source. */
function told(node: unknown): string {
  const value = bare(node)
  const elements = elementsOf(value)
  if (elements) return elements.map(told).join(', ')
  if (!isTree(value)) return unknown
  if (value.type === 'Literal') return String(value['value'])
  if (value.type !== 'ObjectExpression' || !Array.isArray(value['properties'])) return unknown
  const members = value['properties'].map((property: unknown) => {
    if (!isTree(property) || !isTree(property['key'])) return unknown
    const { key } = property
    return `${isTree(key) ? String(key['name'] ?? key['value']) : unknown} ${told(property['value'])}`
  })
  return members.join(', ')
}

/** `title` with the values of `row` in place of %s and the like; of a value that is no literal it says `…`. */
export function filledTitle(title: string, row: unknown): string {
  const values = elementsOf(bare(row)) ?? [row]
  let next = 0
  return title.replaceAll(/%[sdifjoO%]/g, (mark) => (mark === '%%' ? '%' : told(values[next++])))
}
