/** What is known of one picture of the camera. Numbers alone: no picture goes further than the one who measured it. */
export interface Measurement {
  /** How many faces there are. */
  readonly faces: number
  /** Width of the face, of the picture's; 0 … 1. */
  readonly size: number
  /** Mean of the face's surroundings, 0 black … 1 white. */
  readonly brightness: number
  /** Radians; positive: turned to the person's own right. */
  readonly yaw: number
  /** Height of the opened eyes by their width, the more closed of both. */
  readonly eyes: number
  /** 0 … 1: a face and no photograph or screen. */
  readonly real: number
  /** 0 … 1: a living one. */
  readonly live: number
  /** Of this face and the one that was looking straight ahead, 0 … 1; undefined: none was yet. */
  readonly likeness?: number
}

/** A face as the library describes it: the part of its result that is used. */
export interface FoundFace {
  /** x, y, width, height in pixels. */
  readonly box: readonly [number, number, number, number]
  readonly mesh: readonly (readonly (number | undefined)[])[]
  readonly rotation?: { readonly angle: { readonly yaw: number } } | null | undefined
  readonly real?: number | undefined
  readonly live?: number | undefined
}

/** Corners of the mesh around an eye: upper and lower lid, inner and outer corner (canonical face model of 468 points). */
const eyes = [
  { upper: 159, lower: 145, outer: 33, inner: 133 },
  { upper: 386, lower: 374, outer: 263, inner: 362 },
] as const

function openness(mesh: FoundFace['mesh'], eye: (typeof eyes)[number]): number {
  const apart = (a: number, b: number) => {
    const [from, to] = [mesh[a], mesh[b]]
    if (from === undefined || to === undefined) return Number.NaN
    return Math.hypot((from[0] ?? 0) - (to[0] ?? 0), (from[1] ?? 0) - (to[1] ?? 0))
  }
  const open = apart(eye.upper, eye.lower) / apart(eye.outer, eye.inner)
  return Number.isFinite(open) ? open : 0
}

/** @param width of the picture, in pixels @param brightness 0 … 1 @param likeness to the first face, 0 … 1 */
export function measurementOf(
  found: readonly FoundFace[],
  width: number,
  brightness: number,
  likeness: number | undefined,
): Measurement {
  const [face] = found
  const none = { faces: 0, size: 0, brightness, yaw: 0, eyes: 0, real: 0, live: 0 }
  if (face === undefined) return none
  return {
    faces: found.length,
    size: face.box[2] / width,
    brightness,
    yaw: face.rotation?.angle.yaw ?? 0,
    eyes: Math.min(...eyes.map((eye) => openness(face.mesh, eye))),
    real: face.real ?? 0,
    live: face.live ?? 0,
    ...(likeness !== undefined && { likeness }),
  }
}
