/** Times of certificates and CRLs (RFC 5280 §4.1.2.5, §5.1.2.4): UTCTime through 2049 and GeneralizedTime from then on, to the second, Z. */
import { latin1 } from '@kazashi/octets'
import * as der from '../der.ts'
import type { Note } from './table.ts'

/** @returns YYYYMMDDHHMMSS, to be compared; undefined where it is no time in Z to the second */
export function judgeTime(element: der.Element, at: string, note: Note): string | undefined {
  const text = latin1(element.content)
  if (element.tag === der.tags.utcTime) {
    const [, digits, zone] = /^(\d{10}(?:\d\d)?)(Z|[+-]\d{4})$/.exec(text) ?? []
    if (digits === undefined) {
      note('MALFORMED', at)
      return undefined
    }
    if (digits.length === 10) note('UTC_TIME_WITHOUT_SECONDS', at)
    if (zone !== 'Z') note('UTC_TIME_NOT_ZULU', at)
    const century = Number(digits.slice(0, 2)) < 50 ? '20' : '19'
    return digits.length === 12 && zone === 'Z' ? century + digits : undefined
  }
  const [, digits, fraction, zone] = /^(\d{10,14})([.,]\d+)?(Z|[+-]\d{4}|)$/.exec(text) ?? []
  if (element.tag !== der.tags.generalizedTime || digits === undefined) {
    note('MALFORMED', at)
    return undefined
  }
  if (digits.length < 14 || fraction !== undefined) note('GENERALIZED_TIME_FORM', at)
  if (zone !== 'Z') note('GENERALIZED_TIME_NOT_ZULU', at)
  const year = Number(digits.slice(0, 4))
  // A year that no UTCTime has can only be written so.
  if (year >= 1950 && year < 2050) note('TIME_BEFORE_2050', at)
  return digits.length === 14 && zone === 'Z' ? digits : undefined
}

export function judgeValidity(validity: readonly [der.Element, der.Element], note: Note): void {
  const [first, last] = [
    judgeTime(validity[0], 'notBefore', note),
    judgeTime(validity[1], 'notAfter', note),
  ]
  if (first !== undefined && last !== undefined && last < first)
    note('ENDS_BEFORE_BEGIN', 'validity')
}
