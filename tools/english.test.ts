/** One English term for one thing, wherever a person reads it: on screens, in refusals, in pushes and at a terminal. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

/** Another name, or a phrase that nobody says → the term. */
const terms: readonly (readonly [RegExp, string])[] = [
  [
    /\b(tr(y|ies) (left|back)|no try|last try|wrong tries|(all|\w+ of) \w+ tries|tries are)\b/i,
    'attempts',
  ],
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
  // clauses without a subject, and other turns that only a translation has
  [/^who (?!is\b|are\b|do\b|does\b)[^?]*$/i, 'a subject'],
  [
    /for you to mend|of the wrong form|has not the right form/i,
    'you cannot fix this, is malformed',
  ],
  [
    /may not ask for this|if it stays\b|tell the error code/i,
    'may not sign, if this persists, quote the error code',
  ],
  [/take the tick|take the rights|or none: /i, 'untick, remove, leave out'],
]

/** Files with words for people: residents, learners at the desk, and whoever reads a refusal or a terminal. */
const files = globSync(
  [
    'parties/{app,portal,desk}/page/**/*{texts,words,en}.{ts,tsx}',
    'parties/desk/page/main.tsx',
    'parties/authority/notices/kinds.ts',
    'packages/ui/*.tsx',
    // the words of every refusal over HTTP
    'parties/*/problems.ts',
    'parties/authority/problems/*.ts',
    'packages/serve/common-problems.ts',
    // what a terminal says: refusals, help, and the scenarios' sentences
    'cli/**/*.ts',
    '{packages,parties}/**/{errors,*-error,*-errors}.ts',
    'parties/authority/operator/{keys,operating,role-tokens}.ts',
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

test('English: one term for one thing, on every screen, in every refusal and push, and at a terminal', () => {
  expect(files.length).toBeGreaterThan(40)
  const found = files.flatMap((file) =>
    stringsOf(readFileSync(join(root, file), 'utf8')).flatMap((text) =>
      terms.filter(([other]) => other.test(text)).map(([, term]) => `${file}: “${text}” → ${term}`),
    ),
  )
  expect(found).toEqual([])
})
