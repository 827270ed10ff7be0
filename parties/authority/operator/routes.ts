/** The operator's view of the outbox: undeliverable notices do not vanish (5-A1). Errors: problems.ts. */
import { noticeKinds } from '@kazashi/lifecycle'
import { type Party, ProblemDocument } from '@kazashi/serve'
import { z } from 'zod'
import type { Database } from '../database/connection.ts'
import { deliveriesIn } from '../database/deliveries.ts'

/** In one answer. */
const most = 1_000

/** Ids only: personal data stays in the registry. */
const DeliveryView = z
  .strictObject({
    noticeId: z.uuid(),
    kind: z.enum(noticeKinds),
    personId: z.uuid(),
    phoneId: z.uuid(),
    channel: z.enum(['stream', 'push']),
    state: z.enum(['waiting', 'delivered', 'undeliverable', 'unneeded']),
    attempts: z.int(),
    failure: z.string().optional().describe('of the last attempt'),
    at: z.iso.datetime({ offset: true }).describe('when it got into this state'),
  })
  .meta({ id: 'Delivery' })

const Query = z.strictObject({
  state: z.enum(['waiting', 'delivered', 'undeliverable', 'unneeded']).default('undeliverable'),
})

const refusals = { default: ProblemDocument.describe('RFC 9457; `code` tells which') }

/** @param records asked at each request, so that the routes can be described without any */
export function operatorRoutes(app: Party, records: () => { readonly db: Database }): void {
  app.get(
    '/operator/deliveries',
    {
      schema: {
        operationId: 'listDeliveries',
        summary: 'Deliveries of notices in a state, the latest first, a thousand at most',
        tags: ['operator'],
        querystring: Query,
        response: { 200: z.array(DeliveryView), ...refusals },
      },
    },
    async ({ query }) => {
      const found = await deliveriesIn(records().db, { state: query.state, most })
      return found.map(({ notice, kind, person, phone, failure, changedAt, ...delivery }) => ({
        channel: delivery.channel,
        state: delivery.state,
        attempts: delivery.attempts,
        noticeId: notice,
        kind,
        personId: person,
        phoneId: phone,
        ...(failure !== null && { failure }),
        at: changedAt.toISOString(),
      }))
    },
  )
}
