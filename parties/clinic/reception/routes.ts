/** The reception's desk: today's patients, who is stuck at the terminal, what is to be practised, and the facility's settings. */
import { type Party, ProblemDocument } from '@kazashi/serve'
import { z } from 'zod'
import { practices } from '../eligibility/membership.ts'
import { tokenOf } from '../eligibility/tokens.ts'
import { changeSettings, practiseNext } from '../facility/facilities.ts'
import { changedFrom, outcomeOf } from '../facility/outcome.ts'
import { seenBefore } from '../facility/patients.ts'
import { answerLate, markReception, receptionBy, receptionsOn } from '../facility/receptions.ts'
import { seen } from '../terminal/course.ts'
import { facilityFor, facilityOfBrowser } from '../terminal/facility-cookie.ts'
import { VisitProblem } from '../terminal/problems.ts'
import type { TerminalNeeds } from '../terminal/routes.ts'
import { VisitParams } from '../terminal/views.ts'
import { deskView, ReceptionDesk } from './views.ts'

const tags = ['reception']
const refusals = { default: ProblemDocument }

/** What is not named stays as it is: two presses one after the other do not undo each other. */
const Settings = z.strictObject({
  kind: z.enum(['clinic', 'pharmacy']).optional(),
  hasReader: z.boolean().optional(),
  firstVisitNeedsCard: z.boolean().optional(),
})
const Practising = z.strictObject({ next: z.enum(practices).nullable() })
const Compared = z.strictObject({ same: z.boolean() })
const Mark = z.strictObject({ what: z.enum(['in-line', 'declared']) })

export function receptionRoutes(app: Party, needs: TerminalNeeds): void {
  const { db, sealing, trust, visits, troubles, eligibility } = needs

  app.get(
    '/reception/today',
    {
      schema: {
        summary: 'Today’s patients, and whoever needs help at the terminal',
        tags,
        response: { 200: ReceptionDesk, ...refusals },
      },
    },
    async (request, reply) => {
      const facility = await facilityFor(needs, request, reply)
      const now = await trust.now()
      return deskView({
        facility,
        token: tokenOf(sealing, facility.id),
        now,
        receptions: await receptionsOn(needs, facility.id, now),
        waiting: visits.waiting(facility.id),
        troubles: troubles.of(facility.id, now),
      })
    },
  )

  app.put('/reception/settings', { schema: { tags, body: Settings } }, async (request, reply) => {
    const facility = await facilityOfBrowser(needs, request)
    await changeSettings(db, facility.id, request.body)
    return reply.code(204).send()
  })

  app.put(
    '/reception/practice',
    {
      schema: {
        summary: 'What the eligibility service answers about the next patient, for a class',
        tags,
        body: Practising,
      },
    },
    async (request, reply) => {
      const facility = await facilityOfBrowser(needs, request)
      await practiseNext(db, facility.id, request.body.next ?? undefined)
      return reply.code(204).send()
    },
  )

  app.post(
    '/reception/waiting/:id',
    {
      schema: {
        summary: 'The staff have compared the face of a card with that of the person (目視確認)',
        tags,
        params: VisitParams,
        body: Compared,
      },
    },
    async (request, reply) => {
      const facility = await facilityOfBrowser(needs, request)
      const visit = visits.find(facility.id, request.params.id)
      await seen(needs, facility, visit, request.body.same)
      return reply.code(204).send()
    },
  )

  app.put(
    '/reception/patients/:id/mark',
    { schema: { tags, params: VisitParams, body: Mark } },
    async (request, reply) => {
      const facility = await facilityOfBrowser(needs, request)
      const { id } = request.params
      const now = await trust.now()
      if ((await receptionBy(needs, facility.id, id, now)) === undefined)
        throw new VisitProblem('RECEPTION_UNKNOWN')
      await markReception(needs, { facility: facility.id, id, what: request.body.what, now })
      return reply.code(204).send()
    },
  )

  app.post(
    '/reception/patients/:id/question',
    {
      schema: {
        summary: 'The eligibility service is asked again about a patient of whom it could not say',
        tags,
        params: VisitParams,
      },
    },
    async (request, reply) => {
      const facility = await facilityOfBrowser(needs, request)
      const { id } = request.params
      const kept = await receptionBy(needs, facility.id, id, await trust.now())
      if (kept?.outcome !== 'unanswered' || kept.proof === undefined)
        throw new VisitProblem('RECEPTION_UNKNOWN')
      const { proof, device, way } = kept
      const answer = await eligibility.answer(tokenOf(sealing, facility.id), {
        proof,
        limits: false,
      })
      const last =
        (await seenBefore(db, sealing, facility.id, answer.patient))?.insurer ?? undefined
      const before = changedFrom(answer, last)
      await answerLate(needs, {
        id,
        facility: facility.id,
        outcome: outcomeOf(answer, last),
        contents: { device, way, answer, ...(before && { before }) },
      })
      return reply.code(204).send()
    },
  )

  app.delete('/reception/troubles', { schema: { tags } }, async (request, reply) => {
    troubles.settle((await facilityOfBrowser(needs, request)).id)
    return reply.code(204).send()
  })
}
