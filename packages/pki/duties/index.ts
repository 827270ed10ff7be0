/**
 * For those who issue: a certificate, a CRL or an OCSP answer against the duties that RFC 5280 and 6960 put on its issuer. Whether a verifier may
 * take it is another question, which `@kazashi/pki` answers; `strict` has `validatePath` ask this one, too.
 */
export { certificateDuties, crlDuties, ocspDuties } from './judge.ts'
export { strict } from './strict.ts'
export { type Duty, type DutyCode, duties, type Finding } from './table.ts'
