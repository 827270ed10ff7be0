/** One English term for one thing, wherever a person reads it: on screens, in refusals, in pushes and at a terminal. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'oxc-parser'
import { expect, test } from 'vitest'
import { isTree } from './test-titles.ts'

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
  [/^needs |is waited for|nobody who\b/i, 'a subject'],
  [/take the tick|take the rights|or none: /i, 'untick, remove, leave out'],
]

/** Files with words for people: residents, learners at the desk, and whoever reads a refusal or a terminal. */
const files = globSync(
  [
    'parties/{app,bank,cashless,desk,mobile,portal}/page/**/*{texts,words,en}.{ts,tsx}',
    'packages/site/**/{texts,problems}.ts',
    'parties/desk/page/main.tsx',
    'parties/authority/notices/kinds.ts',
    'packages/ui/*.tsx',
    // the words of every refusal over HTTP
    'parties/*/problems.ts',
    'parties/authority/problems/*.ts',
    'packages/serve/common-problems.ts',
    'packages/verify/words.ts',
    // what a terminal says: refusals, help, and the scenarios' sentences
    'cli/**/*.ts',
    '{packages,parties}/**/{errors,*-error,*-errors}.ts',
    'parties/authority/operator/{keys,operating,role-tokens}.ts',
  ],
  { cwd: root },
).filter((file) => !file.includes('.test.'))

/** Texts of a source, from its syntax tree: in quotes of any kind, over several lines, and between tags. */
function stringsOf(file: string, source: string): string[] {
  const found: string[] = []
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) walk(one)
    if (!isTree(value)) return
    const text: unknown =
      value.type === 'TemplateElement' && isRecord(value['value'])
        ? value['value']['cooked']
        : value['value']
    if (/^(Literal|TemplateElement|JSXText)$/.test(value.type) && typeof text === 'string')
      found.push(...text.split('\n'))
    for (const child of Object.values(value)) walk(child)
  }
  walk(parseSync(file, source).program)
  return found.map((text) => text.trim()).filter((text) => / /.test(text))
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

test('English: every text of a source is read, whatever its quotes, and no comment is', () => {
  const source = [
    "// one comment\nconst a = 'one quote'",
    'const b = `first line\n  second line $' + '{a} third part`',
    'const c = "it’s \'double\'"',
  ].join('\n')
  expect(stringsOf('x.ts', source)).toEqual([
    'one quote',
    'first line',
    'second line',
    'third part',
    "it’s 'double'",
  ])
})

test('English: one term for one thing, on every screen, in every refusal and push, and at a terminal', () => {
  expect(files.length).toBeGreaterThan(40)
  const found = files.flatMap((file) =>
    stringsOf(file, readFileSync(join(root, file), 'utf8')).flatMap((text) =>
      terms.filter(([other]) => other.test(text)).map(([, term]) => `${file}: “${text}” → ${term}`),
    ),
  )
  expect(found).toEqual([])
})
