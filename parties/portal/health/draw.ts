/** Chance from a name: the same name draws the same, in the same order (SHA-256 of the name and a counter). */
import { createHash } from 'node:crypto'

export interface Draw {
  /** From `least` to `most`, both of them possible. */
  integer(least: number, most: number): number
  pick<T>(all: readonly [T, ...T[]]): T
}

export function drawFrom(seed: string): Draw {
  let count = 0
  const integer = (least: number, most: number): number => {
    const digest = createHash('sha256').update(`${seed}\0${count}`).digest()
    count += 1
    return least + (digest.readUInt32BE(0) % (most - least + 1))
  }
  return {
    integer,
    pick: (all) => all[integer(0, all.length - 1)] ?? all[0],
  }
}
