/** The municipal counter over HTTP. Callers: callers.ts. Errors: problems.ts. */
import { base64 } from '@kazashi/octets'
import { type Party, ProblemDocument } from '@kazashi/serve'
import { z } from 'zod'
import { CardEndReason, endCard } from '../cards/end-card.ts'
import { RegisteredResident } from '../database/resident.ts'
import { IdempotencyHeaders } from '../phones/headers.ts'
import { HolderQuestion, RegisteredHolder, registeredHolder } from '../registry/holder.ts'
import type { PersonNeeds } from '../registry/person.ts'
import { PersonView, showPerson } from '../registry/person.ts'
import { Base64 } from '../wire.ts'
import { type CardRequests, type HandOutNeeds, handOutCard } from './cards.ts'
import { changeCard, changePerson, recordDeath } from './changes.ts'

export type CounterNeeds = HandOutNeeds & PersonNeeds

const Pkcs10 = Base64.max(4_000).describe(
  'PKCS #10 of a key inside the card (DER): it never leaves the card',
)
const SigningForMinor = z
  .boolean()
  .describe('the legal representative of a child under 15 asks for a signing certificate')

const SigningRequest = z.strictObject({
  signing: Pkcs10.optional().describe(
    'PKCS #10 of the new signing key; left out where the card has no signing certificate and gets none',
  ),
  signingForMinor: SigningForMinor.optional(),
})

const CardOrder = SigningRequest.extend({
  resident: RegisteredResident,
  authentication: Pkcs10,
}).meta({ id: 'CardOrder' })

const RenewalOrder = SigningRequest.extend({ authentication: Pkcs10 }).meta({ id: 'RenewalOrder' })

const PersonChange = z
  .discriminatedUnion('change', [
    SigningRequest.extend({ change: z.literal('move'), resident: RegisteredResident }),
    SigningRequest.extend({ change: z.literal('name'), resident: RegisteredResident }),
    z.strictObject({ change: z.literal('death') }),
  ])
  .meta({ id: 'PersonChange' })

const CardView = z
  .strictObject({
    cardId: z.uuid(),
    person: z.uuid(),
    cardExpiry: z.iso.date().describe("the card's last day"),
    certificates: z.strictObject({
      signing: Base64.optional(),
      authentication: Base64.optional(),
      signingCa: Base64,
      authenticationCa: Base64,
    }),
  })
  .meta({ id: 'HandedOutCard' })

const tags = ['counter']
const refusals = { default: ProblemDocument.describe('RFC 9457; `code` tells which') }
const params = z.strictObject({ id: z.uuid() })
const headers = IdempotencyHeaders.partial()

interface Sent {
  readonly signing?: string | undefined
  readonly authentication?: string | undefined
  readonly signingForMinor?: boolean | undefined
}
const requestsOf = ({ signing, authentication, signingForMinor }: Sent): CardRequests => ({
  ...(signing !== undefined && { signing: base64.decode(signing) }),
  ...(authentication !== undefined && { authentication: base64.decode(authentication) }),
  signingForMinor,
})

/** @param records asked at each request, so that the routes can be described without any */
export function counterRoutes(app: Party, records: () => CounterNeeds): void {
  app.post(
    '/counter/cards',
    {
      schema: {
        operationId: 'handOutCard',
        summary: 'Hand out a card: certificates for the keys inside it; an earlier card ends',
        tags,
        headers,
        body: CardOrder,
        response: { 201: CardView, ...refusals },
      },
    },
    async ({ body, headers }, reply) => {
      const order = {
        ...requestsOf(body),
        resident: body.resident,
        authentication: base64.decode(body.authentication),
      }
      const card = await handOutCard(records(), order, headers['idempotency-key'])
      return reply.code(201).send(card)
    },
  )

  app.post(
    '/counter/cards/:id/end',
    {
      schema: {
        operationId: 'endCard',
        summary:
          'Take a card back: its certificates, and the phone certificates that depend on them, are revoked',
        tags,
        headers,
        params,
        body: z.strictObject({ reason: CardEndReason }),
        response: { 204: z.null(), ...refusals },
      },
    },
    async ({ params: { id }, body, headers }, reply) => {
      await endCard(records(), { id, why: body.reason }, headers['idempotency-key'])
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/counter/cards/:id/release',
    {
      schema: {
        operationId: 'releaseCard',
        summary: 'A card was found: it is in use again, with a new signing certificate (5-B2)',
        tags,
        headers,
        params,
        body: SigningRequest,
        response: { 200: CardView, ...refusals },
      },
    },
    async ({ params: { id }, body, headers }) => {
      const requests = requestsOf(body)
      return changeCard(records(), 'release', { id, requests, key: headers['idempotency-key'] })
    },
  )

  app.post(
    '/counter/cards/:id/renewal',
    {
      schema: {
        operationId: 'renewCard',
        summary: 'Renew the certificates of a card; those on a phone end (5-A4)',
        tags,
        headers,
        params,
        body: RenewalOrder,
        response: { 200: CardView, ...refusals },
      },
    },
    async ({ params: { id }, body, headers }) => {
      const requests = requestsOf(body)
      return changeCard(records(), 'renewal', { id, requests, key: headers['idempotency-key'] })
    },
  )

  app.post(
    '/counter/holders',
    {
      schema: {
        operationId: 'findRegisteredHolder',
        summary: 'The entry in the register of the person whose certificate this is',
        tags,
        body: HolderQuestion,
        response: { 200: RegisteredHolder, ...refusals },
      },
    },
    async ({ body }, reply) =>
      reply.header('cache-control', 'no-store').send(await registeredHolder(records(), body)),
  )

  app.get(
    '/counter/people/:id',
    {
      schema: {
        operationId: 'showPerson',
        summary: 'A person’s entry in the register, with card, phones and their certificates',
        tags,
        params,
        response: { 200: PersonView, ...refusals },
      },
    },
    async ({ params: { id } }, reply) =>
      reply.header('cache-control', 'no-store').send(await showPerson(records(), id)),
  )

  app.post(
    '/counter/people/:id/changes',
    {
      schema: {
        operationId: 'changePerson',
        summary:
          'A move or a new name: the signing certificates of card and phone end, the card gets a new one; a death ends everything',
        tags,
        headers,
        params,
        body: PersonChange,
        response: { 200: CardView, 204: z.null(), ...refusals },
      },
    },
    async ({ params: { id: person }, body, headers }, reply) => {
      const key = headers['idempotency-key']
      if (body.change === 'death') {
        await recordDeath(records(), person, key)
        return reply.code(204).send(null)
      }
      const { change, resident } = body
      return changePerson(records(), { person, change, resident, requests: requestsOf(body) }, key)
    },
  )
}
