/** Meshes of a practice person's head: surfaces laid over a grid, with the normals that shade them. */

/** Right as the viewer sees it, up, towards the viewer; the head's middle is the origin, half its height is 1. */
export type Point = readonly [x: number, y: number, z: number]

export interface Mesh {
  /** Three numbers a corner. */
  readonly positions: Float32Array
  /** Unit vectors, three numbers a corner. */
  readonly normals: Float32Array
  /** Three corners a triangle. */
  readonly indices: Uint32Array
}

/** A surface over `columns` × `rows` squares; `at` is asked with both arguments from 0 to 1. */
export function surface(
  columns: number,
  rows: number,
  at: (across: number, down: number) => Point,
): Mesh {
  const width = columns + 1
  const positions = new Float32Array(3 * width * (rows + 1))
  const indices = new Uint32Array(6 * columns * rows)
  let corner = 0
  let index = 0
  for (let row = 0; row <= rows; row++) {
    for (let column = 0; column <= columns; column++) {
      const [x, y, z] = at(column / columns, row / rows)
      positions[3 * corner] = x
      positions[3 * corner + 1] = y
      positions[3 * corner + 2] = z
      if (row < rows && column < columns) {
        const below = corner + width
        indices.set([corner, below, corner + 1, corner + 1, below, below + 1], index)
        index += 6
      }
      corner += 1
    }
  }
  return { positions, normals: normalsOf(positions, indices), indices }
}

/** An ellipsoid from its north pole to its south pole, seen from outside. */
export const ellipsoid = (columns: number, rows: number, at: (direction: Point) => Point): Mesh =>
  surface(columns, rows, (across, down) => {
    const around = (across - 0.5) * 2 * Math.PI
    const fall = down * Math.PI
    return at([
      Math.sin(around) * Math.sin(fall),
      Math.cos(fall),
      Math.cos(around) * Math.sin(fall),
    ])
  })

function normalsOf(positions: Float32Array, indices: Uint32Array): Float32Array {
  const normals = new Float32Array(positions.length)
  const of = (at: number) => positions[at] ?? 0
  for (let index = 0; index < indices.length; index += 3) {
    const corners = [indices[index] ?? 0, indices[index + 1] ?? 0, indices[index + 2] ?? 0] as const
    const [a, b, c] = [3 * corners[0], 3 * corners[1], 3 * corners[2]]
    const [ux, uy, uz] = [of(b) - of(a), of(b + 1) - of(a + 1), of(b + 2) - of(a + 2)]
    const [vx, vy, vz] = [of(c) - of(a), of(c + 1) - of(a + 1), of(c + 2) - of(a + 2)]
    const normal = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx] as const
    for (const at of [a, b, c]) {
      for (const [axis, part] of normal.entries())
        normals[at + axis] = (normals[at + axis] ?? 0) + part
    }
  }
  for (let at = 0; at < normals.length; at += 3) {
    const length = Math.hypot(normals[at] ?? 0, normals[at + 1] ?? 0, normals[at + 2] ?? 0) || 1
    for (let axis = 0; axis < 3; axis++) normals[at + axis] = (normals[at + axis] ?? 0) / length
  }
  return normals
}
