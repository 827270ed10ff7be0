/** For verifiers that refuse a valid path, too, where an issuer of it did what RFC 5280 §4 says it MUST NOT. */
import type { Certificate } from '../certificate.ts'
import { PkiError } from '../errors.ts'
import { certificateDuties } from './judge.ts'
import type { DutyCode } from './table.ts'

/** An anchor is configured: which number it once drew is no matter. */
const notOfAnchors: readonly DutyCode[] = ['SERIAL_NOT_POSITIVE', 'SERIAL_TOO_LONG']

/** Goes into `validatePath` as its option of this name. @throws {PkiError} PATH_STRICT */
export function strict(anchor: Certificate, chain: readonly Certificate[]): void {
  for (const certificate of new Set([anchor, ...chain])) {
    const passedOver = chain.includes(certificate) ? [] : notOfAnchors
    const fault = certificateDuties(certificate.der).find(
      ({ level, code }) => level === 'must' && !passedOver.includes(code),
    )
    if (fault !== undefined)
      throw new PkiError('PATH_STRICT', `${certificate.subject.text}: ${fault.text}`)
  }
}
