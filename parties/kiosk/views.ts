/** What goes over the wire between a kiosk and its page. */
import { carriers } from '@kazashi/lifecycle'
import { z } from 'zod'
import { certificateTypes } from './rules/offers.ts'

const yen = z.int().min(0)

export const status = z
  .strictObject({
    now: z.iso.datetime(),
    open: z.boolean(),
    why: z.enum(['night', 'new-year']).optional(),
    opensAt: z.iso.datetime().optional(),
    paper: z.boolean(),
    sandbox: z.boolean(),
  })
  .meta({ id: 'KioskStatus' })

export const begun = z
  .strictObject({
    audience: z.string(),
    relyingParty: z.string(),
    purpose: z.string(),
    nonce: z.string(),
    code: z.string(),
    now: z.iso.datetime(),
  })
  .meta({ id: 'Challenge' })

export const proof = z.strictObject({
  response: z
    .base64()
    .min(4)
    .max(40_000)
    .describe('CMS SignedData over the login statement by the authentication key, DER'),
})

export const person = z
  .strictObject({
    name: z.string(),
    carrier: z.enum(carriers),
    municipality: z.string(),
    offers: z.array(
      z.strictObject({
        type: z.enum(certificateTypes),
        fee: yen,
        unavailable: z.enum(['not-here', 'too-young', 'domicile-elsewhere']).optional(),
      }),
    ),
    household: z.array(
      z.strictObject({
        at: z.int(),
        name: z.string(),
        relation: z.enum(['head', 'spouse', 'child']),
      }),
    ),
  })
  .meta({ id: 'KioskPerson' })

export const order = z
  .strictObject({
    type: z.enum(certificateTypes),
    about: z.array(z.int().min(0).max(9)).min(1).max(10),
    domicile: z.boolean(),
    relation: z.boolean(),
    copies: z.int().min(1).max(10),
  })
  .meta({ id: 'KioskOrder' })
export type Order = z.infer<typeof order>

export const bill = z.strictObject({ fee: yen, inserted: yen }).meta({ id: 'KioskBill' })
export const coins = z.strictObject({ yen: z.int().min(1).max(10_000) })
export const printed = z
  .strictObject({
    papers: z.array(z.strictObject({ number: z.string(), url: z.string() })),
    receipt: z.string().describe('Address of the PDF'),
    change: yen,
    pieces: z.array(z.int()),
  })
  .meta({ id: 'KioskPapers' })
export const ended = z.strictObject({ returned: yen, pieces: z.array(z.int()) })
export const paperParams = z.strictObject({ number: z.string().max(40) })
export const staffPaper = z.strictObject({ paper: z.boolean() })
