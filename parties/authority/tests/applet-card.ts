/** A resident's card with its applets, handed out by the authority's counter, to be spoken to by APDUs. */
import { generateResident, type Resident, VirtualCard } from '@kazashi/card'
import { personalise } from '@kazashi/card/personalisation'
import { createCertificationRequest, softwareSigner } from '@kazashi/pki'
import { nextRsaKey } from '../../../tools/rsa-keys/index.ts'
import { unwrap } from '../api/client.ts'
import { der, type RunningAuthority } from './harness.ts'

export const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
export const cardSecrets = {
  signingPassword: 'ABC123',
  authenticationPin: '1357',
  residentRegisterPin: '2468',
  cardDataPin: '3579',
}

export interface AppletCard {
  readonly card: VirtualCard
  readonly resident: Resident
  /** Identifier of the holder in the authority's register. */
  readonly person: string
}

/** @param seed of the resident */
export async function newAppletCard(
  authority: RunningAuthority,
  seed: number,
): Promise<AppletCard> {
  const today = await authority.now()
  const resident = generateResident(seed, today)
  const keys = {
    signing: await nextRsaKey(),
    authentication: await nextRsaKey(),
  }
  const request = async ({ privateKey }: { privateKey: Uint8Array }) =>
    base64(await createCertificationRequest(await softwareSigner(privateKey, 'RS256')))
  const { person, cardExpiry, certificates } = unwrap(
    await authority.client.POST('/counter/cards', {
      body: {
        resident,
        signing: await request(keys.signing),
        authentication: await request(keys.authentication),
      },
    }),
  )
  const contents = await personalise({
    resident,
    cardExpiry,
    securityCode: '1234',
    secrets: cardSecrets,
    keys: { signing: keys.signing.privateKey, authentication: keys.authentication.privateKey },
    certificates: {
      signing: der(certificates.signing ?? ''),
      authentication: der(certificates.authentication ?? ''),
      signingCa: der(certificates.signingCa),
      authenticationCa: der(certificates.authenticationCa),
    },
    random,
    today,
  })
  return { card: new VirtualCard(contents, random), resident, person }
}
