/**
 * A login at the gate, as the browser that asks for it meets it: it was led here by a relying party (OpenID Connect Core 1.0 §3.1.2.3),
 * shows a code and a way to the phone, and is led back with an answer or an OAuth error.
 */
import {
  LoginProblem,
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
import { addressOf, askedBy, openid } from './beginning.ts'
import { claimsIn } from './claims.ts'
import type { Holder, LoginRequests } from './database/login-requests.ts'
import type { SignIn } from './database/sign-ins.ts'
import type { SignTransactions } from './database/sign-transactions.ts'
import { errorOf, reasonOf } from './outcomes.ts'
import { SignProblem } from './signing/problems.ts'

/** As the provider names its interactions. */
export const loginId = z.string().regex(/^[\w-]{20,64}$/)
const params = z.strictObject({ id: loginId })
/** A robot's refusal. */
const stopQuery = z.object({
  why: z
    .string()
    .regex(/^[A-Z0-9_]{1,40}$/)
    .optional(),
})

const waitingView = z
  .strictObject({
    /** To be shown on this screen, and typed on the phone. */
    code: z.string(),
    /** Opens the app with this request. */
    appUrl: z.url(),
    /** SVG: the same address as a QR code. */
    qrUrl: z.string(),
    relyingParty: z.string(),
    /** Documents are to be signed. */
    signs: z.boolean(),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'Waiting' })

const stateView = z
  .strictObject({
    state: z.enum(loginStates),
    /** With `refused`, and with `pending` where a phone says that it cannot log in: a problem's code and words. */
    reason: z.strictObject({ code: z.string(), title: z.string(), next: z.string() }).optional(),
  })
  .meta({ id: 'GateLoginState' })

interface InteractionNeeds {
  readonly origins: Origins
  readonly provider: () => Provider
  readonly trust: Trust
  readonly requests: LoginRequests
  readonly transactions: SignTransactions
  /** Keeps the certificate behind a grant, and what was handed over. */
  readonly keepSignIn: (grant: string, signIn: SignIn) => Promise<void>
  readonly machineNow: () => Date
}

export function interactionRoutes(app: Party, needs: InteractionNeeds): void {
  const { origins, provider, trust, requests, transactions } = needs
  const appUrlOf = (id: string) =>
    `${origins.app}/login?request=${encodeURIComponent(addressOf(origins, id))}`

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

  /** The answer has been taken up: the same browser may go on once more, where the word of it was lost. */
  const wayOn = ({ result, returnTo }: Awaited<ReturnType<typeof interactionOf>>) =>
    result?.login === undefined ? undefined : returnTo

  const logIn = async (
    id: string,
    incoming: FastifyRequest,
    reply: FastifyReply,
    ticket?: string,
  ): Promise<string> => {
    const interaction = await interactionOf(id, incoming, reply)
    const before = wayOn(interaction)
    if (before !== undefined) return before
    const asked = openid.parse(interaction.params)
    const fault = (await requests.find(id))?.fault
    const { sign_transaction_id: transaction } = asked
    let holder: Holder
    try {
      holder = await requests.take(id, await trust.now(), ticket, async (trx, { signed }) => {
        if (transaction === undefined || signed === undefined) return
        const signedAt = needs.machineNow().toISOString()
        const isNew = await transactions.sign(trx, transaction, { ...signed, signedAt })
        if (!isNew) throw new SignProblem('SIGN_TRANSACTION_EXPIRED')
      })
    } catch (error) {
      if (!(error instanceof SignProblem)) throw error
      const error_description = 'the signing transaction is not open any more'
      return endWith(incoming, reply, { error: 'access_denied', error_description })
    }
    const { Grant } = provider()
    const grant = new Grant({ accountId: holder.account, clientId: asked.client_id })
    grant.addOIDCScope(asked.scope)
    grant.addOIDCClaims([...claimsIn(asked.scope, asked.claims).claims])
    const grantId = await grant.save()
    await needs.keepSignIn(grantId, { ...holder, ...(fault && { fault }) })
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
      const before = await requests.find(id)
      const asked = before ?? (await askedBy(provider(), interaction.params))
      const { request, relyingParty } = await requests.ask(id, asked, await trust.now())
      reply.header('cache-control', 'no-store')
      return {
        code: request.code,
        appUrl: appUrlOf(id),
        qrUrl: `/login/${id}/qr.svg`,
        relyingParty,
        signs: asked.transaction !== undefined,
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
      const state = loginStateOf(request, await trust.now())
      const { answer, hindered } = request
      const code =
        answer.state === 'refused' ? answer.reason : state === 'pending' ? hindered : undefined
      if (code === undefined) return { state }
      const { title, next } = loginProblems[code]
      return { state, reason: { code, title: title.ja, next: next.ja } }
    },
  )

  /** What a browser opens is answered by a page, whatever becomes of it. */
  const orPage = async (id: string, reply: FastifyReply, next: () => Promise<string>) => {
    try {
      return await reply.redirect(await next(), 303)
    } catch (error) {
      if (!(error instanceof LoginProblem)) throw error
      return reply.redirect(`${origins.gate}/login/${id}?came=${error.code}`, 303)
    }
  }

  // Opened by the page, and by the phone: the way back to the relying party is a redirect.
  app.get('/login/:id/finish', { schema: { params } }, async (incoming, reply) => {
    const { id } = incoming.params
    return orPage(id, reply, () => logIn(id, incoming, reply))
  })

  app.get(
    '/login/:id/return',
    { schema: { params, querystring: returnQuery } },
    async (incoming, reply) => {
      const { id } = incoming.params
      const { ticket = '' } = incoming.query
      return orPage(id, reply, () => logIn(id, incoming, reply, ticket))
    },
  )

  app.get(
    '/login/:id/stop',
    { schema: { params, querystring: stopQuery } },
    async (incoming, reply) => {
      const { id } = incoming.params
      return orPage(id, reply, async () => {
        const interaction = await interactionOf(id, incoming, reply)
        // Too late to say no: what was handed over, or signed, is.
        const before = wayOn(interaction)
        if (before !== undefined) return before
        const { params: asked } = interaction
        const stopped = await requests.stop(id)
        const { why } = incoming.query
        const { sign_transaction_id: transaction } = openid.parse(asked)
        if (transaction !== undefined)
          await transactions.refuse(transaction, reasonOf(stopped?.request, why))
        return endWith(incoming, reply, errorOf(stopped ?? {}, why))
      })
    },
  )
}
