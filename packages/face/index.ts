/** 3-C ④: the movement of a face before a camera. The rules are pure; `openObserver` is the edge that measures, in a page. */
export {
  beginCourse,
  type Course,
  type Direction,
  directionOf,
  directions,
  drawOrder,
  type Hint,
  isOver,
  step,
} from './course.ts'
export { isSameFace, leastLikeness } from './likeness.ts'
export type { Measurement } from './measurement.ts'
export { type Observation, type Observer, openObserver } from './observer.ts'
