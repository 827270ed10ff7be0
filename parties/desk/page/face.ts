/** The drawn face of a person. */
import { portraitOf, portraitSvg } from '@kazashi/card/portrait'
import type { CardView } from './box.ts'

/** The same face that the card holds as its photo. */
export const faceUrl = (face: CardView['face']): string =>
  `data:image/svg+xml,${encodeURIComponent(portraitSvg(portraitOf(face, new Date())))}`
