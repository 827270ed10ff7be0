/**
 * The sandbox's made-up membership of a person in a health insurance: the same for the same person and day, drawn by a seed from the
 * person, the age and the municipality. No insurer of it exists: the three digits of each are from 900 on.
 */
import { type Municipality, seeded } from '@kazashi/card'
import {
  ageAt,
  type CalendarDate,
  compareDates,
  formatCalendarDate,
  startOfJapanDay,
} from '@kazashi/lifecycle'
import { withCheckDigit } from './insurer-number.ts'
import {
  birthdayOf,
  dayOf,
  daysLater,
  type Income,
  limitOf,
  type Share,
  type Stage,
  shareOf,
  stageOn,
} from './shares.ts'

/** 協会けんぽ, 健康保険組合, 国民健康保険, 後期高齢者医療. */
export const insuranceKinds = ['kyokai-kenpo', 'kumiai', 'kokuho', 'late-elderly'] as const
type InsuranceKind = (typeof insuranceKinds)[number]

interface Membership {
  readonly kind: InsuranceKind
  readonly insurerNumber: string
  readonly insurerName: string
  /** 記号; null: the late-elderly system has none. */
  readonly symbol: string | null
  /** 番号 */
  readonly number: string
  /** 枝番, two digits; null as `symbol`. */
  readonly branch: string | null
  /** In tenths. */
  readonly share: Share
  /** YYYY-MM-DD. */
  readonly validFrom: string
  /** The last day; null: none is set. */
  readonly validUntil: string | null
}

export interface InsuredPerson {
  /** Of the register. */
  readonly person: string
  readonly birthDate: string
  readonly municipality: Municipality
}

/** What a class practises in place of what the draw gives. */
export const practices = [
  'insurer-changed',
  'not-insured',
  'membership-ended',
  'service-down',
] as const
export type Practice = (typeof practices)[number]

export type Insured =
  | {
      readonly state: 'insured'
      readonly membership: Membership
      readonly limit: string
      /** The insurer before, of one that changed. */
      readonly before?: Pick<Membership, 'insurerNumber' | 'insurerName'>
    }
  | { readonly state: 'ended'; readonly membership: Membership }
  | { readonly state: 'not-insured' }

const employers = ['架空製作所', '見本商事', '例示交通', 'サンプル電機'] as const
const wholeDay = formatCalendarDate

/** Employees' insurance ends with work: most of 65 and older are in that of their municipality. */
function kindOf(age: number, draw: number): InsuranceKind {
  if (age >= 75) return 'late-elderly'
  const [association, society] = age >= 65 ? [0.15, 0.25] : [0.4, 0.65]
  if (draw < association) return 'kyokai-kenpo'
  return draw < society ? 'kumiai' : 'kokuho'
}

function incomeOf(stage: Stage, draw: number): Income {
  if (draw < 0.08) return 'high'
  return draw < (stage === 'late-elderly' ? 0.28 : 0.7) ? 'middle' : 'low'
}

/** 900 to 999, the same for the same text. */
const individual = (text: string): string => String(900 + seeded(0, text).integer(0, 99))

function insurerOf(kind: InsuranceKind, { code, prefecture, name }: Municipality, pick: string) {
  const place = code.slice(0, 2)
  switch (kind) {
    case 'kyokai-kenpo':
      return {
        insurerNumber: withCheckDigit(`01${place}${individual(`association ${place}`)}`),
        insurerName: `協会けんぽ ${prefecture}支部（見本）`,
      }
    case 'kumiai':
      return {
        insurerNumber: withCheckDigit(`06${place}${individual(`society ${pick} ${place}`)}`),
        insurerName: `${pick}健康保険組合（見本）`,
      }
    case 'kokuho':
      return {
        insurerNumber: withCheckDigit(place + individual(`municipality ${code}`)),
        insurerName: `${name}国民健康保険（見本）`,
      }
    case 'late-elderly':
      return {
        insurerNumber: withCheckDigit(`39${place}${individual(`late-elderly ${place}`)}`),
        insurerName: `${prefecture}後期高齢者医療広域連合（見本）`,
      }
  }
}

/** The 31 July on which the papers of municipalities end, on or after `day`. */
function endOfJuly(day: CalendarDate): CalendarDate {
  const july = { year: day.year, month: 7, day: 31 }
  return compareDates(day, july) <= 0 ? july : { ...july, year: day.year + 1 }
}

function validityOf(kind: InsuranceKind, birthDate: string, day: CalendarDate, year: number) {
  const lastOfYounger = daysLater(birthdayOf(birthDate, 75), -1)
  const earlier = (a: CalendarDate, b: CalendarDate) => (compareDates(a, b) <= 0 ? a : b)
  const later = (a: CalendarDate, b: CalendarDate) => (compareDates(a, b) >= 0 ? a : b)
  if (kind === 'late-elderly') return { from: birthdayOf(birthDate, 75), until: endOfJuly(day) }
  const joined = earlier({ year, month: 4, day: 1 }, day)
  const from = later(joined, dayOf(birthDate))
  const isNear = compareDates(lastOfYounger, endOfJuly(day)) <= 0
  if (kind === 'kokuho') return { from, until: earlier(endOfJuly(day), lastOfYounger) }
  return { from, until: isNear ? lastOfYounger : undefined }
}

/** @param turn another one is another membership of the same person */
function drawn(
  { person, birthDate, municipality }: InsuredPerson,
  day: CalendarDate,
  turn: number,
) {
  const topic = (name: string) => seeded(turn, `${person} ${name}`)
  const age = ageAt(startOfJapanDay(day), birthDate)
  const stage = stageOn(day, birthDate)
  const income = incomeOf(stage, topic('income').fraction())
  const kind = kindOf(age, topic('insurer').fraction())
  const digits = (name: string, count: number) =>
    String(topic(name).integer(1, 10 ** count - 1)).padStart(count, '0')
  const { from, until } = validityOf(kind, birthDate, day, topic('joined').integer(2015, 2024))
  const isElderly = kind === 'late-elderly'
  const membership: Membership = {
    kind,
    ...insurerOf(kind, municipality, topic('employer').pick(employers)),
    symbol: isElderly ? null : digits('symbol', kind === 'kyokai-kenpo' ? 8 : 4),
    number: isElderly ? withCheckDigit(digits('number', 7)) : digits('number', 7),
    branch: isElderly
      ? null
      : String(age < 20 ? topic('branch').integer(2, 4) : 0).padStart(2, '0'),
    share: shareOf(stage, income),
    validFrom: wholeDay(from),
    validUntil: until === undefined ? null : wholeDay(until),
  }
  return { membership, limit: limitOf(stage, income) }
}

/** Turns looked through for a membership at another insurer: each is another one in most cases. */
const turns = Array.from({ length: 40 }, (_, turn) => turn + 1)

/** @param day in Japan @throws {ValidityError} BIRTH_DATE_INVALID: born after it */
export function membershipOn(
  person: InsuredPerson,
  day: CalendarDate,
  practice?: Exclude<Practice, 'service-down'>,
): Insured {
  const now = drawn(person, day, 0)
  switch (practice) {
    case undefined:
      return { state: 'insured', ...now }
    case 'not-insured':
      return { state: 'not-insured' }
    case 'membership-ended': {
      const yesterday = wholeDay(daysLater(day, -1))
      return { state: 'ended', membership: { ...now.membership, validUntil: yesterday } }
    }
    case 'insurer-changed': {
      const { insurerNumber, insurerName, kind } = now.membership
      const before = { insurerNumber, insurerName }
      const isOther = (one: Membership) => one.insurerNumber !== insurerNumber
      const other = turns
        .map((turn) => drawn(person, day, turn))
        .find((one) => isOther(one.membership))
      const first = wholeDay({ ...day, day: 1 })
      // Those of 75 and older have one insurer in their prefecture: they came from another one.
      if (other === undefined || kind === 'late-elderly') {
        const from = {
          insurerNumber: withCheckDigit('3947900'),
          insurerName: '別の都道府県の後期高齢者医療広域連合（見本）',
        }
        return {
          state: 'insured',
          ...now,
          membership: { ...now.membership, validFrom: first },
          before: from,
        }
      }
      return {
        state: 'insured',
        ...other,
        membership: { ...other.membership, validFrom: first },
        before,
      }
    }
  }
}
