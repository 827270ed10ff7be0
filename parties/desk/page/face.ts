/** The face of a person: the front of the same practice person that the card has as its photo, in colour. */
import { drawHead, headOf } from '@kazashi/card/head'
import { PORTRAIT_HEIGHT, PORTRAIT_WIDTH, portraitOf } from '@kazashi/card/portrait'
import { base64 } from '@kazashi/octets'
import { encode } from 'fast-png'
import type { CardView } from './box.ts'

/** Of the photo's pixels, each way: it is shown small. */
const size = 0.75

export function faceUrl(face: CardView['face']): string {
  const head = headOf(portraitOf(face, new Date()))
  const { width, height, data } = drawHead(
    head,
    { yaw: 0, pitch: 0, open: 1 },
    size * PORTRAIT_WIDTH,
    size * PORTRAIT_HEIGHT,
  )
  const png = encode({ width, height, data: new Uint8Array(data.buffer), channels: 4 })
  return `data:image/png;base64,${base64.encode(png)}`
}
