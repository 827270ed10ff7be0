/** A resident as a JSON file, for cards of residents that are not made up by a seed. */
import { sexes } from '@kazashi/lifecycle'
import { z } from 'zod'
import { CardError } from '../errors.ts'
import type { Resident } from '../resident.ts'
import { LONGEST_ADDRESS } from './generate.ts'
import { findMunicipality } from './municipalities.ts'
import { isMyNumber } from './my-number.ts'
import { isCalendarDate } from './reference-numbers.ts'

/** No source names a limit of the name; the card's images and DNs stay sane below this. */
export const LONGEST_NAME = 100

const characters = (text: string): number => [...text].length
/** No control characters, surrogates alone, or blanks at the ends. */
const clean = (text: string): boolean =>
  text.isWellFormed() && !/\p{Cc}/u.test(text) && text.trim() === text

const line = (longest: number) =>
  z.string().refine((text) => clean(text) && text !== '' && characters(text) <= longest)

const schema = z.strictObject({
  name: line(LONGEST_NAME),
  kana: line(LONGEST_NAME),
  latin: z.string().regex(/^[A-Za-z][A-Za-z ,.'-]{0,99}$/),
  address: line(LONGEST_ADDRESS),
  birthDate: z.string().refine(isCalendarDate),
  sex: z.enum(sexes),
  municipality: z.union([
    z.string().refine((code) => findMunicipality(code) !== undefined),
    z.strictObject({
      code: z.string().regex(/^\d{5}$/),
      prefecture: line(10),
      name: line(30),
      prefectureLatin: z.string().regex(/^[A-Z][A-Za-z-]{1,29}$/),
      nameLatin: z.string().regex(/^[A-Z][A-Za-z -]{1,59}$/),
    }),
  ]),
  myNumber: z.string().refine(isMyNumber),
})

const refused = (fields: readonly string[]): CardError =>
  new CardError('PERSONALISATION_INPUT', {
    detail: `resident: ${[...new Set(fields)].join(', ')}`,
  })

/**
 * A resident out of a JSON text. `municipality` is an object as in `Resident`, or the five-digit code of one in the table.
 * @throws {CardError} PERSONALISATION_INPUT; the detail names the fields, never their values
 */
export function parseResident(json: string): Resident {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    throw refused(['not JSON'])
  }
  const result = schema.safeParse(value)
  if (!result.success) {
    throw refused(
      result.error.issues.flatMap((issue) =>
        issue.code === 'unrecognized_keys' ? issue.keys : [issue.path.join('.') || '(all)'],
      ),
    )
  }
  const { municipality, ...rest } = result.data
  const found = typeof municipality === 'string' ? findMunicipality(municipality) : municipality
  if (found === undefined) throw refused(['municipality'])
  const place = found.prefecture + found.name
  if (!rest.address.startsWith(place) || rest.address === place) throw refused(['address'])
  return { ...rest, municipality: found }
}
