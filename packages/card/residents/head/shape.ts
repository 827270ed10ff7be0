/** The form of a practice person's head: an ellipsoid with jaw, nose, sockets, lips and chin pushed into it, and hair as a shell around it. */
import { ellipsoid, type Mesh, type Point, surface } from './mesh.ts'

/** Measures of one head, in half heads (half the height from chin to crown). */
export interface HeadForm {
  /** Half its width at the cheeks. */
  readonly width: number
  /** How much narrower the jaw is, 0 … 1. */
  readonly taper: number
  readonly noseLength: number
  readonly noseWidth: number
  readonly noseHeight: number
  /** From the middle to an eye. */
  readonly eyeX: number
  readonly eyeY: number
  readonly cheeks: number
  readonly chin: number
  readonly brow: number
  readonly mouthY: number
}

const bump = (x: number, y: number, width: number, height: number): number =>
  Math.exp(-((x / width) ** 2) - (y / height) ** 2)
const smooth = (from: number, to: number, value: number): number => {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)))
  return t * t * (3 - 2 * t)
}

/** The lower end of the nose. */
export const noseTip = ({ eyeY, noseLength }: HeadForm): number => eyeY - noseLength

/** A point of the skull without features, for a direction from its middle. */
function skull({ width, taper }: HeadForm, [dx, dy, dz]: Point, grow = 0): Point {
  const y = dy * (1 + grow)
  const narrow = 1 - taper * smooth(0.05, 1.05, -dy)
  const depth = dz > 0 ? 0.86 : 0.98
  // A face is flatter in front than an egg.
  const front = dz > 0 ? 1 - 0.06 * dx * dx : 1
  const x = dx * (width + grow) * narrow
  return [x, y, dz * (depth + grow) * front * (dy < 0 && dz < 0 ? 1 + 0.35 * dy : 1)]
}

/** How far the features of the face push a place of its front out. */
function features(form: HeadForm, x: number, y: number): number {
  const { eyeX, eyeY, noseLength, noseWidth, noseHeight, cheeks, chin, brow, mouthY } = form
  const side = Math.abs(x)
  const tip = noseTip(form)
  const along = (eyeY + 0.1 - y) / (noseLength + 0.1)
  const ridge =
    along < 0
      ? bump(0, along, 1, 0.12) * 0.18
      : along < 1
        ? 0.18 + 0.82 * along ** 1.5
        : Math.exp(-(((along - 1) / 0.13) ** 2))
  return (
    noseHeight *
      ridge *
      Math.exp(-((x / (noseWidth * (0.55 + 0.3 * Math.max(0, Math.min(1, along))))) ** 2)) +
    0.06 * bump(side - noseWidth * 0.85, y - tip - 0.015, 0.055, 0.06) -
    0.085 * bump(side - eyeX, y - eyeY - 0.02, 0.15, 0.12) +
    0.055 * bump(side - eyeX, y - eyeY, 0.1, 0.065) +
    brow * bump(side - eyeX * 0.9, y - eyeY - 0.19, 0.22, 0.07) +
    cheeks * bump(side - eyeX * 1.25, y - eyeY + 0.27, 0.17, 0.16) +
    0.055 * bump(x, y - mouthY - 0.035, 0.16, 0.04) +
    0.06 * bump(x, y - mouthY + 0.05, 0.13, 0.045) -
    0.035 * bump(x, y - mouthY + 0.15, 0.14, 0.05) +
    chin * bump(x, y - mouthY + 0.29, 0.15, 0.1)
  )
}

export const faceMesh = (form: HeadForm): Mesh =>
  ellipsoid(160, 120, (direction) => {
    // More corners in front than behind: squeeze the angle around.
    const [x, y, z] = skull(form, direction)
    const front = smooth(0.05, 0.5, direction[2])
    return [x, y, z + front * features(form, x, y)]
  })

/** The hair's shell, on the skull and a little beyond; `fall` lets it hang: how far down it goes stays as it is at the sides. */
export const shellMesh = (form: HeadForm, thickness: number): Mesh =>
  ellipsoid(72, 56, (direction) => {
    const [x, y, z] = skull({ ...form, taper: form.taper * 0.4 }, direction, thickness)
    return [x, y, z]
  })

/** Hair that hangs down behind and beside the face to `bottom`. */
export const maneMesh = (form: HeadForm, bottom: number, volume: number): Mesh =>
  surface(48, 24, (across, down) => {
    const around = (across - 0.5) * 2 * Math.PI
    const y = 0.35 + (bottom - 0.35) * down
    const wide = form.width + volume * (0.75 + 0.35 * Math.sin(down * Math.PI * 0.7))
    return [Math.sin(around) * wide, y, Math.cos(around) * 0.72 - 0.36]
  })

export const ballMesh = (middle: Point, radius: Point): Mesh =>
  ellipsoid(28, 20, ([x, y, z]) => [
    middle[0] + x * radius[0],
    middle[1] + y * radius[1],
    middle[2] + z * radius[2],
  ])

/** Neck and shoulders. */
export const bodyMesh = (shoulder: number, neck: number): Mesh =>
  surface(48, 40, (across, down) => {
    const around = (across - 0.5) * 2 * Math.PI
    const y = -0.7 - 1.9 * down
    const out = smooth(-1.05, -1.75, y)
    const wide = neck + (shoulder - neck) * out ** 0.8
    const deep = neck + (0.55 - neck) * out
    return [Math.sin(around) * wide, y, Math.cos(around) * deep - 0.22]
  })
