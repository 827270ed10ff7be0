/** A resident as the registry keeps one, sealed: JSON of these fields and no others. */
import { isAddressIn, type Resident, ResidentSchema } from '@kazashi/card'
import { sexes } from '@kazashi/lifecycle'
import { z } from 'zod'

/** From outside: the rule of a card file. */
export const RegisteredResident = ResidentSchema.refine(
  ({ address, municipality }) => isAddressIn(address, municipality),
  { path: ['address'], error: 'begins with the prefecture and the municipality' },
).meta({ id: 'Resident' })
export type RegisteredResident = z.infer<typeof RegisteredResident>

/** From a sealed row: checked when it came, perhaps by an older rule, and unchanged since. */
const StoredResident = z.strictObject({
  name: z.string(),
  kana: z.string(),
  latin: z.string(),
  address: z.string(),
  birthDate: z.string(),
  sex: z.enum(sexes),
  municipality: z.strictObject({
    code: z.string(),
    prefecture: z.string(),
    name: z.string(),
    prefectureLatin: z.string(),
    nameLatin: z.string(),
  }),
  myNumber: z.string(),
})

export const encodeResident = (resident: RegisteredResident): Uint8Array =>
  new TextEncoder().encode(JSON.stringify(resident))

export const decodeResident = (bytes: Uint8Array): Resident =>
  StoredResident.parse(JSON.parse(new TextDecoder().decode(bytes)))
