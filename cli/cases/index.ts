/** `kazashi cases`: the catalogue of cases that a relying party's tests may ask for. */
import { type CaseEntry, cases } from '@kazashi/cases'
import { Command } from 'commander'

const getsOf = ({ gets }: CaseEntry): string => {
  if (gets.at !== 'error') return gets.at
  return gets.description === undefined ? gets.error : `${gets.error}: ${gets.description}`
}
const line = (one: CaseEntry): string =>
  `${one.name.padEnd(32)} ${one.expect.padEnd(8)} ${one.what.en}\n${''.padEnd(42)}gets ${getsOf(one)}`

export function casesCommand(): Command {
  return new Command('cases')
    .description('name the good, bad and rare cases of a login, for tests of relying parties')
    .option('--json', 'print JSON, as GET /sandbox/cases of a gate')
    .addHelpText(
      'after',
      `
With login_hint=NAME in an authorization request the case happens at once; "kazashi check" tries a site with all of them.

Examples:
  kazashi cases
  kazashi cases --json`,
    )
    .action(({ json }: { readonly json?: boolean }) => {
      if (json) return console.log(JSON.stringify(cases, undefined, 2))
      for (const group of new Set(cases.map((one) => one.group))) {
        console.log(`\n${group}`)
        for (const one of cases) if (one.group === group) console.log(line(one))
      }
    })
}
