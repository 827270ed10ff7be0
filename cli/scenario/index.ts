/** `kazashi scenario …`: whole procedures without a screen, over the same HTTP and APDU interfaces as everything else. */
import { Command, InvalidArgumentError } from 'commander'

interface Options {
  readonly server: string
  readonly json?: boolean
  readonly out?: string
  readonly reader?: string
  readonly signPassword?: string
  readonly seed?: number
}

function parseSeed(text: string): number {
  const seed = Number(text)
  if (!/^\d{1,7}$/.test(text)) throw new InvalidArgumentError('A seed is 0 to 9999999.')
  return seed
}

function listCommand(): Command {
  return new Command('list')
    .description('name the scenarios')
    .option('--json', 'as JSON: [{ name, summary }]')
    .action(async ({ json }: { json?: boolean }) => {
      const { scenarios } = await import('./run.ts')
      const list = [...scenarios].map(([name, { summary }]) => ({ name, summary }))
      if (json) console.log(JSON.stringify(list, undefined, 2))
      else for (const { name, summary } of list) console.log(`${name}  ${summary}`)
    })
}

function runCommand(): Command {
  return new Command('run')
    .description('run a scenario against a running Kazashi; each step says what it asserted')
    .argument('<name>', 'kazashi scenario list names them')
    .option('--server <url>', 'where Kazashi runs', 'http://localhost:8080')
    .option('--json', 'as JSON: { scenario, server, passed, steps, failure?, files }')
    .option(
      '--out <folder>',
      'keep certificates (PEM), CMS (.p7m), CRLs and the APDUs with masked secrets',
    )
    .option(
      '--reader <name>',
      'a card of that Kazashi on a PC/SC reader, in place of a new one in memory',
    )
    .option(
      '--sign-password <password>',
      "the card's signing password; of a new card: in place of a made-up one",
    )
    .option('--seed <number>', 'the resident of the new card; another for each number', parseSeed)
    .addHelpText(
      'after',
      `
Examples:
  kazashi scenario run android-first-time
  kazashi scenario run android-first-time --json --out made
  kazashi scenario run android-first-time --reader "Virtual PCD 00 00" --sign-password ABC123

Outside 8:00 to 19:30 Japan time nothing is issued: the scenario moves the sandbox's clock then, and says so.
Exit codes: 0 every step passed; 1 a step failed, with a code and the next step on standard error; 2 wrong usage.`,
    )
    .action(async (name: string, options: Options, command: Command) => {
      if (options.reader !== undefined && options.signPassword === undefined) {
        command.error('error: --reader needs --sign-password')
      }
      const { run } = await import('./run.ts')
      await run(name, options)
    })
}

export function scenarioCommand(): Command {
  return new Command('scenario')
    .description('whole procedures without a screen')
    .addCommand(listCommand())
    .addCommand(runCommand())
}
