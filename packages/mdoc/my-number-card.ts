/**
 * The My Number Card in a wallet (カード代替電磁的記録): doc type org.iso.23220.1.jp.mnc, the elements of its two namespaces and
 * their kinds, as public readers ask for them; which age_over_NN the real issuer gives is not public: `agesTold` are ours.
 */
import {
  ageAt,
  type CalendarDate,
  parseCalendarDate,
  type Sex,
  startOfJapanDay,
} from '@kazashi/lifecycle'
import { z } from 'zod'
import { FullDate } from './cbor.ts'
import { MdocError } from './errors.ts'
import { elementsIn, type VerifiedMdoc } from './verify.ts'

export const myNumberCardDocType = 'org.iso.23220.1.jp.mnc'
export const namespaces = { general: 'org.iso.23220.1', japan: 'org.iso.23220.1.jp' } as const

/** ISO/IEC 5218. */
const sexNumbers = { male: 1, female: 2, 'not-applicable': 9 } as const
/** As the card has them; the word for 9 is that of JIS X 0303. */
const sexWords = { male: '男', female: '女', 'not-applicable': '適用不能' } as const

const text = z.string().min(1).max(200)
const age = z.int().min(0).max(150)

/**
 * Ages of which the card says whether its holder has reached them: cinema and online services (13, 15, 16), of age (民法 4), alcohol and
 * tobacco (20), prices for older people (60), old age (介護保険法 9: 65), the medical system for the oldest (75).
 */
export const agesTold = [13, 15, 16, 18, 20, 60, 65, 75] as const
type AgeOver = `age_over_${(typeof agesTold)[number]}`
/** Cards issued before all of these were told have fewer. */
const agesOver = Object.fromEntries(
  agesTold.map((years) => [`age_over_${years}`, z.boolean().optional()] as const),
) as Readonly<Record<AgeOver, z.ZodOptional<z.ZodBoolean>>>

const agesReached = (years: number): Readonly<Record<AgeOver, boolean>> =>
  Object.fromEntries(agesTold.map((least) => [`age_over_${least}`, years >= least])) as Record<
    AgeOver,
    boolean
  >
const general = z.strictObject({
  sex: z.union([z.literal(1), z.literal(2), z.literal(9)]),
  birth_date: z.instanceof(FullDate),
  age_in_years: age,
  ...agesOver,
})
const japan = z.strictObject({
  full_name_unicode: text,
  resident_address_unicode: text,
  local_gov_code_unicode: z.string().regex(/^\d{5}$/),
  individual_number_unicode: z.string().regex(/^\d{12}$/),
  portrait: z.instanceof(Uint8Array).refine(({ length }) => length > 0),
  sex_unicode: z.enum(['男', '女', '適用不能']),
  birth_date_unicode: z.string().regex(/^\d{4}年\d{1,2}月\d{1,2}日$/),
})
const elements = z.strictObject({ [namespaces.general]: general, [namespaces.japan]: japan })

export interface MyNumberCardElements {
  readonly [namespaces.general]: z.infer<typeof general>
  readonly [namespaces.japan]: z.infer<typeof japan>
}

export interface MdocHolder {
  /** Family and given name, separated by a full-width space (U+3000). */
  readonly name: string
  readonly address: string
  /** YYYY-MM-DD */
  readonly birthDate: string
  readonly sex: Sex
  /** Five digits, without the check digit. */
  readonly municipalityCode: string
  /** Twelve digits. */
  readonly myNumber: string
  /** JPEG 2000, as the card has it. */
  readonly portrait: Uint8Array
}

function birthDateOf(text: string, at: Date): CalendarDate {
  const date = parseCalendarDate(text)
  if (date === undefined || startOfJapanDay(date) > at)
    throw new MdocError('ELEMENTS_INVALID', 'the birth date is no YYYY-MM-DD before now')
  return date
}

/**
 * Every element of both namespaces. @param at the moment of the age
 * @throws {MdocError} ELEMENTS_INVALID
 */
export function elementsOf(holder: MdocHolder, at: Date): MyNumberCardElements {
  const { birthDate, sex } = holder
  const { year, month, day } = birthDateOf(birthDate, at)
  const years = ageAt(at, birthDate)
  return checkElements({
    [namespaces.general]: {
      sex: sexNumbers[sex],
      birth_date: new FullDate(birthDate),
      age_in_years: years,
      ...agesReached(years),
    },
    [namespaces.japan]: {
      full_name_unicode: holder.name,
      resident_address_unicode: holder.address,
      local_gov_code_unicode: holder.municipalityCode,
      individual_number_unicode: holder.myNumber,
      portrait: holder.portrait,
      sex_unicode: sexWords[sex],
      birth_date_unicode: `${year}年${month}月${day}日`,
    },
  })
}

/** All elements of a whole mdoc of this doc type, typed. @throws {MdocError} ELEMENTS_INVALID where one is missing or another */
export const myNumberCardElements = (
  mdoc: Pick<VerifiedMdoc, 'elements'> | Parameters<typeof elementsIn>[0],
): MyNumberCardElements => {
  const found = 'elements' in mdoc ? mdoc.elements : elementsIn(mdoc)
  return checkElements(
    Object.fromEntries([...found].map(([space, values]) => [space, Object.fromEntries(values)])),
  )
}

/** Names the place of a fault, not its value, which is personal. */
export function checkElements(value: unknown): MyNumberCardElements {
  const { data, error } = elements.safeParse(value)
  if (data !== undefined) return data
  const places = error?.issues.map(({ path }) => path.join('/')) ?? []
  throw new MdocError('ELEMENTS_INVALID', `not as the doc type has them: ${places.join(', ')}`)
}
