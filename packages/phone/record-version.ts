/** A phone's record outlives the app that wrote it: an older one is brought to version 3 when it is opened. */
import { base64url } from '@kazashi/octets'
import type { Random } from './sealing.ts'
import type { PhoneRecord } from './store.ts'

/**
 * Version 3 has nothing that 2 does not: an app that knows nothing of biometrics would keep their copy of a key whose PIN
 * was locked, so it must not open the record.
 * Of version 1, an application handed in goes on; one that was not handed in yet is begun anew, as its statement is not
 * taken any more. Keys of version 1 have no second copy: their secrets cannot be set anew.
 */
export function upgraded(record: PhoneRecord, random: Random): PhoneRecord {
  if (record.version === 3) return record
  if (record.version === 2) return { ...record, version: 3 }
  const { application } = record
  if (application?.stage !== 'applied') {
    return { ...record, version: 3, application: undefined, pending: {} }
  }
  const withdrawalKey = base64url.encode(random(16))
  return { ...record, version: 3, application: { ...application, purpose: 'new', withdrawalKey } }
}
