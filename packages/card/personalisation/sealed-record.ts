/**
 * The common form of the files of the two face applets: an outer object, fields in order, an offset table that quotes the
 * fields' places from the start of the file, and a signature over all before it.
 */
import { CardError } from '../errors.ts'
import { encodeTlv, parseTlv, parseTlvs, type Tlv, tlvValue } from '../tlv.ts'
import { join } from './bytes.ts'

/** A field as its tag and value. */
export type Field = readonly [tag: number, value: Uint8Array]

export const encodeFields = (fields: readonly Field[]): Uint8Array =>
  join(...fields.map(([tag, value]) => encodeTlv(tag, value)))

/**
 * An object that opens with a table of big-endian 16-bit offsets, one for each field, from the file's first byte.
 * @throws {CardError} VALUE_OUT_OF_RANGE when the file grows past 65 535 bytes
 */
export function encodeWithOffsets(
  outer: number,
  table: number,
  fields: readonly Field[],
): Uint8Array {
  const encoded = fields.map(([tag, value]) => encodeTlv(tag, value))
  const empty = encodeTlv(table, new Uint8Array(2 * fields.length))
  const length = [empty, ...encoded].reduce((sum, part) => sum + part.length, 0)
  const header = encodeTlv(outer, new Uint8Array(length)).length - length
  const offsets = new DataView(new ArrayBuffer(2 * fields.length))
  let at = header + empty.length
  for (const [index, part] of encoded.entries()) {
    if (at > 0xffff) throw new CardError('VALUE_OUT_OF_RANGE', { detail: 'file of the card face' })
    offsets.setUint16(2 * index, at)
    at += part.length
  }
  return encodeTlv(outer, [encodeTlv(table, new Uint8Array(offsets.buffer)), ...encoded])
}

/**
 * The fields of a file, in order; filler behind the outer object is not looked at.
 * @param table tag of the offset table where the file has one: each offset must point at its field
 * @throws {CardError} DATA_OBJECT_MALFORMED
 */
export function parseFields(file: Uint8Array, outer: number, table?: number): Tlv[] {
  const object = parseTlv(file)
  if (object.tag !== outer) {
    throw new CardError('DATA_OBJECT_MALFORMED', { detail: `not ${outer.toString(16)}` })
  }
  const fields = parseTlvs(object.value)
  if (table === undefined) return fields
  const offsets = tlvValue(fields.slice(0, 1), table)
  const view = new DataView(offsets.buffer, offsets.byteOffset, offsets.byteLength)
  const rest = fields.slice(1)
  let at = encodeTlv(outer, object.value).length - object.value.length
  at += encodeTlv(table, offsets).length
  for (const [index, field] of rest.entries()) {
    if (2 * index + 2 > offsets.length || view.getUint16(2 * index) !== at) {
      throw new CardError('DATA_OBJECT_MALFORMED', { detail: `offset ${index}` })
    }
    at += encodeTlv(field.tag, field.value).length
  }
  return rest
}

/** The fields with these tags, encoded, in the order given: the bytes a signature covers. */
export const bytesOf = (fields: readonly Tlv[], tags: readonly number[]): Uint8Array =>
  encodeFields(tags.map((tag) => [tag, tlvValue(fields, tag)]))
