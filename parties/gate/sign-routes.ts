/**
 * The signing API, at the real service's addresses, for servers of relying parties: a transaction is opened with the hashes of documents, signed
 * by a person who is led here with it (`sign-parameter.ts`), and its result fetched once.
 */
import { randomUUID } from 'node:crypto'
import type { Origins, Party } from '@kazashi/serve'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Client, Provider } from 'oidc-provider'
import { z } from 'zod'
import { issuerOf, signing } from './addresses.ts'
import type { SignTransactions } from './database/sign-transactions.ts'
import { checkDocuments, longestOrder, signOrder } from './signing/documents.ts'
import { SignProblem } from './signing/problems.ts'
import { encrypted, resultOf } from './signing/result.ts'

const params = z.strictObject({ id: z.uuid() })
const opened = z
  .strictObject({ sign_transaction_id: z.uuid(), expires_at: z.iso.datetime() })
  .meta({ id: 'SignTransaction' })

/** RFC 6750 §3. */
const challenges = {
  TOKEN_MISSING: '',
  TOKEN_INVALID: ' error="invalid_token"',
  TOKEN_SCOPE: ' error="insufficient_scope", scope="sign"',
} as const
const bearer = /^Bearer +([\w.~+/-]+=*) *$/i

export interface SignNeeds {
  readonly origins: Origins
  readonly provider: () => Provider
  readonly transactions: SignTransactions
}

export function signRoutes(app: Party, { origins, provider, transactions }: SignNeeds): void {
  const clients = new WeakMap<FastifyRequest, Client>()

  const refuse = (reply: FastifyReply, code: keyof typeof challenges): never => {
    reply.header('www-authenticate', `Bearer realm="${issuerOf(origins)}"${challenges[code]}`)
    throw new SignProblem(code)
  }
  /** Before the body is read. */
  const onRequest = async (request: FastifyRequest, reply: FastifyReply) => {
    reply.header('cache-control', 'no-store')
    const { authorization } = request.headers
    if (authorization === undefined) return refuse(reply, 'TOKEN_MISSING')
    const [, token = ''] = bearer.exec(authorization) ?? []
    const kept = token === '' ? undefined : await provider().ClientCredentials.find(token)
    const client = kept?.clientId && (await provider().Client.find(kept.clientId))
    // RFC 6749 §4.4: a client that proves itself by nothing is anybody.
    if (!kept || !client || client.tokenEndpointAuthMethod === 'none')
      return refuse(reply, 'TOKEN_INVALID')
    if (kept.scope?.split(' ').includes('sign') !== true) return refuse(reply, 'TOKEN_SCOPE')
    clients.set(request, client)
  }
  const clientOf = (request: FastifyRequest): Client => {
    const client = clients.get(request)
    if (client === undefined) throw new SignProblem('TOKEN_MISSING')
    return client
  }

  app.post(
    signing,
    {
      onRequest,
      bodyLimit: longestOrder,
      schema: { body: signOrder, response: { 201: opened } },
    },
    async (request, reply) => {
      const { clientId, jwks } = clientOf(request)
      const documents = checkDocuments(request.body)
      // It is better to know before anybody has signed.
      await encrypted(new Uint8Array(), jwks?.keys)
      const id = randomUUID()
      const expiresAt = await transactions.add(id, clientId, documents)
      return reply.code(201).send({ sign_transaction_id: id, expires_at: expiresAt.toISOString() })
    },
  )

  app.get(
    `${signing}/:id/result`,
    // HEAD would use it up.
    { onRequest, exposeHeadRoute: false, schema: { params } },
    async (request, reply) => {
      const { id } = request.params
      const { clientId, jwks } = clientOf(request)
      const told = { issuer: issuerOf(origins), clientId, id }
      const jwe = await transactions.fetch(id, clientId, (documents, signatures) =>
        encrypted(resultOf(told, documents, signatures), jwks?.keys),
      )
      return reply.type('application/jose').send(jwe)
    },
  )

  app.delete(
    `${signing}/:id`,
    { onRequest, schema: { params, response: { 204: z.null() } } },
    async (request, reply) => {
      await transactions.cancel(request.params.id, clientOf(request).clientId)
      return reply.code(204).send(null)
    },
  )
}
