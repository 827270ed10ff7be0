/** A key that comes twice in a dictionary (ISO 32000-2 §7.3.7): some viewers take the first value and some the last. */
import { latin1 } from '@kazashi/octets'

/** Comments, brackets, strings in hexadecimal, names, all other words; a literal string is read apart, as it nests. */
const token = /%[^\r\n]*|<<|>>|<[0-9A-Fa-f\s]*>|\[|\]|\(|\/[^\s()<>[\]{}/%]*|[^\s()<>[\]{}/%]+/g

/** Behind a literal string (§7.3.4.2). @param start behind its first parenthesis @returns undefined: it does not end */
function endOfString(text: string, start: number): number | undefined {
  let depth = 1
  for (let at = start; at < text.length; at += 1) {
    const character = text[at]
    if (character === '\\') at += 1
    else if (character === '(') depth += 1
    else if (character === ')') depth -= 1
    if (depth === 0) return at + 1
  }
  return undefined
}

interface Open {
  readonly keys: Set<string>
  expectsKey: boolean
}

/**
 * Looks at one value, a dictionary before its stream among them, and at nothing behind it.
 * @param bytes from the beginning of the value, or of an object with its number
 * @returns true also where the value does not end, or ends otherwise than it began: it cannot be told
 */
export function hasDuplicateKeys(bytes: Uint8Array): boolean {
  const text = latin1(bytes)
  const open: (Open | 'list')[] = []
  const words = new RegExp(token)
  words.lastIndex = /^\s*\d{1,10}\s+\d{1,5}\s+obj/.exec(text.slice(0, 64))?.[0].length ?? 0
  for (let found = words.exec(text); found; found = words.exec(text)) {
    const [word] = found
    if (word.startsWith('%')) continue
    const top = open.at(-1)
    if (top === undefined && word !== '<<' && word !== '[') return false
    const isValue = top === undefined || top === 'list' || !top.expectsKey || !word.startsWith('/')
    if (word === '>>' || word === ']') {
      if ((top === 'list') !== (word === ']')) return true
      open.pop()
      if (open.length === 0) return false
      continue
    }
    if (isValue) {
      // Numbers and references go on until the next name, which is a key.
      if (top !== undefined && top !== 'list') top.expectsKey = true
      if (word === '[') open.push('list')
      else if (word === '<<') open.push({ keys: new Set(), expectsKey: true })
      else if (word === '(') {
        const end = endOfString(text, words.lastIndex)
        if (end === undefined) return true
        words.lastIndex = end
      }
    } else if (top.keys.has(plain(word))) return true
    else {
      top.keys.add(plain(word))
      top.expectsKey = false
    }
  }
  return open.length > 0
}

/** A name as it is meant: `#43` is a C (§7.3.5). */
const plain = (name: string): string =>
  name.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
