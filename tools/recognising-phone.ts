/** The part of a phone that knows a finger or a face: Chromium's virtual authenticator (WebAuthn Level 3 §11.2). */
import type { Page } from 'playwright-core'

export interface RecognisingPhone {
  /** From now on no finger and no face is known; like a real one it then takes none any more, until `anew`. */
  knowsNobody(): Promise<void>
  /** Whether the person puts a finger on it at once; else its screen stands and waits. */
  finger(atOnce: boolean): Promise<void>
  /** An authenticator that knows the person and keeps no credential yet, in place of this one. */
  anew(): Promise<void>
  /** How many credentials it keeps for these pages. */
  credentials(): Promise<number>
}

/** @param options `prf: false`: it recognises its holder, and opens no key for it */
export async function giveRecognition(
  page: Page,
  { prf = true }: { readonly prf?: boolean } = {},
): Promise<RecognisingPhone> {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  const add = () =>
    session.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        ctap2Version: 'ctap2_1',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        hasPrf: prf,
        automaticPresenceSimulation: true,
      },
    })
  let { authenticatorId } = await add()
  return {
    knowsNobody: async () => {
      await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
    },
    finger: async (enabled) => {
      await session.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled })
    },
    anew: async () => {
      await session.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId })
      authenticatorId = (await add()).authenticatorId
    },
    credentials: async () =>
      (await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length,
  }
}
