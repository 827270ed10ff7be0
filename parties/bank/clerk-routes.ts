/**
 * The clerk's desk, at the bank's own origin: what stands at 「確かめています」 is accepted or refused. Of a sandbox alone, where everybody may be
 * the clerk: a real bank has its staff logged in.
 */
import type { Party } from '@kazashi/serve'
import { z } from 'zod'
import type { Cases, Verdict } from './database/cases.ts'
import { refusalReasons } from './database/rows.ts'
import { productNames } from './form.ts'
import { BankProblem } from './problems.ts'

const cases = z
  .array(
    z.strictObject({
      id: z.uuid(),
      product: z.enum(productNames),
      number: z.string(),
      since: z.iso.datetime(),
      looks: z.array(z.string()),
      substitutes: z.array(z.string()),
      written: z.strictObject({ name: z.string(), address: z.string() }),
      /** Of the signing certificate. */
      certified: z.strictObject({ name: z.string(), address: z.string() }).optional(),
    }),
  )
  .meta({ id: 'Cases' })

const order = z.union([
  z.strictObject({ accepted: z.literal(true) }),
  z.strictObject({ refused: z.enum(refusalReasons) }),
]) satisfies z.ZodType<Verdict>

export function clerkRoutes(
  app: Party,
  { cases: open, now }: { readonly cases: Cases; readonly now: () => Promise<Date> },
): void {
  app.get('/clerk/cases', { schema: { response: { 200: cases } } }, async (_, reply) => {
    reply.header('cache-control', 'no-store')
    return (await open.open()).map(({ id, product, kept }) => ({
      id,
      product,
      number: kept.number,
      since: kept.madeAt,
      looks: kept.looks ?? [],
      substitutes: kept.substitutes ?? [],
      written: { name: kept.form.name, address: kept.form.address },
      ...(kept.certified && { certified: kept.certified }),
    }))
  })

  app.put(
    '/clerk/cases/:id',
    {
      schema: {
        params: z.strictObject({ id: z.uuid() }),
        body: order,
        response: { 204: z.null() },
      },
    },
    async ({ params, body }, reply) => {
      if (!(await open.decide(params.id, body, await now()))) throw new BankProblem('CASE_CLOSED')
      return reply.code(204).send(null)
    },
  )
}
