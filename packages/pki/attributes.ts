/** The four attributes in a signing certificate: six otherNames of subjectAltName, in the order 1, 4, 3, 5, 2, 6. */
import { eraAt, parseCalendarDate, type Sex } from '@kazashi/lifecycle'
import type { Certificate } from './certificate.ts'
import * as der from './der.ts'
import { PkiError } from './errors.ts'
import type { GeneralName } from './general-name.ts'
import { oids } from './oids.ts'

/** Already substituted to the certificate's character set. */
export interface CertificateAttributes {
  /** Family and given name, separated by a full-width space (U+3000). */
  readonly name: string
  /** From the prefecture on, no postal code, at most 200 characters. */
  readonly address: string
  /** YYYY-MM-DD */
  readonly birthDate: string
  readonly sex: Sex
  /** One '0' or '1' a character of the name: '1' where a character was substituted. */
  readonly nameFlags: string
  /** The same for the address. */
  readonly addressFlags: string
}

/** Characters of an address. */
const longestAddress = 200

const sexDigits = { male: '1', female: '2', 'not-applicable': '3' } as const

/** EYYYYMMDD: the digit of the era, then the Gregorian date. @throws {PkiError} ATTRIBUTES_MALFORMED */
export function encodeBirthDate(birthDate: string): string {
  if (!isDate(birthDate)) return malformed(`no date: ${birthDate}`)
  return `${eraAt(birthDate)?.number ?? 0}${birthDate.replaceAll('-', '')}`
}

/** @throws {PkiError} ATTRIBUTES_MALFORMED: no date, or a date that is not of its era */
export function decodeBirthDate(text: string): string {
  const [, year, month, day] = /^[0-5](\d{4})(\d\d)(\d\d)$/.exec(text) ?? []
  const birthDate = `${year}-${month}-${day}`
  if (!isDate(birthDate)) return malformed('birth date is not EYYYYMMDD')
  if (text[0] !== '0' && encodeBirthDate(birthDate) !== text)
    return malformed('birth date is not of its era')
  return birthDate
}

const isDate = (text: string): boolean => parseCalendarDate(text) !== undefined

function malformed(detail: string): never {
  throw new PkiError('ATTRIBUTES_MALFORMED', detail)
}

/** @throws {PkiError} ATTRIBUTES_MALFORMED */
export function encodeAttributes(attributes: CertificateAttributes): GeneralName[] {
  check(attributes)
  const values = [
    [oids.attributeName, attributes.name],
    [oids.attributeBirthDate, encodeBirthDate(attributes.birthDate)],
    [oids.attributeSex, sexDigits[attributes.sex]],
    [oids.attributeAddress, attributes.address],
    [oids.attributeNameFlags, attributes.nameFlags],
    [oids.attributeAddressFlags, attributes.addressFlags],
  ] as const
  return values.map(([oid, value]) => ({ kind: 'otherName', oid, value: der.utf8String(value) }))
}

const order: readonly string[] = [
  oids.attributeName,
  oids.attributeBirthDate,
  oids.attributeSex,
  oids.attributeAddress,
  oids.attributeNameFlags,
  oids.attributeAddressFlags,
]

/** Of a signing certificate; undefined for one without otherNames. @throws {PkiError} ATTRIBUTES_MALFORMED */
export function readAttributes(certificate: Certificate): CertificateAttributes | undefined {
  const { otherNames } = certificate
  if (otherNames.length === 0) return undefined
  if (otherNames.length !== order.length || otherNames.some(({ oid }, i) => oid !== order[i]))
    malformed('the otherNames are not 1, 4, 3, 5, 2, 6')
  const [name = '', birthDate = '', sex = '', address = '', nameFlags = '', addressFlags = ''] =
    otherNames.map(({ value }) => value)
  const attributes: CertificateAttributes = {
    name,
    address,
    birthDate: decodeBirthDate(birthDate),
    // Some signers write 9 for 3.
    sex:
      sex === '1'
        ? 'male'
        : sex === '2'
          ? 'female'
          : sex === '3' || sex === '9'
            ? 'not-applicable'
            : malformed('sex is not 1, 2 or 3'),
    nameFlags,
    addressFlags,
  }
  check(attributes)
  return attributes
}

function check({ name, address, nameFlags, addressFlags }: CertificateAttributes): void {
  const flagged = (text: string, flags: string): boolean =>
    /^[01]+$/.test(flags) && Array.from(text).length === flags.length
  if (!flagged(name, nameFlags)) malformed('the flags are not one 0 or 1 a character of the name')
  if (!flagged(address, addressFlags))
    malformed('the flags are not one 0 or 1 a character of the address')
  if (Array.from(address).length > longestAddress) malformed('the address has over 200 characters')
}
