/**
 * A made-up resident as a practice person: a head built of numbers that follow from the resident, drawn at any turn, eyes open or
 * closed. The card's photo is its front; before the app's camera it moves. No real person's picture has a part in it.
 */
import type { Portrait } from '../portrait.ts'
import { type Choices, seeded } from '../seeded.ts'
import type { Mesh } from './mesh.ts'
import { type FacePaint, facePaint } from './paint.ts'
import { type Colour, draw, type Part, type Picture, type Pose } from './raster.ts'
import { ballMesh, bodyMesh, faceMesh, type HeadForm, maneMesh, shellMesh } from './shape.ts'

export interface HeadPose extends Pose {
  /** How far the eyes are open, 0 … 1. */
  readonly open: number
  /** Where the head is and how big, of the picture: 0.5 and 0.5 are its middle, 1 the usual size. */
  readonly x?: number
  readonly y?: number
  readonly size?: number
}

export interface Head {
  readonly form: HeadForm
  readonly face: FacePaint
  readonly meshes: { readonly face: Mesh; readonly others: readonly Part[] }
}

const colourOf = (hex: string): Colour => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
]

/** A number between two, from a stream. */
const between = (choose: Choices, least: number, most: number): number =>
  least + (most - least) * choose.fraction()

function formOf(p: Portrait, choose: Choices): HeadForm {
  const small = p.child ? 1 : 0
  const draw = (least: number, most: number) => between(choose, least, most)
  const width = draw(0.64, 0.78) + 0.04 * small
  const eyeY = draw(-0.02, 0.06) - 0.08 * small
  return {
    width,
    taper: draw(0.26, 0.52) - (p.male ? 0.06 : 0),
    noseLength: draw(0.32, 0.46) - 0.07 * small,
    noseWidth: draw(0.11, 0.17),
    noseHeight: draw(0.16, 0.27) - 0.07 * small,
    eyeX: width * draw(0.4, 0.49),
    eyeY,
    cheeks: draw(0.0, 0.09),
    chin: draw(0.02, 0.11),
    brow: draw(0.0, 0.04) + (p.male ? 0.03 : 0),
    mouthY: eyeY - draw(0.56, 0.68) + 0.08 * small,
  }
}

function paintOf(p: Portrait, choose: Choices): FacePaint {
  const draw = (least: number, most: number) => between(choose, least, most)
  const hair = colourOf(p.hairColour)
  const warm = draw(0, 1)
  return {
    skin: colourOf(p.skin),
    brow: p.old ? hair : [46, 36, 32],
    lips: [188 - 26 * warm, 102 - 16 * warm, 96 - 8 * warm],
    iris: [62 + 30 * draw(0, 1), 42 + 20 * warm, 32],
    beard: p.beard ? hair : undefined,
    glasses: p.glasses,
    old: p.old,
    eye: {
      width: draw(0.125, 0.165),
      height: draw(0.045, 0.075) + (p.child ? 0.015 : 0),
      slant: draw(-0.018, 0.03),
    },
    browHeight: draw(0.14, 0.21),
    browThickness: (p.child ? 0.012 : draw(0.014, 0.032)) * (p.male ? 1.2 : 0.85),
    browArch: draw(-0.01, 0.05),
    mouthWidth: draw(0.19, 0.28),
    lipHeight: draw(0.035, 0.07),
  }
}

/** Strands: a little lighter and darker, so that hair is not one spot. */
const strands =
  (colour: Colour) =>
  (x: number, y: number, z: number): Colour => {
    const wave = 1 + 0.14 * Math.sin(46 * Math.atan2(x, z + 0.3) + 3 * y)
    return [colour[0] * wave, colour[1] * wave, colour[2] * wave]
  }

function hairOf(p: Portrait, form: HeadForm, choose: Choices): Part[] {
  const hair = strands(colourOf(p.hairColour))
  const line = between(choose, 0.5, 0.66)
  const parting = p.hair === 'parted' ? between(choose, 0.15, 0.35) : 0
  const fringe = p.fringe && p.hair !== 'thin' && p.hair !== 'cropped'
  const sides = p.hair === 'cropped' || p.hair === 'thin' ? 0.05 : p.hair === 'short' ? -0.15 : -0.3
  const thickness = {
    cropped: 0.045,
    thin: 0.03,
    short: 0.09,
    parted: 0.1,
    bob: 0.12,
    long: 0.11,
    bun: 0.07,
  }[p.hair]
  const shell: Part = {
    mesh: shellMesh(form, thickness),
    turns: true,
    paint: (x, y, z) => {
      const toFront = z > 0.1 ? 1 : 0
      const top = fringe
        ? form.eyeY + 0.3 + 0.03 * Math.sin(20 * x)
        : line -
          0.3 * (x - parting) ** 2 -
          (p.hair === 'parted' ? -0.1 * Math.exp(-(((x - parting) / 0.12) ** 2)) : 0)
      if (p.hair === 'thin' && y > 0.45 && z > -0.55) return undefined
      if (toFront && Math.abs(x) < form.width * 0.93 && y < top) return undefined
      if (y < sides && z > -0.15) return undefined
      if (y < -0.55) return undefined
      return hair(x, y, z)
    },
  }
  const parts: Part[] = [shell]
  if (p.hair === 'long' || p.hair === 'bob') {
    const open = form.width * 0.9 // in front the neck is seen
    parts.push({
      mesh: maneMesh(form, p.hair === 'long' ? -1.45 : -0.78, 0.13),
      paint: (x, y, z) => (z > -0.3 && Math.abs(x) < open ? undefined : hair(x, y, z)),
      turns: true,
    })
  }
  if (p.hair === 'bun')
    parts.push({ mesh: ballMesh([0, 1.12, -0.35], [0.34, 0.3, 0.34]), paint: hair, turns: true })
  return parts
}

/** @param seed of the resident @param p the features that the resident's drawing shows too */
export function headOf(p: Portrait): Head {
  const choose = seeded(p.seed, 'head')
  const form = formOf(p, choose)
  const face = paintOf(p, choose)
  const { skin } = face
  const ear = (side: number): Part => ({
    mesh: ballMesh([side * (form.width + 0.01), form.eyeY - 0.14, -0.08], [0.08, 0.2, 0.13]),
    paint: () => skin,
    turns: true,
  })
  const cloth = colourOf(p.clothing)
  const neck = p.child ? 0.3 : p.male ? 0.42 : 0.35
  const body: Part = {
    mesh: bodyMesh(p.child ? 1.15 : p.male ? 1.55 : 1.35, neck),
    turns: false,
    paint: (x, y) => {
      if (p.collar === 'shirt') {
        if (y < -1.12 && y > -1.7 && Math.abs(x) < 0.62 + 0.36 * (y + 1.12)) {
          return Math.abs(x) < 0.36 + 0.62 * (y + 1.12) ? skin : [236, 236, 232]
        }
        return y < -1.25 ? cloth : skin
      }
      return y < -1.3 - 0.2 * Math.max(0, 1 - (x / 0.5) ** 2) ? cloth : skin
    },
  }
  return {
    form,
    face,
    meshes: { face: faceMesh(form), others: [body, ear(-1), ear(1), ...hairOf(p, form, choose)] },
  }
}

const background: Colour = [196, 206, 216]

/** @returns the head in a picture of this size; it fills the picture as on a card's photo at size 1 */
export function drawHead(head: Head, pose: HeadPose, width: number, height: number): Picture {
  const data = new Uint8ClampedArray(4 * width * height)
  for (let at = 0; at < data.length; at += 4) data.set([...background, 255], at)
  const picture = { width, height, data }
  const { x = 0.5, y = 0.46, size = 1 } = pose
  const half = height * 0.3 * size
  const face: Part = {
    mesh: head.meshes.face,
    paint: facePaint(head.form, head.face, pose.open),
    turns: true,
  }
  draw([face, ...head.meshes.others], pose, picture, { x: width * x, y: height * y, half })
  return picture
}
