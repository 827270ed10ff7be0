/** Flat pictures as data: filled outlines, to be written as SVG in a page or scan-converted into a card's image. */

/** Path commands of SVG 2 §9.3 with absolute coordinates; every outline is closed. */
export type PathCommand =
  | readonly ['M' | 'L', x: number, y: number]
  | readonly ['Q', x1: number, y1: number, x: number, y: number]
  | readonly ['C', x1: number, y1: number, x2: number, y2: number, x: number, y: number]
  | readonly ['Z']

export interface Shape {
  /** '#rrggbb' */
  readonly fill: string
  /** Filled by the nonzero rule. */
  readonly path: readonly PathCommand[]
}

export interface Drawing {
  /** In pixels; shapes stay in 0 … width and 0 … height where they matter. */
  readonly width: number
  readonly height: number
  /** From the back to the front. */
  readonly shapes: readonly Shape[]
}

/** How far a Bézier handle stands off for a quarter of an ellipse. */
const KAPPA = 0.5523

export function ellipse(cx: number, cy: number, rx: number, ry: number): PathCommand[] {
  const [kx, ky] = [rx * KAPPA, ry * KAPPA]
  return [
    ['M', cx + rx, cy],
    ['C', cx + rx, cy + ky, cx + kx, cy + ry, cx, cy + ry],
    ['C', cx - kx, cy + ry, cx - rx, cy + ky, cx - rx, cy],
    ['C', cx - rx, cy - ky, cx - kx, cy - ry, cx, cy - ry],
    ['C', cx + kx, cy - ry, cx + rx, cy - ky, cx + rx, cy],
    ['Z'],
  ]
}

/** An ellipse wound the other way round: a hole in an outline that it stands in. */
export function hole(cx: number, cy: number, rx: number, ry: number): PathCommand[] {
  const [kx, ky] = [rx * KAPPA, ry * KAPPA]
  return [
    ['M', cx + rx, cy],
    ['C', cx + rx, cy - ky, cx + kx, cy - ry, cx, cy - ry],
    ['C', cx - kx, cy - ry, cx - rx, cy - ky, cx - rx, cy],
    ['C', cx - rx, cy + ky, cx - kx, cy + ry, cx, cy + ry],
    ['C', cx + kx, cy + ry, cx + rx, cy + ky, cx + rx, cy],
    ['Z'],
  ]
}

export function polygon(...points: readonly (readonly [x: number, y: number])[]): PathCommand[] {
  return [
    ...points.map(([x, y], index): PathCommand => [index === 0 ? 'M' : 'L', x, y]),
    ['Z'] as const,
  ]
}

export const rectangle = (x: number, y: number, width: number, height: number): PathCommand[] =>
  polygon([x, y], [x + width, y], [x + width, y + height], [x, y + height])

const rounded = (part: string | number): string =>
  typeof part === 'number' ? String(Math.round(part * 10) / 10) : part

/** The drawing as an SVG document without text, scripts or links: safe as markup and as an image. */
export function toSvg({ width, height, shapes }: Drawing): string {
  const paths = shapes.map(({ fill, path }) => {
    const data = path.map(([letter, ...rest]) => letter + rest.map(rounded).join(' ')).join('')
    return `<path fill="${fill}" d="${data}"/>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${paths.join('')}</svg>`
}
