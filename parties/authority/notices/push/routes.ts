/** Web push over HTTP: the key a phone subscribes to, and its push address (RFC 8030, W3C Push API). Errors: problems.ts. */
import { createPublicKey } from 'node:crypto'
import { base64url } from '@kazashi/octets'
import { languageOf, type Party, ProblemDocument } from '@kazashi/serve'
import { z } from 'zod'
import { giveUpPushes } from '../../database/deliveries.ts'
import { phoneByThumbprint } from '../../database/phones.ts'
import { dropSubscription, writeSubscription } from '../../database/push-subscriptions.ts'
import type { Storage } from '../../database/storage.ts'
import { transact } from '../../database/transaction.ts'
import { DpopHeaders } from '../../phones/headers.ts'
import type { ProofNeeds } from '../../phones/proof.ts'
import { AuthorityError } from '../../problems.ts'
import { pushEndpoint } from './endpoint.ts'
import type { PushSettings } from './pusher.ts'

/** Characters; those of browsers have some 200. */
const endpointLength = 1_000

/** SEC 1 §2.3.3, 65 bytes in base64url: 0x04, x, y. */
const uncompressedPoint = /^B[A-Za-z0-9_-]{86}$/

function isOnCurve(text: string): boolean {
  const bytes = base64url.parse(text)
  if (bytes === undefined) return false
  const part = (from: number) => base64url.encode(bytes.subarray(from, from + 32))
  try {
    createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x: part(1), y: part(33) } })
    return bytes[0] === 4
  } catch {
    return false
  }
}

/** `PushSubscription.toJSON()` of the Push API, unchanged. */
const PushSubscriptionBody = z
  .strictObject({
    endpoint: z.string().max(endpointLength),
    expirationTime: z.number().nullish(),
    keys: z.strictObject({
      p256dh: z.string().regex(uncompressedPoint).refine(isOnCurve, 'not a point of P-256'),
      auth: z.string().regex(/^[A-Za-z0-9_-]{22}$/),
    }),
  })
  .meta({ id: 'PushSubscription' })

const PushKey = z
  .strictObject({
    publicKey: z.string().describe('applicationServerKey of the Push API, base64url'),
  })
  .meta({ id: 'PushKey' })

export type PushNeeds = ProofNeeds & Storage & { readonly push: PushSettings }

const tags = ['notices']
const refusals = { default: ProblemDocument.describe('RFC 9457; `code` tells which') }

/** @param records asked at each request, so that the routes can be described without any */
export function pushRoutes(app: Party, records: () => PushNeeds): void {
  app.get(
    '/phones/push-key',
    {
      schema: {
        operationId: 'showPushKey',
        summary: 'The key that a phone subscribes to',
        tags,
        response: { 200: PushKey, ...refusals },
      },
    },
    async () => ({ publicKey: records().push.keys.publicKey }),
  )

  app.post(
    '/phones/push-subscription',
    {
      schema: {
        operationId: 'subscribe',
        summary: "The push address of this phone, in the request's language; the last one counts",
        tags,
        headers: DpopHeaders,
        body: PushSubscriptionBody,
        response: { 204: z.null().describe('from the next notice on'), ...refusals },
      },
    },
    async (request, reply) => {
      const { thumbprint } = request.device
      const { endpoint, keys } = request.body
      const { push, sealing, db } = records()
      if (!pushEndpoint(endpoint, push)) throw new AuthorityError('PUSH_SERVICE_UNKNOWN')
      const phone = await phoneByThumbprint(db, thumbprint)
      if (phone === undefined) throw new AuthorityError('PHONE_UNKNOWN')
      const subscription = { phone, endpoint, ...keys, language: languageOf(request) }
      await transact(records(), (unit) => writeSubscription(unit, sealing, subscription))
      return reply.code(204).send(null)
    },
  )

  app.delete(
    '/phones/push-subscription',
    {
      schema: {
        operationId: 'unsubscribe',
        summary: 'No more pushes to this phone, not even waiting ones',
        tags,
        headers: DpopHeaders,
        response: { 204: z.null().describe('also when there was none'), ...refusals },
      },
    },
    async (request, reply) => {
      const { thumbprint } = request.device
      const phone = await phoneByThumbprint(records().db, thumbprint)
      if (phone !== undefined) {
        await transact(records(), async (unit) => {
          await dropSubscription(unit.trx, { phone })
          await giveUpPushes(unit, phone)
        })
      }
      return reply.code(204).send(null)
    },
  )
}
