/** The card a scenario holds to the phone: made in memory, or a real or virtual one on a PC/SC reader. */
import { randomBytes } from 'node:crypto'
import { authorityCounter, type IssuedCard, issueCard } from '@kazashi/box'
import {
  type CardTransport,
  memoryTransport,
  openCard,
  type Resident,
  setCertificate,
  setPrivateKey,
  setSecret,
  VirtualCard,
} from '@kazashi/card'
import { connectPcsc } from '@kazashi/card/pcsc'
import { ageAt, type CertificateKind } from '@kazashi/lifecycle'
import {
  createCertificationRequest,
  generateKeyPair,
  parseCertificate,
  softwareSigner,
} from '@kazashi/pki'
import { drawResident, leastAge, type Wanted } from './draw-resident.ts'
import type { KeptFiles } from './kept-files.ts'
import type { IssuedPair } from './openssl-status.ts'
import type { Sandbox } from './sandbox.ts'
import { ScenarioError } from './scenario-error.ts'
import type { World } from './world.ts'

export interface TheCard {
  /** The name on it, or the reader it lies on. */
  readonly holder: string
  readonly signingPassword: string
  readonly authenticationPin: string
  readonly cardDataPin: string
  /** As they are in the card now. */
  readonly certificates: Readonly<Record<CertificateKind, IssuedPair>>
  /** @throws {ScenarioError} ASSERTION_FAILED: a card on a reader does not tell */
  readonly resident: () => Resident
  /** Into the field of a phone or reader; a transport got before is CARD_AWAY from then on. */
  readonly hold: () => Promise<CardTransport>
  /** At the counter's terminal: certificates that were issued anew for keys made for this card. */
  readonly write: (kind: CertificateKind, key: NewKey, issued: IssuedPair) => void
  /** At the counter's terminal: a signing password anew, all tries back. */
  readonly setPassword: (password: string) => void
}

export interface NewKey {
  /** PKCS #8, DER */
  readonly privateKey: Uint8Array
  /** PKCS #10, DER */
  readonly request: Uint8Array
}

/** Years (民法 §4). */
const ofAge = 18

const random = (length: number): Uint8Array => new Uint8Array(randomBytes(length))

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

/** As the terminal at the counter has the card make one. */
export async function newKey(): Promise<NewKey> {
  const { privateKey } = await generateKeyPair('RS256')
  const request = await createCertificationRequest(await softwareSigner(privateKey, 'RS256'))
  return { privateKey, request }
}

function inMemory(issued: IssuedCard, files: KeptFiles): TheCard {
  const { resident, slip, contents } = issued
  const { signing, authentication, signingCa, authenticationCa } = issued.certificates
  if (signing === undefined) throw new ScenarioError('ASSERTION_FAILED', 'no signing certificate')
  const card = new VirtualCard(contents, random)
  const certificates = {
    signing: { certificate: signing, issuer: signingCa },
    authentication: { certificate: authentication, issuer: authenticationCa },
  }
  let held: CardTransport | undefined
  return {
    holder: resident.name,
    signingPassword: slip.signingPassword,
    authenticationPin: slip.authenticationPin,
    cardDataPin: slip.cardDataPin,
    certificates,
    resident: () => resident,
    async hold() {
      await held?.close()
      held = noted(memoryTransport(card), files)
      return held
    },
    write(kind, { privateKey }, { certificate, issuer }) {
      setPrivateKey(contents, kind, privateKey)
      setCertificate(contents, kind, certificate, issuer)
      certificates[kind] = { certificate, issuer }
    },
    setPassword: (password) => setSecret(contents, 'signing-password', password),
  }
}

async function onReader(
  reader: string,
  password: string,
  sandbox: Sandbox,
  files: KeptFiles,
): Promise<TheCard> {
  const transport = noted(await connectPcsc(reader), files)
  const client = openCard(transport)
  const anchors = await sandbox.anchors()
  const issuerOf = (certificate: Uint8Array) => {
    const { aki } = parseCertificate(certificate)
    const its = anchors.find((one) => parseCertificate(one.certificate).ski === aki?.keyIdentifier)
    return its?.certificate ?? new Uint8Array()
  }
  const signing = await client.readCertificate('signing', { value: password })
  const authentication = await client.readCertificate('authentication')
  const notHere = (): never => {
    throw new ScenarioError('ASSERTION_FAILED', 'this scenario makes a card of its own')
  }
  return {
    holder: reader,
    signingPassword: password,
    authenticationPin: '',
    cardDataPin: '',
    certificates: {
      signing: { certificate: signing, issuer: issuerOf(signing) },
      authentication: { certificate: authentication, issuer: issuerOf(authentication) },
    },
    resident: notHere,
    async hold() {
      await transport.reset()
      return transport
    },
    write: notHere,
    setPassword: notHere,
  }
}

/** A new card from the municipal counter, for this resident. @throws {Problem} COUNTER_REFUSED */
async function cardFor(
  { sandbox, files, choice }: Pick<World, 'sandbox' | 'files' | 'choice'>,
  resident: Resident,
): Promise<TheCard> {
  const { origins, fetch, tokens } = sandbox
  const counter = authorityCounter(origins.authority, fetch, tokens.counter)
  const secrets = choice.signPassword === undefined ? {} : { signingPassword: choice.signPassword }
  return inMemory(await issueCard(counter, resident, { secrets }), files)
}

/**
 * 2-A, 3-A: the card, and the slip with its secrets.
 * @param wanted years, or whom the scenario needs
 * @throws {CardError}; {Problem} COUNTER_REFUSED
 */
export const takeCard = (
  world: World,
  row = '2-A',
  wanted: number | Wanted = leastAge,
): Promise<TheCard> =>
  world.step(row, 'マイナンバーカード', async (step) => {
    const { sandbox, files, choice, draw } = world
    const { reader, signPassword = '' } = choice
    const card =
      reader === undefined
        ? await cardFor(world, drawResident(draw, sandbox.now(), wanted))
        : await onReader(reader, signPassword, sandbox, files)
    const { ski } = parseCertificate(card.certificates.signing.certificate)
    step.assert(ski !== undefined, 'the card has a signing certificate')
    step.fact('card', card.holder)
    await files.certificate('card-signing', card.certificates.signing.certificate)
    await files.certificate('card-authentication', card.certificates.authentication.certificate)
    return card
  })

/** Of somebody who is old enough to sign, and too young to make a contract alone. */
export const minorsCard = (world: World): Promise<TheCard> =>
  world.step('2-A', '未成年の人のカード', async (step) => {
    const { draw, sandbox } = world
    const now = sandbox.now()
    let resident = drawResident(draw, now)
    while (ageAt(now, resident.birthDate) >= ofAge) resident = drawResident(draw, now)
    const card = await cardFor(world, resident)
    const age = ageAt(now, resident.birthDate)
    step.assert(age >= leastAge && age < ofAge, `its holder is ${age} years old`)
    step.fact('card', card.holder)
    return card
  })

/** Of another person, for attempts that must fail with it. */
export const otherPersonsCard = (world: World): Promise<TheCard> =>
  world.step('2-A', 'ほかの人のカード', async (step) => {
    const card = await cardFor(world, drawResident(world.draw, world.sandbox.now(), leastAge))
    step.assert(card.resident().myNumber !== '', 'it is a card of this sandbox too')
    step.fact('card', card.holder)
    return card
  })
