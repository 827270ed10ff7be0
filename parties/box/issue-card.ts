/**
 * A new My Number Card as the municipal counter hands it out: keys made here, certificates from the authority for their
 * PKCS #10 requests, everything put on the card by personalisation. The private keys leave this process only sealed.
 */
import { randomBytes } from 'node:crypto'
import type { CardContents, Resident } from '@kazashi/card'
import { type CardSecrets, personalise } from '@kazashi/card/personalisation'
import { createCertificationRequest, generateKeyPair, softwareSigner } from '@kazashi/pki'
import { newSlip } from './secret-slip.ts'

interface CounterAnswer {
  /** YYYY-MM-DD */
  readonly cardExpiry: string
  /** Four digits; made here when the counter leaves it to the card's maker. */
  readonly securityCode?: string | undefined
  /** DER */
  readonly certificates: {
    readonly signing: Uint8Array
    readonly authentication: Uint8Array
    readonly signingCa: Uint8Array
    readonly authenticationCa: Uint8Array
  }
}

/** The request to the authority's counter. */
export interface Counter {
  /** The sandbox's time. */
  now(): Promise<Date>
  handOut(request: {
    readonly resident: Resident
    /** PKCS #10, DER */
    readonly signing: Uint8Array
    readonly authentication: Uint8Array
  }): Promise<CounterAnswer>
}

export interface IssuedCard {
  readonly resident: Resident
  readonly cardExpiry: string
  readonly slip: CardSecrets
  readonly contents: CardContents
  /** DER */
  readonly certificates: CounterAnswer['certificates']
}

const random = (length: number): Uint8Array => new Uint8Array(randomBytes(length))

async function newKey() {
  const { privateKey } = await generateKeyPair('RS256')
  const request = await createCertificationRequest(await softwareSigner(privateKey, 'RS256'))
  return { privateKey, request }
}

function newSecurityCode(): string {
  const [high = 0, low = 0] = random(2)
  return String(((high << 8) | low) % 10_000).padStart(4, '0')
}

/**
 * @param secrets in place of drawn ones
 * @throws the errors of the counter; {CardError} PERSONALISATION_INPUT
 */
export async function issueCard(
  counter: Counter,
  resident: Resident,
  secrets: Partial<CardSecrets> = {},
): Promise<IssuedCard> {
  const [signing, authentication] = await Promise.all([newKey(), newKey()])
  const answer = await counter.handOut({
    resident,
    signing: signing.request,
    authentication: authentication.request,
  })
  const { cardExpiry, certificates, securityCode = newSecurityCode() } = answer
  const slip = { ...newSlip(resident.birthDate, random), ...secrets }
  const contents = await personalise({
    resident,
    cardExpiry,
    securityCode,
    secrets: slip,
    keys: { signing: signing.privateKey, authentication: authentication.privateKey },
    certificates,
    random,
    today: await counter.now(),
  })
  return { resident, cardExpiry, slip, contents, certificates }
}
