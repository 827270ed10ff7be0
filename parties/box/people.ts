/** The people of the catalogue: who they are, what card they have, how they use their phone, and what befalls them. */

import {
  generateResident,
  isCertificateCharacter,
  LONGEST_ADDRESS,
  LONGEST_NAME,
  type Resident,
} from '@kazashi/card'
import type { PersonCase } from '@kazashi/cases'
import {
  type CalendarDate,
  dayMilliseconds,
  formatCalendarDate,
  japanDate,
  type PhonePlatform,
} from '@kazashi/lifecycle'
import type { Owner } from './robot.ts'

/** What happens to somebody, one thing after the other. */
export type Event =
  | 'applies'
  | 'applies-in-vain'
  | 'phone-suspended'
  | 'both-suspended'
  | 'resumes'
  | 'switches'
  | 'card-anew'
  | 'card-renewed'
  | 'moves'
  | 'changes-name'
  | 'dies'
  | 'deletes'

export interface Recipe {
  /** Default android. */
  readonly platform?: PhonePlatform
  readonly resident?: (today: Date) => Partial<Resident>
  /** Default true. */
  readonly signing?: boolean
  /** Default true; false: a card for face recognition only. */
  readonly secrets?: boolean
  readonly owner?: Owner
  /** Default: applies. */
  readonly events?: readonly Event[]
}

/** A birth date so many years and days before a day. On 29 February it is moved to a day that the year has. */
function born(today: Date, years: number, days = 0): { readonly birthDate: string } {
  const day = japanDate(new Date(today.getTime() - days * dayMilliseconds))
  const year = day.year - years
  const date: CalendarDate = day.month === 2 && day.day === 29 ? { ...day, day: 28 } : day
  return { birthDate: formatCalendarDate({ ...date, year }) }
}

const twin = {
  name: '双子　架空',
  kana: 'フタゴ　カクウ',
  latin: 'FUTAGO KAKU',
  birthDate: '1990-01-01',
  sex: 'female',
  address: '東京都渋谷区架空町１－２－３',
  municipality: {
    code: '13113',
    prefecture: '東京都',
    name: '渋谷区',
    prefectureLatin: 'Tokyo-to',
    nameLatin: 'Shibuya-ku',
  },
} as const

/** As long as the register takes. */
const seconds = 1000

const recipes: Readonly<Record<PersonCase, Recipe>> = {
  adult: {},
  iphone: { platform: 'iphone' },
  'name-longest': {
    resident: () => ({
      name: `長名　${'寿限無'.repeat(LONGEST_NAME)}`.slice(0, LONGEST_NAME),
      kana: `ナガナ　${'ジュゲム'.repeat(LONGEST_NAME)}`.slice(0, LONGEST_NAME),
      latin: `NAGANA ${'JUGEMU'.repeat(LONGEST_NAME)}`.slice(0, LONGEST_NAME),
    }),
  },
  'address-longest': {
    resident: () => {
      const { prefecture, name } = twin.municipality
      const filler = '見本サンプル架空例示マンション'.repeat(LONGEST_ADDRESS)
      return { ...twin, address: `${prefecture}${name}${filler}`.slice(0, LONGEST_ADDRESS) }
    },
  },
  'variant-kanji': {
    resident: () => ({ name: '𠮷野　髙子', kana: 'ヨシノ　タカコ', latin: 'YOSHINO TAKAKO' }),
  },
  'latin-name': {
    resident: () => ({
      name: 'O’CONNOR-SAMPLE　MARY ANN',
      kana: 'オコナーサンプル　メアリーアン',
      latin: "O'CONNOR-SAMPLE MARY ANN",
    }),
  },
  'born-on-29-february': { resident: () => ({ birthDate: '1988-02-29' }) },
  'sex-not-applicable': { resident: () => ({ sex: 'not-applicable' }) },
  centenarian: { resident: (today) => born(today, 104, 30) },
  fifteen: { resident: (today) => born(today, 15, 1) },
  seventeen: { resident: (today) => born(today, 18, -1) },
  eighteen: { resident: (today) => born(today, 18) },
  'twin-1': { resident: () => twin },
  'twin-2': { resident: () => twin },
  'slow-phone': { owner: { waits: 5 * seconds } },
  'applied-again': { events: ['applies', 'card-renewed', 'applies'] },
  resumed: { events: ['applies', 'phone-suspended', 'resumes'] },
  suspended: { events: ['applies', 'phone-suspended'] },
  'card-lost': { events: ['applies', 'both-suspended'] },
  revoked: { events: ['applies', 'card-anew'] },
  'card-renewed': { events: ['applies', 'card-renewed'] },
  moved: { events: ['applies', 'moves'] },
  renamed: { events: ['applies', 'changes-name'] },
  deceased: { events: ['applies', 'dies'] },
  locked: { owner: { forgets: 'pin' } },
  'password-locked': { owner: { forgets: 'password' } },
  'types-wrong-code': { owner: { misreadsCode: true } },
  declines: { owner: { declines: true } },
  'no-phone': { events: [] },
  'deleted-by-holder': { events: ['applies', 'deletes'] },
  'under-15': {
    resident: (today) => born(today, 10, 60),
    signing: false,
    events: ['applies-in-vain'],
  },
  'no-signing': { signing: false, events: ['applies-in-vain'] },
  'face-only': { signing: false, secrets: false, events: ['applies-in-vain'] },
}

export const recipeOf = (
  name: PersonCase,
): Required<Pick<Recipe, 'platform' | 'events'>> & Recipe => ({
  platform: 'android',
  events: ['applies'],
  ...recipes[name],
})

/** Seeds from here on are the catalogue's. */
const firstSeed = 9_900_000
/** Seeds of one person; one of them gives a name that a certificate can write. */
const seedsEach = 100
const isPlain = ({ name }: Resident) =>
  /^[^\p{Script=Latin}]+$/u.test(name) && [...name].every(isCertificateCharacter)

/** The same person on each machine: an adult with a plain name, but for what the case is about. */
export function personOf(name: PersonCase, today: Date): Resident {
  const place = Object.keys(recipes).indexOf(name)
  const seeds = Array.from({ length: seedsEach }, (_, i) => firstSeed + place * seedsEach + i)
  const drawn = seeds.map((seed) => generateResident(seed, today)).find(isPlain)
  if (!drawn) throw new TypeError(`no plain name for ${name}`)
  const sex = drawn.sex === 'not-applicable' ? 'female' : drawn.sex
  const plain: Resident = { ...drawn, birthDate: '1985-03-15', sex }
  return { ...plain, ...recipes[name].resident?.(today) }
}
