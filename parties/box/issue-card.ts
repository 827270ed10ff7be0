/**
 * A new My Number Card as the municipal counter hands it out: keys made here, certificates from the authority for their
 * PKCS #10 requests, everything put on the card by personalisation. The private keys leave this process only sealed.
 */
import { randomBytes } from 'node:crypto'
import type { CardContents, Resident } from '@kazashi/card'
import { type CardSecrets, personalise } from '@kazashi/card/personalisation'
import { createCertificationRequest, generateKeyPair, softwareSigner } from '@kazashi/pki'
import { newSlip } from './secret-slip.ts'

/** DER; a card without a signing certificate has none. */
interface CardCertificates {
  readonly signing?: Uint8Array | undefined
  readonly authentication: Uint8Array
  readonly signingCa: Uint8Array
  readonly authenticationCa: Uint8Array
}

export interface CounterAnswer {
  /** YYYY-MM-DD */
  readonly cardExpiry: string
  /** Of card and person at the authority. */
  readonly registered: { readonly card: string; readonly person: string }
  /** Four digits; made here when the counter leaves it to the card's maker. */
  readonly securityCode?: string | undefined
  readonly certificates: CardCertificates
}

/** PKCS #10, DER */
export interface KeyRequests {
  /** Left out: a card without a signing certificate. */
  readonly signing?: Uint8Array | undefined
  readonly authentication: Uint8Array
}

/** The authority's counter hands out cards. */
export interface Counter {
  /** The sandbox's time. */
  now(): Promise<Date>
  handOut(request: KeyRequests & { readonly resident: Resident }): Promise<CounterAnswer>
}

export interface IssuedCard {
  readonly resident: Resident
  readonly cardExpiry: string
  readonly slip: CardSecrets
  readonly contents: CardContents
  readonly certificates: CardCertificates
  readonly registered: CounterAnswer['registered']
}

export interface CardWish {
  /** In place of drawn ones. */
  readonly secrets?: Partial<CardSecrets>
  /** Default true, whatever the holder's age. */
  readonly signing?: boolean
}

const random = (length: number): Uint8Array => new Uint8Array(randomBytes(length))

/** As the terminal at the counter has the card make one. @returns PKCS #8 and PKCS #10, DER */
export async function newKey() {
  const { privateKey } = await generateKeyPair('RS256')
  const request = await createCertificationRequest(await softwareSigner(privateKey, 'RS256'))
  return { privateKey, request }
}

function newSecurityCode(): string {
  const [high = 0, low = 0] = random(2)
  return String(((high << 8) | low) % 10_000).padStart(4, '0')
}

/** @throws the errors of the counter; {CardError} PERSONALISATION_INPUT */
export async function issueCard(
  counter: Counter,
  resident: Resident,
  { secrets = {}, signing: wanted = true }: CardWish = {},
): Promise<IssuedCard> {
  const [signing, authentication] = await Promise.all([wanted ? newKey() : undefined, newKey()])
  const answer = await counter.handOut({
    resident,
    signing: signing?.request,
    authentication: authentication.request,
  })
  const { cardExpiry, certificates, registered, securityCode = newSecurityCode() } = answer
  const slip = { ...newSlip(resident.birthDate, random), ...secrets }
  const contents = await personalise({
    resident,
    cardExpiry,
    securityCode,
    secrets: slip,
    keys: { signing: signing?.privateKey, authentication: authentication.privateKey },
    certificates,
    random,
    today: await counter.now(),
  })
  return { resident, cardExpiry, slip, contents, certificates, registered }
}
