/** Nonces, applications, withdrawal and registration over HTTP (2-C…2-E, 3-C, 3-D, 4-B, 5-B3). Errors: problems.ts. */
import { randomBytes } from 'node:crypto'
import { base64 } from '@kazashi/octets'
import { type Party, ProblemDocument } from '@kazashi/serve'
import { z } from 'zod'
import { insertNonce } from '../database/once.ts'
import { DpopHeaders, IdempotencyHeaders, PaceHeaders } from '../phones/headers.ts'
import type { ProofNeeds } from '../phones/proof.ts'
import { Base64, DateTime, decodeUnblockingKeys, UnblockingKeys, WithId } from '../wire.ts'
import { type RegistrationNeeds, registerApplication, showApplication } from './register.ts'
import { checkApplication, type SubmissionNeeds, submitApplication } from './submit.ts'
import { ApplicationView, RegistrationView } from './view.ts'
import { withdrawApplication } from './withdraw.ts'

/** Minutes from the notes to the last password: enough for a person with breaks. */
const nonceMinutes = 30
const nonceBytes = 24

/** Characters of base64; an iPhone's application with its photo and certificates has about 50,000. */
const applicationLength = 128_000

export type ApplicationNeeds = ProofNeeds & SubmissionNeeds & RegistrationNeeds

const SignedStatement = Base64.max(applicationLength).describe(
  "CMS SignedData (DER) by the card's signing key over the application statement",
)

const NonceView = z
  .strictObject({
    nonce: z.string(),
    now: DateTime.describe('Our time: statements carry it, whatever the clock of the phone says'),
    expiresAt: DateTime,
  })
  .meta({ id: 'Nonce' })

const tags = ['applications']
const refusals = { default: ProblemDocument.describe('RFC 9457; `code` tells which') }

/** @param records asked at each request, so that the routes can be described without any */
export function applicationRoutes(app: Party, records: () => ApplicationNeeds): void {
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
      const now = clock.now()
      const expiresAt = new Date(now.getTime() + nonceMinutes * 60_000)
      await insertNonce(db, nonce, expiresAt)
      const told = { now: now.toISOString(), expiresAt: expiresAt.toISOString() }
      return reply.code(201).send({ nonce, ...told })
    },
  )

  app.post(
    '/applications',
    {
      schema: {
        operationId: 'apply',
        summary: 'Apply for certificates on a phone: new, by switching, or by resuming',
        tags,
        headers: IdempotencyHeaders.extend(DpopHeaders.shape).extend(PaceHeaders.shape),
        body: z.strictObject({
          application: SignedStatement,
          unblockingKeys: UnblockingKeys.optional(),
        }),
        response: { 201: ApplicationView, ...refusals },
      },
    },
    async (request, reply) => {
      const { device } = request
      const { application, unblockingKeys = {} } = request.body
      const view = await submitApplication(records(), {
        cms: base64.decode(application),
        device,
        unblockingKeys: decodeUnblockingKeys(unblockingKeys),
        idempotencyKey: request.headers['idempotency-key'],
        pace: request.headers['sandbox-pace'],
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
          'Whether an application would be accepted now; it is not submitted, and its nonce stays valid',
        tags,
        headers: DpopHeaders,
        body: z.strictObject({ application: SignedStatement }),
        response: { 204: z.null().describe('it would be accepted'), ...refusals },
      },
    },
    async (request, reply) => {
      const { device } = request
      const cms = base64.decode(request.body.application)
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
    async (request) => showApplication(records(), request.device, request.params.id),
  )

  app.post(
    '/applications/:id/registration',
    {
      schema: {
        operationId: 'register',
        summary: 'Take the certificates; the credential is active from now on (2-E)',
        tags,
        headers: IdempotencyHeaders.extend(DpopHeaders.shape),
        params: WithId,
        response: { 200: RegistrationView, ...refusals },
      },
    },
    async (request) =>
      registerApplication(records(), request.device, {
        id: request.params.id,
        idempotencyKey: request.headers['idempotency-key'],
      }),
  )

  app.post(
    '/applications/:id/withdrawal',
    {
      schema: {
        operationId: 'withdrawApplication',
        summary:
          'Withdraw an application before it is registered; certificates issued for it are revoked',
        tags,
        headers: IdempotencyHeaders.extend(DpopHeaders.shape),
        params: WithId,
        response: { 200: ApplicationView, ...refusals },
      },
    },
    async (request) =>
      withdrawApplication(records(), request.device, {
        id: request.params.id,
        idempotencyKey: request.headers['idempotency-key'],
      }),
  )
}
