/** The bank over HTTP: all of it for the person logged in, and nobody else; each kind of account at addresses of its own. */
import type { Party } from '@kazashi/serve'
import { contractView, dateOf, type Visitors, viewOfContract } from '@kazashi/site'
import { z } from 'zod'
import { sheetOf } from './contract.ts'
import type { Application, Whose } from './database/applications.ts'
import { refusalReasons, states } from './database/rows.ts'
import { form, forms, type ProductName, productNames } from './form.ts'
import type { Openings } from './opening.ts'
import { BankProblem } from './problems.ts'

const view = z
  .strictObject({
    state: z.enum(['none', ...states]),
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
        contract: contractView,
        looks: z.array(z.string()),
        substitutes: z.array(z.string()),
        /** Why a clerk refused it. */
        refused: z.enum(refusalReasons).optional(),
        account: z.string().optional(),
      })
      .optional(),
  })
  .meta({ id: 'AccountApplication' })

const shown = (application: Application): z.infer<typeof view>['application'] => {
  const { number, read, account, looks = [], substitutes = [], refused } = application
  return {
    number,
    form: application.form,
    read,
    contract: viewOfContract(sheetOf(application).contract),
    looks,
    substitutes,
    ...(refused !== undefined && { refused }),
    ...(account !== undefined && { account: String(account) }),
  }
}

export interface RouteNeeds {
  readonly visitors: Visitors
  readonly openings: Openings
}

function productRoutes(app: Party, product: ProductName, { visitors, openings }: RouteNeeds): void {
  const at = `/applications/${product}`
  const whose = async (cookies: Parameters<Visitors['of']>[0]): Promise<Whose> => ({
    sub: (await visitors.of(cookies)).holder.sub,
    product,
  })

  app.get(at, { schema: { response: { 200: view } } }, async ({ cookies }, reply) => {
    reply.header('cache-control', 'no-store')
    const { holder } = await visitors.of(cookies)
    const { name, address, birthdate } = holder.claims
    const found = await openings.find({ sub: holder.sub, product })
    const state = found?.state ?? ('none' as const)
    return {
      state,
      claims: { name, address, birthDate: birthdate && dateOf(birthdate) },
      ...(found && { application: shown(found) }),
    }
  })

  app.put(
    at,
    { schema: { body: forms[product], response: { 204: z.null() } } },
    async ({ cookies, body }, reply) => {
      const { holder } = await visitors.of(cookies)
      await openings.write(holder.sub, body)
      return reply.code(204).send(null)
    },
  )

  app.put(`${at}/read`, { schema: { response: { 204: z.null() } } }, async ({ cookies }, reply) => {
    await openings.read(await whose(cookies))
    return reply.code(204).send(null)
  })

  app.get(`${at}/contract.pdf`, { schema: { hide: true } }, async ({ cookies }, reply) => {
    const pdf = await openings.contract(await whose(cookies))
    reply.type('application/pdf').header('cache-control', 'no-store')
    return reply.send(Buffer.from(pdf))
  })

  app.get(`${at}/signed.pdf`, { schema: { hide: true } }, async ({ cookies }, reply) => {
    const pdf = await openings.signed(await whose(cookies))
    if (pdf === undefined) throw new BankProblem('CONTRACT_UNSIGNED')
    reply.type('application/pdf').header('cache-control', 'no-store')
    reply.header('content-disposition', `attachment; filename="${product}-contract.pdf"`)
    return reply.send(Buffer.from(pdf))
  })
}

export function bankRoutes(app: Party, needs: RouteNeeds): void {
  for (const product of productNames) productRoutes(app, product, needs)
}
