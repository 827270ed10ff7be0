/** A phone of which its authority has no record: it is another authority, or one that began anew, as a sandbox does. */
import type { AuthorityPort } from '../authority-port.ts'
import { PhoneError } from '../errors.ts'
import type { Phone } from '../phone.ts'
import { refreshFromAuthority } from './refresh.ts'

/**
 * Keys, secrets, certificates and procedures under way are erased: the phone is as one that never applied. The authority is
 * asked once more before.
 * @throws {PhoneError} KNOWN_TO_AUTHORITY (nothing is erased: there are 2-F, 3-E and the withdrawal), STORE_FAILED; and
 *   any error of the authority's client
 */
export async function resetPhone(phone: Phone, authority: AuthorityPort): Promise<void> {
  if ((await refreshFromAuthority(phone, authority)).known) {
    throw new PhoneError('KNOWN_TO_AUTHORITY')
  }
  await phone.element.erase(({ version, revision, device, installed, pending }) => ({
    version,
    revision,
    device,
    installed,
    pending,
    application: undefined,
    credential: undefined,
  }))
}
