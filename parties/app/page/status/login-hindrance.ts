/** 1-B①: the reason why this phone cannot log in now, shown before a PIN is asked for. */
import type { FaultCode } from '../faults/codes.ts'
import type { PhoneCondition, PhoneSummary } from '../phone/phone-summary.ts'

/** Where nothing is registered on the phone. */
const whyNone: Readonly<Record<PhoneCondition, FaultCode>> = {
  nothing: 'NOT_APPLIED',
  unfinished: 'NOT_APPLIED',
  waiting: 'NOT_REGISTERED',
  ready: 'NOT_REGISTERED',
  active: 'NOT_REGISTERED',
  suspended: 'NOT_REGISTERED',
  ended: 'CERTIFICATE_REVOKED',
}

/** @returns the code of a refusal; undefined: the site decides */
export function loginHindrance({
  name,
  certificates,
  endedKinds,
}: Pick<PhoneSummary, 'name' | 'certificates' | 'endedKinds'>): FaultCode | undefined {
  if (certificates.length === 0) return whyNone[name]
  const own = certificates.find(({ kind }) => kind === 'authentication')
  if (own === undefined) {
    const ended = endedKinds.some(({ kind }) => kind === 'authentication')
    return ended ? 'CERTIFICATE_REVOKED' : 'KEY_MISSING'
  }
  if (own.suspended) return 'CERTIFICATE_SUSPENDED'
  if (own.validity === 'expired') return 'CERTIFICATE_EXPIRED'
  return own.locked ? 'SECRET_BLOCKED' : undefined
}
