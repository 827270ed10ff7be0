/** The card a scenario holds to the phone: made in memory, or a real or virtual one on a PC/SC reader. */
import { randomBytes, randomInt } from 'node:crypto'
import { authorityCounter, issueCard } from '@kazashi/box'
import {
  type CardTransport,
  generateResident,
  memoryTransport,
  openCard,
  VirtualCard,
} from '@kazashi/card'
import { connectPcsc } from '@kazashi/card/pcsc'
import { ageOn } from './age.ts'
import type { KeptFiles } from './kept-files.ts'
import type { Sandbox } from './sandbox.ts'

export interface TheCard {
  readonly transport: CardTransport
  readonly signingPassword: string
  /** DER */
  readonly signing: Uint8Array
  readonly authentication: Uint8Array
  readonly holder: string
}

export interface CardChoice {
  readonly reader?: string
  readonly signPassword?: string
  readonly seed?: number
}

/** Every answer is noted; nothing else changes. */
function noted(transport: CardTransport, files: KeptFiles): CardTransport {
  return {
    atr: transport.atr,
    async transmit(command) {
      const response = await transport.transmit(command)
      files.exchange('card', command, response)
      return response
    },
    reset: () => transport.reset(),
    close: () => transport.close(),
  }
}

const random = (length: number): Uint8Array => new Uint8Array(randomBytes(length))
const seeds = 10_000_000
/** Under fifteen there is no signing certificate. */
const leastAge = 15

function someResident(today: Date, seed: number | undefined) {
  if (seed !== undefined) return generateResident(seed, today)
  while (true) {
    const resident = generateResident(randomInt(seeds), today)
    if (ageOn(resident.birthDate, today) >= leastAge) return resident
  }
}

async function newCard(sandbox: Sandbox, choice: CardChoice, files: KeptFiles): Promise<TheCard> {
  const counter = authorityCounter(sandbox.origins.authority, sandbox.fetch)
  const resident = someResident(sandbox.now(), choice.seed)
  const secrets = choice.signPassword === undefined ? {} : { signingPassword: choice.signPassword }
  const card = await issueCard(counter, resident, secrets)
  return {
    transport: noted(memoryTransport(new VirtualCard(card.contents, random)), files),
    signingPassword: card.slip.signingPassword,
    signing: card.certificates.signing,
    authentication: card.certificates.authentication,
    holder: resident.name,
  }
}

async function cardOnReader(reader: string, password: string, files: KeptFiles): Promise<TheCard> {
  const transport = noted(await connectPcsc(reader), files)
  const client = openCard(transport)
  const signing = await client.readCertificate('signing', { value: password })
  const authentication = await client.readCertificate('authentication')
  await transport.reset()
  return { transport, signingPassword: password, signing, authentication, holder: reader }
}

/** @throws {CardError}; {Problem} COUNTER_REFUSED */
export const takeCard = (
  sandbox: Sandbox,
  choice: CardChoice,
  files: KeptFiles,
): Promise<TheCard> =>
  choice.reader === undefined
    ? newCard(sandbox, choice, files)
    : cardOnReader(choice.reader, choice.signPassword ?? '', files)
