/** A made-up household around a person of the register: the same for the same person, whenever and wherever it is asked for. Pure. */
import { findMunicipality, generateResident, municipalities, seeded } from '@kazashi/card'
import { parseCalendarDate, type Sex } from '@kazashi/lifecycle'

export interface Person {
  /** Pseudonym of the register: the seed. */
  readonly id: string
  /** Family and given name, U+3000 between. */
  readonly name: string
  readonly birthDate: string
  readonly sex: Sex
  readonly address: string
  /** Code. */
  readonly municipality: string
}

export type Relation = 'head' | 'spouse' | 'child'

export interface Member {
  /** Of the person who asks, 0. */
  readonly at: number
  readonly name: string
  /** YYYY-MM-DD */
  readonly birthDate: string
  readonly sex: Person['sex']
  readonly relation: Relation
}

export interface Household {
  readonly members: readonly Member[]
  /** 筆頭者, as the head here. */
  readonly head: string
  /** 本籍: place and number. */
  readonly domicile: { readonly municipality: string; readonly text: string }
  /** Since when at this address, YYYY-MM-DD. */
  readonly movedIn: string
  /** Yen: made-up income of the year before, and the tax on it. */
  readonly income: number
  readonly tax: number
}

/** 32 bits of a pseudonym. */
function seedOf(id: string): number {
  let seed = 0
  for (const character of id) seed = (Math.imul(seed, 31) + (character.codePointAt(0) ?? 0)) | 0
  return seed >>> 0
}

const adult = 20
const parentsAge = 24
const rate = 0.06

const yearOf = (date: string): number => parseCalendarDate(date)?.year ?? 0
/** The date in another year; 29 February becomes 28, as not every year has it. */
const inYear = (date: string, year: number): string =>
  `${year}-${date.slice(5) === '02-29' ? '02-28' : date.slice(5)}`

/** @param today YYYY-MM-DD in Japan: nobody of the household is born after it */
export function householdOf(person: Person, today: string): Household {
  const seed = seedOf(person.id)
  const choose = seeded(seed, 'household')
  const birthYear = yearOf(person.birthDate)
  const thisYear = yearOf(today)
  const age = thisYear - birthYear
  const [family = person.name, given] = person.name.split('\u3000')
  const isAdult = age >= adult
  const relative = (number: number, year: number, relation: Relation): Member => {
    // A name out of the same tables as all residents; a household has one family name.
    const other = generateResident(seed + number * 7919, new Date(`${today}T00:00:00Z`))
    const otherGiven = other.name.split('\u3000')[1] ?? other.name
    return {
      at: number,
      name: given === undefined ? otherGiven : `${family}\u3000${otherGiven}`,
      birthDate: inYear(other.birthDate, year),
      sex: other.sex,
      relation,
    }
  }
  const me: Member = {
    at: 0,
    name: person.name,
    birthDate: person.birthDate,
    sex: person.sex,
    relation: isAdult ? 'head' : 'child',
  }
  const members: Member[] = [me]
  if (isAdult) {
    if (choose.chance(0.6)) members.push(relative(1, birthYear + choose.integer(-3, 0), 'spouse'))
    const children = age > parentsAge + 1 && members.length > 1 ? choose.integer(0, 3) : 0
    for (let child = 0; child < children; child += 1) {
      const year = birthYear + parentsAge + child * 2
      if (year < thisYear) members.push(relative(2 + child, year, 'child'))
    }
  } else members.unshift(relative(1, birthYear - parentsAge - choose.integer(0, 12), 'head'))
  const elsewhere = choose.chance(0.3)
  const domicile = elsewhere ? choose.pick(municipalities).code : person.municipality
  const place = findMunicipality(domicile)
  const income = isAdult ? choose.integer(8, 90) * 100_000 : 0
  return {
    members,
    head: members[0]?.name ?? person.name,
    domicile: {
      municipality: domicile,
      text: `${place?.prefecture ?? ''}${place?.name ?? ''}見本町${choose.integer(1, 9)}番地`,
    },
    movedIn: inYear(person.birthDate, Math.max(birthYear, thisYear - choose.integer(1, 12))),
    income,
    tax: Math.floor((income * rate) / 100) * 100,
  }
}
