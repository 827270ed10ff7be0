/** The call centre over HTTP: finds a person, suspends lost phones and cards (5-B1). Callers: callers.ts. Errors: problems.ts. */
import { LONGEST_NAME } from '@kazashi/card'
import { type Party, ProblemDocument } from '@kazashi/serve'
import { z } from 'zod'
import { IdempotencyHeaders } from '../phones/headers.ts'
import { findPeople, HeldView } from '../registry/held.ts'
import { type SuspensionNeeds, SuspensionOrder, suspend } from './suspend.ts'

const tags = ['hotline']
const refusals = { default: ProblemDocument.describe('RFC 9457; `code` tells which') }

/** @param records asked at each request, so that the routes can be described without any */
export function hotlineRoutes(app: Party, records: () => SuspensionNeeds): void {
  app.post(
    '/hotline/people',
    {
      schema: {
        operationId: 'findPeople',
        summary: 'People of this name and birth date, with their card and phone',
        tags,
        body: z.strictObject({
          name: z
            .string()
            .min(1)
            .max(LONGEST_NAME)
            .describe('as on the card; width and spaces do not matter'),
          birthDate: z.iso.date(),
        }),
        response: { 200: z.array(HeldView), ...refusals },
      },
    },
    async ({ body }) => findPeople(records(), body),
  )

  app.post(
    '/hotline/suspensions',
    {
      schema: {
        operationId: 'suspend',
        summary: 'Suspend a lost or stolen phone, card, or both, at any hour (5-B1)',
        tags,
        headers: IdempotencyHeaders.partial(),
        body: SuspensionOrder,
        response: { 200: HeldView, ...refusals },
      },
    },
    async ({ body, headers }) => suspend(records(), body, headers['idempotency-key']),
  )
}
