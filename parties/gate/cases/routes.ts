/** The catalogue over HTTP, and cases armed for the next request of a client. A sandbox's alone. */
import { type CaseEntry, caseGroups, cases, isCaseName } from '@kazashi/cases'
import type { Party } from '@kazashi/serve'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { isClientId } from '../clients.ts'
import { GateProblem } from '../problems.ts'
import type { ArmedCase } from './wanted.ts'

const words = z.strictObject({ ja: z.string(), en: z.string() })
const caseName = z.string().refine(isCaseName)
const caseView = z
  .strictObject({
    name: z.string(),
    group: z.enum(Object.keys(caseGroups)),
    clause: z.string(),
    what: words,
    resident: words,
    gets: z.strictObject({
      at: z.enum(['tokens', 'error', 'callback', 'token', 'id_token', 'userinfo']),
      error: z.string().optional(),
      description: z.string().optional(),
    }),
    expect: z.enum(['in', 'refused', 'either']),
    /** It shows only where this is asked for. */
    scope: z.string(),
    advice: z.string().optional(),
    /** Parameters of an authorization request that get it. */
    ask: z.strictObject({ login_hint: z.string(), scope: z.string() }),
  })
  .meta({ id: 'Case' })

const armedCase = z.strictObject({
  client_id: z.string().refine(isClientId),
  case: caseName,
  phone: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
    .optional()
    .describe('a robot that answers; without, a fault waits for a person at a phone'),
})

const viewOf = (entry: CaseEntry) => ({
  ...entry,
  ask: { login_hint: entry.name, scope: entry.scope },
})

/** No page may change what other people's logins meet. @throws {GateProblem} NOT_FROM_PROGRAM */
const onlyPrograms = async ({ headers }: FastifyRequest) => {
  if (headers.origin !== undefined || headers['sec-fetch-site'] !== undefined)
    throw new GateProblem('NOT_FROM_PROGRAM')
}

export function caseRoutes(app: Party, arm: (armed: ArmedCase) => Promise<void>): void {
  app.get('/sandbox/cases', { schema: { response: { 200: z.array(caseView) } } }, async () =>
    cases.map(viewOf),
  )

  app.post(
    '/sandbox/armed-cases',
    { preValidation: onlyPrograms, schema: { body: armedCase, response: { 204: z.null() } } },
    async ({ body: { client_id, case: name, phone } }, reply) => {
      await arm({ clientId: client_id, caseName: name, phone })
      return reply.code(204).send(null)
    },
  )
}
