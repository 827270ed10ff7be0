/** `kazashi card status`: kind of the card, its expiry, and the tries left of each secret. Spends none. */
import { type CardClient, type RetryCounter, type SecretName, secretRules } from '@kazashi/card'
import { Command } from 'commander'
import { type Fields, print } from './output.ts'
import { type SourceOptions, withCard, withSource } from './source.ts'

const onPhone: readonly string[] = ['signing-password', 'authentication-pin']
const isSecretName = (name: string): name is SecretName => name in secretRules

function triesInWords({ triesLeft, blocked }: RetryCounter): string {
  if (blocked) return 'blocked'
  return triesLeft === 1 ? '1 attempt left' : `${triesLeft} attempts left`
}

async function readStatus(client: CardClient, json: boolean | undefined): Promise<Fields> {
  const { carrier, label, manufacturer, model } = await client.token()
  const { signing, authentication } = await client.availability()
  const secrets: Record<string, Fields[string]> = {}
  for (const name of Object.keys(secretRules).filter(isSecretName)) {
    if (carrier !== 'card' && !onPhone.includes(name)) continue
    const counter = await client.retryCounter(name)
    secrets[name] = json === true ? { ...counter } : triesInWords(counter)
  }
  const expiry = carrier === 'card' ? await client.readExpiry() : null
  return {
    carrier,
    label,
    manufacturer,
    model,
    expiry,
    holds: { signing, authentication },
    secrets,
  }
}

export function statusCommand(): Command {
  return withSource(
    new Command('status').description(
      'show the kind of a card or phone and the attempts left at its secrets; uses none',
    ),
  )
    .option('--json', 'print JSON: carrier, label, expiry, holds, secrets')
    .addHelpText(
      'after',
      `
Examples:
  kazashi card status --file taro.card
  kazashi card status --reader "Virtual PCD 00 00" --json`,
    )
    .action(async (options: SourceOptions & { readonly json?: boolean }) => {
      const { json } = options
      print(await withCard(options, (client) => readStatus(client, json)), json)
    })
}
