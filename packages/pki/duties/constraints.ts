/** Basic constraints and name constraints (RFC 5280 §4.2.1.9, §4.2.1.10). */
import * as der from '../der.ts'
import { oids } from '../oids.ts'
import { isQualified, readGeneralName } from './alternative-names.ts'
import { inside, type LooseCertificate, listOf, readable } from './reading.ts'
import type { Note } from './table.ts'

export function judgeConstraints(certificate: LooseCertificate, note: Note): void {
  const { extensions, isCa } = certificate
  for (const { oid, name, value } of extensions) {
    if (oid === oids.basicConstraints)
      readable(note, name, () => judgeBasicConstraints(value, certificate, note))
    if (oid === oids.nameConstraints) {
      if (!isCa) note('NAME_CONSTRAINTS_NOT_CA', name)
      readable(note, name, () => {
        for (const subtree of listOf(value).flatMap(inside)) judgeSubtree(subtree, name, note)
      })
    }
  }
}

function judgeBasicConstraints(value: Uint8Array, certificate: LooseCertificate, note: Note): void {
  const reader = new der.Reader(der.readDer(value, der.tags.sequence))
  const flag = reader.optional(der.tags.boolean)
  const length = reader.optional(der.tags.integer)
  if (flag?.content[0] === 0) note('DEFAULT_WRITTEN', 'basicConstraints.cA')
  if (length === undefined) return
  const usage = certificate.extensions.find(({ oid }) => oid === oids.keyUsage)?.value
  // The sixth bit: keyCertSign.
  const signs = usage === undefined || ((usage[3] ?? 0) & 0x04) !== 0
  if (!certificate.isCa || !signs) note('PATH_LENGTH_NOT_CA', 'basicConstraints')
  if ((length.content[0] ?? 0) >= 0x80) note('PATH_LENGTH_NEGATIVE', 'basicConstraints')
}

function judgeSubtree(subtree: der.Element, at: string, note: Note): void {
  const reader = new der.Reader(subtree)
  const { kind, text } = readGeneralName(reader.any())
  const minimum = reader.optional(der.context(0))
  const maximum = reader.optional(der.context(1))
  if (minimum?.content.some((octet) => octet !== 0)) note('SUBTREE_MINIMUM', at)
  if (maximum !== undefined) note('SUBTREE_MAXIMUM', at)
  // One that begins with a period is for all hosts below (RFC 5280 §4.2.1.10).
  if (kind === 'uri' && !isQualified(text.replace(/^\./, ''))) note('SUBTREE_URI', at)
  if (kind === 'x400' || kind === 'ediParty' || kind === 'registeredId')
    note('SUBTREE_KIND', `${at}.${kind}`)
}
