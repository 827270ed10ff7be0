/** Duties of those who issue CRLs (RFC 5280 §5). */
import { hex } from '@kazashi/octets'
import * as der from '../der.ts'
import { oids } from '../oids.ts'
import { judgeAuthorityKey, judgeExtensions } from './extensions.ts'
import { judgeAlgorithms } from './fields.ts'
import { type LooseCrl, readable } from './reading.ts'
import type { Note } from './table.ts'
import { judgeTime } from './times.ts'

const numberOctets = 20
/** 7 is not used (RFC 5280 §5.3.1). */
const reasons: readonly number[] = [1, 2, 3, 4, 5, 6, 8, 9, 10]

export function judgeCrl(crl: LooseCrl, note: Note): void {
  const { version, algorithms, nextUpdate, entries, extensions } = crl
  if (version !== 2) note('CRL_VERSION', 'version')
  judgeAlgorithms(algorithms, note)
  const thisUpdate = judgeTime(crl.thisUpdate, 'thisUpdate', note)
  if (nextUpdate === undefined) note('CRL_NEXT_UPDATE_MISSING', 'nextUpdate')
  else judgeTime(nextUpdate, 'nextUpdate', note)
  judgeExtensions(extensions, note)
  judgeAuthorityKey(extensions, note)
  readable(note, 'cRLNumber', () => {
    const number = extensions.find(({ oid }) => oid === oids.cRLNumber)
    if (number === undefined) note('CRL_NUMBER_MISSING', 'cRLNumber')
    else if (der.readMagnitude(der.readDer(number.value)).length > numberOctets)
      note('CRL_NUMBER_TOO_LONG', 'cRLNumber')
  })
  if (entries?.length === 0) note('CRL_EMPTY_LIST', 'revokedCertificates')
  judgeEntries(entries ?? [], thisUpdate, note)
}

function judgeEntries(
  entries: NonNullable<LooseCrl['entries']>,
  thisUpdate: string | undefined,
  note: Note,
): void {
  const seen = new Set<string>()
  // An indirect CRL names the issuer of an entry and of those after it (§5.3.3).
  let issuer = ''
  for (const { serialNumber, revokedAt, extensions } of entries) {
    const at = 'revokedCertificates'
    judgeExtensions(extensions, note, `${at}.`)
    const revoked = judgeTime(revokedAt, `${at}.revocationDate`, note)
    if (revoked !== undefined && revoked < '1950') note('ENTRY_BEFORE_UTC_TIME', at)
    if (revoked !== undefined && thisUpdate !== undefined && revoked > thisUpdate)
      note('ENTRY_AFTER_LIST', at)
    for (const { oid, value } of extensions) {
      if (oid === oids.certificateIssuer) issuer = hex.encode(value)
      if (oid === oids.reasonCode)
        readable(note, `${at}.reasonCode`, () => judgeReason(value, note))
    }
    const entry = `${issuer} ${hex.encode(serialNumber)}`
    if (seen.has(entry)) note('ENTRY_TWICE', at)
    seen.add(entry)
  }
}

function judgeReason(value: Uint8Array, note: Note): void {
  const at = 'revokedCertificates.reasonCode'
  const reason = der.readNumber(der.readDer(value), der.tags.enumerated)
  if (reason === 0) note('REASON_UNSPECIFIED', at)
  else if (!reasons.includes(reason)) note('REASON_UNKNOWN', at)
}
