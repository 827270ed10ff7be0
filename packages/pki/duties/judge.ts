/** A certificate, a CRL or an OCSP answer against all the duties of its issuer. Nothing is thrown: what cannot be read is a finding, too. */
import { equalBytes } from '@kazashi/octets'
import { parseOcspResponse } from '../ocsp-verify.ts'
import { understood } from '../understood-extensions.ts'
import { judgeAlternativeNames } from './alternative-names.ts'
import { judgeConstraints } from './constraints.ts'
import { judgeCrl } from './crl.ts'
import { judgeCertificateExtensions } from './extensions.ts'
import { judgeFields } from './fields.ts'
import { judgeKeyUsage } from './key-usage.ts'
import { judgeNames } from './names.ts'
import { judgePointers } from './pointers.ts'
import { judgePolicies } from './policies.ts'
import { type LooseExtension, readable, readCertificate, readCrl } from './reading.ts'
import { type Finding, findings, type Note } from './table.ts'
import { judgeValidity } from './times.ts'

/** @param bytes DER @returns each finding once for a place; none: as RFC 5280 wants it issued */
export const certificateDuties = (bytes: Uint8Array): Finding[] =>
  findings((note, found) =>
    readable(note, 'certificate', () => {
      const certificate = readCertificate(bytes)
      judgeFields(certificate, note)
      judgeValidity(certificate.validity, note)
      judgeNames(certificate, note)
      judgeCertificateExtensions(certificate, note)
      judgeAlternativeNames(certificate, note)
      judgeKeyUsage(certificate, note)
      judgeConstraints(certificate, note)
      judgePolicies(certificate, note)
      judgePointers(certificate, note)
      judgeEncoding(certificate.extensions, found(), note)
    }),
  )

/** What is understood must have the one encoding it can have; where a better word was found, that is enough. */
function judgeEncoding(
  extensions: readonly LooseExtension[],
  found: readonly Finding[],
  note: Note,
): void {
  for (const { oid, name, value } of extensions) {
    if (found.some(({ at }) => at === name || at.startsWith(`${name}.`))) continue
    readable(note, name, () => {
      const again = understood.get(oid)?.(value)
      if (again !== undefined && !equalBytes(again, value)) note('MALFORMED', name)
    })
  }
}

/** @param bytes DER */
export const crlDuties = (bytes: Uint8Array): Finding[] =>
  findings((note) => readable(note, 'crl', () => judgeCrl(readCrl(bytes), note)))

/** @param bytes OCSPResponse, DER */
export const ocspDuties = (bytes: Uint8Array): Finding[] =>
  findings((note) =>
    readable(note, 'response', () => {
      for (const { thisUpdate, producedAt } of parseOcspResponse(bytes).responses)
        if (thisUpdate > producedAt) note('STATUS_AFTER_ANSWER', 'thisUpdate')
    }),
  )
