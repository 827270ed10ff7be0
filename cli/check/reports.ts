/** A check as JUnit XML, and as a page with everything that was seen. Without I/O. */
import type { Exchange } from './browser.ts'
import { count, type Row } from './judge.ts'

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
/** Of XML 1.0 and HTML; characters that XML cannot have are left out. */
const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 §2.2 has no place for them
    .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f]/g, '')
    .replace(/[&<>"']/g, (character) => escapes[character] ?? '')

/** Codes and tokens are good for a moment only, and yet nobody's business. */
const names =
  'code|state|nonce|ticket|code_challenge|code_verifier|client_assertion|access_token|refresh_token|id_token'
/** In an address, a form, or a document of JSON. */
const secret = new RegExp(`\\b((?:${names})(?:=|"\\s*:\\s*"))([^&\\s"]{6})[^&\\s"]*`, 'g')
const shortened = (text: string): string => text.replace(secret, '$1$2…')

const dumped = ({ url, status, location, cookies, body }: Exchange): string =>
  [
    `GET ${url}`,
    `${status}`,
    ...(location === undefined ? [] : [`location: ${location}`]),
    ...cookies.map((line) => `set-cookie: ${line}`),
    ...(body === '' ? [] : ['', body]),
  ].join('\n')

const dumpOf = ({ dump }: Row): string => shortened(dump.map(dumped).join('\n\n'))

const told = ({ expected, seen, why = '', advice = '' }: Row): string =>
  [`expected ${expected}, seen ${seen ?? 'nothing'}`, why, advice].filter(Boolean).join('; ')

export function junit(rows: readonly Row[]): string {
  const { wrong, skipped } = count(rows)
  const bodyOf = (row: Row): string => {
    if (row.verdict === 'right') return ''
    if (row.verdict === 'skipped') return `<skipped message="${escaped(row.why ?? '')}"/>`
    return `<failure message="${escaped(told(row))}">${escaped(dumpOf(row))}</failure>`
  }
  const cases = rows.map(
    (row) =>
      `  <testcase classname="${escaped(row.clause)}" name="${escaped(row.name)}">${bodyOf(row)}</testcase>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuite name="kazashi check" tests="${rows.length}" failures="${wrong}" skipped="${skipped}">
${cases.join('\n')}
</testsuite>
`
}

const style = `body{font:16px/1.6 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem}
table{border-collapse:collapse;width:100%}th,td{border-top:1px solid #999;padding:.5rem;text-align:left;vertical-align:top}
.wrong{background:#fdecea}pre{overflow:auto;max-height:30rem;background:#f4f4f4;padding:1rem;white-space:pre-wrap;word-break:break-all}`

export function html(rows: readonly Row[], login: string): string {
  const { right, wrong, skipped } = count(rows)
  const line = (row: Row) => `<tr class="${row.verdict}">
<td><b>${escaped(row.name)}</b><br>${escaped(row.clause)}</td><td>${escaped(row.what)}</td>
<td>${row.expected}</td><td>${row.seen ?? '–'}</td>
<td>${row.verdict}${row.why === undefined ? '' : `<br>${escaped(row.why)}`}${row.advice === undefined ? '' : `<br>${escaped(row.advice)}`}
${row.dump.length === 0 ? '' : `<details><summary>What was seen</summary><pre>${escaped(dumpOf(row))}</pre></details>`}</td></tr>`
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>kazashi check</title><style>${style}</style>
<h1>kazashi check</h1>
<p>${escaped(login)}: ${right} right, ${wrong} wrong, ${skipped} not tried.</p>
<table><thead><tr><th>Case</th><th>What it is</th><th>Expected</th><th>Seen</th><th>Verdict</th></tr></thead>
<tbody>
${rows.map(line).join('\n')}
</tbody></table></html>
`
}

/** For programs; without what was seen. */
export const json = (rows: readonly Row[]): string =>
  `${JSON.stringify(
    { ...count(rows), cases: rows.map(({ dump, ...row }) => ({ ...row, requests: dump.length })) },
    undefined,
    2,
  )}\n`

export const lineOf = (row: Row): string => {
  const mark = { right: '✓', wrong: '×', skipped: '–' }[row.verdict]
  const advice = row.verdict === 'right' ? '' : ` (${row.why ?? row.advice ?? ''})`
  return `${mark} ${row.name.padEnd(30)} expected ${row.expected.padEnd(8)} seen ${(row.seen ?? '–').padEnd(8)}${advice}`
}
