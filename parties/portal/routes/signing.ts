/** The browser on its way to the gate and back: to sign an application, or to have the certificate fill it in. */
import { CodedError } from '@kazashi/errors'
import { Problem } from '@kazashi/serve'
import { SiteProblem } from '@kazashi/site'
import { z } from 'zod'
import { PortalProblem } from '../problems.ts'
import { beginFilling, type FillNeeds, finishFilling } from '../signing/fill.ts'
import { beginSigning, finishSigning, type SignNeeds } from '../signing/sign.ts'
import { type PersonNeeds, visitorOf } from './needs.ts'

export interface GateNeeds extends PersonNeeds, SignNeeds, FillNeeds {
  /** Of the portal. */
  readonly origin: string
}

const one = z.strictObject({ id: z.uuid() })
const query = z.object({ ui_locales: z.string().max(40).optional() })

const codeOf = (error: unknown): string => (error instanceof CodedError ? error.code : 'INTERNAL')
const reasonOf = (error: unknown): string => {
  const reason = error instanceof Problem ? error.members['reason'] : undefined
  return typeof reason === 'string' ? `&reason=${encodeURIComponent(reason)}` : ''
}

/** A person who is not logged in is led to the login, where the draft is found again. */
const isOver = (error: unknown): boolean =>
  error instanceof SiteProblem && (error.code === 'NOT_LOGGED_IN' || error.code === 'SESSION_ENDED')

export function gateRoutes(needs: GateNeeds): void {
  const { app, origin } = needs
  const page = (id: string) => `${origin}/applications/${id}`
  const away = (error: unknown, place: string): string => {
    const code = codeOf(error)
    if (code === 'INTERNAL') app.log.error({ err: error }, 'signing')
    else app.log.info({ code }, 'signing')
    return isOver(error) ? `${origin}/` : `${place}?came=${code}${reasonOf(error)}`
  }

  for (const [path, begin] of [
    ['/applications/:id/sign', beginSigning],
    ['/applications/:id/fill', beginFilling],
  ] as const)
    app.get(
      path,
      { schema: { params: one, querystring: query, hide: true } },
      async (request, reply) => {
        const { id } = request.params
        try {
          const visitor = await visitorOf(needs, request, reply)
          const location = await begin(needs, visitor, id, request.query.ui_locales)
          return reply.redirect(location.href, 303)
        } catch (error) {
          return reply.redirect(away(error, page(id)), 303)
        }
      },
    )

  app.get('/signed', { schema: { hide: true } }, async (request, reply) => {
    const callback = new URL(request.url, origin)
    let place = `${origin}/procedures`
    try {
      const visitor = await visitorOf(needs, request, reply)
      const state = callback.searchParams.get('state') ?? ''
      if (state === '') throw new PortalProblem('RETURN_UNKNOWN')
      const { application, asked } = await needs.asked.take(visitor.sub, state)
      place = page(application)
      const finish = asked.purpose === 'sign' ? finishSigning : finishFilling
      await finish(needs, visitor, application, callback, asked)
      return reply.redirect(place, 303)
    } catch (error) {
      return reply.redirect(away(error, place), 303)
    }
  })
}
