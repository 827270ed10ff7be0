/** The holder's secrets for a command: an option, else an environment variable, else the terminal; asked once, never shown. */
import type { SecretName } from '@kazashi/card'
import type { Command } from 'commander'
import { askSecret } from './prompt.ts'

export interface SecretOptions {
  readonly signPassword?: string
  readonly authPin?: string
  readonly dataPin?: string
  readonly number?: string
  readonly force?: boolean
}

interface Source {
  readonly option: keyof SecretOptions & string
  readonly flags: string
  readonly variable: string
  readonly description: string
}

const sources = {
  'signing-password': {
    option: 'signPassword',
    flags: '--sign-password <password>',
    variable: 'KAZASHI_SIGN_PASSWORD',
    description: 'password of the signing certificate',
  },
  'authentication-pin': {
    option: 'authPin',
    flags: '--auth-pin <pin>',
    variable: 'KAZASHI_AUTH_PIN',
    description: 'PIN of the authentication certificate',
  },
  'card-data-pin': {
    option: 'dataPin',
    flags: '--data-pin <pin>',
    variable: 'KAZASHI_DATA_PIN',
    description: 'PIN of the card data (attributes, My Number)',
  },
  'number-a': {
    option: 'number',
    flags: '--number <digits>',
    variable: 'KAZASHI_CARD_NUMBER',
    description:
      'for the photo: My Number (12 digits), or date of birth, expiry and code (14 digits)',
  },
} as const satisfies Partial<Record<SecretName, Source>>

export type AskedSecret = keyof typeof sources

/** Adds the options of these secrets, and `--force`. */
export function withSecrets(command: Command, names: readonly AskedSecret[]): Command {
  for (const name of names) {
    const { flags, description, variable } = sources[name]
    command.option(flags, `${description} (or ${variable}, or asked for)`)
  }
  return command.option('--force', 'use even the last attempt at a secret')
}

/** @throws {CardCommandError} SECRET_MISSING when it is given nowhere and nobody can be asked */
export async function secretFor(name: AskedSecret, options: SecretOptions): Promise<string> {
  const { option, variable, description } = sources[name]
  const given = options[option] ?? process.env[variable]
  return given ?? (await askSecret(`${description} (${variable})`))
}
