/** `node tools/verify-error-docs.ts`: writes docs/integrate/verify-errors.md, every refusal of the verification, from its table and its words. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { verifyErrors } from '../packages/verify/errors.ts'
import { type InBoth, verifyWords } from '../packages/verify/words.ts'

const head = `# Refusals of the verification

Made by \`node tools/verify-error-docs.ts\` from \`verifyErrors\` of \`@kazashi/verify\` and \`verifyWords\` of \`@kazashi/verify/words\`; not to be edited. A refusal is a
\`VerifyError\`: programs decide by its \`code\`, which stays for ever. \`detail\` and \`cause\` of the error say what it was this time, and are for your log. What is in the columns
"what happened" and "what the person can do" may be shown as it stands; [verify.md](verify.md) makes many of them happen.

| code | what happened | how it comes about | what the person can do |
| --- | --- | --- | --- |`

const cell = ({ ja, en }: InBoth): string => `${ja}<br>${en}`.replaceAll('|', '\\|')

function row(code: keyof typeof verifyErrors): string {
  const { title, cause, next } = verifyWords[code]
  const cells = [`\`${code}\`<br>${verifyErrors[code].clause}`, ...[title, cause, next].map(cell)]
  return `| ${cells.join(' | ')} |`
}

const isCode = (text: string): text is keyof typeof verifyErrors =>
  Object.hasOwn(verifyErrors, text)

export const verifyErrorDocs = (): string =>
  `${[head, ...Object.keys(verifyErrors).filter(isCode).map(row)].join('\n')}\n`

const path = (root: string) => join(root, 'docs/integrate/verify-errors.md')
export const isStale = (root: string): boolean =>
  readFileSync(path(root), 'utf8') !== verifyErrorDocs()

if (import.meta.main) writeFileSync(path(resolve(import.meta.dirname, '..')), verifyErrorDocs())
