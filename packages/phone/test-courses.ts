/** For the tests of this package: phones that have gone some way of the course, and cards that leave. */
import type { CardContents, CardTransport } from '@kazashi/card'
import { type CertificateKind, certificateKinds } from '@kazashi/lifecycle'
import type { Phone } from './phone.ts'
import { prepareApplication, setSecrets, signApplication } from './procedures/application.ts'
import {
  type IphoneChoice,
  prepareIphoneApplication,
  setIphoneSecrets,
  signIphoneApplication,
} from './procedures/iphone-application.ts'
import { registerCredential } from './procedures/registration.ts'
import { submitApplication } from './procedures/signed-application.ts'
import { memoryPhoneStore } from './store.ts'
import {
  cardSecrets,
  inReach,
  now,
  phoneSecrets,
  type SmallAuthority,
  someIphone,
  somePhone,
} from './test-builders.ts'

export const lostAnswer = () => new TypeError('fetch failed')

/** The card of `contents` in reach, with its password. */
export const cardAtHand = (contents: CardContents) => ({
  transport: inReach(contents),
  signingPassword: cardSecrets.signingPassword,
})

/** A card that leaves the phone after so many commands. */
export function leavingAfter(contents: CardContents, commands: number): CardTransport {
  const transport = inReach(contents)
  let left = commands
  return {
    atr: transport.atr,
    async transmit(command) {
      if (left === 0) await transport.close()
      left -= 1
      return transport.transmit(command)
    },
    reset: () => transport.reset(),
    close: () => transport.close(),
  }
}

const secretsOf = (kinds: readonly CertificateKind[]) => ({
  ...(kinds.includes('signing') && { signingPassword: phoneSecrets.signingPassword }),
  ...(kinds.includes('authentication') && { authenticationPin: phoneSecrets.authenticationPin }),
})

/** An Android phone after 2-E, with `phoneSecrets`. */
export async function registeredAndroid(
  authority: SmallAuthority,
  card: CardContents,
  kinds: readonly CertificateKind[] = certificateKinds,
  store = memoryPhoneStore(),
): Promise<Phone> {
  const phone = await somePhone(store)
  const draft = await prepareApplication(phone, authority, { kinds, consentVersion: '2026-11' })
  await signApplication(draft, inReach(card), cardSecrets.signingPassword)
  await setSecrets(phone, secretsOf(kinds))
  const { id } = await submitApplication(phone, authority)
  await registerCredential(phone, authority, id)
  return phone
}

export const iphoneChoice: IphoneChoice = {
  consentVersion: '2026-11',
  faceCheck: { method: 'practice', passedAt: now },
}

/** An iPhone whose card has signed (3-C). */
export async function signedIphone(
  authority: SmallAuthority,
  card: CardContents,
  store = memoryPhoneStore(),
): Promise<Phone> {
  const phone = await someIphone(store)
  const draft = await prepareIphoneApplication(phone, authority, iphoneChoice)
  await signIphoneApplication(draft, { ...cardAtHand(card), cardDataPin: cardSecrets.cardDataPin })
  return phone
}

/** An iPhone after 3-D, with `phoneSecrets`. */
export async function registeredIphone(
  authority: SmallAuthority,
  card: CardContents,
): Promise<Phone> {
  const phone = await signedIphone(authority, card)
  await setIphoneSecrets(phone, phoneSecrets)
  const { id } = await submitApplication(phone, authority)
  await registerCredential(phone, authority, id)
  return phone
}
