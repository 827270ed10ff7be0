/** Distinguished names (RFC 5280 §4.1.2.4, §4.1.2.6): what must be there, the upper bounds and string types of appendix A.1. */
import { equalBytes } from '@kazashi/octets'
import * as der from '../der.ts'
import { PkiError } from '../errors.ts'
import { readName, sameName } from '../name.ts'
import { oids } from '../oids.ts'
import { generalNamesOf } from './alternative-names.ts'
import { inside, type LooseCertificate, readable } from './reading.ts'
import type { Note } from './table.ts'

interface AttributeRule {
  readonly name: string
  /** Characters; undefined: as many as one likes. */
  readonly most?: number
  /** The one string type; undefined: DirectoryString. */
  readonly tag?: number
}
const { printableString, ia5String } = der.tags
const unboundedName = 32_768

/** By OID. postalCode and streetAddress are bounded by X.520 alone. */
const attributes: Readonly<Record<string, AttributeRule>> = {
  '2.5.4.3': { name: 'commonName', most: 64 },
  '2.5.4.4': { name: 'surname', most: unboundedName },
  '2.5.4.5': { name: 'serialNumber', most: 64, tag: printableString },
  '2.5.4.6': { name: 'countryName', most: 2, tag: printableString },
  '2.5.4.7': { name: 'localityName', most: 128 },
  '2.5.4.8': { name: 'stateOrProvinceName', most: 128 },
  '2.5.4.9': { name: 'streetAddress', most: 128 },
  '2.5.4.10': { name: 'organizationName', most: 64 },
  '2.5.4.11': { name: 'organizationalUnitName', most: 64 },
  '2.5.4.12': { name: 'title', most: 64 },
  '2.5.4.17': { name: 'postalCode', most: 16 },
  '2.5.4.41': { name: 'name', most: unboundedName },
  '2.5.4.42': { name: 'givenName', most: unboundedName },
  '2.5.4.43': { name: 'initials', most: unboundedName },
  '2.5.4.44': { name: 'generationQualifier', most: unboundedName },
  '2.5.4.46': { name: 'dnQualifier', tag: printableString },
  '2.5.4.65': { name: 'pseudonym', most: 128 },
  '0.9.2342.19200300.100.1.25': { name: 'domainComponent', tag: ia5String },
  '1.2.840.113549.1.9.1': { name: 'emailAddress', most: 255, tag: ia5String },
}

const oldTypes: ReadonlySet<number> = new Set([
  der.tags.teletexString,
  der.tags.bmpString,
  der.tags.universalString,
])

export function judgeNames(certificate: LooseCertificate, note: Note): void {
  const { issuer, subject, isCa } = certificate
  if (issuer.content.length === 0) note('NAME_EMPTY', 'issuer')
  if (subject.content.length === 0 && isCa) note('NAME_EMPTY', 'subject')
  const alternative = generalNamesOf(certificate, oids.subjectAltName)
  if (subject.content.length === 0 && alternative.length === 0) note('NAMELESS', 'subject')
  readable(note, 'issuer', () => {
    judgeAttributes(issuer, 'issuer', note)
  })
  readable(note, 'subject', () => {
    const emails = judgeAttributes(subject, 'subject', note)
    const mailboxes = alternative.filter(({ kind }) => kind === 'email').map(({ text }) => text)
    if (emails.some((one) => !mailboxes.includes(one))) note('EMAIL_NOT_ALTERNATIVE', 'subject')
  })
}

/** @returns the values of emailAddress */
function judgeAttributes(name: der.Element, at: string, note: Note): string[] {
  const emails: string[] = []
  for (const attribute of inside(name).flatMap(inside)) {
    const reader = new der.Reader(attribute)
    const oid = der.readOid(reader.next(der.tags.oid))
    const value = reader.any()
    const rule = attributes[oid]
    const place = `${at}.${rule?.name ?? oid}`
    readable(note, place, () => {
      const { tag } = value
      if (rule?.tag !== undefined && tag !== rule.tag) note('ATTRIBUTE_TYPE', place)
      else if (oldTypes.has(tag)) note('ATTRIBUTE_OLD_TYPE', place)
      const text = der.readText(value)
      if (Array.from(text).length > (rule?.most ?? Number.POSITIVE_INFINITY))
        note('ATTRIBUTE_TOO_LONG', place)
      if (/\p{Cc}/u.test(text)) note('ATTRIBUTE_CONTROL', place)
      if (rule?.name === 'emailAddress') emails.push(text)
    })
  }
  return emails
}

/** By the octets where a name cannot be read. */
export function isSelfIssued({ issuer, subject }: LooseCertificate): boolean {
  if (equalBytes(issuer.whole, subject.whole)) return true
  try {
    return sameName(readName(issuer), readName(subject))
  } catch (error) {
    if (!(error instanceof PkiError)) throw error
    return false
  }
}
