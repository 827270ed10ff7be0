/** A person's data in the card-data and the visual applet, read out of their data objects. */
import type { Sex } from '@kazashi/lifecycle'
import { CardError } from '../errors.ts'
import { parseTlv, parseTlvs, tlvValue } from '../tlv.ts'

export interface PersonalAttributes {
  readonly name: string
  readonly address: string
  /** YYYY-MM-DD */
  readonly birthDate: string
  readonly sex: Sex
}

export interface CardFace {
  /** YYYY-MM-DD */
  readonly birthDate: string
  readonly sex: Sex
  /** YYYY-MM-DD, the card's last day. */
  readonly expiry: string
  /** 1-bit PNG */
  readonly nameImage: Uint8Array
  /** 1-bit PNG */
  readonly addressImage: Uint8Array
  /** Grey JPEG 2000 (JP2) */
  readonly photo: Uint8Array
}

const text = new TextDecoder('utf-8', { fatal: true })
const sexes: Readonly<Record<string, Sex>> = { 1: 'male', 2: 'female', 9: 'not-applicable' }

const malformed = (detail: string): CardError => new CardError('DATA_OBJECT_MALFORMED', { detail })

function decodeText(bytes: Uint8Array): string {
  try {
    return text.decode(bytes)
  } catch {
    throw malformed('a text is not UTF-8')
  }
}

/** YYYYMMDD in ASCII → YYYY-MM-DD. @throws {CardError} DATA_OBJECT_MALFORMED */
function decodeDate(bytes: Uint8Array): string {
  const parts = /^(\d{4})(\d{2})(\d{2})$/.exec(decodeText(bytes))
  if (parts === null) throw malformed('a date is not eight digits')
  return parts.slice(1).join('-')
}

function decodeSex(bytes: Uint8Array): Sex {
  const sex = sexes[decodeText(bytes)]
  if (sex === undefined) throw malformed('sex is none of 1, 2, 9')
  return sex
}

function objectsIn(file: Uint8Array, tag: number): ReturnType<typeof parseTlvs> {
  const object = parseTlv(file)
  if (object.tag !== tag) throw malformed(`no object ${tag.toString(16).toUpperCase()}`)
  return parseTlvs(object.value)
}

/** EF 0001 of the card-data applet: `FF10 0C <12 digits>`. @throws {CardError} DATA_OBJECT_MALFORMED */
export function decodeMyNumber(file: Uint8Array): string {
  const { tag, value } = parseTlv(file)
  const number = decodeText(value)
  if (tag !== 0xff10 || !/^\d{12}$/.test(number)) throw malformed('My Number')
  return number
}

/** EF 0002 of the card-data applet: `FF20`. @throws {CardError} DATA_OBJECT_MALFORMED */
export function decodeAttributes(file: Uint8Array): PersonalAttributes {
  const objects = objectsIn(file, 0xff20)
  return {
    name: decodeText(tlvValue(objects, 0xdf22)),
    address: decodeText(tlvValue(objects, 0xdf23)),
    birthDate: decodeDate(tlvValue(objects, 0xdf24)),
    sex: decodeSex(tlvValue(objects, 0xdf25)),
  }
}

/** EF 0002 of the visual applet: `FF20`. @throws {CardError} DATA_OBJECT_MALFORMED */
export function decodeFace(file: Uint8Array): CardFace {
  const objects = objectsIn(file, 0xff20)
  return {
    birthDate: decodeDate(tlvValue(objects, 0xdf22)),
    sex: decodeSex(tlvValue(objects, 0xdf23)),
    nameImage: tlvValue(objects, 0xdf25),
    addressImage: tlvValue(objects, 0xdf26),
    photo: tlvValue(objects, 0xdf27),
    expiry: decodeDate(tlvValue(objects, 0xdf29)),
  }
}
