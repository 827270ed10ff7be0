/** 3-C ④ the rules on series of numbers: movements made, not made, and made by something that is no face. */
import { describe, expect, test } from 'vitest'
import { beginCourse, type Course, type Direction, drawOrder, isOver, step } from './course.ts'
import { isSameFace } from './likeness.ts'
import { type FoundFace, type Measurement, measurementOf } from './measurement.ts'

const order: readonly Direction[] = ['front', 'right', 'left', 'blink']
/** Recorded of a practice person in front. */
const ahead: Measurement = {
  faces: 1,
  size: 0.9,
  brightness: 0.6,
  yaw: 0.01,
  eyes: 0.41,
  real: 0.78,
  live: 0.98,
  likeness: 0.97,
}
const right = { ...ahead, yaw: 0.43, real: 0.87, live: 0.7 }
const left = { ...ahead, yaw: -0.39, real: 0.91, live: 0.78 }
const shut = { ...ahead, eyes: 0.08, real: 0.75 }
const whole = [ahead, ahead, ahead, right, right, ahead, left, left, ahead, shut, ahead]

const run = (series: readonly Measurement[], from: Course = beginCourse(order)): Course =>
  series.reduce(step, from)
const toRight = run([ahead, ahead])
const toBlink = run(whole.slice(0, 8))

describe('3-C ④ directions', () => {
  test('3-C ④ all movements, each after it was asked for, are the whole course', () => {
    const course = run(whole)
    expect(isOver(course)).toBe(true)
    expect(run([ahead], course)).toBe(course)
  })

  test('3-C ④ the order is drawn: straight ahead first, each movement once', () => {
    let at = 0
    const orders = new Set(
      Array.from({ length: 60 }, () => {
        const drawn = drawOrder(() => (at = (at + 0.377) % 1))
        expect(drawn[0]).toBe('front')
        expect([...drawn].sort()).toEqual([...order].sort())
        return drawn.join()
      }),
    )
    expect(orders.size).toBeGreaterThan(3)
  })

  test.each([
    ['nobody moves', Array.from({ length: 50 }, () => ahead)],
    ['one measurement alone', [ahead, right, ahead, right, ahead, right]],
    ['the other way', [ahead, left, left, left, ahead, left, left]],
    ['not far enough', Array.from({ length: 20 }, () => ({ ...ahead, yaw: 0.2 }))],
    ['turned before it was asked, and left so', [right, right, right, right]],
  ] as const)('3-C ④ a turn to the right does not count: %s', (_, series) => {
    expect(run(series, toRight).done).toBe(1)
  })

  test.each([
    ['eyes that stay open', [ahead, ahead, ahead]],
    ['eyes that stay closed', [ahead, shut, shut, shut]],
    ['eyes closed from the start', [shut, shut, shut]],
    ['eyes narrowed', [ahead, { ...ahead, eyes: 0.25 }, ahead]],
    ['a face turned away, whose eye is hidden', [ahead, { ...right, eyes: 0.08 }, right]],
  ] as const)('3-C ④ a blink does not count: %s', (_, series) => {
    expect(toBlink.done).toBe(3)
    expect(run(series, toBlink).done).toBe(3)
    expect(isOver(run([ahead, shut, ahead], toBlink))).toBe(true)
  })
})

describe('3-C ④ what is said', () => {
  test.each([
    ['dark', { brightness: 0.05 }],
    ['bright', { brightness: 0.99 }],
    ['none', { faces: 0 }],
    ['several', { faces: 2 }],
    ['far', { size: 0.1 }],
    ['near', { size: 1.2 }],
  ] as const)('3-C ④ %s: nothing counts, and half a movement is begun anew', (hint, change) => {
    const begun = run([ahead, right], toRight)
    expect(begun.shown).toBe(1)
    const course = run([{ ...right, ...change }], begun)
    expect(course).toMatchObject({ hint, shown: 0, ready: false, done: 1 })
    expect(run([right, right], course).done).toBe(1)
    expect(run([ahead], course).hint).toBeUndefined()
  })

  test.each([{ real: 0.1 }, { live: 0.1 }])('3-C ④ a photograph held up: %o', (score) => {
    const flat = whole.map((m) => ({ ...m, ...score }))
    expect(run(flat)).toMatchObject({ hint: 'photograph' })
    expect(isOver(run([...flat, ...flat]))).toBe(false)
  })

  test('3-C ④ one doubtful score among good ones is no photograph', () => {
    expect(isOver(run(whole.map((m, at) => (at % 3 === 0 ? { ...m, live: 0.2 } : m))))).toBe(true)
  })

  test('3-C ④ another person on the way begins the course anew, and says so', () => {
    const course = run([{ ...ahead, likeness: 0.45 }], toBlink)
    expect(course).toMatchObject({ done: 0, hint: 'other-person' })
    // A turned face is less like the one in front: it is not judged by that.
    expect(run([ahead, { ...right, likeness: 0.45 }], toRight).hint).toBeUndefined()
  })
})

describe('3-C ④ the photo', () => {
  test('3-C ④ measured: a practice person and their own photo, and those of others', () => {
    // Of 24 residents: the lowest with their own photo, the highest of 552 with another's (decision 0059).
    for (const own of [0.92, 0.93, 0.95]) expect(isSameFace(own)).toBe(true)
    for (const other of [0.83, 0.81, 0.79, 0.28]) expect(isSameFace(other)).toBe(false)
  })
})

describe('3-C ④ measurements', () => {
  const mesh: number[][] = Array.from({ length: 468 }, () => [0, 0])
  const put = (at: number, x: number, y: number) => {
    mesh[at] = [x, y]
  }
  for (const [upper, lower, outer, inner, x, open] of [
    [159, 145, 33, 133, 10, 4],
    [386, 374, 263, 362, 60, 8],
  ] as const) {
    put(upper, x + 10, 0)
    put(lower, x + 10, open)
    put(outer, x, 2)
    put(inner, x + 20, 2)
  }
  const found: FoundFace = {
    box: [0, 0, 60, 60],
    mesh,
    rotation: { angle: { yaw: 0.3 } },
    real: 0.7,
    live: 0.8,
  }

  test('3-C ④ eyes by the more closed one, size by the picture’s width', () => {
    expect(measurementOf([found], 240, 0.5, 0.9)).toEqual({
      faces: 1,
      size: 0.25,
      brightness: 0.5,
      yaw: 0.3,
      eyes: 0.2,
      real: 0.7,
      live: 0.8,
      likeness: 0.9,
    })
    expect(measurementOf([found, found], 240, 0.5, undefined).faces).toBe(2)
  })

  test('3-C ④ no face, no mesh and no scores count as nothing', () => {
    expect(measurementOf([], 240, 0.5, undefined)).toMatchObject({ faces: 0, eyes: 0 })
    const bare = { box: found.box, mesh: [] }
    expect(measurementOf([bare], 240, 0.5, undefined)).toMatchObject({ eyes: 0, real: 0, live: 0 })
  })
})
