/** `node tools/verify-error-docs.ts`: writes docs/integrate/verify-errors.md, every refusal of the verification, from its table and its words. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { presentationErrors } from '../packages/mdoc/asking/errors.ts'
import { presentationWords } from '../packages/mdoc/asking/words.ts'
import { verifyErrors } from '../packages/verify/errors.ts'
import { type InBoth, type RefusalWords, verifyWords } from '../packages/verify/words.ts'

const columns = `| code | what happened | how it comes about | what the person can do |
| --- | --- | --- | --- |`

const head = `# Refusals of the verification

Made by \`node tools/verify-error-docs.ts\` from \`verifyErrors\` of \`@kazashi/verify\` and \`verifyWords\` of \`@kazashi/verify/words\`; not to be edited. A refusal is a
\`VerifyError\`: programs decide by its \`code\`, which stays for ever. \`detail\` and \`cause\` of the error say what it was this time, and are for your log. What is in the columns
"what happened" and "what the person can do" may be shown as it stands; [verify.md](verify.md) makes many of them happen.

${columns}`

const cell = ({ ja, en }: InBoth): string => `${ja}<br>${en}`.replaceAll('|', '\\|')

const presentation = `
## Of a presentation

From \`presentationErrors\` and \`presentationWords\` of \`@kazashi/mdoc/asking\`; [presentation.md](presentation.md) says how one is asked for.

${columns}`

type Table = Readonly<Record<string, { readonly clause: string }>>

const rows = (table: Table, words: Readonly<Record<string, RefusalWords>>): readonly string[] =>
  Object.entries(table).flatMap(([code, { clause }]) => {
    const said = words[code]
    if (said === undefined) return []
    const cells = [`\`${code}\`<br>${clause}`, ...[said.title, said.cause, said.next].map(cell)]
    return [`| ${cells.join(' | ')} |`]
  })

export const verifyErrorDocs = (): string =>
  `${[
    head,
    ...rows(verifyErrors, verifyWords),
    presentation,
    ...rows(presentationErrors, presentationWords),
  ].join('\n')}\n`

const path = (root: string) => join(root, 'docs/integrate/verify-errors.md')
export const isStale = (root: string): boolean =>
  readFileSync(path(root), 'utf8') !== verifyErrorDocs()

if (import.meta.main) writeFileSync(path(resolve(import.meta.dirname, '..')), verifyErrorDocs())
