/**
 * The mutants of a module, all in one text: `$m(7) ? a <= b : a < b`. Vitest gets this text in place of the file;
 * which mutant is awake is asked at run time, so nothing is written into the tree and nothing is transformed twice.
 */
import { parseSync } from 'oxc-parser'
import { isTree, type Tree } from '../test-titles.ts'

export interface Mutant {
  readonly line: number
  /** The piece of source that is changed, and its replacement. */
  readonly from: string
  readonly to: string
}

export interface Mutated {
  /** The module with all mutants asleep in it. */
  readonly text: string
  readonly mutants: readonly Mutant[]
}

const operators: Readonly<Record<string, readonly string[]>> = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '<<': ['>>'],
  '>>': ['<<'],
  '&': ['|'],
  '|': ['&'],
  '&&': ['||'],
  '||': ['&&'],
  '??': ['&&'],
}
const methods: Readonly<Record<string, string>> = {
  some: 'every',
  every: 'some',
  min: 'max',
  max: 'min',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
}

/** Names of functions `(detail) => error`. */
const tellers: ReadonlySet<string> = new Set(['refuse', 'malformed', 'invalid'])

const isText = (node: unknown): boolean =>
  isTree(node) &&
  (node.type === 'TemplateLiteral' ||
    (node.type === 'Literal' && typeof node['value'] === 'string') ||
    (node.type === 'BinaryExpression' && (isText(node['left']) || isText(node['right']))))

/** @param id number of the first mutant @param path for the kind of source, `.ts` or `.tsx` */
export function mutate(path: string, source: string, id = 0): Mutated {
  const mutants: Mutant[] = []
  const range = (node: Tree): [number, number] => [Number(node['start']), Number(node['end'])]
  const raw = (node: unknown): string => (isTree(node) ? source.slice(...range(node)) : '')
  const note = (node: Tree, to: string): number => {
    const line = source.slice(0, Number(node['start'])).split('\n').length
    return id + mutants.push({ line, from: raw(node), to }) - 1
  }

  /** Replacements of an expression. */
  function changes(node: Tree): string[] {
    const { type } = node
    if (type === 'BinaryExpression' || type === 'LogicalExpression') {
      if (node['operator'] === '+' && isText(node)) return []
      const others = operators[String(node['operator'])] ?? []
      return others.map((other) => `(${raw(node['left'])}) ${other} (${raw(node['right'])})`)
    }
    if (type === 'UnaryExpression' && node['operator'] === '!') return [raw(node['argument'])]
    if (type === 'Literal') {
      const { value } = node
      if (typeof value === 'boolean') return [String(!value)]
      if (typeof value === 'number') return [String(value + 1)]
      if (typeof value === 'string') return value === '' ? [] : ["''"]
    }
    if (type === 'ArrayExpression' && raw(node).replaceAll(/\s/g, '') !== '[]') return ['[]']
    if (type === 'CallExpression' && isTree(node['callee'])) {
      const { property, object, optional } = node['callee']
      const other = methods[raw(property)]
      if (other !== undefined && optional !== true) {
        const rest = source.slice(range(node['callee'])[1], range(node)[1])
        return [`${raw(object)}.${other}${rest}`]
      }
    }
    return []
  }

  /** Text that only developers read: the detail of an error, or of the function that makes errors of one code. */
  const isDetail = (node: Tree, key: string, index: number): boolean =>
    key === 'arguments' &&
    ((node.type === 'NewExpression' && index > 0) || tellers.has(raw(node['callee'])))

  function children(node: Tree): string {
    const [start, end] = range(node)
    const parts: { from: number; to: number; text: string }[] = []
    const add = (child: unknown, key: string, index: number) => {
      if (!isTree(child) || isDetail(node, key, index)) return
      const isKey = key === 'key' || key === 'property' || key === 'label' || key === 'id'
      if (isKey && node['computed'] !== true) return
      const [from, to] = range(child)
      const own = parts.findIndex((part) => part.from === from && part.to === to)
      // `{ a }`: key and value are one piece of source.
      if (own >= 0 || (key === 'value' && node['shorthand'] === true)) return
      parts.push({ from, to, text: render(child, node, key) })
    }
    for (const [key, value] of Object.entries(node)) {
      if (Array.isArray(value)) for (const [index, child] of value.entries()) add(child, key, index)
      else add(value, key, 0)
    }
    let text = ''
    let at = start
    for (const part of parts.sort((a, b) => a.from - b.from)) {
      if (part.from < at) continue
      text += source.slice(at, part.from) + part.text
      at = part.to
    }
    return text + source.slice(at, end)
  }

  function render(node: Tree, parent: Tree | undefined, key: string): string {
    if (/^(Import|Export(All|Specifier))|^TemplateElement$/.test(node.type)) return raw(node)
    const types = /^TS/.test(node.type)
    if (types && !/^TS(As|Satisfies|NonNull)Expression$/.test(node.type)) return raw(node)
    if (key === 'directive' || (key === 'source' && isText(node))) return raw(node)
    if (key === 'left' && parent?.type === 'AssignmentExpression') return raw(node)
    if (node.type === 'ObjectPattern' || node.type === 'ArrayPattern') return raw(node)
    const inner = children(node)
    if (node.type === 'ExpressionStatement') {
      const { expression } = node
      const acts =
        isTree(expression) &&
        /^(Call|Await|Assignment|Update)Expression$/.test(expression.type) &&
        !raw(expression).startsWith('super(')
      return acts ? `if ($m(${note(node, '')})) {} else { ${inner} }` : inner
    }
    const wanted = changes(node)
    // A loop whose condition is always true would only end by the time limit.
    if (key === 'test' && /^(If|Conditional)/.test(parent?.type ?? '')) wanted.push('true', 'false')
    if (wanted.length === 0) return inner
    return `(${wanted.map((to) => `$m(${note(node, to)}) ? (${to}) : `).join('')}(${inner}))`
  }

  const { program } = parseSync(path, source)
  const text = isTree(program) ? render(program, undefined, '') : source
  return { text, mutants }
}
