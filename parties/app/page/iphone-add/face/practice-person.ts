/** A practice person before the camera: the drawn head of a made-up resident, moved by buttons, as a stream like that of a camera. */
import { drawHead, headOf } from '@kazashi/card/head'
import { PORTRAIT_HEIGHT, PORTRAIT_WIDTH, portraitOf } from '@kazashi/card/portrait'
import type { PracticeFace } from '../table.ts'

/** The person's own right and left. */
type Look = 'ahead' | 'right' | 'left'

export interface PracticePerson {
  readonly stream: MediaStream
  look(towards: Look): void
  close(shut: boolean): void
}

/** Radians of the head in the picture; the person's right is the picture's left. */
const yaws = { ahead: 0, right: -0.5, left: 0.5 } as const

/** Pictures a second that the stream has at most. */
const rate = 10

/** @param now decides the person's age @throws {TypeError} a browser without a canvas */
export function practicePerson(person: PracticeFace, now: Date): PracticePerson {
  const head = headOf(portraitOf(person, now))
  const canvas = document.createElement('canvas')
  canvas.width = PORTRAIT_WIDTH
  canvas.height = PORTRAIT_HEIGHT
  const context = canvas.getContext('2d')
  if (context === null) throw new TypeError('no canvas')
  let yaw: number = yaws.ahead
  let open = 1
  const draw = () => {
    const { data, width, height } = drawHead(
      head,
      { yaw, pitch: 0, open },
      canvas.width,
      canvas.height,
    )
    context.putImageData(new ImageData(data, width, height), 0, 0)
  }
  const stream = canvas.captureStream(rate)
  draw()
  return {
    stream,
    look: (towards) => {
      yaw = yaws[towards]
      draw()
    },
    close: (shut) => {
      open = shut ? 0 : 1
      draw()
    },
  }
}
