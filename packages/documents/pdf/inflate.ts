/** Streams of a PDF that its structure stands in (ISO 32000-2 §7.4.4): Flate, with a predictor, and no more than there is room for. */
import { PDFDict, PDFName, PDFNumber, type PDFRawStream } from '@cantoo/pdf-lib'
import { Unzlib } from 'fflate'
import { malformed, reading } from './errors.ts'

/** Octets that may come out of the streams of one file. */
export interface Room {
  left: number
}

export const newRoom = (): Room => ({ left: 128 * 1024 * 1024 })

/** Octets given to the decoder at once: each becomes a thousand at most. */
const slice = 4096

/** @throws {DocumentError} PDF_MALFORMED: another filter, or more than there is room for */
export function inflated({ dict, contents }: PDFRawStream, room: Room): Uint8Array {
  const filter = dict.get(PDFName.of('Filter'))?.toString()
  if (filter !== undefined && filter !== '/FlateDecode' && filter !== '[ /FlateDecode ]')
    return malformed(`a stream of its structure is filtered by ${filter}`)
  const plain = filter === undefined ? contents : unzipped(contents, room)
  const parameters = dict.get(PDFName.of('DecodeParms'))
  if (parameters === undefined) return plain
  return parameters instanceof PDFDict ? unpredicted(plain, parameters) : malformed('DecodeParms')
}

function unzipped(contents: Uint8Array, room: Room): Uint8Array {
  const chunks: Uint8Array[] = []
  let length = 0
  const decoder = new Unzlib((chunk) => {
    length += chunk.length
    room.left -= chunk.length
    if (room.left < 0) malformed('its streams are larger than there is room for')
    chunks.push(chunk)
  })
  reading(() => {
    for (let at = 0; at < contents.length; at += slice)
      decoder.push(contents.subarray(at, at + slice), at + slice >= contents.length)
  })
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

/** PNG's predictors (§7.4.4.4), of octets in rows. */
function unpredicted(bytes: Uint8Array, parameters: PDFDict): Uint8Array {
  const number = (key: string, otherwise: number): number => {
    const value = parameters.get(PDFName.of(key))
    return value instanceof PDFNumber ? value.asNumber() : otherwise
  }
  const predictor = number('Predictor', 1)
  if (predictor === 1) return bytes
  const columns = number('Columns', 1)
  const isOctets = number('Colors', 1) === 1 && number('BitsPerComponent', 8) === 8
  if (predictor < 10 || predictor > 15 || !isOctets || !(columns > 0 && columns <= 64))
    return malformed(`predictor ${predictor}`)
  const rows = Math.floor(bytes.length / (columns + 1))
  const out = new Uint8Array(rows * columns)
  for (let row = 0; row < rows; row += 1) {
    const kind = bytes[row * (columns + 1)] ?? 0
    for (let column = 0; column < columns; column += 1) {
      const at = row * columns + column
      const raw = bytes[row * (columns + 1) + 1 + column] ?? 0
      const left = column > 0 ? (out[at - 1] ?? 0) : 0
      const up = row > 0 ? (out[at - columns] ?? 0) : 0
      const corner = row > 0 && column > 0 ? (out[at - columns - 1] ?? 0) : 0
      out[at] = (raw + predicted(kind, left, up, corner)) & 0xff
    }
  }
  return out
}

function predicted(kind: number, left: number, up: number, corner: number): number {
  switch (kind) {
    case 0:
      return 0
    case 1:
      return left
    case 2:
      return up
    case 3:
      return Math.floor((left + up) / 2)
    case 4: {
      const estimate = left + up - corner
      const [a, b, c] = [left, up, corner].map((one) => Math.abs(estimate - one))
      if ((a ?? 0) <= (b ?? 0) && (a ?? 0) <= (c ?? 0)) return left
      return (b ?? 0) <= (c ?? 0) ? up : corner
    }
    default:
      return malformed('a predictor of a row')
  }
}
