/** `kazashi card read`: certificates, attributes, My Number, the photo; data behind a secret only when asked for. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type CardCertificate, type CardClient, CardError } from '@kazashi/card'
import { base64 } from '@kazashi/octets'
import { toPem } from '@kazashi/pki'
import { Argument, Command } from 'commander'
import { makeFolder } from '../make-folder.ts'
import { parsePath } from '../parse-path.ts'
import { type Fields, print } from './output.ts'
import { type SecretOptions, secretFor, withSecrets } from './secrets.ts'
import { type SourceOptions, withCard, withSource } from './source.ts'

const topics = ['identification', 'certificates', 'attributes', 'my-number', 'photo'] as const
type Topic = (typeof topics)[number]

interface ReadOptions extends SourceOptions, SecretOptions {
  readonly out?: string
  readonly json?: boolean
}

type Read = Record<string, Fields[string]>
/** Name in the output folder → content. */
type Files = Map<string, string | Uint8Array>

async function readCertificates(
  client: CardClient,
  options: ReadOptions,
  files: Files,
): Promise<Fields> {
  const { carrier } = await client.token()
  const force = options.force === true
  const pem = async (which: CardCertificate, value?: string): Promise<string | null> => {
    try {
      const secret = value === undefined ? undefined : { value, force }
      const text = toPem('CERTIFICATE', await client.readCertificate(which, secret))
      files.set(`${which}.pem`, text)
      return text
    } catch (error) {
      // A child's card has no signing certificate, a new phone has none at all.
      if (error instanceof CardError && error.code === 'FILE_NOT_FOUND') return null
      throw error
    }
  }
  return {
    authentication: await pem(
      'authentication',
      carrier === 'card' ? undefined : await secretFor('authentication-pin', options),
    ),
    authenticationCa: await pem('authentication-ca'),
    signingCa: await pem('signing-ca'),
    signing: await pem('signing', await secretFor('signing-password', options)),
  }
}

async function readTopics(
  client: CardClient,
  wanted: readonly Topic[],
  options: ReadOptions,
  files: Files,
): Promise<Fields> {
  const verify = { force: options.force === true }
  const read: Read = {}
  const { carrier, label } = await client.token()
  read['carrier'] = carrier
  read['label'] = label
  const availability = await client.availability()
  read['holds'] = { signing: availability.signing, authentication: availability.authentication }
  if (wanted.includes('identification') && carrier === 'card') {
    const { serialNumber, municipality } = await client.readIdentification()
    const expiry = await client.readExpiry()
    read['identification'] = { serialNumber, municipality, expiry }
  }
  if (wanted.includes('certificates')) {
    read['certificates'] = await readCertificates(client, options, files)
  }
  const pin =
    wanted.includes('attributes') || wanted.includes('my-number')
      ? await secretFor('card-data-pin', options)
      : ''
  if (wanted.includes('attributes')) {
    read['attributes'] = { ...(await client.readAttributes(pin, verify)) }
  }
  if (wanted.includes('my-number')) read['myNumber'] = await client.readMyNumber(pin, verify)
  if (wanted.includes('photo')) {
    const photo = await client.readPhoto(await secretFor('number-a', options), verify)
    files.set('photo.jp2', photo)
    read['photo'] = options.json === true ? base64.encode(photo) : `${photo.length} bytes, JP2`
  }
  return read
}

async function writeFiles(folder: string, files: Files): Promise<void> {
  makeFolder(folder)
  for (const [name, content] of files) await writeFile(join(folder, name), content, { mode: 0o600 })
}

export function readCommand(): Command {
  const command = new Command('read')
    .description('read a card or a phone: its free data, and the data its secrets open')
    .addArgument(
      new Argument('[what...]', 'what to read').choices(topics).default(['identification']),
    )
  withSecrets(withSource(command), [
    'signing-password',
    'authentication-pin',
    'card-data-pin',
    'number-a',
  ])
  return command
    .option('--out <folder>', 'also write certificates (PEM) and photo (JP2) as files', parsePath)
    .option('--json', 'print JSON: carrier, label, holds, identification, certificates, …')
    .addHelpText(
      'after',
      `
The command reads how many attempts a secret has left before it uses one; it uses the last attempt only with --force.

Examples:
  kazashi card read --file taro.card
  kazashi card read certificates attributes --reader "Virtual PCD 00 00" --json
  KAZASHI_CARD_NUMBER=123456789018 kazashi card read photo --file taro.card --out taro`,
    )
    .action(async (what: readonly Topic[], options: ReadOptions) => {
      const files: Files = new Map()
      const read = await withCard(options, (client) => readTopics(client, what, options, files))
      if (options.out !== undefined) await writeFiles(options.out, files)
      print(read, options.json)
    })
}
