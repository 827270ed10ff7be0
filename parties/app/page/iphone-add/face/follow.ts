/** 3-C ④ the loop: one measurement after the other, as fast as this machine can, until every movement was made. */
import { beginCourse, type Course, drawOrder, isOver, type Observation, step } from '@kazashi/face'

export interface Following {
  /** Measures what the camera sees now. @param first descriptor of the face that looked straight ahead */
  readonly observe: (first: readonly number[] | undefined) => Promise<Observation>
  /** 0 ≤ n < 1: draws the order of the directions. */
  readonly random: () => number
  readonly onCourse: (course: Course) => void
  readonly signal: AbortSignal
}

/** Milliseconds between two measurements, for the page itself. */
const pause = 40

/** @returns the descriptor of the face that made the movements; undefined: it was ended before */
export async function followFace(following: Following): Promise<readonly number[] | undefined> {
  const { observe, random, onCourse, signal } = following
  let course = beginCourse(drawOrder(random))
  let first: readonly number[] | undefined
  onCourse(course)
  while (!isOver(course)) {
    const { measurement, descriptor } = await observe(first)
    if (signal.aborted) return undefined
    const after = step(course, measurement)
    if (after.done === 0) first = undefined
    else if (course.done === 0) first = descriptor
    course = after
    onCourse(course)
    await new Promise((again) => setTimeout(again, pause))
    if (signal.aborted) return undefined
  }
  return first
}
