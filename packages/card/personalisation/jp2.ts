/** The photo of the card as a file: 8-bit grey JPEG 2000 (ISO/IEC 15444-1) in a JP2 file (annex I). The codec is the caller's: pages and Node load it in ways of their own. */
import { latin1 } from '@kazashi/octets'
import { CardError } from '../errors.ts'

export interface GreyImage {
  readonly width: number
  readonly height: number
  /** 0 black … 255 white, row by row. */
  readonly data: Uint8Array
}

interface FrameInfo {
  readonly width: number
  readonly height: number
  readonly bitsPerSample: number
  readonly componentCount: number
  readonly isSigned: boolean
}

/** The used part of a codec that reads (it brings no types). */
export interface Decoder {
  readonly J2KDecoder: new () => {
    getEncodedBuffer(length: number): Uint8Array
    getDecodedBuffer(): Uint8Array
    getFrameInfo(): FrameInfo
    decode(): void
    delete(): void
  }
}

/** The used part of a codec that reads and writes. */
export interface Codec extends Decoder {
  readonly J2KEncoder: new () => {
    getDecodedBuffer(info: FrameInfo & { isUsingColorTransform: boolean }): Uint8Array
    getEncodedBuffer(): Uint8Array
    setQuality(lossless: boolean, rate: number): void
    setCompressionRatio(layer: number, ratio: number): void
    encode(): void
    delete(): void
  }
}

/** Pixels to one byte of codestream: some 8 KB for 240 × 320. */
const COMPRESSION = 12

/**
 * @returns a JP2 file with one grey component of 8 bits
 * @throws {CardError} VALUE_OUT_OF_RANGE for pictures under 32 × 32 pixels
 */
export function encodeJp2With(
  { J2KEncoder }: Codec,
  { width, height, data }: GreyImage,
): Uint8Array {
  const encoder = new J2KEncoder()
  try {
    encoder
      .getDecodedBuffer({
        width,
        height,
        bitsPerSample: 8,
        componentCount: 1,
        isSigned: false,
        isUsingColorTransform: false,
      })
      .set(data)
    encoder.setQuality(false, 0)
    encoder.setCompressionRatio(0, COMPRESSION)
    encoder.encode()
    return wrapCodestream(encoder.getEncodedBuffer().slice(), width, height)
  } catch {
    // The codec throws numbers: it has five wavelet levels, so pictures need 32 pixels each way.
    throw new CardError('VALUE_OUT_OF_RANGE', { detail: 'picture for JPEG 2000' })
  } finally {
    encoder.delete()
  }
}

/**
 * The picture in a JP2 file.
 * @throws {CardError} DATA_OBJECT_MALFORMED when it is none, or not 8-bit grey
 */
export function decodeJp2With({ J2KDecoder }: Decoder, jp2: Uint8Array): GreyImage {
  const codestream = unwrapCodestream(jp2)
  const decoder = new J2KDecoder()
  try {
    decoder.getEncodedBuffer(codestream.length).set(codestream)
    decoder.decode()
    const { width, height, bitsPerSample, componentCount } = decoder.getFrameInfo()
    if (bitsPerSample !== 8 || componentCount !== 1) throw malformed('not 8-bit grey')
    return { width, height, data: decoder.getDecodedBuffer().slice() }
  } catch (error) {
    if (error instanceof CardError) throw error
    throw malformed('codestream')
  } finally {
    decoder.delete()
  }
}

const malformed = (detail: string): CardError =>
  new CardError('DATA_OBJECT_MALFORMED', { detail: `JP2: ${detail}` })

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text)

function u32(...values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(4 * values.length)
  const view = new DataView(bytes.buffer)
  for (const [index, value] of values.entries()) view.setUint32(4 * index, value)
  return bytes
}

function join(...parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    out.set(part, at)
    at += part.length
  }
  return out
}

/** Length, type, contents (annex I.4). */
const box = (type: string, ...contents: readonly Uint8Array[]): Uint8Array => {
  const body = join(...contents)
  return join(u32(8 + body.length), ascii(type), body)
}

const GREYSCALE = 17 // enumerated colour space of annex I.5.3.3

function wrapCodestream(codestream: Uint8Array, width: number, height: number): Uint8Array {
  return join(
    box('jP  ', Uint8Array.of(0x0d, 0x0a, 0x87, 0x0a)),
    box('ftyp', ascii('jp2 '), u32(0), ascii('jp2 ')),
    box(
      'jp2h',
      // One component, 8 bits unsigned (7), compression type 7, colour space known, no rights box.
      box('ihdr', u32(height, width), Uint8Array.of(0, 1, 7, 7, 0, 0)),
      box('colr', Uint8Array.of(1, 0, 0), u32(GREYSCALE)),
    ),
    box('jp2c', codestream),
  )
}

function unwrapCodestream(jp2: Uint8Array): Uint8Array {
  const view = new DataView(jp2.buffer, jp2.byteOffset, jp2.byteLength)
  for (let at = 0; at + 8 <= jp2.length; ) {
    const length = view.getUint32(at)
    const end = length === 0 ? jp2.length : at + length
    if (end < at + 8 || end > jp2.length) throw malformed('box length')
    if (latin1(jp2.subarray(at + 4, at + 8)) === 'jp2c') return jp2.subarray(at + 8, end)
    at = end
  }
  throw malformed('no codestream')
}
