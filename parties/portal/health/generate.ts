/** A made-up person's health, the same again for the same person on the same day: nobody's data stands behind it. */
import { dayIn, plusDays as plus, yearsBetween } from '../days.ts'
import type { Words } from '../words.ts'
import { type Draw, drawFrom } from './draw.ts'
import type {
  CheckUp,
  Handbook,
  HandbookEntry,
  HealthRecord,
  Holder,
  Medicine,
  Sex,
  Vaccination,
} from './record.ts'

const checkUpYears = 5
const handbookYears = 6
/** Parents of small children, in years. */
const parents = { least: 24, most: 42 } as const
/** Years: before it a person is examined at school, and grows. */
const firstCheckUp = 18

const round = (value: number, digits = 0): number => Number(value.toFixed(digits))

const pharmacies: readonly [Words, ...Words[]] = [
  { ja: '見本薬局 駅前店', en: 'Sample Pharmacy, Station' },
  { ja: '例示調剤薬局', en: 'Example Dispensary' },
]
const afterBreakfast: Words = { ja: '1日1回 朝食後', en: 'Once a day, after breakfast' }
const afterMeals: Words = { ja: '1日3回 朝昼夕食後', en: 'Three times a day, after meals' }

interface Kind {
  readonly name: Words
  readonly hot9?: string
  readonly usage: Words
  readonly times: number
  readonly days: number
}
const longTerm: readonly [Kind, ...Kind[]] = [
  {
    name: {
      ja: 'アムロジピン錠5mg（血圧を下げる薬）',
      en: 'Amlodipine 5 mg (lowers blood pressure)',
    },
    usage: afterBreakfast,
    times: 1,
    days: 28,
  },
  {
    name: {
      ja: 'アトルバスタチン錠10mg（コレステロールの薬）',
      en: 'Atorvastatin 10 mg (cholesterol)',
    },
    usage: afterBreakfast,
    times: 1,
    days: 28,
  },
]
const shortTerm: readonly [Kind, ...Kind[]] = [
  {
    name: { ja: 'ムコダイン錠250mg（たんを切る薬）', en: 'Mucodyne 250 mg (loosens phlegm)' },
    hot9: '103835401',
    usage: afterMeals,
    times: 3,
    days: 5,
  },
  {
    name: {
      ja: 'アセトアミノフェン錠500mg（熱や痛みの薬）',
      en: 'Paracetamol 500 mg (fever, pain)',
    },
    usage: afterMeals,
    times: 3,
    days: 3,
  },
]

function medicinesOf(draw: Draw, today: string, age: number | undefined): Medicine[] {
  const handed = (kind: Kind, daysAgo: number): Medicine => {
    const prescribed = plus(today, -daysAgo)
    const pharmacy = draw.pick(pharmacies)
    return { ...kind, dose: 1, prescribed, handedOver: prescribed, pharmacy }
  }
  const regular = age !== undefined && age >= 45 ? draw.pick(longTerm) : undefined
  const offset = draw.integer(2, 20)
  const repeats = regular ? [0, 1, 2].map((at) => handed(regular, offset + at * 28)) : []
  const colds = shortTerm.map((kind) => handed(kind, draw.integer(40, 330)))
  return [...repeats, ...colds].sort((a, b) => b.handedOver.localeCompare(a.handedOver))
}

/** Centimetres; of somebody whose sex is not known, what may be either's. */
const heights = { male: [162, 180], female: [149, 166], unknown: [160, 168] } as const

function checkUpsOf(draw: Draw, today: string, { sex, birthDate }: Holder): CheckUp[] {
  const [least, most] = heights[sex ?? 'unknown']
  const height = draw.integer(least, most)
  const age = birthDate === undefined ? 0 : yearsBetween(birthDate, today)
  let bmi = draw.integer(190, 260) / 10
  let systolic = draw.integer(108, 122) + Math.round(Math.max(0, age - 30) / 3)
  const month = draw.integer(4, 10)
  const thisYear = Number(today.slice(0, 4))
  const dateIn = (year: number) =>
    `${year}-${String(month).padStart(2, '0')}-${String(draw.integer(1, 28)).padStart(2, '0')}`
  const last = dateIn(thisYear) <= today ? thisYear : thisYear - 1
  const all = Array.from({ length: checkUpYears }, (_, at) => {
    bmi += draw.integer(-6, 8) / 10
    systolic += draw.integer(-5, 6)
    const date = dateIn(last - checkUpYears + 1 + at)
    return {
      date: date <= today ? date : today,
      values: {
        height: round(height + draw.integer(-2, 2) / 10, 1),
        weight: round((bmi * height * height) / 10_000, 1),
        systolic,
        diastolic: Math.round(systolic * 0.62) + draw.integer(-3, 3),
        hba1c: round(5 + Math.max(0, age - 40) / 60 + draw.integer(-2, 3) / 10, 1),
        ldl: draw.integer(92, 118) + Math.round(Math.max(0, age - 35) / 2),
      },
    }
  })
  return all.filter(
    ({ date }) => birthDate === undefined || yearsBetween(birthDate, date) >= firstCheckUp,
  )
}

function vaccinationsOf(draw: Draw, today: string, age: number | undefined): Vaccination[] {
  const thisYear = Number(today.slice(0, 4))
  const flu = [1, 2, 3].map((back) => ({
    date: `${thisYear - back}-11-${String(draw.integer(1, 28)).padStart(2, '0')}`,
    vaccine: { ja: 'インフルエンザ', en: 'Influenza' },
    dose: 1,
  }))
  const covid = {
    date: `${thisYear - 2}-10-${String(draw.integer(1, 28)).padStart(2, '0')}`,
    vaccine: { ja: '新型コロナウイルス', en: 'COVID-19' },
    dose: 1,
  }
  const pneumonia = {
    date: `${thisYear - 1}-06-${String(draw.integer(1, 28)).padStart(2, '0')}`,
    vaccine: { ja: '肺炎球菌', en: 'Pneumococcal' },
    yj: '6311400A1010',
    dose: 1,
  }
  return [...flu, covid, ...(age !== undefined && age > 66 ? [pneumonia] : [])].sort((a, b) =>
    b.date.localeCompare(a.date),
  )
}

/** Kilograms and centimetres of a child at so many months, about the middle of the growth curve. */
const growth: readonly (readonly [months: number, weight: number, height: number])[] = [
  [1, 4.2, 53],
  [4, 6.8, 63],
  [10, 8.8, 72],
  [18, 10.5, 80],
  [36, 13.7, 94],
]

function handbookOf(
  draw: Draw,
  today: string,
  sex: Sex | undefined,
  age: number | undefined,
): Handbook | undefined {
  const childDays = draw.integer(60, handbookYears * 365 - 10)
  if (age === undefined || age < parents.least || age > parents.most) return undefined
  const childBorn = plus(today, -childDays)
  const more = draw.integer(-6, 6) / 10
  const before = draw.integer(48, 58)
  const pregnancy = [12, 24, 32, 38].map(
    (week): HandbookEntry => ({
      date: plus(childBorn, (week - 40) * 7),
      about: 'pregnancy',
      at: week,
      weight: round(before + week / 4, 1),
    }),
  )
  const child = growth
    .filter(([months]) => months * 30.4 <= childDays)
    .map(
      ([months, weight, height]): HandbookEntry => ({
        date: plus(childBorn, Math.floor(months * 30.4)),
        about: 'child',
        at: months,
        weight: round(weight + more, 1),
        height: round(height + more, 1),
      }),
    )
  // A father's has what is written of the child, and so has a parent's whose sex is not known; there is always the first month.
  const [first, ...others] = sex === 'female' ? [...pregnancy, ...child] : child
  return first && { childBorn, entries: [first, ...others] }
}

/** @param now the sandbox's time */
export function healthOf(holder: Holder, now: Date): HealthRecord {
  const today = dayIn(now)
  const { sex, birthDate } = holder
  const age = birthDate === undefined ? undefined : yearsBetween(birthDate, today)
  const draw = (about: string) => drawFrom(`${holder.sub} ${about}`)
  return {
    birthDate,
    sex,
    medicines: medicinesOf(draw('medicines'), today, age),
    checkUps: checkUpsOf(draw('check-ups'), today, holder),
    vaccinations: vaccinationsOf(draw('vaccinations'), today, age),
    handbook: handbookOf(draw('handbook'), today, sex, age),
  }
}
