/** 3-C ④ the camera of this machine: what its refusals mean, and the loop that follows a face. */
import type { Course, Measurement, Observation } from '@kazashi/face'
import { describe, expect, test } from 'vitest'
import { openCamera } from './camera.ts'
import { followFace } from './follow.ts'

describe('3-C ④ a camera that gives no picture', () => {
  test.each([
    ['NotAllowedError', 'denied'],
    ['SecurityError', 'denied'],
    ['NotFoundError', 'none'],
    ['NotReadableError', 'in-use'],
    ['AbortError', 'in-use'],
    ['SomethingNew', 'unknown'],
  ])('3-C ④ %s is told as %s', async (name, trouble) => {
    const getUserMedia = () => Promise.reject(new DOMException('', name))
    expect(await openCamera({ getUserMedia })).toEqual({ trouble })
  })

  test('3-C ④ a browser without cameras has none, and what is no error is unknown', async () => {
    expect(await openCamera(undefined)).toEqual({ trouble: 'none' })
    // A browser may throw anything.
    const getUserMedia = () => Promise.reject('busy')
    expect(await openCamera({ getUserMedia })).toEqual({ trouble: 'unknown' })
  })
})

const ahead: Measurement = {
  faces: 1,
  size: 0.6,
  brightness: 0.5,
  yaw: 0,
  eyes: 0.4,
  real: 0.8,
  live: 0.9,
}
const right = { ...ahead, yaw: 0.4 }
const left = { ...ahead, yaw: -0.4 }
const shut = { ...ahead, eyes: 0.05 }

/** One measurement after the other, each with a descriptor of its own number. */
function series(measurements: readonly Measurement[]) {
  let at = 0
  const asked: (readonly number[] | undefined)[] = []
  const observe = async (first: readonly number[] | undefined): Promise<Observation> => {
    asked.push(first)
    const measurement = measurements[at] ?? ahead
    at += 1
    return { measurement, descriptor: [at] }
  }
  return { observe, asked }
}
/** Leaves the order as it stands. */
const random = () => 0.999

test('3-C ④ the face that looked ahead is the one that is compared, on the way and at the end', async () => {
  const { observe, asked } = series([
    ...[ahead, ahead, ahead, right, right, ahead, left, left, ahead, shut, ahead],
  ])
  const courses: Course[] = []
  const { signal } = new AbortController()
  const onCourse = (course: Course) => void courses.push(course)
  expect(await followFace({ observe, random, onCourse, signal })).toEqual([2])
  expect(asked.slice(0, 3)).toEqual([undefined, undefined, [2]])
  expect(courses.at(-1)?.done).toBe(4)
})

test('3-C ④ another person on the way is the first one of a new course', async () => {
  const other = { ...ahead, likeness: 0.2 }
  const all = [ahead, ahead, other, ahead, ahead, ahead, right, right, ahead, left, left]
  const { observe } = series([...all, ahead, shut, ahead])
  const { signal } = new AbortController()
  expect(await followFace({ observe, random, onCourse: () => undefined, signal })).toEqual([5])
})

test('3-C ④ a screen that is left ends the recording, and nothing counts', async () => {
  const ended = new AbortController()
  const { observe } = series([ahead, ahead])
  const onCourse = ({ done }: Course) => {
    if (done === 1) ended.abort()
  }
  const { signal } = ended
  expect(await followFace({ observe, random, onCourse, signal })).toBeUndefined()
})
