/** The colours of a practice person's face: eyes, lids, brows, nostrils and lips as functions of the place on it. */

import type { Colour, Paint } from './raster.ts'
import type { HeadForm } from './shape.ts'
import { noseTip } from './shape.ts'

export interface FacePaint {
  readonly skin: Colour
  readonly brow: Colour
  readonly lips: Colour
  readonly iris: Colour
  readonly beard: Colour | undefined
  readonly glasses: 'none' | 'round' | 'square'
  readonly old: boolean
  /** Half the width of an eye, half its height, and how much its outer corner stands higher, in half heads. */
  readonly eye: { readonly width: number; readonly height: number; readonly slant: number }
  readonly browHeight: number
  readonly browThickness: number
  readonly browArch: number
  readonly mouthWidth: number
  readonly lipHeight: number
}

const mixed = (from: Colour, to: Colour, share: number): Colour => {
  const t = Math.min(1, Math.max(0, share))
  return [
    from[0] + (to[0] - from[0]) * t,
    from[1] + (to[1] - from[1]) * t,
    from[2] + (to[2] - from[2]) * t,
  ]
}
/** 1 inside, 0 outside of an edge that is `soft` wide. */
const inside = (distance: number, soft: number): number =>
  Math.min(1, Math.max(0, 0.5 - distance / soft))
const bell = (distance: number, width: number): number => Math.exp(-((distance / width) ** 2))

const dark: Colour = [38, 28, 26]
const white: Colour = [238, 234, 230]

/** @param open how far the eyes are open, 0 … 1 */
export function facePaint(form: HeadForm, look: FacePaint, open: number): Paint {
  const { eyeX, eyeY, mouthY, noseWidth } = form
  const { eye, skin } = look
  const tip = noseTip(form)
  const shadow = mixed(skin, [96, 52, 40], 0.55)
  const blush: Colour = mixed(skin, [214, 110, 96], 0.35)

  const eyeColour = (dx: number, dy: number, base: Colour): Colour => {
    const along = dx / eye.width // -1 inner … 1 outer
    const curve = Math.max(0, 1 - along * along)
    const lift = eye.slant * along
    const upperOpen = eye.height * curve ** 0.6
    const lower = lift - eye.height * 0.72 * curve ** 0.9
    const upper = lower + (lift + upperOpen - lower) * open
    let colour = base
    // The lid's crease and the socket's shade.
    const socket = bell(dy - lift - eye.height * 1.2, 0.07) * bell(dx, eye.width * 1.15)
    colour = mixed(colour, shadow, 0.34 * socket)
    colour = mixed(
      colour,
      shadow,
      0.75 * bell(dy - lift - upperOpen - 0.032, 0.011) * inside(Math.abs(along) - 0.95, 0.2),
    )
    if (Math.abs(along) < 1.12) {
      if (dy < upper && dy > lower && Math.abs(along) < 1) {
        const iris = Math.hypot(dx + 0.004, dy - eye.height * 0.16)
        const radius = eye.height * 1.02
        const ball = mixed(
          mixed(white, [176, 160, 150], 0.8 * bell(dy - upper, 0.03)),
          look.iris,
          inside(iris - radius, 0.014),
        )
        const pupil = mixed(ball, [12, 10, 10], inside(iris - radius * 0.46, 0.014))
        const glint = Math.hypot(dx + radius * 0.34, dy - eye.height * 0.16 - radius * 0.38)
        colour = mixed(pupil, [255, 255, 255], inside(glint - radius * 0.16, 0.012))
      }
      const lash = inside(Math.abs(along) - 1.05, 0.12)
      colour = mixed(colour, dark, lash * 0.95 * bell(dy - upper - 0.004, 0.013 + 0.004 * open))
      colour = mixed(colour, shadow, lash * 0.6 * open * bell(dy - lower, 0.009))
    }
    return colour
  }

  const glassesShare = (side: number, y: number): number => {
    if (look.glasses === 'none') return 0
    const [dx, dy] = [side - eyeX, y - eyeY + 0.01]
    const frame =
      look.glasses === 'round'
        ? Math.abs(Math.hypot(dx, dy) - 0.2) - 0.016
        : Math.abs(Math.max(Math.abs(dx) - 0.22, Math.abs(dy) - 0.145)) - 0.016
    const bridge = side < eyeX - 0.2 ? Math.abs(dy - 0.04) - 0.016 : 1
    return inside(Math.min(frame, bridge), 0.012)
  }

  return (x, y, z) => {
    let colour = skin
    if (z < 0) return colour
    const side = Math.abs(x)
    colour = mixed(colour, blush, 0.5 * bell(side - eyeX * 1.2, 0.16) * bell(y - eyeY + 0.3, 0.14))
    colour = mixed(
      colour,
      shadow,
      0.22 * bell(side - noseWidth * 0.9, 0.035) * inside(Math.abs(y - (tip + 0.2)) - 0.15, 0.15),
    )
    if (look.old) {
      colour = mixed(
        colour,
        shadow,
        0.5 *
          bell(side - noseWidth - 0.1 - 0.3 * (tip - y), 0.018) *
          inside(Math.abs(y - tip + 0.1) - 0.1, 0.08),
      )
      colour = mixed(
        colour,
        shadow,
        0.4 *
          bell(y - eyeY + 0.125 + 0.6 * (side - eyeX) ** 2, 0.014) *
          inside(Math.abs(side - eyeX) - 0.1, 0.06),
      )
      for (const line of [0.4, 0.48])
        colour = mixed(
          colour,
          shadow,
          0.22 * bell(y - eyeY - line + 0.1 * side * side, 0.012) * inside(side - 0.3, 0.15),
        )
    }
    if (look.beard !== undefined) {
      const jaw =
        inside(0.09 - Math.hypot(x / 1.5, (y - mouthY) * 0.9), 0.05) *
        inside(y - mouthY - 0.16 + 0.2 * side, 0.06)
      colour = mixed(colour, look.beard, 0.75 * jaw)
    }
    // Nostrils and the nose's underside.
    colour = mixed(colour, shadow, 0.6 * bell(y - tip + 0.075, 0.028) * bell(x, noseWidth * 0.9))
    colour = mixed(
      colour,
      [58, 30, 26],
      0.85 * bell(side - noseWidth * 0.52, 0.035) * bell(y - tip + 0.055, 0.022),
    )
    // Brows.
    const fromEye = (side - eyeX) / (eye.width * 1.35)
    const browLine =
      eyeY + look.browHeight + look.browArch * (1 - (fromEye - 0.25) ** 2) - look.browArch
    const thick = look.browThickness * (1 - 0.45 * Math.max(0, fromEye))
    colour = mixed(
      colour,
      look.brow,
      0.9 * inside(Math.abs(y - browLine) - thick, 0.025) * inside(Math.abs(fromEye) - 1, 0.18),
    )
    // Lips.
    const across = x / look.mouthWidth
    const full = Math.max(0, 1 - across * across)
    const bow = 1 - 0.28 * bell(across, 0.18)
    const upperLip = mouthY + look.lipHeight * 0.8 * bow * full ** 0.7
    const lowerLip = mouthY - look.lipHeight * 1.15 * full ** 0.6
    if (Math.abs(across) < 1) {
      colour = mixed(
        colour,
        look.lips,
        0.8 * inside(y - upperLip, 0.02) * inside(lowerLip - y, 0.02),
      )
    }
    colour = mixed(
      colour,
      [86, 36, 34],
      0.85 * bell(y - mouthY - 0.012 * across * across, 0.011) * inside(Math.abs(across) - 1, 0.1),
    )
    colour = mixed(
      colour,
      shadow,
      0.25 * bell(y - mouthY + look.lipHeight * 1.6, 0.025) * bell(x, 0.12),
    )
    if (Math.abs(y - eyeY) < 0.3 && side > 0.05) colour = eyeColour(side - eyeX, y - eyeY, colour)
    return mixed(colour, [30, 30, 34], glassesShare(side, y))
  }
}
