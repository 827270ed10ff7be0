/** The eligibility service over HTTP, for programs of a facility; described by a document of its own, `/eligibility/openapi.json`. */
import type { Party } from '@kazashi/serve'
import { ProblemDocument } from '@kazashi/serve'
import { z } from 'zod'
import { EligibilityProblem } from './problems.ts'
import type { Eligibility } from './service.ts'
import { Answer, Question } from './wire.ts'

const own = '/eligibility/'
const bearer = /^Bearer ([\w.-]{1,200})$/
const Paths = z.looseObject({ paths: z.record(z.string(), z.unknown()) })

export function eligibilityRoutes(app: Party, eligibility: Eligibility): void {
  app.post(
    '/eligibility/answers',
    {
      schema: {
        operationId: 'askEligibility',
        summary: 'The health insurance of the person whose proof this is',
        tags: ['eligibility'],
        body: Question,
        response: { 200: Answer, default: ProblemDocument },
      },
    },
    async ({ headers, body }, reply) => {
      reply.header('cache-control', 'no-store')
      const token = bearer.exec(headers.authorization ?? '')?.[1]
      if (token === undefined) throw new EligibilityProblem('FACILITY_TOKEN_WRONG')
      return eligibility.answer(token, body)
    },
  )

  app.get('/eligibility/openapi.json', { schema: { hide: true } }, async () => {
    const { paths, ...document } = Paths.parse(app.swagger())
    const info = {
      title: 'Kazashi eligibility service',
      description:
        'An open mock of the kind of オンライン資格確認: made-up memberships, for a sandbox',
      version: '0.1.0',
    }
    const kept = Object.entries(paths).filter(([path]) => path.startsWith(own))
    return { ...document, info, paths: Object.fromEntries(kept) }
  })
}
