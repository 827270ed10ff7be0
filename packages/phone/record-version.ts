/** A phone's record outlives the app that wrote it: one of version 1 is brought to version 2 when it is opened. */
import { toBase64Url } from './base64.ts'
import type { Random } from './sealing.ts'
import type { PhoneRecord } from './store.ts'

/**
 * What was applied for, is applied for still; what was not handed in yet is begun anew, as its statement is not taken any
 * more. Keys of version 1 have no second copy: their secrets cannot be set anew.
 */
export function upgraded(record: PhoneRecord, random: Random): PhoneRecord {
  if (record.version === 2) return record
  const { application } = record
  if (application?.stage !== 'applied') {
    return { ...record, version: 2, application: undefined, pending: {} }
  }
  const withdrawalKey = toBase64Url(random(16))
  return { ...record, version: 2, application: { ...application, purpose: 'new', withdrawalKey } }
}
