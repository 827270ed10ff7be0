/** The municipal counter over HTTP. In the sandbox anybody may stand at it. Errors: problems.ts. */
import { type Party, ProblemDocument } from '@kazashi/serve'
import { z } from 'zod'
import { IdempotencyHeaders } from '../applications/routes.ts'
import { Base64, fromBase64 } from '../applications/view.ts'
import type { Records } from '../records.ts'
import { RegisteredResident } from '../registry/resident.ts'
import { handOutCard } from './cards.ts'
import { CardEndReason, endCard } from './end-card.ts'

const Pkcs10 = Base64.max(4_000).describe(
  'PKCS #10 of a key inside the card (DER): it never leaves the card',
)

const CardOrder = z
  .strictObject({ resident: RegisteredResident, signing: Pkcs10, authentication: Pkcs10 })
  .meta({ id: 'CardOrder' })

const CardView = z
  .strictObject({
    cardId: z.uuid(),
    cardExpiry: z.iso.date().describe("the card's last day"),
    certificates: z.strictObject({
      signing: Base64,
      authentication: Base64,
      signingCa: Base64,
      authenticationCa: Base64,
    }),
  })
  .meta({ id: 'HandedOutCard' })

const tags = ['counter']
const refusals = { default: ProblemDocument.describe('RFC 9457; `code` tells which') }

/** @param records asked at each request, so that the routes can be described without any */
export function counterRoutes(app: Party, records: () => Records): void {
  app.post(
    '/counter/cards',
    {
      schema: {
        operationId: 'handOutCard',
        summary: 'Hand out a card: certificates for the keys inside it (sandbox)',
        tags,
        headers: IdempotencyHeaders.partial(),
        body: CardOrder,
        response: { 201: CardView, ...refusals },
      },
    },
    async (request, reply) => {
      const { resident, signing, authentication } = request.body
      const order = {
        resident,
        signing: fromBase64(signing),
        authentication: fromBase64(authentication),
      }
      const card = await handOutCard(records(), order, request.headers['idempotency-key'])
      return reply.code(201).send(card)
    },
  )

  app.post(
    '/counter/cards/:id/end',
    {
      schema: {
        operationId: 'endCard',
        summary:
          'Take a card back: its certificates, and the phone certificates that hang on it, are revoked',
        tags,
        params: z.strictObject({ id: z.uuid() }),
        body: z.strictObject({ reason: CardEndReason }),
        response: { 204: z.null(), ...refusals },
      },
    },
    async (request, reply) => {
      await endCard(records(), request.params.id, request.body.reason)
      return reply.code(204).send(null)
    },
  )
}
