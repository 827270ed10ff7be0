/** The card's signing key signs a statement, for every procedure with the card at hand (RFC 5652). */
import { type CardTransport, openCard } from '@kazashi/card'
import { createSignedData, parseCertificate, readAttributes, verifySignedData } from '@kazashi/pki'
import { PhoneError } from '../errors.ts'
import type { Phone } from '../phone.ts'
import { withCard } from './card-errors.ts'
import type { Holder } from './draft-holder.ts'

/** For the screen that says what goes on while the card is held. */
export type CardProgress = 'card-found' | 'password-right' | 'certificate-read' | 'signed'

export interface CardAtHand {
  readonly transport: CardTransport
  readonly signingPassword: string
  /** Spend the password's last try. */
  readonly force?: boolean
  readonly onProgress?: (step: CardProgress) => void
  /** Hears whose card it is, before it signs; a throw ends the reading. */
  readonly onHolder?: (holder: Holder) => Promise<void>
}

/** @throws {PhoneError} CARD_AWAY, CARD_UNREADABLE, NOT_A_MY_NUMBER_CARD, CARD_CERTIFICATE_MISSING */
export async function findCard(transport: CardTransport) {
  return withCard(async () => {
    const card = openCard(transport)
    const { carrier } = await card.token()
    if (carrier !== 'card') throw new PhoneError('NOT_A_MY_NUMBER_CARD', { detail: carrier })
    if (!(await card.availability()).signing) throw new PhoneError('CARD_CERTIFICATE_MISSING')
    return card
  })
}

/**
 * Nothing is lost when the card leaves: call again.
 * @returns CMS SignedData, DER
 * @throws {PhoneError} CARD_AWAY, CARD_UNREADABLE, NOT_A_MY_NUMBER_CARD, CARD_SECRET_WRONG {triesLeft, secret},
 *   CARD_SECRET_BLOCKED, CARD_LAST_TRY, CARD_CERTIFICATE_MISSING
 */
export async function signWithCard(
  phone: Pick<Phone, 'authorityTime'>,
  content: Uint8Array,
  { transport, signingPassword, force = false, onProgress, onHolder }: CardAtHand,
): Promise<Uint8Array> {
  const card = await findCard(transport)
  onProgress?.('card-found')
  const cms = await withCard(async () => {
    await card.verify('signing-password', signingPassword, { force })
    onProgress?.('password-right')
    const certificate = await card.readCertificate('signing', { value: signingPassword, force })
    onProgress?.('certificate-read')
    const holder = onHolder && readAttributes(parseCertificate(certificate))
    if (holder) await onHolder?.(holder)
    const signer = await card.signer('signing', signingPassword, { force })
    const signingTime = phone.authorityTime.now()
    return createSignedData({ content, certificate, signer, signingTime })
  })
  await verifySignedData(cms) // a card that left halfway through a signature is not to be found out at the authority
  onProgress?.('signed')
  return cms
}
