/** The one place where errors become problem documents (RFC 9457): by code, from a table; an error in no table becomes INTERNAL. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  hasZodFastifySchemaValidationErrors,
  isResponseSerializationError,
} from 'fastify-type-provider-zod'
import { z } from 'zod'
import { CommonProblem, commonProblems } from './common-problems.ts'
import {
  Problem,
  ProblemDocument,
  ProblemEntryDocument,
  type ProblemTable,
  type Texts,
} from './problem.ts'

/** Fastify's own errors, by its code. */
const frameworkCodes: Readonly<Record<string, keyof typeof commonProblems>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'BODY_TOO_LARGE',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'MEDIA_TYPE_UNSUPPORTED',
  FST_ERR_CTP_INVALID_JSON_BODY: 'REQUEST_INVALID',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'REQUEST_INVALID',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'REQUEST_INVALID',
}

const WithCode = z.object({ code: z.string() })

/** Japanese unless the caller prefers English (RFC 9110 §12.5.4, first language of the two that is named). */
export function languageOf(request: FastifyRequest): keyof Texts {
  const named = /\b(ja|en)\b/i.exec(request.headers['accept-language'] ?? '')
  return named?.[1]?.toLowerCase() === 'en' ? 'en' : 'ja'
}

function codeOf(error: unknown, table: ProblemTable): string {
  if (hasZodFastifySchemaValidationErrors(error)) return 'REQUEST_INVALID'
  const code = WithCode.safeParse(error).data?.code ?? ''
  if (Object.hasOwn(table, code)) return code
  return frameworkCodes[code] ?? 'INTERNAL'
}

/** Which fields are wrong, by JSON pointer (RFC 6901); the values themselves are not repeated, they may be secret. */
function fieldErrors(error: unknown): Record<string, unknown> {
  if (!hasZodFastifySchemaValidationErrors(error)) return {}
  return {
    errors: error.validation.map(({ instancePath, keyword }) => ({
      pointer: instancePath,
      rule: keyword,
    })),
  }
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
  const entry = table[code] ?? commonProblems.INTERNAL
  const language = languageOf(request)
  const own = error instanceof Problem ? error : undefined
  return {
    ...own?.members,
    ...fieldErrors(error),
    type: `${origin}/problems/${code}`,
    title: entry.title[language],
    status: entry.status,
    code,
    ...(own?.detail !== undefined && { detail: own.detail }),
    next: entry.next[language],
    requestId: request.id,
  }
}

/** Makes `app` answer every error by `table`, and explain each code at `/problems/CODE`. */
export function mapErrors(app: FastifyInstance, mapping: ErrorMapping): void {
  const send = (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const document = problemDocument(error, request, mapping)
    if (document.status >= 500) {
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
