/** The command line: the folders here are the words typed. exit-codes.ts says how each ends. */
import { Command, CommanderError } from 'commander'
import { cardCommand } from './card/index.ts'
import { casesCommand } from './cases/index.ts'
import { checkCommand } from './check/index.ts'
import { corpusCommand } from './corpus/index.ts'
import { exitCodeOfUsage, exitCodeWords } from './exit-codes.ts'
import { phoneCommand } from './phone/index.ts'
import { reportError } from './report-error.ts'
import { scenarioCommand } from './scenario/index.ts'
import { startCommand } from './start/index.ts'

const program = new Command('kazashi')
  .description(
    'Kazashi (かざし): the My Number Card on a smartphone, as an open system to try. A sandbox.',
  )
  .version('0.1.0')
  .configureHelp({ showGlobalOptions: true })
  .addHelpText(
    'after',
    `
Examples:
  kazashi start                                     run everything, open http://desk.kazashi.localhost:8080
  kazashi card new --out taro.card --seed 1         make a card
  kazashi phone new hanako                          a phone that logs in by itself (login_hint=hanako)
  kazashi check --login URL --in URL                try a relying party with every case
  kazashi corpus --out corpus                       cases to try a verifier with
  kazashi scenario run android-first-time --json    card, phone, login, without a screen

${exitCodeWords}`,
  )
for (const command of [
  startCommand(),
  cardCommand(),
  phoneCommand(),
  casesCommand(),
  checkCommand(),
  corpusCommand(),
  scenarioCommand(),
])
  program.addCommand(command)

/** Wrong usage ends with 2 at any depth; help and version with 0. */
function letErrorsThrough(command: Command): void {
  command.exitOverride()
  command.commands.forEach(letErrorsThrough)
}
letErrorsThrough(program)

/** The reader may close the pipe (`| head`): that is no error, and nothing more is printed. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = exitCodeOfUsage(error.exitCode)
  else reportError(error)
}
