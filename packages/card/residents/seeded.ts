/** A seeded stream of choices, so that the same seed makes the same resident on every machine. Not for secrets. */

/** Draws from a seeded stream. Each call moves the stream on. */
export interface Choices {
  /** 0 ≤ n < 1 */
  fraction(): number
  /** An integer, least ≤ n ≤ most. */
  integer(least: number, most: number): number
  /** True in `share` (0…1) of all cases. */
  chance(share: number): boolean
  /** One of at least one entries. */
  pick<T>(entries: readonly [T, ...T[]] | readonly T[]): T
}

/** 32-bit FNV-1a over UTF-16 code units: turns a text into a seed. */
export function seedFrom(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  }
  // Texts that differ in their last characters only differ in few bits so far: spread them (murmur3's finaliser).
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/**
 * A stream of its own for each seed and topic, so that a new draw in one topic does not change the others.
 * @param seed any integer
 */
export function seeded(seed: number, topic: string): Choices {
  let state = seedFrom(`${seed}/${topic}`)
  const fraction = (): number => {
    // mulberry32: 32 bits of state are enough for choices out of tables.
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const integer = (least: number, most: number): number =>
    least + Math.floor(fraction() * (most - least + 1))
  return {
    fraction,
    integer,
    chance: (share) => fraction() < share,
    pick<T>(entries: readonly T[]): T {
      const found = entries[integer(0, entries.length - 1)]
      if (found === undefined) throw new RangeError('nothing to pick from')
      return found
    },
  }
}
