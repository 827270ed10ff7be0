/** `kazashi card new`: a resident, keys, certificates, and a card file made of them. */
import { randomInt } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { generateResident, parseResident, type Resident } from '@kazashi/card'
import { generateKeyPair } from '@kazashi/pki'
import { Command, InvalidArgumentError } from 'commander'
import { parsePath } from '../parse-path.ts'
import { CardCommandError, systemCode } from './card-command-error.ts'
import { createCardFile, random } from './card-file.ts'
import { type Fields, print } from './output.ts'
import { runningAuthority, throwAwayAuthority } from './sandbox-authority.ts'
import { parseNumber } from './source.ts'

interface NewOptions {
  readonly out: string
  readonly resident?: string
  readonly seed?: number
  readonly signPassword?: string
  readonly pin?: string
  readonly server?: string
  readonly overwrite?: boolean
  readonly json?: boolean
}

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ'
const digits = '0123456789'
const draw = (alphabet: string, count: number): string =>
  Array.from({ length: count }, () => alphabet[randomInt(alphabet.length)]).join('')

function parseServer(text: string): string {
  if (!/^https?:$/.test(URL.parse(text.replaceAll('{party}', 'party'))?.protocol ?? '')) {
    throw new InvalidArgumentError('Write it as http://localhost:8080 or https://{party}.example.')
  }
  return text
}

async function chooseResident(options: NewOptions, today: Date): Promise<Resident> {
  if (options.resident === undefined) {
    return generateResident(options.seed ?? randomInt(2 ** 31), today)
  }
  try {
    return parseResident(await readFile(options.resident, 'utf8'))
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error
    throw new CardCommandError('RESIDENT_FILE_MISSING', options.resident)
  }
}

/** Makes the card and its file. @returns what the counter hands over: the card's face and the slip with its secrets */
async function makeCard(options: NewOptions, now: Date): Promise<Fields> {
  const resident = await chooseResident(options, now)
  const [signing, authentication] = await Promise.all([
    generateKeyPair('RS256'),
    generateKeyPair('RS256'),
  ])
  const keys = { signing, authentication }
  const { cardExpiry, certificates } =
    options.server === undefined
      ? await throwAwayAuthority(resident, keys, now)
      : await runningAuthority(options.server, resident, keys)
  const secrets = {
    signingPassword: options.signPassword ?? draw(letters, 4) + draw(digits, 4),
    authenticationPin: options.pin ?? draw(digits, 4),
    residentRegisterPin: options.pin ?? draw(digits, 4),
    cardDataPin: options.pin ?? draw(digits, 4),
  }
  const securityCode = draw(digits, 4)
  const { personalise } = await import('@kazashi/card/personalisation')
  const contents = await personalise({
    resident,
    cardExpiry,
    securityCode,
    secrets,
    keys: { signing: signing.privateKey, authentication: authentication.privateKey },
    certificates,
    random,
    today: now,
  })
  await createCardFile(options.out, contents, { overwrite: options.overwrite === true })
  const { name, kana, address, birthDate, sex, municipality, myNumber } = resident
  return {
    file: options.out,
    face: {
      name,
      kana,
      address,
      birthDate,
      sex,
      cardExpiry,
      securityCode,
      municipality: municipality.prefecture + municipality.name,
      myNumber,
    },
    slip: secrets,
  }
}

export function newCommand(): Command {
  return new Command('new')
    .description('make a card of a made-up resident, with certificates, as a sealed file')
    .requiredOption('--out <file>', 'where to write the card', parsePath)
    .option('--resident <file>', 'a resident as JSON, in place of a made-up one', parsePath)
    .option('--seed <number>', 'the same number makes the same resident', parseNumber)
    .option('--sign-password <password>', 'default: a random one, which is printed')
    .option('--pin <pin>', 'for all three PINs (default: random ones, which are printed)')
    .option('--server <url>', 'a running Kazashi that issues the certificates', parseServer)
    .option('--overwrite', 'replace an existing file')
    .option('--json', 'print face and slip as JSON')
    .addHelpText(
      'after',
      `
Without --server, an authority made for this card alone issues the certificates: their profile is the real one, the name of
the authority has SANDBOX in it, and no server knows whether they have been revoked.
If the server is a class, give the password of the class in KAZASHI_CLASS_PASSWORD.
The file is sealed with KAZASHI_CARD_PASSPHRASE, or with a key of this machine ($XDG_CONFIG_HOME/kazashi/card-file-key).

Examples:
  kazashi card new --out taro.card --seed 1 --sign-password ABC123 --pin 1234
  kazashi card new --out hanako.card --server http://localhost:8080 --json`,
    )
    .action(async (options: NewOptions) => {
      print(await makeCard(options, new Date()), options.json)
    })
}
