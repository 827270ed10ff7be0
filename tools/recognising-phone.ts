/** The part of a phone that knows a finger or a face: Chromium's virtual authenticator (WebAuthn Level 3 §11.2). */
import type { Page } from 'playwright-core'

export interface RecognisingPhone {
  /** Whether the next fingers and faces are known. */
  knows(person: boolean): Promise<void>
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
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', ctap2Version: 'ctap2_1', transport: 'internal' },
      ...{ hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
      ...{ hasPrf: prf, automaticPresenceSimulation: true },
    },
  })
  return {
    knows: async (person) => {
      await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: person })
    },
    credentials: async () =>
      (await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length,
  }
}
