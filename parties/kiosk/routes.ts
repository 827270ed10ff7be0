/** The routes of a kiosk: what its page asks for in each step of a visit, and what anybody needs to check a paper. */
import { findMunicipality } from '@kazashi/card'
import type { Trust } from '@kazashi/login'
import { base64 } from '@kazashi/octets'
import { toPem } from '@kazashi/pki'
import type { Party } from '@kazashi/serve'
import { z } from 'zod'
import { cookieOptions } from './cookies.ts'
import { type Machine, purpose } from './machine.ts'
import type { Seals } from './paper/seals.ts'
import { KioskProblem } from './problems.ts'
import { openingAt } from './rules/hours.ts'
import { changeFor } from './rules/money.ts'
import * as views from './views.ts'
import { needed, type Visit, type Visits } from './visits.ts'

const visitCookie = '__Host-visit'

export interface RouteNeeds {
  readonly machine: Machine
  readonly visits: Visits
  readonly trust: Trust
  readonly seals: Seals
  readonly audience: string
  readonly relyingParty: string
  readonly sandbox: boolean
}

function personView(visit: Visit) {
  const { person, household, offers } = needed(visit.proven)
  return {
    name: person.name,
    carrier: person.carrier,
    municipality: findMunicipality(person.municipality)?.name ?? person.municipality,
    offers: offers.map(({ type, fee, unavailable }) => ({
      type,
      fee,
      ...(unavailable && { unavailable }),
    })),
    household: household.members.map(({ at, name, relation }) => ({ at, name, relation })),
  }
}

const pdfNamed = (name: string) => ({
  'content-type': 'application/pdf',
  'content-disposition': `inline; filename="${name}.pdf"`,
})

const billView = ({ order, inserted }: Visit) => ({ fee: needed(order).fee, inserted })

export function kioskRoutes(app: Party, needs: RouteNeeds): void {
  const { machine, visits, trust, seals, audience, relyingParty, sandbox } = needs
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store')
  })

  app.get('/status', { schema: { response: { 200: views.status } } }, async () => {
    const now = await trust.now()
    const opening = openingAt(now)
    return {
      now: now.toISOString(),
      open: opening.open,
      ...(!opening.open && { why: opening.why, opensAt: opening.opensAt.toISOString() }),
      paper: machine.paper,
      sandbox,
    }
  })

  app.post(
    '/visits',
    { schema: { response: { 201: views.begun } } },
    async ({ cookies: jar }, reply) => {
      const now = await trust.now()
      const before = visits.end(jar[visitCookie])
      for (const old of [...(before ? [before] : []), ...visits.takeOver()])
        await machine.end(old, now)
      machine.mayBegin(now)
      const { visit, cookie } = visits.begin()
      reply.setCookie(visitCookie, cookie, cookieOptions).code(201)
      const { nonce, code } = visit
      return { audience, relyingParty, purpose, nonce, code, now: now.toISOString() }
    },
  )

  app.post(
    '/visit/proof',
    { schema: { body: views.proof, response: { 200: views.person } } },
    async ({ body, cookies: jar }) =>
      visits.inStep(jar[visitCookie], async (visit) => {
        await machine.prove(visit, base64.decode(body.response))
        return personView(visit)
      }),
  )

  app.post(
    '/visit/order',
    { schema: { body: views.order, response: { 200: views.bill } } },
    async ({ body, cookies: jar }) =>
      visits.inStep(jar[visitCookie], async (visit) => {
        machine.order(visit, body)
        return billView(visit)
      }),
  )

  app.post(
    '/visit/money',
    { schema: { body: views.coins, response: { 200: views.bill } } },
    async ({ body, cookies: jar }) =>
      visits.inStep(jar[visitCookie], async (visit) => {
        await machine.insert(visit, body.yen)
        return billView(visit)
      }),
  )

  app.post(
    '/visit/papers',
    { schema: { response: { 200: views.printed } } },
    async ({ cookies: jar }) =>
      visits.inStep(jar[visitCookie], async (visit) => {
        await machine.print(visit)
        const { papers, change } = needed(visit.issued)
        return {
          papers: papers.map(({ number }) => ({ number, url: `/visit/papers/${number}` })),
          receipt: '/visit/receipt',
          change,
          pieces: changeFor(change),
        }
      }),
  )

  app.get(
    '/visit/papers/:number',
    { schema: { params: views.paperParams } },
    async ({ params, cookies: jar }, reply) => {
      const { issued, out } = visits.of(jar[visitCookie])
      // Nobody has the paper before it is paid for good: till then it can be void, and the money back.
      if (!out) throw new KioskProblem('VISIT_STEP')
      const { papers } = needed(issued)
      const found = papers.find(({ number }) => number === params.number)
      if (found === undefined) throw new KioskProblem('VISIT_STEP')
      return reply.headers(pdfNamed(found.number)).send(found.pdf)
    },
  )

  app.get('/visit/receipt', async ({ cookies: jar }, reply) => {
    const { receipt } = needed(visits.of(jar[visitCookie]).issued)
    return reply.headers(pdfNamed('receipt')).send(receipt)
  })

  app.post('/visit/papers/out', async ({ cookies: jar }, reply) => {
    await visits.inStep(jar[visitCookie], (visit) => machine.out(visit))
    return reply.code(204).send()
  })

  app.delete(
    '/visit',
    { schema: { response: { 200: views.ended } } },
    async ({ cookies: jar }, reply) => {
      const visit = visits.end(jar[visitCookie])
      const returned = visit === undefined ? 0 : await machine.end(visit, await trust.now())
      reply.clearCookie(visitCookie, cookieOptions)
      return { returned, pieces: changeFor(returned) }
    },
  )

  if (sandbox)
    app.put('/staff/paper', { schema: { body: views.staffPaper } }, async ({ body }, reply) => {
      machine.paper = body.paper
      return reply.code(204).send()
    })

  app.get(
    '/keys.json',
    {
      schema: {
        response: {
          200: z.array(
            z.strictObject({
              issuer: z.string(),
              name: z.string(),
              id: z.string(),
              spki: z.string(),
            }),
          ),
        },
      },
    },
    async () => seals.keys(),
  )
  app.get('/seals-ca.pem', async (_request, reply) =>
    reply.type('application/x-pem-file').send(
      seals
        .authorities()
        .map(({ der }) => toPem('CERTIFICATE', der))
        .join(''),
    ),
  )
}
