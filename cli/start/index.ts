/** `kazashi start`: the whole system on this machine, until Ctrl-C. */
import { type PartyName, partyNames } from '@kazashi/serve'
import { Command, InvalidArgumentError, Option } from 'commander'
import { parsePath } from '../parse-path.ts'
import type { StartOptions } from './start-options.ts'

/** 0 lets the system choose; its choice is printed. */
function parsePort(text: string): number {
  const port = Number(text)
  if (!/^\d{1,5}$/.test(text) || port > 65_535)
    throw new InvalidArgumentError('A port is 0 to 65535.')
  return port
}

const isPartyName = (word: string): word is PartyName => partyNames.some((name) => name === word)

/** The authority is always among them: all others ask it. */
function parseParties(text: string): readonly PartyName[] {
  const words = text.split(',').map((word) => word.trim())
  if (!words.every(isPartyName))
    throw new InvalidArgumentError(`Write them as box,gate: some of ${partyNames.join(', ')}.`)
  return ['authority', ...words.filter((word) => word !== 'authority')]
}

function parseDatabaseUrl(text: string): string {
  if (!/^postgres(ql)?:$/.test(URL.parse(text)?.protocol ?? '')) {
    throw new InvalidArgumentError('Write it as postgresql://USER:PASSWORD@HOST:PORT/DATABASE.')
  }
  return text
}

function parsePublicUrl(text: string): string {
  const url = URL.parse(text.replaceAll('{party}', 'party'))
  if (
    !text.includes('{party}') ||
    !/^https?:$/.test(url?.protocol ?? '') ||
    url?.pathname !== '/'
  ) {
    throw new InvalidArgumentError('Write it as https://{party}.example, without a path.')
  }
  return text
}

export function startCommand(): Command {
  return new Command('start')
    .description('run authority, app, portal, card box and desk on this machine')
    .addOption(
      new Option('--sandbox', 'to try things, on this machine alone (default)').conflicts([
        'class',
        'operate',
      ]),
    )
    .addOption(
      new Option(
        '--class',
        'a sandbox for a class, with a password, also behind a public name; its clock is the instructor’s',
      ).conflicts(['operate']),
    )
    .addOption(
      new Option(
        '--operate',
        'for real residents: no card box, desk, movable clock, practice face or published token; needs --public-url https://…',
      ),
    )
    .addOption(
      new Option(
        '--any-client',
        'the gate takes relying parties that are not registered, whatever their keys; of a sandbox',
      ).conflicts(['class', 'operate']),
    )
    .option('--data <folder>', 'where everything is kept', parsePath, '.kazashi')
    .addOption(
      new Option(
        '--ephemeral',
        'keep nothing: a folder of its own in the system’s temporary folder, removed at the end',
      ).conflicts(['data', 'databaseUrl', 'operate']),
    )
    .addOption(
      new Option(
        '--only <parties>',
        'authority and these alone, e.g. box,gate for a relying party’s tests: fewer pages to build',
      )
        .argParser(parseParties)
        .conflicts(['operate']),
    )
    .option('--json', 'say in one line on standard output what runs where, once all of it answers')
    .option('--port <number>', 'on 127.0.0.1 and ::1; 0: any free one', parsePort, 8080)
    .option(
      '--database-url <url>',
      'a PostgreSQL server in place of the embedded one',
      parseDatabaseUrl,
    )
    .option(
      '--public-url <template>',
      'origins behind a proxy that brings HTTPS, e.g. https://{party}.example.org; with one of the three',
      parsePublicUrl,
    )
    .addHelpText(
      'after',
      `
Examples:
  kazashi start                        data in .kazashi, open http://desk.kazashi.localhost:8080
  kazashi start --port 9000 --data /var/lib/kazashi
  kazashi start --ephemeral --json --port 0 --only box,gate     for a test, gone at its end
  kazashi start --class --public-url https://{party}.class.example.org
  KAZASHI_ORGANIZATION='JPKI Kazashi' kazashi start --operate --public-url https://{party}.example.org
  kazashi start --database-url postgresql://kazashi:secret@db.example/kazashi`,
    )
    .action(async (options: StartOptions) => {
      const { start } = await import('./start.ts')
      await start(options)
    })
}
