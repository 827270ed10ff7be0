/** `node tools/error-docs.ts`: writes docs/errors.md, every refusal of the running parties, from their tables and their tests. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { classProblems } from '../cli/start/class/problems.ts'
import { commonProblems } from '../packages/serve/common-problems.ts'
import type { ProblemEntry } from '../packages/serve/problem.ts'
import { authorityProblems } from '../parties/authority/problems.ts'
import { bankProblems } from '../parties/bank/problems.ts'
import { boxProblems } from '../parties/box/problems.ts'
import { cashlessProblems } from '../parties/cashless/problems.ts'
import { clinicProblems } from '../parties/clinic/problems.ts'
import { gateProblems } from '../parties/gate/problems.ts'
import { kioskProblems } from '../parties/kiosk/problems.ts'
import { mobileProblems } from '../parties/mobile/problems.ts'
import { portalProblems } from '../parties/portal/problems.ts'
import { type CodeTest, codeTests } from './code-tests.ts'

interface Chapter {
  readonly title: string
  /** Where its tests are, from the root. */
  readonly folders: readonly string[]
  readonly table: Readonly<Record<string, ProblemEntry & { readonly clause?: string }>>
}

export const chapters: readonly Chapter[] = [
  { title: 'The authority', folders: ['parties/authority'], table: authorityProblems },
  {
    title: 'The portal',
    folders: ['parties/portal', 'packages/site', 'packages/verify'],
    table: portalProblems,
  },
  {
    title: 'The gate',
    folders: ['parties/gate', 'parties/portal', 'packages/verify'],
    table: gateProblems,
  },
  {
    title: 'The clinic',
    folders: ['parties/clinic', 'parties/portal', 'packages/verify'],
    table: clinicProblems,
  },
  {
    title: 'The kiosk',
    folders: ['parties/kiosk', 'parties/portal', 'packages/verify'],
    table: kioskProblems,
  },
  { title: 'The card box', folders: ['parties/box', 'parties/gate'], table: boxProblems },
  { title: 'The door of a class', folders: ['cli/start'], table: classProblems },
  {
    title: 'The bank',
    folders: ['parties/bank', 'packages/site', 'parties/portal'],
    table: bankProblems,
  },
  {
    title: 'The cashless payment',
    folders: ['parties/cashless', 'parties/bank', 'packages/site', 'parties/portal'],
    table: cashlessProblems,
  },
  {
    title: 'The mobile phone shop',
    folders: ['parties/mobile', 'parties/portal', 'packages/verify', 'packages/documents'],
    table: mobileProblems,
  },
  {
    title: 'Every party',
    folders: ['packages/serve', 'cli/start', 'parties/authority'],
    table: commonProblems,
  },
]

const head = `# Refusals, and what a person can do

Made by \`node tools/error-docs.ts\` from the tables of the parties and from their tests; not to be edited. A refusal is a
problem document (RFC 9457): programs decide by \`code\`, which stays for ever, and a person reads the rest in Japanese or
English. The same text is at \`/problems/CODE\` of each party. "When" is the test that provokes it.
`

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

function when(test: CodeTest | undefined): string {
  if (!test) return '–'
  return test.title === undefined ? `see \`${test.file}\`` : cell(test.title)
}

function chapter({ title, folders, table }: Chapter, root: string): string {
  const tests = codeTests(root, folders)
  const rows = Object.entries(table).map(([code, entry]) => {
    const { status, clause, title: told, next } = entry
    const where = clause === undefined ? '' : `<br>${clause}`
    const cells = [
      `\`${code}\`<br>${status}${where}`,
      when(tests.get(code)),
      `${told.ja}<br>${told.en}`,
      `${next.ja}<br>${next.en}`,
    ]
    return `| ${cells.join(' | ')} |`
  })
  const columns =
    '| code | when | what the resident reads | what they can do |\n| --- | --- | --- | --- |'
  return `## ${title}\n\n${columns}\n${rows.join('\n')}\n`
}

/** @param root the project's folder */
export const errorDocs = (root: string): string =>
  [head, ...chapters.map((one) => chapter(one, root))].join('\n')

const path = (root: string) => join(root, 'docs/errors.md')
export const isStale = (root: string): boolean =>
  readFileSync(path(root), 'utf8') !== errorDocs(root)

if (import.meta.main) {
  const root = resolve(import.meta.dirname, '..')
  writeFileSync(path(root), errorDocs(root))
}
