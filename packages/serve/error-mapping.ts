/** The one place where errors become problem documents (RFC 9457): by code, from a table; an error in no table becomes INTERNAL. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isResponseSerializationError } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { CommonProblem, commonProblems } from './common-problems.ts'
import {
  Problem,
  ProblemDocument,
  ProblemEntryDocument,
  type ProblemTable,
  type Texts,
} from './problem.ts'
import { documentOf, languageIn } from './problem-document.ts'

type CommonCode = keyof typeof commonProblems

/** Fastify's own errors, by its code. */
const frameworkCodes: Readonly<Record<string, CommonCode>> = {
  FST_ERR_BAD_URL: 'URI_MALFORMED',
  FST_ERR_MAX_PARAM_LENGTH: 'URI_TOO_LONG',
  FST_ERR_CTP_BODY_TOO_LARGE: 'BODY_TOO_LARGE',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'MEDIA_TYPE_UNSUPPORTED',
}

/** ECONNRESET with a status of 4xx: the body ended too early. Errors of the inside may carry such a status, too, and stay INTERNAL. */
const isFramework = /^(FST_|ECONNRESET$)/

/** Its other refusals, and those of its plugins, by status: REQUEST_INVALID is what remains of 4xx. */
const statusCodes: Readonly<Record<number, CommonCode>> = {
  403: 'NOT_FOUND', // a file outside the pages' folder
  404: 'NOT_FOUND',
  413: 'BODY_TOO_LARGE',
  414: 'URI_TOO_LONG',
  415: 'MEDIA_TYPE_UNSUPPORTED',
}

/** The body could not be read as JSON at all (RFC 6901 §5: the empty pointer is the whole document). */
const notJson = { errors: [{ pointer: '', rule: 'not_json' }] }
const notJsonCodes = new Set(['FST_ERR_CTP_INVALID_JSON_BODY', 'FST_ERR_CTP_EMPTY_JSON_BODY'])

const Coded = z.object({
  code: z.string().catch(''),
  statusCode: z.int().optional().catch(undefined),
})

/** Japanese unless the caller prefers English (RFC 9110 §12.5.4, first language of the two that is named). */
export const languageOf = (request: FastifyRequest): keyof Texts =>
  languageIn(request.headers['accept-language'])

function codeOf(error: unknown, table: ProblemTable): string {
  const { code = '', statusCode = 500 } = Coded.safeParse(error).data ?? {}
  if (Object.hasOwn(table, code)) return code
  if (!isFramework.test(code) || statusCode >= 500) return 'INTERNAL'
  return frameworkCodes[code] ?? statusCodes[statusCode] ?? 'REQUEST_INVALID'
}

function membersOf(error: unknown): Readonly<Record<string, unknown>> {
  if (error instanceof Problem) return error.members
  return notJsonCodes.has(Coded.safeParse(error).data?.code ?? '') ? notJson : {}
}

export interface ErrorMapping {
  readonly origin: string
  readonly table: ProblemTable
}

/** The document for `error`, in the caller's language. */
function problemDocument(
  error: unknown,
  request: FastifyRequest,
  { origin, table }: ErrorMapping,
): ProblemDocument {
  const code = codeOf(error, table)
  return documentOf(code, table[code] ?? commonProblems.INTERNAL, {
    origin,
    language: languageOf(request),
    detail: error instanceof Problem ? error.detail : undefined,
    requestId: request.id,
    members: membersOf(error),
  })
}

type Send = (error: unknown, request: FastifyRequest, reply: FastifyReply) => FastifyReply

/** Makes `app` answer every error by `table`. To be called before the first route: those before it would answer as Fastify does. */
export function mapErrors(app: FastifyInstance, mapping: ErrorMapping): Send {
  const send: Send = (error, request, reply) => {
    const document = problemDocument(error, request, mapping)
    if (document.status >= 500 && document.code !== 'ENDING') {
      const cause = isResponseSerializationError(error) ? error.cause : error
      request.log.error({ err: cause }, document.code)
    }
    return reply
      .code(document.status)
      .header('content-language', languageOf(request))
      .type('application/problem+json')
      .serializer((payload: unknown) => JSON.stringify(payload))
      .send(document)
  }
  app.setErrorHandler(send)
  return send
}

/** What no route answers is NOT_FOUND, and each code is explained at `/problems/CODE`. */
export function explainErrors(app: FastifyInstance, mapping: ErrorMapping, send: Send): void {
  app.setNotFoundHandler((request, reply) => send(new CommonProblem('NOT_FOUND'), request, reply))
  const schema = {
    operationId: 'explainProblem',
    summary: 'The meaning of a code, in both languages',
    tags: ['problems'],
    params: z.strictObject({ code: z.string() }),
    response: {
      200: ProblemEntryDocument,
      default: ProblemDocument.describe('RFC 9457; `code` tells which'),
    },
  }
  app.get<{ Params: { code: string } }>('/problems/:code', { schema }, async (request) => {
    const { code } = request.params
    if (!Object.hasOwn(mapping.table, code)) throw new CommonProblem('NOT_FOUND')
    const { status, title, next } = mapping.table[code] ?? commonProblems.INTERNAL
    return { code, status, title, next }
  })
}
