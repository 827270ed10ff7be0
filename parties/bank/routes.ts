/** The bank over HTTP: all of it for the person logged in, and nobody else. */
import type { Party } from '@kazashi/serve'
import type { Visitors } from '@kazashi/site'
import { z } from 'zod'
import { contractOf } from './contract.ts'
import type { Application } from './database/applications.ts'
import { form } from './form.ts'
import type { Openings } from './opening.ts'
import { BankProblem } from './problems.ts'

const view = z
  .strictObject({
    state: z.enum(['none', 'written', 'signing', 'opened', 'looked-at']),
    /** As the person handed them over at the login. */
    claims: z.strictObject({
      name: z.string().optional(),
      address: z.string().optional(),
      birthDate: z.string().optional(),
    }),
    application: z
      .strictObject({
        number: z.string(),
        form,
        read: z.boolean(),
        contract: z.strictObject({
          title: z.string(),
          issuer: z.string(),
          rows: z.array(z.tuple([z.string(), z.string()])),
          sections: z.array(z.strictObject({ title: z.string(), lines: z.array(z.string()) })),
          closing: z.string(),
        }),
        looks: z.array(z.string()),
        substitutes: z.array(z.string()),
        account: z.string().optional(),
      })
      .optional(),
  })
  .meta({ id: 'AccountApplication' })

const shown = (application: Application): z.infer<typeof view>['application'] => {
  const { number, madeAt, read, account, looks = [], substitutes = [] } = application
  const { title, issuer, rows, sections, closing } = contractOf(
    application.form,
    number,
    new Date(madeAt),
  )
  return {
    number,
    form: application.form,
    read,
    contract: {
      title,
      issuer,
      rows: rows.map(([name, value]) => [name, value]),
      sections: sections.map((one) => ({ title: one.title, lines: [...one.lines] })),
      closing,
    },
    looks,
    substitutes,
    ...(account !== undefined && { account: String(account) }),
  }
}

/** YYYYMMDD as the gate tells it → YYYY-MM-DD. */
const dateOf = (digits: string): string => digits.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')

export interface RouteNeeds {
  readonly visitors: Visitors
  readonly openings: Openings
}

export function bankRoutes(app: Party, { visitors, openings }: RouteNeeds): void {
  app.get('/application', { schema: { response: { 200: view } } }, async ({ cookies }, reply) => {
    reply.header('cache-control', 'no-store')
    const { holder } = await visitors.of(cookies)
    const { name, address, birthdate } = holder.claims
    const found = await openings.find(holder.sub)
    const state = found?.state ?? ('none' as const)
    return {
      state,
      claims: { name, address, birthDate: birthdate && dateOf(birthdate) },
      ...(found && { application: shown(found) }),
    }
  })

  app.put(
    '/application',
    { schema: { body: form, response: { 204: z.null() } } },
    async ({ cookies, body }, reply) => {
      const { holder } = await visitors.of(cookies)
      await openings.write(holder.sub, body)
      return reply.code(204).send(null)
    },
  )

  app.put(
    '/application/read',
    { schema: { response: { 204: z.null() } } },
    async ({ cookies }, reply) => {
      const { holder } = await visitors.of(cookies)
      await openings.read(holder.sub)
      return reply.code(204).send(null)
    },
  )

  app.get('/contract.pdf', { schema: { hide: true } }, async ({ cookies }, reply) => {
    const { holder } = await visitors.of(cookies)
    const pdf = await openings.contract(holder.sub)
    reply.type('application/pdf').header('cache-control', 'no-store')
    return reply.send(Buffer.from(pdf))
  })

  app.get('/signed.pdf', { schema: { hide: true } }, async ({ cookies }, reply) => {
    const { holder } = await visitors.of(cookies)
    const pdf = await openings.signed(holder.sub)
    if (pdf === undefined) throw new BankProblem('CONTRACT_UNSIGNED')
    reply.type('application/pdf').header('cache-control', 'no-store')
    reply.header('content-disposition', 'attachment; filename="account-contract.pdf"')
    return reply.send(Buffer.from(pdf))
  })
}
