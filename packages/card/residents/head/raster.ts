/** Draws meshes into pixels: one light and a depth for each pixel, colours from a function of the place on the surface. No WebGL. */
import type { Mesh, Point } from './mesh.ts'

/** Red, green, blue, 0 … 255. */
export type Colour = readonly [red: number, green: number, blue: number]

/** The colour of a place on a surface as it was built, before it was turned; undefined: nothing is there. */
export type Paint = (x: number, y: number, z: number) => Colour | undefined

export interface Part {
  readonly mesh: Mesh
  readonly paint: Paint
  /** Turns with the head; the shoulders do not. */
  readonly turns: boolean
}

export interface Pose {
  /** Radians; positive turns the face to the right of the picture. */
  readonly yaw: number
  /** Radians; positive looks up. */
  readonly pitch: number
}

export interface Picture {
  readonly width: number
  readonly height: number
  /** RGBA, row by row. */
  readonly data: Uint8ClampedArray<ArrayBuffer>
}

/** From the camera to the head's middle, in half heads. */
const distance = 6
/** Towards the light, a unit vector: from above, a little to the left. */
const light: Point = [-0.32, 0.45, 0.834]
const ambient = 0.5

/** Where the head turns: the top of the neck. */
const pivotY = -0.55

function turnedBy({ yaw, pitch }: Pose): (point: Point) => Point {
  const [sy, cy, sp, cp] = [Math.sin(yaw), Math.cos(yaw), Math.sin(pitch), Math.cos(pitch)]
  return ([x, y, z]) => {
    const [px, pz] = [x * cy + z * sy, z * cy - x * sy]
    return [px, y * cp + pz * sp, pz * cp - y * sp]
  }
}

/** @param middle where the head's middle comes to be, and half its height, in pixels */
export function draw(
  parts: readonly Part[],
  pose: Pose,
  into: Picture,
  middle: { readonly x: number; readonly y: number; readonly half: number },
): void {
  const depths = new Float32Array(into.width * into.height).fill(-Infinity)
  const turned = turnedBy(pose)
  for (const { mesh, paint, turns } of parts) {
    drawPart(mesh, paint, turns ? turned : (point) => point, into, depths, middle)
  }
}

/** Numbers kept for each corner: place in the picture, depth, brightness. */
const stride = 4

function drawPart(
  { positions, normals, indices }: Mesh,
  paint: Paint,
  turned: (point: Point) => Point,
  { width, height, data }: Picture,
  depths: Float32Array,
  middle: { readonly x: number; readonly y: number; readonly half: number },
): void {
  const corners = new Float32Array((positions.length / 3) * stride)
  const point = (from: Float32Array, at: number): Point => [
    from[at] ?? 0,
    from[at + 1] ?? 0,
    from[at + 2] ?? 0,
  ]
  for (let at = 0, to = 0; at < positions.length; at += 3, to += stride) {
    const [px, py, pz] = point(positions, at)
    const [x, y0, z] = turned([px, py - pivotY, pz])
    const scale = (middle.half * distance) / (distance - z)
    const [nx, ny, nz] = turned(point(normals, at))
    const lit = Math.max(0, nx * light[0] + ny * light[1] + nz * light[2])
    corners[to] = middle.x + x * scale
    corners[to + 1] = middle.y - (y0 + pivotY) * scale
    corners[to + 2] = z
    corners[to + 3] = ambient + (1 - ambient) * lit + 0.08 * Math.max(0, nz)
  }
  const corner = (at: number) => corners[at] ?? 0
  const place = (at: number) => positions[at] ?? 0
  for (let index = 0; index < indices.length; index += 3) {
    const [i, j, k] = [indices[index] ?? 0, indices[index + 1] ?? 0, indices[index + 2] ?? 0]
    const [a, b, c] = [i * stride, j * stride, k * stride]
    const [ax, ay, bx, by, cx, cy] = [
      corner(a),
      corner(a + 1),
      corner(b),
      corner(b + 1),
      corner(c),
      corner(c + 1),
    ]
    const area = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay)
    if (area >= 0) continue // seen from behind
    const [left, right] = [
      Math.max(0, Math.ceil(Math.min(ax, bx, cx))),
      Math.min(width - 1, Math.floor(Math.max(ax, bx, cx))),
    ]
    const [top, bottom] = [
      Math.max(0, Math.ceil(Math.min(ay, by, cy))),
      Math.min(height - 1, Math.floor(Math.max(ay, by, cy))),
    ]
    for (let y = top; y <= bottom; y++) {
      for (let x = left; x <= right; x++) {
        const wb = ((x - ax) * (cy - ay) - (cx - ax) * (y - ay)) / area
        const wc = ((bx - ax) * (y - ay) - (x - ax) * (by - ay)) / area
        const wa = 1 - wb - wc
        if (wa < -1e-5 || wb < -1e-5 || wc < -1e-5) continue
        const depth = wa * corner(a + 2) + wb * corner(b + 2) + wc * corner(c + 2)
        const pixel = y * width + x
        if (depth <= (depths[pixel] ?? 0)) continue
        const mix = (axis: number) =>
          wa * place(3 * i + axis) + wb * place(3 * j + axis) + wc * place(3 * k + axis)
        const colour = paint(mix(0), mix(1), mix(2))
        if (colour === undefined) continue
        depths[pixel] = depth
        const shade = wa * corner(a + 3) + wb * corner(b + 3) + wc * corner(c + 3)
        data[4 * pixel] = colour[0] * shade
        data[4 * pixel + 1] = colour[1] * shade
        data[4 * pixel + 2] = colour[2] * shade
        data[4 * pixel + 3] = 255
      }
    }
  }
}
