/** A party's HTTP application, apart from listening: types from zod, one error shape, strict headers, its own Host name only. */
import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import cors from '@fastify/cors'
import helmet from '@fastify/helmet'
import {
  type FastifyBaseLogger,
  type FastifyInstance,
  fastify,
  type RawReplyDefaultExpression,
  type RawRequestDefaultExpression,
  type RawServerDefault,
} from 'fastify'
import { serializerCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { CommonProblem, commonProblems } from './common-problems.ts'
import { explainErrors, mapErrors } from './error-mapping.ts'
import { createLogger } from './logger.ts'
import { type ApiDescription, describeApi } from './openapi.ts'
import type { Origins, PartyName } from './origins.ts'
import { refuseSocket, refuseUnparsed } from './outside-fastify.ts'
import type { ProblemTable } from './problem.ts'
import { callersOf, checkHostAndOrigin, helmetOptions } from './security.ts'
import { traceRequests } from './trace/requests.ts'
import { validatorCompiler } from './validation.ts'

/** A Fastify application whose routes take zod schemas. */
export type Party = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression<RawServerDefault>,
  RawReplyDefaultExpression<RawServerDefault>,
  FastifyBaseLogger,
  ZodTypeProvider
>

export interface PartyOptions {
  readonly name: PartyName
  readonly origins: Origins
  /** From `createLogger`; silent unless given. */
  readonly logger?: FastifyBaseLogger
  /** Says so in a header of every answer, and notes requests of a trace for whoever watches it (0053). */
  readonly sandbox: boolean
  /** Answers over HTTP to the codes of this party and of the packages it uses; `commonProblems` are there already. */
  readonly problems?: ProblemTable
  /** Addresses that begin so answer other sites' pages too: a protocol of theirs, not the party's own, says who may write. */
  readonly ownRules?: string
  /** Publishes the routes' schemas as OpenAPI 3.1 at `/openapi.json`. */
  readonly openapi?: ApiDescription
}

/** Largest body, bytes: an application with its certificates is some 10 KB. */
const bodyLimit = 256 * 1024
/** Milliseconds for a whole request to arrive. */
const requestTimeout = 30_000

/**
 * CORS, security headers, Host check, errors and request ids are in place; the caller adds routes.
 * For a test: `app.inject({ url: `${origins.authority}/nonces`, method: 'POST' })`, an absolute address, so that
 * the Host header is the party's own.
 */
export async function createParty(options: PartyOptions): Promise<Party> {
  const { name, origins, sandbox } = options
  // The router refuses some addresses before any hook: those go round once more, so that the answer has every header.
  const unroutable = new WeakMap<IncomingMessage, Error>()
  const app = fastify({
    loggerInstance: options.logger ?? createLogger('silent'),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    bodyLimit,
    requestTimeout,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 4096 }, // GET of OCSP requests in base64 (RFC 6960 §A.1)
    return503OnClosing: false, // the hook below answers in our words
    clientErrorHandler: (error, socket) => refuseUnparsed(error, socket, origins[name]),
    frameworkErrors: (error, { raw }, reply) => {
      unroutable.set(raw, error)
      raw.url = '/'
      app.routing(raw, reply.raw)
    },
  }).withTypeProvider<ZodTypeProvider>()
  // RFC 9110 §9.3.6: no party is a proxy. Node would close the connection without a word.
  app.server.on('connect', ({ headers }, socket) =>
    refuseSocket('NOT_FOUND', socket, headers['accept-language'], origins[name]),
  )
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  const mapping = { origin: origins[name], table: { ...commonProblems, ...options.problems } }
  const send = mapErrors(app, mapping)
  if (sandbox) traceRequests(app, { name, ...mapping, origins })
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
    reply.header('permissions-policy', 'camera=(), microphone=(), geolocation=()')
    if (sandbox) reply.header('x-sandbox', 'true')
  })
  await app.register(helmet, helmetOptions(options))
  checkHostAndOrigin(app, options)
  await app.register(cors, {
    origin: callersOf(options),
    // The session of a class, without which the box gives nothing away; no other party takes cookies from others' pages.
    credentials: name === 'box',
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'],
    allowedHeaders: [
      'accept-language',
      'authorization',
      'content-type',
      'dpop',
      'idempotency-key',
      // A stream of notices that goes on where it broke off (HTML §9.2.4).
      'last-event-id',
      'sandbox-pace',
      ...(sandbox ? ['traceparent'] : []),
    ],
    exposedHeaders: ['content-language', 'dpop-nonce', 'x-request-id'],
    maxAge: 600,
  })
  let ending = false
  app.addHook('preClose', async () => {
    ending = true
  })
  app.addHook('onRequest', async ({ raw }, reply) => {
    const error = unroutable.get(raw)
    if (error) throw error
    if (!ending) return
    reply.header('retry-after', '1')
    throw new CommonProblem('ENDING')
  })
  if (options.openapi) await describeApi(app, options.openapi, origins[name])
  explainErrors(app, mapping, send)
  return app
}
