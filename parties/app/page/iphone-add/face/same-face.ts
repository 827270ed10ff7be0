/** 3-C ④: the face that moved before the camera and the card's photo. Both stay on the phone; the photo leaves it in the statement alone. */
import { type Decoder, decodeJp2With } from '@kazashi/card/jp2'
import { isSameFace, type Observer, openObserver } from '@kazashi/face'
import { DeviceError } from '../../phone/device.ts'

/** Where the app's server has the library and its models. */
const folder = '/face/'

let opening: Promise<Observer> | undefined

/** The library, loaded when it is first needed. @throws whatever the network or a browser without WebAssembly throws */
export function faceObserver(): Promise<Observer> {
  opening ??= openObserver(new URL(folder, window.location.href).href).catch((thrown) => {
    opening = undefined // the next time it is tried anew
    throw thrown
  })
  return opening
}

type MakeDecoder = (options: {
  readonly locateFile: () => string
  readonly print: () => void
  readonly printErr: () => void
}) => Promise<Decoder>

/** The codec is a script of its own making that leaves its maker in the window. */
async function decoder(): Promise<Decoder> {
  const name = 'OpenJPEGWASM'
  if (!(name in window)) {
    const script = document.createElement('script')
    script.src = `${folder}openjpeg.js`
    await new Promise((loaded, failed) => {
      script.addEventListener('load', loaded)
      script.addEventListener('error', () => failed(new TypeError('network: the codec')))
      document.head.append(script)
    })
  }
  const make: MakeDecoder = Reflect.get(window, name)
  const quiet = () => undefined
  return make({ locateFile: () => `${folder}openjpeg.wasm`, print: quiet, printErr: quiet })
}

async function pictureOf(photo: Uint8Array): Promise<HTMLCanvasElement> {
  const { width, height, data } = decodeJp2With(await decoder(), photo)
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const pixels = new ImageData(width, height)
  for (const [at, grey] of data.entries()) pixels.data.set([grey, grey, grey, 255], 4 * at)
  canvas.getContext('2d')?.putImageData(pixels, 0, 0)
  return canvas
}

/**
 * @param face descriptor of the recording; undefined: nothing was recorded, and there is nothing to compare
 * @param photo of the card, a JP2 file
 * @throws {DeviceError} FACE_DIFFERS: another face, or none that can be made out in the photo
 */
export async function checkSameFace(
  face: readonly number[] | undefined,
  photo: Uint8Array,
): Promise<void> {
  if (face === undefined) return
  const observer = await faceObserver()
  const { descriptor } = await observer.observe(await pictureOf(photo))
  if (descriptor === undefined || !isSameFace(observer.likeness(face, descriptor))) {
    throw new DeviceError('FACE_DIFFERS')
  }
}
