/** Phone credentials over HTTP: seen, revoked (2-F, 3-E), deleted from another phone (3-F), unblocked. Errors: problems.ts. */
import { base64 } from '@kazashi/octets'
import { type Party, ProblemDocument } from '@kazashi/serve'
import { z } from 'zod'
import { DpopHeaders, IdempotencyHeaders } from '../phones/headers.ts'
import type { ProofNeeds } from '../phones/proof.ts'
import type { RequestNeeds } from '../signatures/request.ts'
import { Base64, WithId } from '../wire.ts'
import { DeletionView, deleteOnOtherPhone } from './delete-other.ts'
import { revokeCredential } from './revoke.ts'
import { showCredential, showCurrent } from './show.ts'
import type { StepNeeds } from './step.ts'
import { UnblockingView, unblockCredential } from './unblock.ts'
import { CredentialView } from './view.ts'

export type CredentialNeeds = ProofNeeds & RequestNeeds & StepNeeds

/** Characters of base64; a request with its certificate has about 4,000. */
const requestLength = 16_000

const SignedBody = (by: string) =>
  z.strictObject({
    request: Base64.max(requestLength).describe(
      `CMS SignedData (DER) by ${by} over the request statement`,
    ),
  })
const headers = IdempotencyHeaders.extend(DpopHeaders.shape)
const tags = ['credentials']
const refusals = { default: ProblemDocument.describe('RFC 9457; `code` tells which') }

/** @param records asked at each request, so that the routes can be described without any */
export function credentialRoutes(app: Party, records: () => CredentialNeeds): void {
  app.get(
    '/phone-credentials/current',
    {
      schema: {
        operationId: 'showCurrentCredential',
        summary: "This phone's newest credential: state, kinds, validity, history",
        tags,
        headers: DpopHeaders,
        response: { 200: CredentialView, ...refusals },
      },
    },
    async (request) => showCurrent(records(), request.device),
  )

  app.get(
    '/phone-credentials/:id',
    {
      schema: {
        operationId: 'showPhoneCredential',
        summary: 'One credential of this phone: state, kinds, validity, history',
        tags,
        headers: DpopHeaders,
        params: WithId,
        response: { 200: CredentialView, ...refusals },
      },
    },
    async (request) => showCredential(records(), request.device, request.params.id),
  )

  app.post(
    '/phone-credentials/:id/revocation',
    {
      schema: {
        operationId: 'revokeCredential',
        summary: 'End one kind or all of it, by the phone or by the card at hand (2-F, 3-E)',
        tags,
        headers,
        params: WithId,
        body: SignedBody("a key of the phone or the card's signing key"),
        response: { 200: CredentialView, ...refusals },
      },
    },
    async (request) =>
      revokeCredential(
        records(),
        {
          cms: base64.decode(request.body.request),
          device: request.device,
          idempotencyKey: request.headers['idempotency-key'],
        },
        request.params.id,
      ),
  )

  app.post(
    '/deletions',
    {
      schema: {
        operationId: 'deleteOnOtherPhone',
        summary: "End the card holder's credential on another phone, from one without (3-F)",
        tags,
        headers,
        body: SignedBody("the card's signing key"),
        response: { 200: DeletionView, ...refusals },
      },
    },
    async (request) =>
      deleteOnOtherPhone(records(), {
        cms: base64.decode(request.body.request),
        device: request.device,
        idempotencyKey: request.headers['idempotency-key'],
      }),
  )

  app.post(
    '/phone-credentials/:id/unblocking',
    {
      schema: {
        operationId: 'unblockCredential',
        summary: "Get the keys to reset the phone's forgotten secrets, with the card at hand",
        tags,
        headers,
        params: WithId,
        body: SignedBody("the card's signing key"),
        response: { 200: UnblockingView, ...refusals },
      },
    },
    async (request, reply) => {
      const view = await unblockCredential(
        records(),
        {
          cms: base64.decode(request.body.request),
          device: request.device,
          idempotencyKey: request.headers['idempotency-key'],
        },
        request.params.id,
      )
      return reply.header('cache-control', 'no-store').send(view)
    },
  )
}
