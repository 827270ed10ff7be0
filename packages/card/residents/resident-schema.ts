/** A resident as a JSON value: the rule of card files and of the registry. */
import { sexes } from '@kazashi/lifecycle'
import { z } from 'zod'
import { LONGEST_ADDRESS } from './generate.ts'
import { isMyNumber } from './my-number.ts'
import { isCalendarDate } from './reference-numbers.ts'

/** No source names a limit of the name; a foreign resident's with all its parts has been longer than 100 characters. */
export const LONGEST_NAME = 180

const characters = (text: string): number => [...text].length
/** No control characters, surrogates alone, or blanks at the ends. */
const clean = /^(?!\s)[^\p{Cc}\p{Cs}]*(?<!\s)$/u

/** @param longest in characters, as JSON Schema counts them too */
const line = (longest: number) =>
  z
    .string()
    .regex(clean)
    .refine((text) => text !== '' && characters(text) <= longest, {
      error: `1 to ${longest} characters`,
    })
    .meta({ minLength: 1, maxLength: longest })

export const MunicipalitySchema = z.strictObject({
  code: z.string().regex(/^[0-9]{5}$/),
  prefecture: line(20),
  name: line(40),
  prefectureLatin: z.string().regex(/^[A-Z][A-Za-z'-]{1,39}$/),
  nameLatin: z.string().regex(/^[A-Z][A-Za-z' -]{1,59}$/),
})

export const ResidentSchema = z.strictObject({
  name: line(LONGEST_NAME).describe('family and given name, separated by a full-width space'),
  kana: line(LONGEST_NAME),
  latin: z.string().regex(/^[A-Za-z][A-Za-z ,.'-]{0,179}$/),
  address: line(LONGEST_ADDRESS).describe('from the prefecture on, without postal code'),
  birthDate: z.iso.date().refine(isCalendarDate),
  sex: z.enum(sexes),
  municipality: MunicipalitySchema,
  myNumber: z.string().refine(isMyNumber, { error: 'twelve digits with a right check digit' }),
})

/** An address begins with the prefecture and the municipality, and goes on. */
export function isAddressIn(
  address: string,
  { prefecture, name }: z.infer<typeof MunicipalitySchema>,
): boolean {
  const place = prefecture + name
  return address.startsWith(place) && address !== place
}
