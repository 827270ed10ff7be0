/** What the tablet does with the card or the phone on its reader: which it is, how many tries are left, and the signature over the digest. */
import { CardError, openCard, type RemoteReader } from '@kazashi/card'
import { createSignedData } from '@kazashi/pki'

const secret = 'signing-password'

/** What the customer says that it is. */
export const holdings = ['card', 'android', 'iphone'] as const
export type Holding = (typeof holdings)[number]

type Wants =
  | { readonly kind: 'password'; readonly triesLeft: number }
  | { readonly kind: 'other' }
  /** An iPhone whose holder was not recognised. */
  | { readonly kind: 'recognition' }
  | { readonly kind: 'locked' }
  | { readonly kind: 'no-certificate' }

/** One thing held to the reader, until it is taken away. */
export interface HeldThing {
  readonly wants: (holding: Holding) => Promise<Wants>
  /**
   * @param digest SHA-256 @returns CMS over it, detached, DER
   * @throws {CardError} SECRET_WRONG with `triesLeft`, SECRET_BLOCKED, CARD_AWAY
   */
  readonly sign: (digest: Uint8Array, password: string, lastTry: boolean) => Promise<Uint8Array>
}

/** @throws the signal's reason; {CardError} READER_UNAVAILABLE */
export async function heldTo(
  reader: Pick<RemoteReader, 'waitForCard'>,
  signal: AbortSignal,
): Promise<HeldThing> {
  const client = openCard(await reader.waitForCard(signal))
  return {
    async wants(holding) {
      if ((await client.token()).carrier !== holding) return { kind: 'other' }
      if (!(await client.availability()).signing) return { kind: 'no-certificate' }
      // A phone that has not recognised its holder lies there by whoever picked it up.
      if (holding === 'iphone' && !(await client.isRecognised('authentication-pin')))
        return { kind: 'recognition' }
      const { triesLeft, blocked } = await client.retryCounter(secret)
      return blocked ? { kind: 'locked' } : { kind: 'password', triesLeft }
    },
    async sign(digest, password, lastTry) {
      const force = lastTry
      const signer = await client.signer('signing', password, { force })
      const certificate = await client.readCertificate('signing', { value: password, force })
      // The time of a PDF signature stands in the PDF (ETSI EN 319 142-1 §6.3).
      return createSignedData({ digest, signer, certificate, signingTime: undefined })
    },
  }
}

export const cardCode = (error: unknown): CardError['code'] | undefined =>
  error instanceof CardError ? error.code : undefined
