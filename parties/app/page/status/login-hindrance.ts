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

type Own = Pick<PhoneSummary, 'name' | 'certificates' | 'endedKinds'>

/** What keeps the signing certificate from handing over attributes. @returns undefined: nothing that the phone knows */
export function attributesHindrance({ certificates }: Own): FaultCode | undefined {
  const own = certificates.find(({ kind }) => kind === 'signing')
  if (own === undefined) return 'SIGNING_MISSING'
  if (own.suspended) return 'CERTIFICATE_SUSPENDED'
  if (own.validity === 'expired') return 'CERTIFICATE_EXPIRED'
  return own.locked ? 'SECRET_BLOCKED' : undefined
}

/** @returns the code of a refusal; undefined: the site decides */
export function loginHindrance({ name, certificates, endedKinds }: Own): FaultCode | undefined {
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
