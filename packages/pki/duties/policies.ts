/** Policies, their notices and their mappings (RFC 5280 §4.2.1.4, §4.2.1.5, RFC 6818 §3). */
import * as der from '../der.ts'
import { oids } from '../oids.ts'
import { inside, type LooseCertificate, listOf, readable } from './reading.ts'
import type { Note } from './table.ts'

const mostCharacters = 200

export function judgePolicies({ extensions }: LooseCertificate, note: Note): void {
  const value = (sought: string) => extensions.find(({ oid }) => oid === sought)?.value
  const policies: string[] = []
  const asserted = value(oids.certificatePolicies)
  if (asserted)
    readable(note, 'certificatePolicies', () => {
      for (const information of listOf(asserted)) policies.push(judgePolicy(information, note))
      if (new Set(policies).size < policies.length) note('POLICY_TWICE', 'certificatePolicies')
    })
  const mapped = value(oids.policyMappings)
  if (mapped)
    readable(note, 'policyMappings', () => {
      for (const mapping of listOf(mapped)) {
        const pair = inside(mapping).map((one) => der.readOid(one))
        if (pair.includes(oids.anyPolicy)) note('ANY_POLICY_MAPPED', 'policyMappings')
        else if (!policies.includes(pair[0] ?? '')) note('MAPPED_POLICY_MISSING', 'policyMappings')
      }
    })
}

/** @returns its OID */
function judgePolicy(information: der.Element, note: Note): string {
  const at = 'certificatePolicies'
  const reader = new der.Reader(information)
  const policy = der.readOid(reader.next(der.tags.oid))
  const list = reader.optional(der.tags.sequence)
  const qualifiers = list ? inside(list) : []
  if (list && qualifiers.length === 0) note('EMPTY_LIST', `${at}.policyQualifiers`)
  for (const qualifier of qualifiers) {
    const inner = new der.Reader(qualifier)
    const oid = der.readOid(inner.next(der.tags.oid))
    if (policy === oids.anyPolicy && oid !== oids.cps && oid !== oids.userNotice)
      note('ANY_POLICY_QUALIFIER', at)
    if (oid === oids.userNotice && inner.more)
      for (const part of inside(inner.any())) judgeNotice(part, `${at}.userNotice`, note)
  }
  return policy
}

/** NoticeReference is a SEQUENCE, DisplayText a string. */
function judgeNotice(part: der.Element, at: string, note: Note): void {
  if (part.tag === der.tags.sequence) {
    note('NOTICE_REFERENCE', at)
    return
  }
  if (part.tag === der.tags.ia5String) note('NOTICE_IA5', at)
  if (part.tag !== der.tags.utf8String) note('NOTICE_NOT_UTF8', at)
  const text = der.readText(part)
  if (Array.from(text).length > mostCharacters) note('NOTICE_TOO_LONG', at)
  if (/\p{Cc}/u.test(text)) note('NOTICE_CONTROL', at)
  if (text !== text.normalize('NFC')) note('NOTICE_NOT_NORMAL', at)
}
