/** `kazashi card …`: make, hold, read and use a card. */
import { Command } from 'commander'
import { exitCodeWords } from '../exit-codes.ts'
import { loginCommand } from './login.ts'
import { newCommand } from './new.ts'
import { readCommand } from './read.ts'
import { readersCommand } from './readers.ts'
import { serveCommand } from './serve.ts'
import { signCommand } from './sign.ts'
import { statusCommand } from './status.ts'

export function cardCommand(): Command {
  const command = new Command('card')
    .description('make a card, put it into a reader, read it, sign and log in with it')
    .addHelpText(
      'after',
      `
Examples:
  kazashi card new --out taro.card --seed 1 --sign-password ABC123 --pin 1234
  kazashi card status --file taro.card
  kazashi card serve taro.card                  it appears in PC/SC, for any program

${exitCodeWords}`,
    )
  for (const each of [
    newCommand(),
    serveCommand(),
    readCommand(),
    signCommand(),
    loginCommand(),
    statusCommand(),
    readersCommand(),
  ]) {
    command.addCommand(each)
  }
  return command
}
