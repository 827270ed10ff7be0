/** The photo of the card in Node: its codec, and the picture of a made-up resident. */
import { createRequire } from 'node:module'
import { drawHead, headOf } from '../residents/head/head.ts'
import { PORTRAIT_HEIGHT, PORTRAIT_WIDTH, type Portrait } from '../residents/portrait.ts'
import { type Codec, decodeJp2With, encodeJp2With, type GreyImage } from './jp2.ts'

export type { GreyImage } from './jp2.ts'

/** The codec would write its progress to standard output otherwise. */
interface Quiet {
  readonly print: (line: string) => void
  readonly printErr: (line: string) => void
}

let codec: Promise<Codec> | undefined

function openCodec(): Promise<Codec> {
  // A CommonJS module that exports a function of its own making: require, as import finds no such export.
  const create: (options: Quiet) => Promise<Codec> = createRequire(import.meta.url)(
    '@cornerstonejs/codec-openjpeg/wasmjs',
  )
  codec ??= create({ print: () => {}, printErr: () => {} })
  return codec
}

/** @returns a JP2 file @throws {CardError} VALUE_OUT_OF_RANGE for pictures under 32 × 32 pixels */
export const encodeJp2 = async (image: GreyImage): Promise<Uint8Array> =>
  encodeJp2With(await openCodec(), image)

/** @throws {CardError} DATA_OBJECT_MALFORMED when it is no JP2 file, or not 8-bit grey */
export const decodeJp2 = async (jp2: Uint8Array): Promise<GreyImage> =>
  decodeJp2With(await openCodec(), jp2)

/** Pixels drawn for one of the photo, each way: smooth edges. */
const fine = 2

/** The front of a practice person, in grey. */
export function photographed(portrait: Portrait): GreyImage {
  const [width, height] = [PORTRAIT_WIDTH, PORTRAIT_HEIGHT]
  const pose = { yaw: 0, pitch: 0, open: 1 }
  const { data } = drawHead(headOf(portrait), pose, fine * width, fine * height)
  const grey = new Uint8Array(width * height)
  for (let pixel = 0; pixel < grey.length; pixel += 1) {
    const [x, y] = [pixel % width, Math.floor(pixel / width)]
    let sum = 0
    for (let part = 0; part < fine * fine; part += 1) {
      const [dx, dy] = [part % fine, Math.floor(part / fine)]
      const at = 4 * ((y * fine + dy) * fine * width + x * fine + dx)
      sum += 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0)
    }
    grey[pixel] = Math.round(sum / fine ** 2)
  }
  return { width, height, data: grey }
}

export const photoOf = async (portrait: Portrait): Promise<Uint8Array> =>
  encodeJp2(photographed(portrait))
