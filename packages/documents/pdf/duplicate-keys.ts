/** A key that comes twice in a dictionary (ISO 32000-2 §7.3.7): some viewers take the first value and some the last. */
import { latin1 } from '@kazashi/octets'

/** Strings, comments, names, brackets, and all other words. */
const token =
  /\((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()])*\))*\)|%[^\r\n]*|<<|>>|<[0-9A-Fa-f\s]*>|\[|\]|\/[^\s()<>[\]{}/%]*|[^\s()<>[\]{}/%]+/g

/** Octets of one object that are looked at: a dictionary stands before its stream. */
const longest = 1024 * 1024

/** @param bytes from the beginning of an object */
export function hasDuplicateKeys(bytes: Uint8Array): boolean {
  const text = latin1(bytes.subarray(0, longest)).split(/\bendobj\b|\bstream\b/, 1)[0] ?? ''
  const open: ({ keys: Set<string>; expectsKey: boolean } | undefined)[] = []
  for (const [word] of text.matchAll(token)) {
    if (word.startsWith('%')) continue
    const top = open.at(-1)
    if (word === '<<' || word === '[') {
      if (top) top.expectsKey = true
      open.push(word === '<<' ? { keys: new Set(), expectsKey: true } : undefined)
    } else if (word === '>>' || word === ']') open.pop()
    else if (top && word.startsWith('/') && top.expectsKey) {
      if (top.keys.has(word)) return true
      top.keys.add(word)
      top.expectsKey = false
      // Numbers and references go on until the next name, which is a key.
    } else if (top) top.expectsKey = true
  }
  return false
}
