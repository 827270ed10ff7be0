/** Scan conversion of filled outlines into coverage, a byte a pixel: glyphs become images. */
import type { PathCommand } from '../residents/drawing.ts'

export interface Coverage {
  readonly width: number
  readonly height: number
  /** 0 (outside) … 255 (inside), row by row. */
  readonly data: Uint8Array
}

type Edge = readonly [x0: number, y0: number, x1: number, y1: number]

/** Straight pieces of a curve: enough for outlines of a few hundred pixels. */
const CURVE_STEPS = 12
/** Sample lines in a row of pixels; along the line coverage is exact. */
const LINES = 8

/** Straight edges of closed outlines; an outline that is left open is closed. */
function edgesOf(path: readonly PathCommand[]): Edge[] {
  const edges: Edge[] = []
  let [x, y, startX, startY] = [0, 0, 0, 0]
  const lineTo = (toX: number, toY: number): void => {
    if (y !== toY) edges.push([x, y, toX, toY])
    x = toX
    y = toY
  }
  const curve = (at: (t: number) => readonly [number, number]): void => {
    for (let i = 1; i <= CURVE_STEPS; i++) lineTo(...at(i / CURVE_STEPS))
  }
  for (const command of path) {
    switch (command[0]) {
      case 'M':
        lineTo(startX, startY)
        ;[, x, y] = command
        startX = x
        startY = y
        break
      case 'L':
        lineTo(command[1], command[2])
        break
      case 'Q': {
        const [, x1, y1, x2, y2] = command
        const [x0, y0] = [x, y]
        curve((t) => {
          const s = 1 - t
          return [
            s * s * x0 + 2 * s * t * x1 + t * t * x2,
            s * s * y0 + 2 * s * t * y1 + t * t * y2,
          ]
        })
        break
      }
      case 'C': {
        const [, x1, y1, x2, y2, x3, y3] = command
        const [x0, y0] = [x, y]
        curve((t) => {
          const s = 1 - t
          const [a, b, c, d] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t]
          return [a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3]
        })
        break
      }
      case 'Z':
        lineTo(startX, startY)
        break
    }
  }
  lineTo(startX, startY)
  return edges
}

/**
 * Each row of pixels that the outlines touch (nonzero rule), with the coverage, 0 … 255, from pixel `from` up to `to`: nothing lies inside
 * left or right of all edges.
 */
function eachRow(
  path: readonly PathCommand[],
  width: number,
  height: number,
  take: (y: number, from: number, to: number, coverage: Uint8Array) => void,
): void {
  const row = new Float64Array(width)
  const coverage = new Uint8Array(width)
  for (const [y, edges] of edgesByRow(path, height)) {
    let [least, most] = [width, 0]
    for (const [x0, , x1] of edges) {
      least = Math.min(least, x0, x1)
      most = Math.max(most, x0, x1)
    }
    const [from, to] = [Math.max(0, Math.floor(least)), Math.min(width, Math.ceil(most))]
    if (from >= to) continue
    row.fill(0, from, to)
    for (let line = 0; line < LINES; line++) addLine(edges, y + (line + 0.5) / LINES, row)
    for (let x = from; x < to; x++)
      coverage[x] = Math.min(255, Math.round(((row[x] ?? 0) * 255) / LINES))
    take(y, from, to, coverage)
  }
}

/** Fills outlines by the nonzero rule. Coordinates are pixels, y downwards. */
export function fill(path: readonly PathCommand[], width: number, height: number): Coverage {
  const data = new Uint8Array(width * height)
  eachRow(path, width, height, (y, from, to, coverage) =>
    data.set(coverage.subarray(from, to), y * width + from),
  )
  return { width, height, data }
}

/** Row of pixels → the edges that touch it, so that a long text costs no more a glyph than a short one. */
function edgesByRow(path: readonly PathCommand[], height: number): Map<number, Edge[]> {
  const rows = new Map<number, Edge[]>()
  for (const edge of edgesOf(path)) {
    const [, y0, , y1] = edge
    const last = Math.min(height - 1, Math.floor(Math.max(y0, y1)))
    for (let y = Math.max(0, Math.floor(Math.min(y0, y1))); y <= last; y++) {
      const row = rows.get(y)
      if (row === undefined) rows.set(y, [edge])
      else row.push(edge)
    }
  }
  return rows
}

/** Adds to each pixel of `row` how much of the sample line at `y` lies inside there, 0 … 1. */
function addLine(edges: readonly Edge[], y: number, row: Float64Array): void {
  const crossings: (readonly [x: number, direction: number])[] = []
  for (const [x0, y0, x1, y1] of edges) {
    if (y0 <= y !== y1 <= y) {
      crossings.push([x0 + ((y - y0) * (x1 - x0)) / (y1 - y0), y0 < y1 ? 1 : -1])
    }
  }
  crossings.sort(([a], [b]) => a - b)
  let winding = 0
  let from = 0
  for (const [x, direction] of crossings) {
    if (winding !== 0) addSpan(Math.max(0, from), Math.min(row.length, x), row)
    winding += direction
    from = x
  }
}

function addSpan(from: number, to: number, row: Float64Array): void {
  for (let x = Math.floor(from); x < to; x++) {
    row[x] = (row[x] ?? 0) + Math.min(to, x + 1) - Math.max(from, x)
  }
}
