/**
 * What a mutation run is worth: the score, the survivors that nobody has excused, and the excuses that excuse nothing. An excuse is a
 * line of accepted.json: `packages/x/y.ts: from → to`, and why no test can see it.
 */
import type { Mutant } from './mutants.ts'

export type Placed = Mutant & { readonly file: string }

export interface Judgement {
  readonly killed: number
  /** Survivors with a reason. */
  readonly equivalent: number
  /** Percent of the mutants that are not equivalent; 100 where there are none. */
  readonly score: number
  readonly unexpected: readonly (Placed & { readonly covered: boolean; readonly key: string })[]
  /** Excuses for mutants of these files that a test kills, or that no longer exist. */
  readonly idle: readonly string[]
}

/** The name of each mutant in accepted.json: without its line, which moves; the second of the same text in a file ends in ` #2`. */
export function keysOf(mutants: readonly Placed[]): string[] {
  const seen = new Map<string, number>()
  return mutants.map(({ file, from, to }) => {
    const key = `${file}: ${from.replaceAll(/\s+/g, ' ')} → ${to.replaceAll(/\s+/g, ' ')}`
    const nth = (seen.get(key) ?? 0) + 1
    seen.set(key, nth)
    return nth === 1 ? key : `${key} #${nth}`
  })
}

/**
 * @param survivors number of the mutant → whether any test file reaches it
 * @param accepted key → reason
 */
export function judge(
  mutants: readonly Placed[],
  survivors: ReadonlyMap<number, boolean>,
  accepted: Readonly<Record<string, string>>,
): Judgement {
  const keys = keysOf(mutants)
  const named = mutants.map((mutant, id) => ({ ...mutant, id, key: keys[id] ?? '' }))
  const alive = named.filter(({ id }) => survivors.has(id))
  const excused = new Set(alive.filter(({ key }) => key in accepted).map(({ key }) => key))
  const files = new Set(mutants.map(({ file }) => file))
  const killed = mutants.length - alive.length
  const counted = mutants.length - excused.size
  return {
    killed,
    equivalent: excused.size,
    score: counted === 0 ? 100 : (100 * killed) / counted,
    unexpected: alive
      .filter(({ key }) => !excused.has(key))
      .map(({ id, ...mutant }) => ({ ...mutant, covered: survivors.get(id) === true })),
    idle: Object.keys(accepted).filter(
      (key) => files.has(key.slice(0, key.indexOf(': '))) && !excused.has(key),
    ),
  }
}

/** @param limit percent @param strict each survivor without a reason fails, and each reason without a survivor */
export const passes = (
  { score, unexpected, idle }: Judgement,
  { limit, strict }: { readonly limit: number; readonly strict: boolean },
): boolean => score >= limit && (!strict || (unexpected.length === 0 && idle.length === 0))
