/** The shop over HTTP: what the tablet asks for in each step of a visit, and the staff's list. */
import type { Trust } from '@kazashi/login'
import { base64 } from '@kazashi/octets'
import type { Party } from '@kazashi/serve'
import { cookieOptions } from '@kazashi/site'
import { z } from 'zod'
import { contractOf, spaced } from './contract.ts'
import type { Counter } from './counter.ts'
import type { Contracts } from './database/contracts.ts'
import { order } from './form.ts'
import * as views from './views.ts'
import { type Draft, type Made, needed, type Visits } from './visits.ts'

const visitCookie = '__Host-visit'

export interface RouteNeeds {
  readonly counter: Counter
  readonly visits: Visits
  readonly contracts: Contracts
  readonly trust: Trust
}

function shown({ order: ordered, number, madeAt }: Draft): z.infer<typeof views.contract> {
  const { title, issuer, rows, sections, closing } = contractOf(ordered, number, madeAt)
  return {
    number,
    title,
    issuer,
    rows: rows.map(([name, value]) => [name, value]),
    sections: sections.map((one) => ({ title: one.title, lines: [...one.lines] })),
    closing,
  }
}

const receiptOf = ({ number, telephone, madeAt, looks, substitutes }: Made) => ({
  number,
  telephone: spaced(telephone),
  madeAt: madeAt.toISOString(),
  looks: [...looks],
  substitutes: [...substitutes],
})

export function mobileRoutes(app: Party, { counter, visits, contracts, trust }: RouteNeeds): void {
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store')
  })
  const nothing = { schema: { response: { 204: z.null() } } }

  app.post('/visits', nothing, async ({ cookies: jar }, reply) => {
    visits.end(jar[visitCookie])
    reply.setCookie(visitCookie, visits.begin(), { ...cookieOptions, sameSite: 'strict' })
    return reply.code(204).send(null)
  })

  app.put(
    '/visit/order',
    { schema: { body: order, response: { 200: views.contract } } },
    async ({ body, cookies: jar }) =>
      visits.inStep(jar[visitCookie], async (visit) => shown(await counter.order(visit, body))),
  )

  app.put('/visit/read', nothing, async ({ cookies: jar }, reply) => {
    await visits.inStep(jar[visitCookie], async (visit) => counter.read(visit))
    return reply.code(204).send(null)
  })

  app.post(
    '/visit/prepared',
    { schema: { body: views.roleBody, response: { 200: views.digest } } },
    async ({ body, cookies: jar }) =>
      visits.inStep(jar[visitCookie], async (visit) => ({
        digest: base64.encode(await counter.prepare(visit, body.role)),
      })),
  )

  app.post(
    '/visit/signature',
    { schema: { body: views.signature, response: { 200: views.signed } } },
    async ({ body, cookies: jar }) => {
      const cookie = jar[visitCookie]
      return visits.inStep(cookie, async (visit) => {
        await counter.sign(visit, base64.decode(body.cms), () => visits.isOpen(cookie))
        return visit.made
          ? { state: 'made' as const, receipt: receiptOf(visit.made) }
          : { state: 'guardian' as const }
      })
    },
  )

  app.get('/visit/contract.pdf', { schema: { hide: true } }, async ({ cookies: jar }, reply) => {
    const visit = visits.of(jar[visitCookie])
    const pdf = visit.made?.pdf ?? visit.signed?.pdf ?? needed(visit.draft).pdf
    reply.type('application/pdf')
    reply.header('content-disposition', 'inline; filename="mobile-contract.pdf"')
    return reply.send(Buffer.from(pdf))
  })

  app.delete('/visit', nothing, async ({ cookies: jar }, reply) => {
    visits.end(jar[visitCookie])
    reply.clearCookie(visitCookie, cookieOptions)
    return reply.code(204).send(null)
  })

  app.get('/contracts/today', { schema: { response: { 200: views.today } } }, async () => {
    const found = await contracts.ofDay(await trust.now())
    return found.map((one) => ({
      ...one,
      madeAt: one.madeAt.toISOString(),
      looks: [...one.looks],
    }))
  })
}
