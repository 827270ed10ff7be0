/** What goes over the wire between the shop and its tablet. */
import { z } from 'zod'
import { planIds } from './plans.ts'
import { cmsRoom, roles } from './roles.ts'

const base64Of = (octets: number): number => 4 * Math.floor(octets / 3)

export const contract = z
  .strictObject({
    number: z.string(),
    title: z.string(),
    issuer: z.string(),
    rows: z.array(z.tuple([z.string(), z.string()])),
    sections: z.array(z.strictObject({ title: z.string(), lines: z.array(z.string()) })),
    closing: z.string(),
  })
  .meta({ id: 'MobileContract' })

export const roleBody = z.strictObject({ role: z.enum(roles) })
export const digest = z.strictObject({
  digest: z.base64().describe('SHA-256 of the octets that the signature covers'),
})
export const signature = z.strictObject({
  cms: z
    .base64()
    .min(4)
    .max(base64Of(cmsRoom))
    .describe('CMS SignedData over the digest, detached, by the signing key of card or phone, DER'),
})

export const receipt = z
  .strictObject({
    number: z.string(),
    telephone: z.string(),
    madeAt: z.iso.datetime(),
    looks: z.array(z.string()),
    substitutes: z.array(z.string()),
  })
  .meta({ id: 'MobileReceipt' })

export const signed = z
  .strictObject({
    state: z.enum(['guardian', 'made']).describe('guardian: one more has to sign'),
    receipt: receipt.optional(),
  })
  .meta({ id: 'MobileSigned' })

export const today = z
  .array(
    z.strictObject({
      number: z.string(),
      madeAt: z.iso.datetime(),
      plan: z.enum(planIds),
      ported: z.boolean(),
      consented: z.boolean(),
      looks: z.array(z.string()),
    }),
  )
  .meta({ id: 'MobileContractsOfToday' })
