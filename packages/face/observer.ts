/**
 * The edge: the library that measures a face (@vladmandic/human, WebAssembly), loaded from the app's own origin when the camera is started
 * and not before. Pictures stay in the page.
 */
import type { Config, Human } from '@vladmandic/human'
import { type Measurement, measurementOf } from './measurement.ts'

export interface Observation {
  readonly measurement: Measurement
  /** Numbers by which the face is told from others; undefined: there is none, or more than one. */
  readonly descriptor: readonly number[] | undefined
}

/** A canvas or a video element of a page; its types are those of pages alone. */
interface Source {
  readonly width: number
  readonly height: number
}

export interface Observer {
  /** @param first the descriptor to which the face is compared on the way */
  observe(source: Source, first?: readonly number[]): Promise<Observation>
  /** Likeness of two descriptors, 0 … 1. */
  likeness(one: readonly number[], other: readonly number[]): number
}

/** Only the models that are used; each measurement is new, as nothing may be counted twice. */
const configFor = (base: string): Partial<Config> => {
  const anew = { skipFrames: 0, skipTime: 0 }
  const off = { enabled: false }
  return {
    backend: 'wasm',
    wasmPath: base,
    modelBasePath: base,
    debug: false,
    warmup: 'none',
    cacheSensitivity: 0,
    filter: off,
    gesture: off,
    body: off,
    hand: off,
    object: off,
    segmentation: off,
    face: {
      enabled: true,
      detector: { ...anew, rotation: false, maxDetected: 2, minConfidence: 0.3 },
      mesh: { enabled: true },
      iris: { ...anew, enabled: true },
      description: { ...anew, enabled: true, minConfidence: 0.1 },
      antispoof: { ...anew, enabled: true },
      liveness: { ...anew, enabled: true },
      emotion: off,
      attention: off,
      gear: off,
    },
  }
}

/** Pixels: what is measured is made this high first. */
const height = 320

/** @param base address of the folder with the library's files, with `/` at its end @throws whatever a browser without WebAssembly throws */
export async function openObserver(base: string): Promise<Observer> {
  const library: { readonly Human: typeof Human } = await import(
    /* @vite-ignore */ `${base}human.js`
  )
  const human = new library.Human(configFor(base))
  await human.load()
  const likeness = (one: readonly number[], other: readonly number[]) =>
    human.match.similarity([...one], [...other])
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) throw new TypeError('no canvas')
  return {
    likeness,
    async observe(source, first) {
      if (!(source instanceof HTMLVideoElement || source instanceof HTMLCanvasElement))
        throw new TypeError('no canvas and no video')
      const [wide, high] =
        source instanceof HTMLVideoElement
          ? [source.videoWidth, source.videoHeight]
          : [source.width, source.height]
      canvas.height = height
      canvas.width = Math.max(1, Math.round((height * wide) / Math.max(1, high)))
      context.drawImage(source, 0, 0, canvas.width, canvas.height)
      const brightness = brightnessOf(context.getImageData(0, 0, canvas.width, canvas.height).data)
      const { face } = await human.detect(canvas)
      const descriptor = face.length === 1 ? face[0]?.embedding : undefined
      const like = first && descriptor && likeness(first, descriptor)
      return { measurement: measurementOf(face, canvas.width, brightness, like), descriptor }
    },
  }
}

/** One pixel of so many is looked at. */
const sparse = 16

function brightnessOf(pixels: Uint8ClampedArray): number {
  let sum = 0
  for (let at = 0; at < pixels.length; at += 4 * sparse) {
    sum += 0.299 * (pixels[at] ?? 0) + 0.587 * (pixels[at + 1] ?? 0) + 0.114 * (pixels[at + 2] ?? 0)
  }
  return sum / 255 / Math.max(1, Math.ceil(pixels.length / 4 / sparse))
}
