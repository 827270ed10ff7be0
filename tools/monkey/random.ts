/** Chance that can be repeated: every action has a generator of its own, from the seed and its number. */

export interface Random {
  /** 0 ≤ x < 1 */
  readonly next: () => number
  readonly one: <T>(of: readonly T[]) => T | undefined
  /** True in `share` of the cases. */
  readonly chance: (share: number) => boolean
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (const character of text) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193)
  }
  return value >>> 0
}

/** mulberry32: for tests, not for secrets. @param of the owner of the chance, e.g. seed, face and number */
export function randomOf(...of: readonly (string | number)[]): Random {
  let state = hash(of.join('/'))
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    next,
    one: (of) => of[Math.floor(next() * of.length)],
    chance: (share) => next() < share,
  }
}

export interface Weighted<T> {
  readonly weight: number
  readonly what: T
}

/** @returns undefined where nothing has a weight */
export function pick<T>(random: Random, choices: readonly Weighted<T>[]): T | undefined {
  const sum = choices.reduce((total, { weight }) => total + weight, 0)
  let at = random.next() * sum
  for (const { weight, what } of choices) {
    at -= weight
    if (at < 0) return what
  }
  return undefined
}
