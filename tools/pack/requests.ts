/** What a file asks for, under other names. */
import { requestsOf } from '../imports-of.ts'

/** @param path for the kind of source @param to the new name of a specifier @returns the text with the new names */
export function rewrite(path: string, text: string, to: (specifier: string) => string): string {
  let done = ''
  let at = 0
  for (const { specifier, start, end } of requestsOf(path, text)) {
    const quote = text[start] ?? ''
    done += `${text.slice(at, start)}${quote}${to(specifier)}${quote}`
    at = end
  }
  return done + text.slice(at)
}

/** The name to install: `@noble/hashes/sha2.js` → `@noble/hashes`; undefined for what Node has and for a path. */
export function packageNameOf(specifier: string): string | undefined {
  if (/^(\.|#|node:)/.test(specifier)) return undefined
  return /^(@[^/]+\/)?[^/]+/.exec(specifier)?.[0]
}
