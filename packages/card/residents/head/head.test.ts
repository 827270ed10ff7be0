/** A practice person's head: the same numbers draw the same picture, it turns, blinks, and stays inside its frame. */
import { describe, expect, test } from 'vitest'
import { portraitOfSeed } from '../portrait.ts'
import { drawHead, type HeadPose, headOf } from './head.ts'

const front: HeadPose = { yaw: 0, pitch: 0, open: 1 }
const [width, height] = [60, 80]
const seeds = Array.from({ length: 12 }, (_, seed) => seed)
const drawn = (seed: number, pose: Partial<HeadPose> = {}) =>
  drawHead(headOf(portraitOfSeed(seed)), { ...front, ...pose }, width, height).data

/** Share of the pixels that differ by more than a shade. */
function apart(one: Uint8ClampedArray, other: Uint8ClampedArray): number {
  let pixels = 0
  for (let at = 0; at < one.length; at += 4) {
    if (Math.abs((one[at] ?? 0) - (other[at] ?? 0)) > 24) pixels += 1
  }
  return pixels / (one.length / 4)
}
/** The skin's middle, as a share of the width. */
function middleOfSkin(data: Uint8ClampedArray): number {
  let [sum, count] = [0, 0]
  for (let pixel = 0; pixel < data.length / 4; pixel += 1) {
    const [y, red, blue] = [
      Math.floor(pixel / width),
      data[4 * pixel] ?? 0,
      data[4 * pixel + 2] ?? 0,
    ]
    if (y > 0.25 * height && y < 0.55 * height && red > blue + 25) {
      sum += pixel % width
      count += 1
    }
  }
  return sum / count / width
}

describe('3-C ④ a practice person', () => {
  test('3-C ④ is drawn the same each time, and no two alike', () => {
    const faces = seeds.map((seed) => drawn(seed))
    for (const [seed, face] of faces.entries()) {
      expect(drawn(seed)).toEqual(face)
      for (const other of faces.slice(seed + 1)) expect(apart(face, other)).toBeGreaterThan(0.03)
    }
  })

  test('3-C ④ fills every pixel, with background above and shoulders below', () => {
    for (const seed of seeds) {
      const data = drawn(seed)
      expect(data.filter((_, at) => at % 4 === 3).every((alpha) => alpha === 255)).toBe(true)
      expect([...data.subarray(0, 3)]).toEqual([196, 206, 216])
      const below = 4 * ((height - 1) * width + width / 2)
      expect([...data.subarray(below, below + 3)]).not.toEqual([196, 206, 216])
    }
  })

  test('3-C ④ turns to the side of its yaw, and its shoulders stay', () => {
    const turned = [-0.5, 0, 0.5].map((yaw) => seeds.map((seed) => drawn(seed, { yaw })))
    // Hair hides more of one face than of another: all together.
    const middles = turned.map((faces) => faces.reduce((sum, face) => sum + middleOfSkin(face), 0))
    expect(middles).toEqual([...middles].sort((a, b) => a - b))
    expect((middles[2] ?? 0) - (middles[0] ?? 0)).toBeGreaterThan(0.05 * seeds.length)
    const lastRows = 4 * width * Math.floor(0.97 * height)
    for (const [at, left] of (turned[0] ?? []).entries()) {
      const ahead = turned[1]?.[at] ?? left
      expect(apart(left, ahead)).toBeGreaterThan(0.05)
      expect(apart(left.subarray(lastRows), ahead.subarray(lastRows))).toBeLessThan(0.1)
    }
  })

  test('3-C ④ closes its eyes, and nothing else changes', () => {
    const large = (open: number) =>
      drawHead(headOf(portraitOfSeed(3)), { ...front, open }, 4 * width, 4 * height).data
    const [open, shut] = [large(1), large(0)]
    const rows = new Set<number>()
    for (let at = 0; at < open.length; at += 1) {
      if (open[at] !== shut[at]) rows.add(Math.floor(at / 4 / (4 * width)))
    }
    expect(rows.size).toBeGreaterThan(8)
    expect(Math.max(...rows) - Math.min(...rows)).toBeLessThan(0.2 * 4 * height)
  })
})
