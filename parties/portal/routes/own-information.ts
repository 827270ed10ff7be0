/** A person's own information (1-B①): each read is noted before it is shown. */
import { z } from 'zod'
import { healthParts } from '../database/events.ts'
import { bundleOf } from '../health/bundle.ts'
import { healthOf } from '../health/generate.ts'
import { knownOf } from '../health/known.ts'
import { usual } from '../health/record.ts'
import { type PersonNeeds, visitorOf } from './needs.ts'

const part = z.strictObject({ part: z.enum(healthParts).exclude(['all']) })

export function ownInformationRoutes(needs: PersonNeeds): void {
  const { app, trust, events, applications } = needs
  const recordOf = async (sub: string, now: Date) =>
    healthOf(knownOf(sub, await applications.all(sub), now), now)

  app.get('/api/own/:part', { schema: { params: part } }, async ({ params, ...request }, reply) => {
    const { sub } = await visitorOf(needs, request, reply)
    const now = await trust.now()
    await events.add(sub, now, { kind: 'read', what: params.part })
    const { medicines, checkUps, vaccinations, handbook } = await recordOf(sub, now)
    switch (params.part) {
      case 'medicines':
        return { medicines }
      case 'check-ups':
        return { checkUps, usual }
      case 'vaccinations':
        return { vaccinations }
      case 'handbook':
        return { handbook: handbook ?? null }
    }
  })

  app.get('/api/own-information.json', async (request, reply) => {
    const { sub } = await visitorOf(needs, request, reply)
    const now = await trust.now()
    await events.add(sub, now, { kind: 'downloaded', what: 'all' })
    reply.header('content-disposition', 'attachment; filename="own-information.json"')
    return reply
      .type('application/fhir+json; charset=utf-8')
      .send(JSON.stringify(bundleOf(sub, await recordOf(sub, now), now), undefined, 2))
  })
}
