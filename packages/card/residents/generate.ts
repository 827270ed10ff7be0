/** Clearly fictitious residents, the same for the same seed: holders of cards that are made without a register. */
import type { Sex } from '@kazashi/lifecycle'
import type { Resident } from '../resident.ts'
import { hepburnName } from './hepburn.ts'
import { municipalities } from './municipalities.ts'
import { syntheticMyNumber } from './my-number.ts'
import {
  buildings,
  familyNames,
  foreignNames,
  givenNames,
  rareFamilyNames,
  rareTowns,
  towns,
} from './name-tables.ts'
import { type Choices, seeded } from './seeded.ts'

/** Shares of all residents with a rare property: a program that meets 100 of them has met each kind. */
const RARE_NAME = 0.15
const FOREIGN_NAME = 0.06
const RARE_TOWN = 0.08
const LONG_ADDRESS = 0.03

/** Longest address of a certificate (other name 1.2.392.200149.8.5.5.5). */
export const LONGEST_ADDRESS = 200
/** Oldest resident made, in years. */
const OLDEST = 105

/** Upper end of an age band and how many of a thousand residents are younger than it (2020s Japan, rounded). */
const ageBands: readonly (readonly [below: number, perThousand: number])[] = [
  [15, 115],
  [30, 260],
  [45, 425],
  [60, 645],
  [75, 835],
  [90, 980],
  [OLDEST + 1, 1000],
]

/**
 * A made-up resident. Nothing tells by itself whether a resident may hold a certificate: those under 15 are known
 * by their birth date.
 * @param seed any integer; seeds that differ modulo 10 000 000 have different My Numbers
 * @param today birth dates lie 0 to 105 years before it (the day in Japan, UTC+9)
 */
export function generateResident(seed: number, today: Date): Resident {
  const municipality = seeded(seed, 'municipality').pick(municipalities)
  const sex: Sex = seeded(seed, 'sex').chance(0.513) ? 'female' : 'male'
  return {
    ...nameOf(seeded(seed, 'name'), sex),
    address: addressIn(municipality.prefecture + municipality.name, seeded(seed, 'street')),
    birthDate: birthDateOf(seeded(seed, 'birth'), today),
    sex: seeded(seed, 'sex-shown').chance(0.005) ? 'not-applicable' : sex,
    municipality,
    myNumber: syntheticMyNumber(seed),
  }
}

function nameOf(
  choose: Choices,
  sex: 'male' | 'female',
): Pick<Resident, 'name' | 'kana' | 'latin'> {
  if (choose.chance(FOREIGN_NAME)) {
    const [name, kana, latin] = choose.pick(foreignNames)
    return { name, kana, latin }
  }
  const [family, familyKana] = choose.pick(choose.chance(RARE_NAME) ? rareFamilyNames : familyNames)
  const [given, givenKana] = choose.pick(givenNames[sex])
  const kana = `${familyKana}\u3000${givenKana}`
  return { name: `${family}\u3000${given}`, kana, latin: hepburnName(kana).toUpperCase() }
}

function addressIn(place: string, choose: Choices): string {
  const town = choose.pick(choose.chance(RARE_TOWN) ? rareTowns : towns)
  const numbers = wide(
    `${choose.integer(1, 9)}－${choose.integer(1, 40)}－${choose.integer(1, 25)}`,
  )
  const room = wide(`${choose.integer(101, 1205)}号`)
  const street = place + town + numbers
  if (choose.chance(LONG_ADDRESS)) {
    const filler = '見本サンプル架空例示マンション・ド・カクウ'.repeat(12)
    const left = LONGEST_ADDRESS - [...street].length - room.length - 1
    return `${street}\u3000${filler.slice(0, left)}${room}`
  }
  return choose.chance(0.4) ? `${street}\u3000${choose.pick(buildings)}${room}` : street
}

/** Registers write digits in addresses full-width. */
const wide = (text: string): string =>
  text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))

const DAY = 24 * 60 * 60 * 1000
const JAPAN = 9 * 60 * 60 * 1000

function birthDateOf(choose: Choices, today: Date): string {
  const draw = choose.integer(0, 999)
  const band = ageBands.findIndex(([, perThousand]) => draw < perThousand)
  const [below] = ageBands[band] ?? [OLDEST + 1]
  const [from] = ageBands[band - 1] ?? [0]
  const age = choose.integer(from, below - 1)
  const here = new Date(today.getTime() + JAPAN)
  // 0 to 364 days more than `age` full years: never younger than age, never as old as age + 1. On 29 February, which not
  // every year has, they are counted from the day before.
  const [month, day] = [here.getUTCMonth(), here.getUTCDate()]
  const there = month === 1 && day === 29 ? 28 : day
  const birthday = Date.UTC(here.getUTCFullYear() - age, month, there)
  return new Date(birthday - choose.integer(0, 364) * DAY).toISOString().slice(0, 10)
}
