/** A resident as the registry keeps one, sealed: JSON of these fields and no others. */
import { isMyNumber } from '@kazashi/card'
import { sexes } from '@kazashi/lifecycle'
import { z } from 'zod'

/** Text as people and places are written: no control characters, no edges of white space. */
const text = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^(?!\s)[^\p{Cc}\p{Cs}]*(?<!\s)$/u)

export const RegisteredResident = z
  .strictObject({
    name: text(100).describe('family and given name, separated by a full-width space'),
    kana: text(200),
    latin: text(200),
    address: text(200).describe('from the prefecture on, without postal code'),
    birthDate: z.iso.date(),
    sex: z.enum(sexes),
    municipality: z.strictObject({
      code: z.string().regex(/^[0-9]{5}$/),
      prefecture: text(20),
      name: text(40),
      prefectureLatin: z.string().regex(/^[A-Z][A-Za-z'-]{1,39}$/),
      nameLatin: z.string().regex(/^[A-Z][A-Za-z' -]{1,59}$/),
    }),
    myNumber: z.string().refine(isMyNumber),
  })
  .meta({ id: 'Resident' })
export type RegisteredResident = z.infer<typeof RegisteredResident>

export const encodeResident = (resident: RegisteredResident): Uint8Array =>
  new TextEncoder().encode(JSON.stringify(resident))

export const decodeResident = (bytes: Uint8Array): RegisteredResident =>
  RegisteredResident.parse(JSON.parse(new TextDecoder().decode(bytes)))
