import { expect, test } from 'vitest'
import type { CertificateSummary } from '../phone/phone-summary.ts'
import { attributesHindrance, loginHindrance } from './login-hindrance.ts'

const good: CertificateSummary = {
  kind: 'authentication',
  notAfter: new Date('2031-04-03T14:59:59Z'),
  validity: 'good',
  locked: false,
  biometrics: false,
  suspended: false,
}
const signing = { ...good, kind: 'signing' } as const
const on = (certificates: readonly CertificateSummary[], endedKinds: readonly 'authentication'[]) =>
  loginHindrance({
    name: 'active',
    certificates,
    endedKinds: endedKinds.map((kind) => ({ kind })),
  })

test.each([
  ['in use', [good, signing], undefined],
  ['near its end', [{ ...good, validity: 'ending' }], undefined],
  [
    'the signing certificate is locked, which nobody needs here',
    [good, { ...signing, locked: true }],
    undefined,
  ],
  ['suspended', [{ ...good, suspended: true, validity: 'expired' }], 'CERTIFICATE_SUSPENDED'],
  ['expired', [{ ...good, validity: 'expired', locked: true }], 'CERTIFICATE_EXPIRED'],
  ['its PIN is locked', [{ ...good, locked: true }], 'SECRET_BLOCKED'],
  ['only the signing certificate was chosen', [signing], 'KEY_MISSING'],
] as const)('1-B① before the PIN is asked for: %s', (_what, certificates, code) => {
  expect(on(certificates, [])).toBe(code)
})

test('1-B① the certificate that logs in was revoked and the other goes on', () => {
  expect(on([signing], ['authentication'])).toBe('CERTIFICATE_REVOKED')
})

test.each([
  ['nothing', 'NOT_APPLIED'],
  ['unfinished', 'NOT_APPLIED'],
  ['waiting', 'NOT_REGISTERED'],
  ['ready', 'NOT_REGISTERED'],
  ['ended', 'CERTIFICATE_REVOKED'],
] as const)('1-B① nothing is registered: %s', (name, code) => {
  expect(loginHindrance({ name, certificates: [], endedKinds: [] })).toBe(code)
})

test.each([
  ['in use', [good, signing], undefined],
  ['not there', [good], 'SIGNING_MISSING'],
  ['suspended', [good, { ...signing, suspended: true }], 'CERTIFICATE_SUSPENDED'],
  ['expired', [good, { ...signing, validity: 'expired' }], 'CERTIFICATE_EXPIRED'],
  ['its password is locked', [good, { ...signing, locked: true }], 'SECRET_BLOCKED'],
] as const)(
  '1-B① where a site wants attributes the signing certificate is looked at before the PIN: %s',
  (_what, certificates, code) => {
    expect(attributesHindrance({ name: 'active', certificates, endedKinds: [] })).toBe(code)
  },
)
