/** Birth date of the card's holder: for the warning about PINs that are easy to guess (2-D, 3-D). Read anew each time, kept nowhere. */
import { readAttributes, verifySignedData } from '@kazashi/pki'
import type { Phone } from '../phone.ts'
import { signedCms } from './signed-application.ts'

/**
 * @returns YYYY-MM-DD from the card's signing certificate; undefined: no card has signed for a procedure under way
 * @throws {PhoneError} UNSEALING @throws {PkiError} the kept octets are no signature of a card
 */
export async function holderBirthDate(phone: Phone): Promise<string | undefined> {
  const { application, request } = phone.record
  const cms =
    application?.stage === 'signed'
      ? await signedCms(phone)
      : request?.action === 'unblock'
        ? request.cms
        : undefined
  if (cms === undefined) return undefined
  const { certificate } = await verifySignedData(cms)
  return readAttributes(certificate)?.birthDate
}
