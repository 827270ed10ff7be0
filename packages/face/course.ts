/**
 * 3-C ④ the course of directions: straight ahead first, then right, left and a blink in an order that is drawn. Judged from measurements
 * alone, one after the other; a movement counts when it was made after it was asked for, for two measurements on end.
 */
import type { Measurement } from './measurement.ts'

export const directions = ['front', 'right', 'left', 'blink'] as const
export type Direction = (typeof directions)[number]

/** Why nothing counts now, in the order in which it is said. */
export type Hint =
  | 'dark'
  | 'bright'
  | 'none'
  | 'several'
  | 'far'
  | 'near'
  | 'photograph'
  | 'other-person'

export interface Course {
  readonly order: readonly Direction[]
  /** Movements that count. */
  readonly done: number
  /** What the direction asks for has to be begun from: looking ahead with open eyes. */
  readonly ready: boolean
  /** Measurements on end that show the movement. */
  readonly shown: number
  /** The eyes were closed, and have to open again. */
  readonly closed: boolean
  /** Openness of the eyes when the person looked straight ahead. */
  readonly eyes: number
  /** Measurements on end that look like a photograph. */
  readonly flat: number
  readonly hint?: Hint
}

/** Measurements on end until a movement counts, or a face is called a photograph. */
const enough = 2
const flatAfter = 3
/** Radians: a turn counts from here on … */
const turned = 0.28
/** … and straight ahead is within this. Between them nothing changes. */
const ahead = 0.16
/** Of the openness at the beginning: closed below the first, open from the second on. */
const closedBelow = 0.5
const openFrom = 0.72
const leastSize = 0.22
const mostSize = 1
const leastBrightness = 0.16
const mostBrightness = 0.96
/** Below one of these a face looks like a photograph; the library's authors give 0.5 as doubtful. */
const leastReal = 0.35
const leastLive = 0.35
/** The same person all the way, looking ahead: less strict than against the photo, as eyes and light change. */
const leastOwnLikeness = 0.6

/** @param fraction draws 0 ≤ n < 1, so that a film of an earlier course does not fit */
export function drawOrder(fraction: () => number): Direction[] {
  const others: Direction[] = ['right', 'left', 'blink']
  for (let last = others.length - 1; last > 0; last -= 1) {
    const at = Math.floor(fraction() * (last + 1))
    const [a, b] = [others[at], others[last]]
    if (a !== undefined && b !== undefined) [others[at], others[last]] = [b, a]
  }
  return ['front', ...others]
}

const fresh = { ready: false, shown: 0, closed: false } as const

export const beginCourse = (order: readonly Direction[]): Course => ({
  order,
  done: 0,
  ...fresh,
  eyes: 0,
  flat: 0,
})

/** The movement that is asked for; undefined: all were made. */
export const directionOf = ({ order, done }: Course): Direction | undefined => order[done]
export const isOver = (course: Course): boolean => directionOf(course) === undefined

function hintOf(m: Measurement): Hint | undefined {
  if (m.brightness < leastBrightness) return 'dark'
  if (m.brightness > mostBrightness) return 'bright'
  if (m.faces === 0) return 'none'
  if (m.faces > 1) return 'several'
  if (m.size < leastSize) return 'far'
  if (m.size > mostSize) return 'near'
  return undefined
}

/** The course after one more measurement; another person in front of the camera begins it anew. */
export function step(course: Course, m: Measurement): Course {
  const { hint: _, ...before } = course
  const asked = directionOf(course)
  if (asked === undefined) return course
  const hint = hintOf(m)
  // What was begun before has to be begun anew: half a movement does not count.
  if (hint !== undefined) return { ...before, ...fresh, hint }
  const flat = m.real < leastReal || m.live < leastLive ? course.flat + 1 : 0
  if (flat >= flatAfter) return { ...before, ...fresh, flat, hint: 'photograph' }
  const isAhead = Math.abs(m.yaw) <= ahead
  if (isAhead && m.likeness !== undefined && m.likeness < leastOwnLikeness) {
    return { ...beginCourse(course.order), flat, hint: 'other-person' }
  }
  return judged({ ...before, flat }, asked, m, isAhead)
}

function judged(course: Course, asked: Direction, m: Measurement, isAhead: boolean): Course {
  if (asked === 'front') return counted(course, isAhead, Math.max(course.eyes, m.eyes))
  const isOpen = m.eyes >= openFrom * course.eyes
  if (!course.ready) return { ...course, ready: isAhead && isOpen }
  if (asked === 'blink') {
    if (!isAhead) return { ...course, ...fresh }
    if (m.eyes < closedBelow * course.eyes) return { ...course, closed: true }
    return course.closed && isOpen ? counted({ ...course, shown: enough }, true) : course
  }
  const yaw = asked === 'right' ? m.yaw : -m.yaw
  // The other way is not this way: begin from straight ahead again.
  if (yaw < -turned) return { ...course, ...fresh }
  return counted(course, yaw >= turned)
}

function counted(course: Course, made: boolean, eyes = course.eyes): Course {
  if (!made) return { ...course, shown: 0, eyes }
  const shown = course.shown + 1
  if (shown < enough) return { ...course, shown, eyes }
  return { ...course, ...fresh, eyes, done: course.done + 1 }
}
