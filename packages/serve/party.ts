/** A party's HTTP application, apart from listening: types from zod, one error shape, strict headers, its own Host name only. */
import { randomUUID } from 'node:crypto'
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
import {
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod'
import { commonProblems } from './common-problems.ts'
import { mapErrors } from './error-mapping.ts'
import { createLogger } from './logger.ts'
import { type ApiDescription, describeApi } from './openapi.ts'
import type { Origins, PartyName } from './origins.ts'
import type { ProblemTable } from './problem.ts'
import { callersOf, checkHostAndOrigin, helmetOptions } from './security.ts'

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
  /** Says so in a header of every answer. */
  readonly sandbox: boolean
  /** Answers over HTTP to the codes of this party and of the packages it uses; `commonProblems` are there already. */
  readonly problems?: ProblemTable
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
  const app = fastify({
    loggerInstance: options.logger ?? createLogger('silent'),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    bodyLimit,
    requestTimeout,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 4096 }, // GET of OCSP requests in base64 (RFC 6960 §A.1)
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
    reply.header('permissions-policy', 'camera=(), microphone=(), geolocation=()')
    if (sandbox) reply.header('x-sandbox', 'true')
  })
  await app.register(helmet, helmetOptions(name, origins))
  checkHostAndOrigin(app, name, origins)
  await app.register(cors, {
    origin: callersOf(name, origins),
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'],
    allowedHeaders: ['accept-language', 'authorization', 'content-type', 'dpop', 'idempotency-key'],
    exposedHeaders: ['content-language', 'dpop-nonce', 'x-request-id'],
    maxAge: 600,
  })
  const table = { ...commonProblems, ...options.problems }
  if (options.openapi) await describeApi(app, options.openapi, origins[name])
  mapErrors(app, { origin: origins[name], table })
  return app
}
