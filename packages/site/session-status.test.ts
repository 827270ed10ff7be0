import { expect, test } from 'vitest'
import { endingReason, type Holder, isDue } from './session-status.ts'

const checked = new Date('2026-11-23T01:00:00.000Z')
const later = (seconds: number) => new Date(checked.getTime() + seconds * 1000)

const notAfter = new Date('2030-01-01T14:59:59.000Z')
const holder: Holder = { statusCheckedAt: checked, loggedInAt: checked, validUntil: notAfter }

test('1-B①.refused a status is asked for again after a minute, when the clock went back, and once the certificate expired', () => {
  expect(isDue(holder, checked)).toBe(false)
  expect(isDue(holder, later(59))).toBe(false)
  expect(isDue(holder, later(60))).toBe(true)
  expect(isDue(holder, later(-1))).toBe(true)
  const recent = { ...holder, statusCheckedAt: notAfter }
  expect(isDue(recent, notAfter)).toBe(false)
  expect(isDue(recent, new Date(notAfter.getTime() + 1000))).toBe(true)
  const unknown = { statusCheckedAt: notAfter, loggedInAt: checked }
  expect(isDue(unknown, new Date(notAfter.getTime() + 1000))).toBe(false)
})

test('RFC 6960 §2.2 a refusal ends the session at once, a silent responder after ten minutes', () => {
  const refused = { code: 'CERTIFICATE_REVOKED', mayRepeat: false } as const
  expect(endingReason(holder, refused, later(60))).toBe('CERTIFICATE_REVOKED')
  const silent = { code: 'STATUS_UNAVAILABLE', mayRepeat: true } as const
  expect(endingReason(holder, silent, later(599))).toBeUndefined()
  expect(endingReason(holder, silent, later(600))).toBe('STATUS_UNAVAILABLE')
  expect(endingReason(holder, silent, later(-600))).toBe('STATUS_UNAVAILABLE')
})
