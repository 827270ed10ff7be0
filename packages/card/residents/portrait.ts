/**
 * A drawn face for a made-up resident, so that people on a desk can be told apart; clearly no photograph. It follows from
 * the front of the card (name, birth date, sex), so that a page draws the same face as the card holds.
 */
import type { Resident } from '../resident.ts'
import {
  type Drawing,
  ellipse,
  hole,
  type PathCommand,
  polygon,
  rectangle,
  type Shape,
  toSvg,
} from './drawing.ts'
import { seeded, seedFrom } from './seeded.ts'

export const PORTRAIT_WIDTH = 240
export const PORTRAIT_HEIGHT = 320

const skins = ['#f3d3b8', '#ecc3a0', '#e2b48d', '#f7dcc6'] as const
const hairs = ['#1f1a17', '#2e211a', '#4a3021', '#3a3a40'] as const
const greyHairs = ['#6f6f76', '#84848b', '#cfcfd4'] as const
const clothes = ['#27476e', '#6b2f3c', '#3f5d45', '#58506e', '#7a5a2e', '#33363b'] as const
const styles = ['short', 'parted', 'bob', 'long', 'bun', 'cropped'] as const
type Hair = (typeof styles)[number] | 'thin'

/** Features of a face. */
export interface Portrait {
  readonly skin: string
  readonly hairColour: string
  readonly hair: Hair
  readonly fringe: boolean
  readonly glasses: 'none' | 'round' | 'square'
  readonly clothing: string
  readonly collar: 'round' | 'shirt'
  /** Half the width of the face in pixels. */
  readonly faceWidth: number
  readonly eyeDistance: number
  readonly brow: number
  readonly beard: boolean
  readonly child: boolean
  readonly old: boolean
  readonly male: boolean
  /** What else is drawn of this person follows from it. */
  readonly seed: number
}

/**
 * The face that belongs to a resident.
 * @param now decides child and old age only
 */
export function portraitOf(
  resident: Pick<Resident, 'name' | 'birthDate' | 'sex'>,
  now: Date,
): Portrait {
  const age = Math.floor(
    (now.getTime() - Date.parse(`${resident.birthDate}T00:00:00+09:00`)) / (365.2425 * 86_400_000),
  )
  const seed = seedFrom(`${resident.name}/${resident.birthDate}`)
  return drawFeatures(seed, resident.sex, age)
}

/** A face for a bare seed: an adult of either sex. */
export const portraitOfSeed = (seed: number): Portrait =>
  drawFeatures(seed, seed % 2 === 0 ? 'female' : 'male', 40)

function drawFeatures(seed: number, sex: Resident['sex'], age: number): Portrait {
  const choose = seeded(seed, 'portrait')
  // Every feature is drawn for everybody, so that sex and age do not shift the others.
  const skin = choose.pick(skins)
  const dark = choose.pick(hairs)
  const grey = choose.pick(greyHairs)
  const greyAt = choose.integer(55, 80)
  const forMen = choose.pick(['short', 'parted', 'cropped', 'short', 'thin'] as const)
  const forWomen = choose.pick(['bob', 'long', 'bun', 'parted', 'bob', 'short'] as const)
  const either = choose.pick(styles)
  const fringe = choose.chance(0.5)
  const wears = choose.pick(['none', 'none', 'none', 'round', 'square'] as const)
  const readingGlasses = choose.chance(0.4)
  const clothing = choose.pick(clothes)
  const collar = choose.pick(['round', 'shirt'] as const)
  const faceWidth = choose.integer(50, 60)
  const eyeDistance = choose.integer(22, 27)
  const brow = choose.integer(3, 6)
  const beard = choose.chance(0.15)
  const old = age >= greyAt
  const own: Hair = { male: forMen, female: forWomen, 'not-applicable': either }[sex]
  return {
    skin,
    hairColour: old ? grey : dark,
    hair: own === 'thin' && age < 45 ? 'short' : own,
    fringe: fringe || age < 10,
    glasses: wears === 'none' && old && readingGlasses ? 'round' : age < 5 ? 'none' : wears,
    clothing,
    collar: age < 15 ? 'round' : collar,
    faceWidth,
    eyeDistance,
    brow: age < 15 ? 2 : brow,
    beard: beard && sex === 'male' && age >= 25,
    child: age < 12,
    old: age >= 65,
    male: sex === 'male',
    seed,
  }
}

const CX = PORTRAIT_WIDTH / 2
const INK = '#2b2523'

/** The face as filled outlines, 240 × 320. */
export function drawPortrait(p: Portrait): Drawing {
  const cy = p.child ? 168 : 150
  const ry = p.child ? 60 : 72
  const rx = p.child ? p.faceWidth - 2 : p.faceWidth
  const eyeY = cy + (p.child ? 10 : 2)
  const shapes: Shape[] = [
    { fill: '#9db3c9', path: rectangle(0, 0, PORTRAIT_WIDTH, PORTRAIT_HEIGHT) },
    ...hairBehind(p, cy, rx, ry),
    ...body(p, cy + ry),
    {
      fill: p.skin,
      path: [...ellipse(CX - rx, eyeY + 6, 9, 15), ...ellipse(CX + rx, eyeY + 6, 9, 15)],
    },
    { fill: p.skin, path: ellipse(CX, cy, rx, ry) },
    ...hairInFront(p, cy, rx, ry),
    ...eyesAndMouth(p, cy, eyeY, ry),
    ...glasses(p, eyeY),
  ]
  return { width: PORTRAIT_WIDTH, height: PORTRAIT_HEIGHT, shapes }
}

function hairBehind(p: Portrait, cy: number, rx: number, ry: number): Shape[] {
  const fill = p.hairColour
  const top = cy - ry - 14
  switch (p.hair) {
    case 'long':
      return [{ fill, path: mane(rx + 20, top, cy + ry + 66) }]
    case 'bob':
      return [{ fill, path: mane(rx + 19, top, cy + ry - 14) }]
    case 'bun':
      return [{ fill, path: ellipse(CX, top - 4, 26, 24) }]
    default:
      return []
  }
}

/** Hair falling on both sides from the crown down to `bottom`. */
const mane = (half: number, top: number, bottom: number): PathCommand[] => [
  ['M', CX - half, bottom],
  ['L', CX - half, top + 70],
  ['C', CX - half, top - 6, CX + half, top - 6, CX + half, top + 70],
  ['L', CX + half, bottom],
  ['Q', CX, bottom + 14, CX - half, bottom],
  ['Z'],
]

function body(p: Portrait, chin: number): Shape[] {
  const shoulder = p.child ? 74 : 98
  const neck = p.child ? 17 : 24
  const top = chin + 22
  const torso: PathCommand[] = [
    ['M', CX - shoulder, PORTRAIT_HEIGHT],
    ['C', CX - shoulder, top + 22, CX - 50, top + 12, CX - neck, top],
    ['L', CX + neck, top],
    ['C', CX + 50, top + 12, CX + shoulder, top + 22, CX + shoulder, PORTRAIT_HEIGHT],
    ['Z'],
  ]
  const shirt: Shape[] =
    p.collar === 'shirt'
      ? [
          {
            fill: '#f6f6f4',
            path: polygon([CX - neck - 4, top - 2], [CX + neck + 4, top - 2], [CX, top + 44]),
          },
          {
            fill: p.skin,
            path: polygon([CX - neck, top - 8], [CX + neck, top - 8], [CX, top + 22]),
          },
        ]
      : [{ fill: p.skin, path: ellipse(CX, top, neck + 2, 14) }]
  return [
    { fill: p.clothing, path: torso },
    { fill: p.skin, path: rectangle(CX - neck, chin - 26, neck * 2, 48) },
    ...shirt,
  ]
}

function hairInFront(p: Portrait, cy: number, rx: number, ry: number): Shape[] {
  const fill = p.hairColour
  const top = cy - ry
  const side = rx + 5
  if (p.hair === 'thin') {
    return [
      {
        fill,
        path: [...ellipse(CX - rx + 1, cy - 18, 9, 26), ...ellipse(CX + rx - 1, cy - 18, 9, 26)],
      },
    ]
  }
  const lift = p.hair === 'cropped' ? 14 : 18
  const line = p.fringe ? cy - 22 : cy - 42
  const from = p.hair === 'parted' ? CX + 20 : CX
  const cap: PathCommand[] = [
    ['M', CX - side, cy - 8],
    ['C', CX - side - 4, top - lift * 1.6, CX + side + 4, top - lift * 1.6, CX + side, cy - 8],
    ['C', CX + side - 10, line - 6, CX + 34, line, from, line - (p.hair === 'parted' ? 20 : 4)],
    ['C', CX - 34, line, CX - side + 10, line - 6, CX - side, cy - 8],
    ['Z'],
  ]
  return [{ fill, path: cap }]
}

function eyesAndMouth(p: Portrait, cy: number, eyeY: number, ry: number): Shape[] {
  const eye = p.child ? 6.5 : 5
  const [left, right] = [CX - p.eyeDistance, CX + p.eyeDistance]
  const mouthY = cy + ry * 0.52
  const browY = eyeY - 17
  const brow = (x: number): PathCommand[] => [
    ['M', x - 13, browY + 2],
    ['Q', x, browY - p.brow - 3, x + 13, browY + 2],
    ['Q', x, browY - 3 + p.brow / 3, x - 13, browY + 2],
    ['Z'],
  ]
  const crease = (x: number): PathCommand[] => [
    ['M', x - 8, eyeY + 14],
    ['Q', x, eyeY + 19, x + 8, eyeY + 14],
    ['Q', x, eyeY + 21.5, x - 8, eyeY + 14],
    ['Z'],
  ]
  return [
    ...(p.beard
      ? [
          {
            fill: p.hairColour,
            path: [
              ['M', CX - 34, mouthY - 6],
              ['C', CX - 34, cy + ry + 16, CX + 34, cy + ry + 16, CX + 34, mouthY - 6],
              ['Q', CX, mouthY - 26, CX - 34, mouthY - 6],
              ['Z'],
            ] satisfies PathCommand[],
          },
          { fill: p.skin, path: ellipse(CX, mouthY + 3, 17, 9) },
        ]
      : []),
    { fill: p.old ? p.hairColour : INK, path: [...brow(left), ...brow(right)] },
    {
      fill: INK,
      path: [...ellipse(left, eyeY, eye, eye * 1.15), ...ellipse(right, eyeY, eye, eye * 1.15)],
    },
    ...(p.old ? [{ fill: '#b98d6e', path: [...crease(left), ...crease(right)] }] : []),
    {
      fill: '#c4906c',
      path: [
        ['M', CX - 7, cy + 24],
        ['Q', CX, cy + 31, CX + 7, cy + 24],
        ['Q', CX, cy + 27.5, CX - 7, cy + 24],
        ['Z'],
      ],
    },
    {
      fill: '#a8524c',
      path: [
        ['M', CX - 16, mouthY],
        ['Q', CX, mouthY + 9, CX + 16, mouthY],
        ['Q', CX, mouthY + 3, CX - 16, mouthY],
        ['Z'],
      ],
    },
  ]
}

function glasses(p: Portrait, eyeY: number): Shape[] {
  if (p.glasses === 'none') return []
  const half = p.eyeDistance - 5
  const lens = (x: number): PathCommand[] =>
    p.glasses === 'round'
      ? [...ellipse(x, eyeY, half, half), ...hole(x, eyeY, half - 3, half - 3)]
      : [
          ...rectangle(x - half, eyeY - 13, half * 2, 26),
          ...polygon(
            [x - half + 3, eyeY - 10],
            [x - half + 3, eyeY + 10],
            [x + half - 3, eyeY + 10],
            [x + half - 3, eyeY - 10],
          ),
        ]
  const bridge = rectangle(CX - 5, eyeY - 3, 10, 3)
  return [
    { fill: INK, path: [...lens(CX - p.eyeDistance), ...lens(CX + p.eyeDistance), ...bridge] },
  ]
}

/**
 * The face as an SVG document, 240 × 320.
 * @param of a bare seed (always an adult), or the features of `portraitOf`, the same as the card's photo
 */
export const portraitSvg = (of: number | Portrait): string =>
  toSvg(drawPortrait(typeof of === 'number' ? portraitOfSeed(of) : of))
