/** One English term for one thing, wherever a resident reads it: on screens, in refusals and in pushes. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

/** Another name, or a phrase that nobody says → the term. */
const terms: readonly (readonly [RegExp, string])[] = [
  [/\btr(y|ies) left\b|\bno try\b/i, 'attempts'],
  [/\bnotices?\b/i, 'notification'],
  [/counter of (your|the) municipality|municipal counter/i, 'municipal office'],
  [/secret numbers?|on (your|my) paper/i, 'password sheet'],
  [/PIN for card data/i, 'card data PIN'],
  [/start using (it|them) again|start again to use/i, 'Resume use'],
  [/change of phone|switch phones/i, 'Transfer to this phone, Changing to a new phone'],
  [/set a new password\b.*menu|go on with the/i, 'Reset password or PIN, Continue'],
  [/receipt number/i, 'reference number'],
  [/birth date/i, 'date of birth'],
  [/\bthe newest\b|\bnewest version\b/i, 'latest version'],
  [/works as before|your card itself/i, 'your physical card'],
  [/\bin some minutes\b|\bsome minutes later\b/i, 'in a few minutes'],
  [/\btightly\b/i, 'flat against'],
  [/code to compare/i, 'confirmation code'],
]

/** Files with words for residents. */
const files = globSync(
  [
    'parties/{app,portal}/page/**/*{texts,words,en}.{ts,tsx}',
    'parties/authority/notices/kinds.ts',
    'packages/ui/*.tsx',
  ],
  { cwd: root },
).filter((file) => !file.includes('.test.'))

/** Strings in quotes, of which a comment has none. */
const stringsOf = (source: string): string[] =>
  source
    .split('\n')
    .filter((line) => !/^\s*(\/\/|\/?\*)/.test(line))
    .flatMap((line) => [...line.matchAll(/'([^']*)'|`([^`]*)`/g)].map(([, a, b]) => a ?? b ?? ''))
    .filter((text) => / /.test(text))

test('English: one term for one thing, on every screen and in every push', () => {
  expect(files.length).toBeGreaterThan(40)
  const found = files.flatMap((file) =>
    stringsOf(readFileSync(join(root, file), 'utf8')).flatMap((text) =>
      terms.filter(([other]) => other.test(text)).map(([, term]) => `${file}: “${text}” → ${term}`),
    ),
  )
  expect(found).toEqual([])
})
