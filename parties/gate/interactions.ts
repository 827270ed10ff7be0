/**
 * A login at the gate, as the browser that asks for it meets it: it was led here by a relying party (OpenID Connect Core 1.0 §3.1.2.3),
 * shows a code and a way to the phone, and is led back with an answer or an OAuth error.
 */
import {
  LoginProblem,
  type LoginRequest,
  loginProblems,
  loginStateOf,
  loginStates,
  returnQuery,
  type Trust,
} from '@kazashi/login'
import type { Origins, Party } from '@kazashi/serve'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { errors, type InteractionResults, type Provider } from 'oidc-provider'
import QRCode from 'qrcode'
import { z } from 'zod'
import { claimsIn } from './claims.ts'
import type { Holder, LoginRequests } from './database/login-requests.ts'
import type { SignIn } from './database/sign-ins.ts'

/** As the provider names its interactions. */
export const loginId = z.string().regex(/^[\w-]{20,64}$/)
const params = z.strictObject({ id: loginId })
const openid = z.object({ client_id: z.string(), scope: z.string() })

const waitingView = z
  .strictObject({
    /** To be shown on this screen, and typed on the phone. */
    code: z.string(),
    /** Opens the app with this request. */
    appUrl: z.url(),
    /** SVG: the same address as a QR code. */
    qrUrl: z.string(),
    relyingParty: z.string(),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'Waiting' })

const stateView = z
  .strictObject({
    state: z.enum(loginStates),
    /** With `refused`: a problem's code and words. */
    reason: z.strictObject({ code: z.string(), title: z.string(), next: z.string() }).optional(),
  })
  .meta({ id: 'GateLoginState' })

export interface InteractionNeeds {
  readonly origins: Origins
  readonly provider: () => Provider
  readonly trust: Trust
  readonly requests: LoginRequests
  /** Keeps the certificate behind a grant, and what was handed over. */
  readonly keepSignIn: (grant: string, signIn: SignIn) => Promise<void>
}

/** What a relying party is told of a login that came to nothing: `error_description` (RFC 6749 §4.1.2.1). */
const descriptionOf = (request: LoginRequest<Holder> | undefined): string =>
  request?.answer.state === 'refused' && request.answer.reason !== 'CODE_WRONG'
    ? `the certificate was not accepted: ${request.answer.reason}`
    : 'the End-User ended the login'

export function interactionRoutes(app: Party, needs: InteractionNeeds): void {
  const { origins, provider, trust, requests } = needs
  const addressOf = (id: string) => `${origins.gate}/login-requests/${id}`
  const appUrlOf = (id: string) =>
    `${origins.app}/login?request=${encodeURIComponent(addressOf(id))}`

  /** The browser that was led here, by its cookie. @throws {LoginProblem} LOGIN_REQUEST_UNKNOWN */
  const interactionOf = async (
    id: string,
    { raw }: FastifyRequest,
    reply: Pick<FastifyReply, 'raw'>,
  ) => {
    try {
      const interaction = await provider().interactionDetails(raw, reply.raw)
      if (interaction.uid === id) return interaction
    } catch (error) {
      if (!(error instanceof errors.SessionNotFound)) throw error
    }
    throw new LoginProblem('LOGIN_REQUEST_UNKNOWN')
  }

  /** @returns where the provider goes on */
  const endWith = (request: FastifyRequest, reply: FastifyReply, result: InteractionResults) =>
    provider().interactionResult(request.raw, reply.raw, result, {
      mergeWithLastSubmission: false,
    })

  const logIn = async (
    id: string,
    incoming: FastifyRequest,
    reply: FastifyReply,
    ticket?: string,
  ): Promise<string> => {
    const interaction = await interactionOf(id, incoming, reply)
    const asked = openid.parse(interaction.params)
    const holder = await requests.take(id, await trust.now(), ticket)
    const { Grant } = provider()
    const grant = new Grant({ accountId: holder.account, clientId: asked.client_id })
    grant.addOIDCScope(asked.scope)
    const grantId = await grant.save()
    await needs.keepSignIn(grantId, holder)
    return endWith(incoming, reply, {
      login: {
        accountId: holder.account,
        acr: 'aal3',
        amr: ['pop'],
        remember: false,
        ts: holder.authenticatedAt,
      },
      consent: { grantId },
    })
  }

  app.post(
    '/login/:id/request',
    { schema: { params, response: { 200: waitingView } } },
    async (incoming, reply) => {
      const { id } = incoming.params
      const interaction = await interactionOf(id, incoming, reply)
      const { client_id, scope } = openid.parse(interaction.params)
      const client = await provider().Client.find(client_id)
      const name = client?.clientName ?? client_id
      const asked = { relyingParty: name, claims: claimsIn(scope) }
      const { request, relyingParty } = await requests.ask(id, asked, await trust.now())
      reply.header('cache-control', 'no-store')
      return {
        code: request.code,
        appUrl: appUrlOf(id),
        qrUrl: `/login/${id}/qr.svg`,
        relyingParty,
        expiresAt: request.expiresAt.toISOString(),
      }
    },
  )

  app.get('/login/:id/qr.svg', { schema: { params } }, async (incoming, reply) => {
    const { id } = incoming.params
    await interactionOf(id, incoming, reply)
    const svg = await QRCode.toString(appUrlOf(id), { type: 'svg', margin: 4 })
    return reply.type('image/svg+xml').header('cache-control', 'no-store').send(svg)
  })

  app.get(
    '/login/:id/state',
    { schema: { params, response: { 200: stateView } } },
    async (incoming, reply) => {
      const { id } = incoming.params
      await interactionOf(id, incoming, reply)
      const kept = await requests.find(id)
      if (kept === undefined) throw new LoginProblem('LOGIN_REQUEST_UNKNOWN')
      reply.header('cache-control', 'no-store')
      const { request } = kept
      if (request.answer.state !== 'refused')
        return { state: loginStateOf(request, await trust.now()) }
      const { title, next } = loginProblems[request.answer.reason]
      const reason = { code: request.answer.reason, title: title.ja, next: next.ja }
      return { state: 'refused' as const, reason }
    },
  )

  // Opened by the page, and by the phone: the way back to the relying party is a redirect.
  app.get('/login/:id/finish', { schema: { params } }, async (incoming, reply) => {
    const { id } = incoming.params
    return reply.redirect(await logIn(id, incoming, reply), 303)
  })

  app.get(
    '/login/:id/return',
    { schema: { params, querystring: returnQuery } },
    async (incoming, reply) => {
      const { id } = incoming.params
      try {
        const { ticket = '' } = incoming.query
        return reply.redirect(await logIn(id, incoming, reply, ticket), 303)
      } catch (error) {
        if (!(error instanceof LoginProblem)) throw error
        return reply.redirect(`${origins.gate}/login/${id}?came=${error.code}`, 303)
      }
    },
  )

  app.get('/login/:id/stop', { schema: { params } }, async (incoming, reply) => {
    const { id } = incoming.params
    await interactionOf(id, incoming, reply)
    const kept = await requests.find(id)
    const result = {
      error: 'access_denied',
      error_description: descriptionOf(kept?.request),
    }
    return reply.redirect(await endWith(incoming, reply, result), 303)
  })
}
