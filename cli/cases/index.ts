/** `kazashi cases`: the catalogue of cases that a relying party's tests may ask for. */
import { localFetch } from '@kazashi/serve'
import { Command } from 'commander'
import { z } from 'zod'
import { CheckError } from '../check/check-error.ts'
import { originsAt } from '../origins-at.ts'
import { serverOption } from '../server-option.ts'

const caseView = z.looseObject({
  name: z.string(),
  group: z.string(),
  what: z.object({ en: z.string() }),
  gets: z.object({
    at: z.string(),
    error: z.string().optional(),
    description: z.string().optional(),
  }),
  expect: z.string(),
})
type CaseView = z.infer<typeof caseView>

const getsOf = ({ gets: { at, error, description } }: CaseView): string =>
  [error ?? at, ...(description === undefined ? [] : [description])].join(': ')
const line = (one: CaseView): string =>
  `${one.name.padEnd(32)} ${one.expect.padEnd(8)} ${one.what.en}\n${''.padEnd(42)}gets ${getsOf(one)}`

/** As the running gate has it. @throws {CheckError} CHECK_SERVER_UNREACHABLE */
async function catalogueOf(server: string): Promise<CaseView[]> {
  const gate = originsAt(server)?.gate ?? server
  const answer = await localFetch(`${gate}/sandbox/cases`).catch((cause: unknown) => {
    throw new CheckError('CHECK_SERVER_UNREACHABLE', { detail: gate, cause })
  })
  if (!answer.ok) throw new CheckError('CHECK_SERVER_UNREACHABLE', `${gate}: ${answer.status}`)
  return z.array(caseView).parse(await answer.json())
}

export function casesCommand(): Command {
  return new Command('cases')
    .description('name the good, bad and rare cases of a login, for tests of relying parties')
    .addOption(serverOption())
    .option('--json', 'print JSON, as GET /sandbox/cases of the gate')
    .addHelpText(
      'after',
      `
With login_hint=NAME in an authorization request the case happens at once; "kazashi check" tries a site with all of them.

Examples:
  kazashi cases
  kazashi cases --json`,
    )
    .action(async ({ server, json }: { readonly server: string; readonly json?: boolean }) => {
      const cases = await catalogueOf(server)
      if (json) return console.log(JSON.stringify(cases, undefined, 2))
      for (const group of new Set(cases.map((one) => one.group))) {
        console.log(`\n${group}`)
        for (const one of cases) if (one.group === group) console.log(line(one))
      }
    })
}
