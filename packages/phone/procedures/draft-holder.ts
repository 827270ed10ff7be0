/** Whose draft it is (2-C, 3-C): the first card that is read for it says so, and no other goes on with it (docs/decisions/0031). */
import { equalBytes } from '@kazashi/octets'
import { encodeCanonical } from '../canonical-json.ts'
import { PhoneError } from '../errors.ts'
import type { Phone } from '../phone.ts'
import { openByDevice, sealByDevice } from '../sealing.ts'
import { withoutApplication } from './signed-application.ts'

/** As the card tells it; without the address, which a person changes more easily than these. */
export interface Holder {
  readonly name: string
  readonly birthDate: string
  readonly sex: string
}

/**
 * Binds the draft to the card's holder, or looks whether it is the same person. Kept is a digest, sealed by the device.
 * @param nonce of the draft's statement, so that two drafts of one person have different digests
 * @throws {PhoneError} DRAFT_OF_ANOTHER_PERSON: the draft is gone then, and the phone as before 2-C; UNSEALING, STORE_FAILED
 */
export async function checkHolder(
  phone: Phone,
  nonce: string,
  { name, birthDate, sex }: Holder,
): Promise<void> {
  const { application, device } = phone.record
  if (application?.stage !== 'draft' && application?.stage !== 'iphone-draft') return
  const person = encodeCanonical({ nonce, name, birthDate, sex })
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', person))
  if (application.holder === undefined) {
    const holder = await sealByDevice(device.sealingKey, 'holder', digest, phone.random)
    return phone.change((record) =>
      record.application === application
        ? { ...record, application: { ...application, holder } }
        : record,
    )
  }
  const bound = await openByDevice(device.sealingKey, 'holder', application.holder)
  if (equalBytes(bound, digest)) return
  await phone.change(withoutApplication)
  throw new PhoneError('DRAFT_OF_ANOTHER_PERSON')
}
