/** Papers beside a draft: taken as octets, told by what is in them. */
import { z } from 'zod'
import { attachmentLimits, attachmentTypeOf, attachmentTypes } from '../applications/attachment.ts'
import { PortalProblem } from '../problems.ts'
import { type PersonNeeds, visitorOf } from './needs.ts'

const one = z.strictObject({ id: z.uuid() })
const paper = z.strictObject({ id: z.uuid(), paper: z.uuid() })
const named = z.strictObject({
  name: z
    .string()
    .min(1)
    .max(attachmentLimits.name)
    .regex(/^[^\p{C}/\\]+$/u),
})
/** So that what is a little too large is told in its own words. */
const bodyLimit = 4 * attachmentLimits.size

export function paperRoutes(needs: PersonNeeds): void {
  const { app, applications, attachments } = needs

  /** @returns the draft without an order: what is signed has other papers */
  const draftOf = async (sub: string, id: string) => {
    const draft = await applications.draft(sub, id)
    return {
      touch: () => applications.save(sub, draft, { answers: draft.answers, step: draft.step }),
    }
  }

  app.addContentTypeParser(
    [...attachmentTypes, 'application/octet-stream'],
    { parseAs: 'buffer', bodyLimit },
    (_request: unknown, body: Buffer, done: (error: null, body: Buffer) => void) =>
      done(null, body),
  )
  app.post(
    '/api/applications/:id/papers',
    { bodyLimit, schema: { params: one, querystring: named } },
    async (request, reply) => {
      const { sub } = await visitorOf(needs, request, reply)
      const { id } = request.params
      const { touch } = await draftOf(sub, id)
      const { body } = request
      if (!(body instanceof Uint8Array)) throw new PortalProblem('ATTACHMENT_UNREADABLE')
      if (body.length > attachmentLimits.size) throw new PortalProblem('ATTACHMENT_TOO_LARGE')
      const type = attachmentTypeOf(body)
      if (type === undefined) throw new PortalProblem('ATTACHMENT_UNREADABLE')
      await attachments.add(id, { name: request.query.name, type, bytes: body })
      return reply.code(201).send({ version: await touch() })
    },
  )

  app.delete(
    '/api/applications/:id/papers/:paper',
    { schema: { params: paper } },
    async (request, reply) => {
      const { sub } = await visitorOf(needs, request, reply)
      const { id, paper: which } = request.params
      const { touch } = await draftOf(sub, id)
      await attachments.remove(id, which)
      return { version: await touch() }
    },
  )
}
