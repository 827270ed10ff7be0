/** The face terminal's server: a visit is begun, proved by card or phone, and ends with a reception (1-B④). */
import { randomBytes, randomInt } from 'node:crypto'
import { type Party, ProblemDocument } from '@kazashi/serve'
import { z } from 'zod'
import { statementOf } from '../eligibility/statement.ts'
import { Consents } from '../facility/consents.ts'
import { receptionBy } from '../facility/receptions.ts'
import { agree, type CourseNeeds, prove } from './course.ts'
import { type FacilityNeeds, facilityFor, facilityOfBrowser } from './facility-cookie.ts'
import { VisitProblem } from './problems.ts'
import { Trouble, type Troubles } from './troubles.ts'
import { NewVisit, NewVisitView, ProofBody, VisitParams, VisitView, viewOf } from './views.ts'
import type { Visit, Visits } from './visits.ts'

export interface TerminalNeeds extends CourseNeeds, FacilityNeeds {
  readonly visits: Visits
  readonly troubles: Troubles
}

const FacilityView = z
  .strictObject({
    kind: z.enum(['clinic', 'pharmacy']),
    hasReader: z.boolean(),
    firstVisitNeedsCard: z.boolean(),
  })
  .meta({ id: 'Facility' })

const refusals = { default: ProblemDocument }
const tags = ['terminal']

const newChallenge = () => ({
  nonce: randomBytes(32).toString('base64url'),
  code: String(randomInt(100)).padStart(2, '0'),
})

export function terminalRoutes(app: Party, needs: TerminalNeeds): void {
  const { visits, troubles, trust, asker } = needs
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store')
  })

  /** A visit that was received before this server was started again is still received. */
  const receivedBefore = async (facility: string, id: string, error: unknown) => {
    const isUnknown = error instanceof VisitProblem && error.code === 'VISIT_UNKNOWN'
    const kept = isUnknown ? await receptionBy(needs, facility, id, await trust.now()) : undefined
    if (kept === undefined) throw error
    const { outcome, number, answer, before } = kept
    const received = { outcome, number, answer, before }
    return viewOf({ state: { name: 'received', received }, startedAt: kept.receivedAt })
  }

  app.post(
    '/facility',
    {
      schema: {
        summary: 'The facility of this browser; a new one where it has none',
        tags,
        response: { 200: FacilityView, ...refusals },
      },
    },
    async (request, reply) => {
      const { kind, hasReader, firstVisitNeedsCard } = await facilityFor(needs, request, reply)
      return { kind, hasReader, firstVisitNeedsCard }
    },
  )

  app.post(
    '/visits',
    {
      schema: {
        summary: 'Somebody begins at the terminal; whoever was there before is there no more',
        tags,
        body: NewVisit,
        response: { 201: NewVisitView, ...refusals },
      },
    },
    async (request, reply) => {
      const facility = await facilityOfBrowser(needs, request)
      const { device } = request.body
      if (device !== 'card' && !facility.hasReader) throw new VisitProblem('PHONE_NOT_ACCEPTED')
      const startedAt = await trust.now()
      const challenge = newChallenge()
      const { id } = visits.begin(facility.id, { device, challenge, startedAt })
      reply.code(201)
      return { id, ...challenge, statement: statementOf(asker, challenge, startedAt) }
    },
  )

  app.get(
    '/visits/:id',
    { schema: { tags, params: VisitParams, response: { 200: VisitView, ...refusals } } },
    async (request) => {
      const facility = await facilityOfBrowser(needs, request)
      const { id } = request.params
      try {
        return viewOf(visits.find(facility.id, id))
      } catch (error) {
        return receivedBefore(facility.id, id, error)
      }
    },
  )

  app.post(
    '/visits/:id/proof',
    {
      schema: {
        summary: 'The proof of the person: signed by card or phone, or the card’s face compared',
        tags,
        params: VisitParams,
        body: ProofBody,
        response: { 200: VisitView, ...refusals },
      },
    },
    async (request) => {
      const facility = await facilityOfBrowser(needs, request)
      const visit = visits.find(facility.id, request.params.id)
      await told(facility.id, visit, () =>
        prove(needs, facility, visit, ownProof(visit, request.body)),
      )
      if (visit.state.name === 'consents') troubles.settle(facility.id)
      return viewOf(visit)
    },
  )

  app.post(
    '/visits/:id/consents',
    {
      schema: {
        summary: 'What the patient agrees to; then the patient is received',
        tags,
        params: VisitParams,
        body: Consents,
        response: { 200: VisitView, ...refusals },
      },
    },
    async (request) => {
      const facility = await facilityOfBrowser(needs, request)
      const { id } = request.params
      let visit: Visit
      try {
        visit = visits.find(facility.id, id)
      } catch (error) {
        return receivedBefore(facility.id, id, error)
      }
      await agree(needs, facility, visit, request.body)
      return viewOf(visit)
    },
  )

  app.post(
    '/visits/:id/troubles',
    { schema: { tags, params: VisitParams, body: Trouble } },
    async (request, reply) => {
      const facility = await facilityOfBrowser(needs, request)
      const { device } = visits.find(facility.id, request.params.id)
      troubles.tell(facility.id, { code: request.body.code, device, at: await trust.now() })
      return reply.code(204).send()
    },
  )

  app.delete('/visits/:id', { schema: { tags, params: VisitParams } }, async (request, reply) => {
    const facility = await facilityOfBrowser(needs, request)
    visits.end(facility.id, request.params.id)
    return reply.code(204).send()
  })

  /** What refuses a patient is told to the reception, too. */
  async function told(facility: string, visit: Visit, work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'INTERNAL'
      troubles.tell(facility, { code, device: visit.device, at: visit.startedAt })
      throw error
    }
  }
}

/** A signature counts for the challenge of this very visit, whatever the terminal says it was for. */
function ownProof(visit: Visit, proof: z.infer<typeof ProofBody>): z.infer<typeof ProofBody> {
  return proof.kind === 'signature' ? { ...proof, ...visit.challenge } : proof
}
