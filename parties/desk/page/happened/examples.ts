/** Lines of a trace for tests: something ordinary, of which a test says what is different. */
import type { RecordsSeen, RequestSeen, SignatureSeen } from './seen.ts'

const at = '2026-11-29T01:00:00.000Z'

export const requestSeen = (other: Partial<RequestSeen> = {}): RequestSeen => ({
  type: 'request',
  id: `request ${other.order ?? 1}`,
  at,
  order: 1,
  from: 'app',
  byPage: true,
  to: 'authority',
  method: 'POST',
  route: '/nonces',
  address: 'http://authority.kazashi.localhost:8080/nonces',
  proofs: [],
  status: 201,
  milliseconds: 3,
  sent: { bytes: 0 },
  answered: { type: 'application/json', bytes: 20, shown: { nonce: '•••' } },
  ...other,
})

export const tableSeen = (other: Partial<RecordsSeen> = {}): RecordsSeen => ({
  type: 'records',
  id: `records ${other.order ?? 1}`,
  at,
  order: 1,
  party: 'authority',
  change: 'insert',
  table: 'record.nonce',
  rows: 1,
  ...other,
})

export const signatureSeen = (other: Partial<SignatureSeen> = {}): SignatureSeen => ({
  type: 'signature',
  id: `signature ${other.order ?? 1}`,
  at,
  order: 1,
  party: 'authority',
  what: 'ocsp',
  bytes: 1728,
  ...other,
})
