/** `node tools/case-docs.ts`: writes docs/cases.md, the catalogue of cases for those who build relying parties. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type CaseEntry, type CaseGroup, cases } from '../packages/cases/index.ts'

const titles: Readonly<Record<CaseGroup, string>> = {
  person: 'People',
  certificate: 'Certificates',
  error: 'Errors of the gate',
  callback: 'The way back to the site',
  token: 'The token endpoint',
  'id-token': 'ID tokens',
  userinfo: 'Userinfo',
}

const head = `# Cases

Made by \`node tools/case-docs.ts\` from the catalogue (\`packages/cases\`); not to be edited. A running sandbox tells the same at
\`GET /sandbox/cases\` of the gate, and as a page at \`/cases\` there. Each case is provoked by a test (\`parties/gate/tests/cases.test.ts\`).

There are two ways to ask for one.

- **In the request:** \`login_hint=NAME\`. The person of that name answers at once, by a robot phone; where NAME is a fault of the gate, the person
  \`adult\` does. \`login_hint=iphone nonce-wrong\` has somebody else answer.
- **Armed for the next request of a client,** so that the site under test sends what it always sends:
  \`POST /sandbox/armed-cases\` with \`{"client_id": …, "case": NAME, "phone": "adult"}\`. Without \`phone\` a fault waits for a person at a phone. It is
  used once, within ten minutes.

"The site" is what a careful relying party does: \`in\` lets the person in, \`refused\` does not, \`either\` is its own decision.
`

const cell = (text: string): string => text.replaceAll('|', '\\|')

const gets = ({ gets: got }: CaseEntry): string => {
  if (got.at === 'tokens') return 'tokens'
  if (got.at !== 'error') return `a fault in ${got.at === 'id_token' ? 'the ID token' : got.at}`
  const description = got.description === undefined ? '' : `<br>${got.description}`
  return `\`${got.error}\`${description}`
}

function chapter(group: CaseGroup): string {
  const rows = cases
    .filter((one) => one.group === group)
    .map((one) => {
      const { name, clause, what, resident, scope, expect } = one
      const asked = scope === 'openid' ? '' : '<br>with claims'
      const cells = [`\`${name}\`<br>${clause}${asked}`, `${what.en}<br>${what.ja}`]
      return `| ${[...cells, `${resident.en}<br>${resident.ja}`, gets(one), expect].map(cell).join(' | ')} |`
    })
  const columns =
    '| case | what it is | what the resident sees | what the site gets | the site |\n| --- | --- | --- | --- | --- |'
  return `## ${titles[group]}\n\n${columns}\n${rows.join('\n')}\n`
}

const caseDocs = (): string =>
  [head, ...[...new Set(cases.map(({ group }) => group))].map(chapter)].join('\n')

const path = (root: string) => join(root, 'docs/cases.md')

/** @param root the project's folder */
export const isStale = (root: string): boolean => readFileSync(path(root), 'utf8') !== caseDocs()

if (import.meta.main) writeFileSync(path(resolve(import.meta.dirname, '..')), caseDocs())
