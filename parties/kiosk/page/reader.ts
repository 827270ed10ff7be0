/** What the kiosk's reader does with what is held to it: which kind it is, whether a PIN is wanted, and the signature that proves possession. */
import { type CardClient, CardError, openCard, type RemoteReader } from '@kazashi/card'
import { createSignedData } from '@kazashi/pki'
import { createLoginStatement } from '@kazashi/verify'
import type { Challenge } from './api.ts'
import type { Carrier } from './kiosk.ts'

const secret = 'authentication-pin'

type Wants =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'pin'; readonly triesLeft: number }
  /** An iPhone that has not recognised its holder. */
  | { readonly kind: 'recognition' }
  | { readonly kind: 'other' }
  | { readonly kind: 'locked' }

/** The kind of thing that a token says it is (EF 0006). */
async function isKind(client: CardClient, carrier: Carrier): Promise<boolean> {
  return (await client.token()).carrier === carrier
}

/** One thing held to the reader, until it is taken away. */
export interface HeldThing {
  readonly wants: (carrier: Carrier) => Promise<Wants>
  /**
   * @param pin undefined: the phone has recognised its holder @returns CMS over the statement, DER
   * @throws {CardError} SECRET_WRONG with `triesLeft`, SECRET_BLOCKED, CARD_AWAY, FILE_NOT_FOUND
   */
  readonly prove: (
    challenge: Challenge,
    pin: string | undefined,
    lastTry: boolean,
  ) => Promise<Uint8Array>
}

/** @throws the signal's reason; {CardError} READER_UNAVAILABLE */
export async function heldTo(reader: RemoteReader, signal: AbortSignal): Promise<HeldThing> {
  const client = openCard(await reader.waitForCard(signal))
  return {
    async wants(carrier) {
      if (!(await isKind(client, carrier))) return { kind: 'other' }
      if (await client.isRecognised(secret)) return { kind: 'nothing' }
      if (carrier === 'iphone') return { kind: 'recognition' }
      const { triesLeft, blocked } = await client.retryCounter(secret)
      return blocked ? { kind: 'locked' } : { kind: 'pin', triesLeft }
    },
    async prove(challenge, pin, lastTry) {
      const { audience, nonce, code, relyingParty, purpose, now } = challenge
      const proof = pin ?? (async () => undefined)
      const signer = await client.signer('authentication', proof, { force: lastTry })
      const content = createLoginStatement({
        type: 'kazashi-login',
        audience,
        nonce,
        code,
        relyingParty,
        purpose,
        time: now,
      })
      const certificate = await client.readCertificate('authentication')
      return createSignedData({ content, signer, certificate, signingTime: new Date(now) })
    },
  }
}

export const cardCode = (error: unknown): CardError['code'] | undefined =>
  error instanceof CardError ? error.code : undefined
