/** The wallet over HTTP: all of it for the person logged in, and nobody else. */
import { randomInt } from 'node:crypto'
import type { Party } from '@kazashi/serve'
import { birthDateField, type Visitor, type Visitors } from '@kazashi/site'
import { z } from 'zod'
import type { WalletCourse } from './course.ts'
import { form } from './form.ts'
import { CashlessProblem } from './problems.ts'
import { charge, type Purse, pay, transfer, withCode } from './purse.ts'
import { viewOf, walletView } from './views.ts'

/** Yen; what one movement may be at most is the limit's own. */
const amount = z.int().min(1).max(10_000_000)
const movement = z.strictObject({ amount })
const payment = z.strictObject({ amount, code: z.string().regex(/^\d{12}$/) })
const opening = z.strictObject({ birthDate: birthDateField, agrees: z.literal(true) })
const shownCode = z.strictObject({ code: z.string(), until: z.iso.datetime() })
const empty = { response: { 204: z.null() } }

/** Twelve digits, as the codes of such services have. */
const newCode = (): string => String(randomInt(10 ** 11, 10 ** 12))

export interface RouteNeeds {
  readonly visitors: Visitors
  readonly course: WalletCourse
  /** The time that people are told. */
  readonly now: () => Promise<Date>
}

function moneyRoutes(app: Party, { visitors, course }: RouteNeeds): void {
  app.post(
    '/wallet/charges',
    { schema: { body: movement, ...empty } },
    async ({ cookies, body }, reply) => {
      const { holder } = await visitors.of(cookies)
      await course.move(holder, (purse, limits, now) => charge(purse, body.amount, limits, now))
      return reply.code(204).send(null)
    },
  )
  app.post(
    '/wallet/transfers',
    { schema: { body: movement, ...empty } },
    async ({ cookies, body }, reply) => {
      const { holder } = await visitors.of(cookies)
      await course.move(holder, (purse, limits, now) => transfer(purse, body.amount, limits, now))
      return reply.code(204).send(null)
    },
  )
  app.post(
    '/wallet/codes',
    { schema: { response: { 201: shownCode } } },
    async ({ cookies }, reply) => {
      const { holder } = await visitors.of(cookies)
      const { kept } = await course.move(holder, (purse: Purse, _, now) =>
        withCode(purse, newCode(), now),
      )
      const { code } = kept.purse
      if (code === undefined) throw new CashlessProblem('PAYMENT_CODE_INVALID')
      reply.header('cache-control', 'no-store')
      return reply.code(201).send({ code: code.value, until: code.until })
    },
  )
  // What the till of a shop asks with the code that it read; here on the screen of the wallet itself.
  app.post(
    '/wallet/payments',
    { schema: { body: payment, ...empty } },
    async ({ cookies, body }, reply) => {
      const { holder } = await visitors.of(cookies)
      await course.move(holder, (purse, _, now) => pay(purse, body.amount, body.code, now))
      return reply.code(204).send(null)
    },
  )
}

export function cashlessRoutes(app: Party, needs: RouteNeeds): void {
  const { visitors, course, now } = needs
  const holderOf = async (jar: Parameters<Visitors['of']>[0]): Promise<Visitor> =>
    (await visitors.of(jar)).holder

  app.get('/wallet', { schema: { response: { 200: walletView } } }, async ({ cookies }, reply) => {
    reply.header('cache-control', 'no-store')
    const holder = await holderOf(cookies)
    return viewOf(await course.find(holder), holder.claims, await now())
  })
  app.put('/wallet', { schema: { body: opening, ...empty } }, async ({ cookies, body }, reply) => {
    await course.open(await holderOf(cookies), body.birthDate)
    return reply.code(204).send(null)
  })
  moneyRoutes(app, needs)
  app.put(
    '/wallet/application',
    { schema: { body: form, ...empty } },
    async ({ cookies, body }, reply) => {
      await course.write(await holderOf(cookies), body)
      return reply.code(204).send(null)
    },
  )
  app.get('/wallet/application.pdf', { schema: { hide: true } }, async ({ cookies }, reply) => {
    const pdf = await course.document((await holderOf(cookies)).sub)
    reply.type('application/pdf').header('cache-control', 'no-store')
    return reply.send(Buffer.from(pdf))
  })
  app.get('/wallet/signed.pdf', { schema: { hide: true } }, async ({ cookies }, reply) => {
    const pdf = await course.signed((await holderOf(cookies)).sub)
    if (pdf === undefined) throw new CashlessProblem('APPLICATION_UNSIGNED')
    reply.type('application/pdf').header('cache-control', 'no-store')
    reply.header('content-disposition', 'attachment; filename="identity-application.pdf"')
    return reply.send(Buffer.from(pdf))
  })
}
