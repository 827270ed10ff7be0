/** `kazashi scenario …`: whole procedures without a screen, over the same HTTP and APDU interfaces as everything else. */
import { Command, InvalidArgumentError } from 'commander'
import { exitCodeWords } from '../exit-codes.ts'
import { parsePath } from '../parse-path.ts'
import { serverOption } from '../server-option.ts'

interface Options {
  readonly server: string
  readonly all?: boolean
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

/** An address where parties of a Kazashi can be. */
/** Characters: the longest name is 'phone-lost-and-found'. */
const nameWidth = 24

function listCommand(): Command {
  return new Command('list')
    .description('name the scenarios')
    .option('--json', 'as JSON: [{ name, rows, promises, summary }]')
    .action(async ({ json }: { json?: boolean }) => {
      const { scenarios } = await import('./scenarios/index.ts')
      const list = scenarios.map(({ name, rows, promises, summary }) => ({
        name,
        rows,
        promises,
        summary,
      }))
      if (json) console.log(JSON.stringify(list, undefined, 2))
      else
        for (const { name, rows, summary } of list)
          console.log(`${name.padEnd(nameWidth)}  ${summary} (${rows.join(', ')})`)
    })
}

function runCommand(): Command {
  return new Command('run')
    .description('run a scenario against a running Kazashi; each step lists its assertions')
    .argument('[name]', 'kazashi scenario list names them')
    .option('--all', 'every scenario, one after the other; prints a table')
    .addOption(serverOption())
    .option(
      '--json',
      'as JSON: { scenario, rows, server, seed, passed, seconds, steps, failure?, files }; with --all: { server, seed, passed, scenarios }',
    )
    .option(
      '--out <folder>',
      'keep certificates (PEM), CMS (.p7m), CRLs and the APDUs with masked secrets',
      parsePath,
    )
    .option(
      '--reader <name>',
      'a card of that Kazashi on a PC/SC reader, in place of a new one in memory',
    )
    .option(
      '--sign-password <password>',
      "the card's signing password; of a new card: in place of a made-up one",
    )
    .option(
      '--seed <number>',
      'draws residents and phones; the same number draws the same again on the same day',
      parseSeed,
    )
    .addHelpText(
      'after',
      `
Examples:
  kazashi scenario run android-first-time
  kazashi scenario run android-first-time --json --out made
  kazashi scenario run --all
  kazashi scenario run android-first-time --reader "Virtual PCD 00 00" --sign-password ABC123

For a class give its password in KAZASHI_CLASS_PASSWORD, and for scenarios that move its clock KAZASHI_INSTRUCTOR_TOKEN.
Outside 8:00 to 19:30 Japan time nothing is issued: a scenario moves the sandbox's clock, says so, and puts it back, also after Ctrl-C.
${exitCodeWords}`,
    )
    .action(async (name: string | undefined, options: Options, command: Command) => {
      const { all = false, ...others } = options
      if ((name === undefined) !== all) command.error('error: either a name or --all')
      if (options.reader !== undefined && (all || options.signPassword === undefined)) {
        command.error('error: --reader needs a name and --sign-password')
      }
      const { run, runAll } = await import('./run.ts')
      await (name === undefined ? runAll(others) : run(name, others))
    })
}

export function scenarioCommand(): Command {
  return new Command('scenario')
    .description('whole procedures without a screen')
    .addCommand(listCommand())
    .addCommand(runCommand())
}
