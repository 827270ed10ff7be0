/** Nonces, applications, withdrawal and registration over HTTP (2-C…2-E, 3-C, 3-D, 4-B, 5-B3). Errors: problems.ts. */
import { randomBytes } from 'node:crypto'
import { type Party, ProblemDocument } from '@kazashi/serve'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { insertNonce } from '../database/once.ts'
import type { Records } from '../records.ts'
import { checkProof, type Device } from './proof.ts'
import { registerApplication, showApplication } from './register.ts'
import { checkApplication, submitApplication } from './submit.ts'
import {
  ApplicationView,
  Base64,
  decodeUnblockingKeys,
  fromBase64,
  RegistrationView,
  UnblockingKeys,
} from './view.ts'
import { withdrawApplication } from './withdraw.ts'

/** Minutes from the notes to the last password: what a person needs, with rest. */
export const nonceMinutes = 30
const nonceBytes = 24

/** Characters of base64; an iPhone's application with its photo and certificates has about 50,000. */
const applicationLength = 128_000

const SignedStatement = Base64.max(applicationLength).describe(
  "CMS SignedData (DER) by the card's signing key over the application statement",
)

export const IdempotencyHeaders = z.looseObject({
  'idempotency-key': z
    .string()
    .regex(/^[\x21-\x7e]{8,128}$/)
    .describe('the same key gives the same answer and does nothing twice'),
})
/** Optional only here: without one the answer is DPOP_INVALID, which says more than a missing field. */
export const DpopHeaders = z.looseObject({
  dpop: z
    .string()
    .optional()
    .describe('DPoP proof by the device key (RFC 9449), without access token'),
})
export const WithId = z.strictObject({ id: z.uuid() })

const NonceView = z
  .strictObject({ nonce: z.string(), expiresAt: z.iso.datetime({ offset: true }) })
  .meta({ id: 'Nonce' })

/** Whose device key signed this request. */
export const deviceOf = (records: Records, request: FastifyRequest): Promise<Device> =>
  checkProof(records, {
    header: request.headers['dpop'],
    method: request.method,
    path: request.url,
  })

const tags = ['applications']
const refusals = { default: ProblemDocument.describe('RFC 9457; `code` tells which') }

/** @param records asked at each request, so that the routes can be described without any */
export function applicationRoutes(app: Party, records: () => Records): void {
  app.post(
    '/nonces',
    {
      schema: {
        operationId: 'createNonce',
        summary: 'A nonce for one statement',
        tags,
        response: { 201: NonceView, ...refusals },
      },
    },
    async (_request, reply) => {
      const { db, clock } = records()
      const nonce = randomBytes(nonceBytes).toString('base64url')
      const expiresAt = new Date(clock.now().getTime() + nonceMinutes * 60_000)
      await insertNonce(db, nonce, expiresAt)
      return reply.code(201).send({ nonce, expiresAt: expiresAt.toISOString() })
    },
  )

  app.post(
    '/applications',
    {
      schema: {
        operationId: 'apply',
        summary: 'Apply for certificates on a phone: new, by switching, or by resuming',
        tags,
        headers: IdempotencyHeaders.extend(DpopHeaders.shape),
        body: z.strictObject({
          application: SignedStatement,
          unblockingKeys: UnblockingKeys.optional(),
        }),
        response: { 201: ApplicationView, ...refusals },
      },
    },
    async (request, reply) => {
      const device = await deviceOf(records(), request)
      const { application, unblockingKeys = {} } = request.body
      const view = await submitApplication(records(), {
        cms: fromBase64(application),
        device,
        unblockingKeys: decodeUnblockingKeys(unblockingKeys),
        idempotencyKey: request.headers['idempotency-key'],
      })
      return reply.code(201).send(view)
    },
  )

  app.post(
    '/applications/checks',
    {
      schema: {
        operationId: 'checkApplication',
        summary:
          'Whether an application would be taken now; it is not taken, and its nonce stays good',
        tags,
        headers: DpopHeaders,
        body: z.strictObject({ application: SignedStatement }),
        response: { 204: z.null().describe('it would be taken'), ...refusals },
      },
    },
    async (request, reply) => {
      const device = await deviceOf(records(), request)
      const cms = fromBase64(request.body.application)
      await checkApplication(records(), { cms, device })
      return reply.code(204).send(null)
    },
  )

  app.get(
    '/applications/:id',
    {
      schema: {
        operationId: 'showApplication',
        summary: 'The state of an application of this phone',
        tags,
        headers: DpopHeaders,
        params: WithId,
        response: { 200: ApplicationView, ...refusals },
      },
    },
    async (request) =>
      showApplication(records(), await deviceOf(records(), request), request.params.id),
  )

  app.post(
    '/applications/:id/registration',
    {
      schema: {
        operationId: 'register',
        summary: 'Take the certificates; the credential is active from now on (2-E)',
        tags,
        headers: DpopHeaders,
        params: WithId,
        response: { 200: RegistrationView, ...refusals },
      },
    },
    async (request) =>
      registerApplication(records(), await deviceOf(records(), request), request.params.id),
  )

  app.post(
    '/applications/:id/withdrawal',
    {
      schema: {
        operationId: 'withdrawApplication',
        summary:
          'Give an application up before it is registered; what was issued for it is revoked',
        tags,
        headers: IdempotencyHeaders.extend(DpopHeaders.shape),
        params: WithId,
        response: { 200: ApplicationView, ...refusals },
      },
    },
    async (request) =>
      withdrawApplication(records(), await deviceOf(records(), request), {
        id: request.params.id,
        idempotencyKey: request.headers['idempotency-key'],
      }),
  )
}
