/** People of a kind, drawn at random, or by a seed: those whose cards or names make a difference. */
import { createHash } from 'node:crypto'
import { generateResident, isCertificateCharacter, type Resident } from '@kazashi/card'
import { ageAt, signingAge } from '@kazashi/lifecycle'

/** no-signing: an adult who has taken no signing certificate */
export const presets = [
  'adult',
  'old',
  'child',
  'foreign-name',
  'variant-kanji',
  'no-signing',
] as const
export type Preset = (typeof presets)[number]

/** Years. */
const grownUp = 18
const old = 75
/** A child that holds a card in its own hand. */
const schoolAge = 6
/** Seeds that differ within it have different My Numbers. */
const seeds = 10_000_000

/**
 * A seat's own seed in place of the one that was asked for: the same number in two seats means two people. In the common seat,
 * which programs share, a seed stays as it is.
 * @param seat undefined: the common seat
 */
export function seedIn(seat: string | undefined, seed: number): number {
  if (seat === undefined) return seed
  return createHash('sha256').update(`${seat} ${seed}`).digest().readUIntBE(0, 6) % seeds
}

const isForeign = ({ name }: Resident) =>
  /^[\p{Script=Latin}\p{Script=Katakana}ー\u3000]+$/u.test(name)
const hasVariant = ({ name }: Resident) =>
  [...name].some((character) => !isCertificateCharacter(character))

function fits(preset: Preset, resident: Resident, today: Date): boolean {
  const age = ageAt(today, resident.birthDate)
  switch (preset) {
    case 'adult':
      return age >= grownUp
    case 'old':
      return age >= old
    case 'child':
      return age >= schoolAge && age < signingAge
    case 'foreign-name':
      return age >= grownUp && isForeign(resident)
    case 'variant-kanji':
      return age >= grownUp && hasVariant(resident)
    case 'no-signing':
      return age >= grownUp
  }
}

/** Under fifteen there is none (2-A), and an adult may do without. */
export const hasSigning = (preset: Preset): boolean => preset !== 'child' && preset !== 'no-signing'

/**
 * @param draw a number below the one given
 * @param isTaken whether somebody with this My Number is there already
 */
export function drawResident(
  preset: Preset,
  today: Date,
  draw: (below: number) => number,
  isTaken: (myNumber: string) => boolean,
): Resident {
  while (true) {
    const resident = generateResident(draw(seeds), today)
    if (fits(preset, resident, today) && !isTaken(resident.myNumber)) return resident
  }
}
