/** `kazashi check`: a relying party tried from outside with every case of the catalogue, and with what others could do to it. */
import { writeFile } from 'node:fs/promises'
import { Command, InvalidArgumentError } from 'commander'
import { exitCodes, exitCodeWords } from '../exit-codes.ts'
import { originsAt } from '../origins-at.ts'
import { parsePath } from '../parse-path.ts'
import { serverOption } from '../server-option.ts'
import { count, type Row } from './judge.ts'
import { html, json, junit, lineOf } from './reports.ts'
import { check } from './run.ts'

interface CheckOptions {
  readonly login: URL
  readonly in: URL
  readonly server: string
  readonly only?: readonly string[]
  readonly json?: string
  readonly junit?: string
  readonly html?: string
}

function parseUrl(text: string): URL {
  const url = URL.parse(text)
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new InvalidArgumentError('Write it as http://… or https://….')
  return url
}
const parseNames = (text: string): string[] => text.split(',').filter((name) => name !== '')

async function write(rows: readonly Row[], options: CheckOptions): Promise<void> {
  const { json: asJson, junit: asJunit, html: asHtml, login } = options
  if (asJson !== undefined) await writeFile(asJson, json(rows))
  if (asJunit !== undefined) await writeFile(asJunit, junit(rows))
  if (asHtml !== undefined) await writeFile(asHtml, html(rows, login.href))
}

export function checkCommand(): Command {
  return new Command('check')
    .description(
      'try a relying party from outside: does it let in whom it should, and nobody else?',
    )
    .requiredOption('--login <url>', 'starts a login at the gate', parseUrl)
    .requiredOption('--in <url>', 'answers 200 only to a browser that is logged in', parseUrl)
    .addOption(serverOption())
    .option('--only <names>', 'cases, with commas between (see "kazashi cases")', parseNames)
    .option('--json <file>', 'write the verdicts as JSON', parsePath)
    .option('--junit <file>', 'write them as JUnit XML', parsePath)
    .option('--html <file>', 'write a page with all that was seen', parsePath)
    .addHelpText(
      'after',
      `
Examples:
  kazashi check --login http://localhost:3000/login --in http://localhost:3000/account
  kazashi check --login … --in … --only nonce-wrong,state-wrong --html report.html
Everything happens in browsers without a screen, one for each case; persons answer by their robot phones.

${exitCodeWords}`,
    )
    .action(async (options: CheckOptions) => {
      const { login, in: inside, server, only = [] } = options
      const site = { login, in: inside, gate: originsAt(server)?.gate ?? server }
      const rows: Row[] = []
      for await (const row of check(site, only)) {
        rows.push(row)
        console.log(lineOf(row))
      }
      await write(rows, options)
      const { right, wrong, skipped } = count(rows)
      console.log(`${right} right, ${wrong} wrong, ${skipped} not tried`)
      if (wrong > 0) process.exitCode = exitCodes.failed
    })
}
