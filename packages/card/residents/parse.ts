/** A resident as a JSON file, for cards of residents that are not made up by a seed. */
import { z } from 'zod'
import { CardError } from '../errors.ts'
import type { Resident } from '../resident.ts'
import { findMunicipality } from './municipalities.ts'
import { isAddressIn, MunicipalitySchema, ResidentSchema } from './resident-schema.ts'

const schema = ResidentSchema.extend({
  municipality: z.union([
    z.string().refine((code) => findMunicipality(code) !== undefined),
    MunicipalitySchema,
  ]),
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
  if (!isAddressIn(rest.address, found)) throw refused(['address'])
  return { ...rest, municipality: found }
}
