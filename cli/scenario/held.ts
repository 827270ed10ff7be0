/** What lies on the reader of a machine (1-B③, 1-B④) and signs there: a card or an Android phone after its PIN, an iPhone after the face. */
import { type CardTransport, openCard } from '@kazashi/card'
import { biometricsAreOn, heldElement, newBiometricInput, turnOnBiometrics } from '@kazashi/phone'
import { createSignedData } from '@kazashi/pki'
import type { TheCard } from './the-card.ts'
import type { ThePhone } from './the-phone.ts'

interface Held {
  readonly transport: CardTransport
  /** Entered at the machine; undefined: the phone has recognised its holder. */
  readonly pin: string | undefined
}

/** Puts it there, each time anew. */
export type Hold = () => Promise<Held>

export const holdCard =
  (card: TheCard): Hold =>
  async () => ({ transport: await card.hold(), pin: card.authenticationPin })

/** Bytes, as a platform authenticator gives them. */
const secretLength = 32

/** @param random of the scenario */
export function holdPhone({ phone, platform, pin }: ThePhone): Hold {
  if (platform === 'android') return async () => ({ transport: heldElement(phone), pin: pin() })
  const face = phone.random(secretLength)
  return async () => {
    if (!biometricsAreOn(phone)) {
      const made = { credentialId: phone.random(16), input: newBiometricInput(phone) }
      await turnOnBiometrics(phone, pin(), { ...made, secret: face.slice() })
    }
    return { transport: heldElement(phone, face.slice()), pin: undefined }
  }
}

/** @param content of the login statement @returns CMS, DER @throws {CardError} */
export async function signHeld(hold: Hold, content: Uint8Array, time: Date): Promise<Uint8Array> {
  const { transport, pin } = await hold()
  try {
    const client = openCard(transport)
    const recognised = await client.isRecognised('authentication-pin')
    const proof = pin === undefined || recognised ? async () => undefined : pin
    const signer = await client.signer('authentication', proof)
    const certificate = await client.readCertificate('authentication')
    return await createSignedData({ content, certificate, signer, signingTime: time })
  } finally {
    await transport.close()
  }
}
