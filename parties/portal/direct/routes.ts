/**
 * The direct way (1-B①): the portal asks the phone itself and verifies its answer, by `@kazashi/login` and `@kazashi/verify`, without
 * the gate between. From a login it learns only the contents of the certificate.
 */
import {
  LoginProblem,
  type LoginRequest,
  loginAccepted,
  loginProblems,
  loginRequestView,
  loginResponse,
  loginStateOf,
  returnQuery,
  type Trust,
  takeUpTime,
} from '@kazashi/login'
import { base64 } from '@kazashi/octets'
import type { Origins, Party } from '@kazashi/serve'
import { cookieOptions, Sessions, sessionLifetime } from '@kazashi/site'
import type { FastifyReply } from 'fastify'
import QRCode from 'qrcode'
import { LoginRequests } from './login-requests.ts'
import type { Person } from './person.ts'
import { loginState, me, meView, newLogin, requestParams } from './views.ts'

const purpose = 'ログイン'

const sessionCookie = '__Host-direct-session'
/** Of the browser that asked for this login, beside others of other tabs; worth nothing once it is logged in. */
const requestCookieOf = (id: string): string => `__Host-login-${id}`

export interface DirectNeeds {
  readonly origins: Origins
  /** In the signed login statement, as the phone shows it. */
  readonly relyingParty: string
  readonly trust: Trust
}

export function directRoutes(app: Party, { origins, relyingParty, trust }: DirectNeeds): void {
  const requests = new LoginRequests()
  const sessions = new Sessions<Person>()
  const addressOf = ({ id }: LoginRequest<Person>) => `${origins.portal}/login-requests/${id}`
  const appUrlOf = (request: LoginRequest<Person>) =>
    `${origins.app}/login?request=${encodeURIComponent(addressOf(request))}`

  /** The session begins with the answer, under a cookie that nobody had before. */
  const logIn = (reply: FastifyReply, id: string, holder: Person) => {
    const cookie = sessions.begin(holder)
    reply.clearCookie(requestCookieOf(id), cookieOptions)
    reply.setCookie(sessionCookie, cookie, { ...cookieOptions, maxAge: sessionLifetime / 1000 })
    reply.header('cache-control', 'no-store')
  }

  app.post(
    '/login-requests',
    { schema: { response: { 201: newLogin } } },
    async (incoming, reply) => {
      sessions.end(incoming.cookies[sessionCookie])
      const { request, cookie } = requests.create(await trust.now())
      reply.setCookie(requestCookieOf(request.id), cookie, {
        ...cookieOptions,
        maxAge: takeUpTime / 1000,
      })
      reply.code(201).header('cache-control', 'no-store')
      return {
        id: request.id,
        code: request.code,
        appUrl: appUrlOf(request),
        qrUrl: `/login-requests/${request.id}/qr.svg`,
        expiresAt: request.expiresAt.toISOString(),
      }
    },
  )

  app.get(
    '/login-requests/:id/qr.svg',
    { schema: { params: requestParams } },
    async ({ params, cookies: jar }, reply) => {
      const request = requests.ofBrowser(params.id, jar[requestCookieOf(params.id)])
      const svg = await QRCode.toString(appUrlOf(request), { type: 'svg', margin: 4 })
      return reply.type('image/svg+xml').header('cache-control', 'no-store').send(svg)
    },
  )

  app.get(
    '/login-requests/:id',
    { schema: { params: requestParams, response: { 200: loginRequestView } } },
    async ({ params }, reply) => {
      const request = requests.open(params.id, await trust.now())
      reply.header('cache-control', 'no-store')
      const { id, nonce, expiresAt } = request
      return {
        id,
        audience: origins.portal,
        relyingParty,
        purpose,
        nonce,
        expiresAt: expiresAt.toISOString(),
        responseUrl: `${addressOf(request)}/response`,
      }
    },
  )

  app.post(
    '/login-requests/:id/response',
    { schema: { params: requestParams, body: loginResponse, response: { 200: loginAccepted } } },
    async ({ params, body }) => {
      const now = await trust.now()
      const response = base64.decode(body.response)
      const verify = async ({ nonce, code }: LoginRequest<Person>) => {
        const bound = { audience: origins.portal, relyingParty, purpose, nonce, code }
        const expected = { ...bound, mayReturn: true }
        const verified = await (await trust.verifier()).verifyLogin({ response, expected })
        const { certificate, statusCheckedAt, statusResponder, returns } = verified
        return {
          by: verified.serialNumber,
          holder: {
            certificate,
            validUntil: certificate.validity.notAfter,
            statusCheckedAt,
            statusResponder,
            loggedInAt: now,
          },
          returns,
        }
      }
      const ticket = await requests.answer(params.id, now, verify)
      const back = `${origins.portal}/login-requests/${params.id}/return?ticket=${ticket}`
      return { state: 'accepted' as const, ...(ticket !== undefined && { returnUrl: back }) }
    },
  )

  app.get(
    '/login-requests/:id/state',
    { schema: { params: requestParams, response: { 200: loginState } } },
    async ({ params, cookies: jar }, reply) => {
      const request = requests.ofBrowser(params.id, jar[requestCookieOf(params.id)])
      reply.header('cache-control', 'no-store')
      const { answer } = request
      if (answer.state !== 'refused') return { state: loginStateOf(request, await trust.now()) }
      const { title, next } = loginProblems[answer.reason]
      const reason = { code: answer.reason, title: title.ja, next: next.ja }
      return { state: 'refused' as const, reason }
    },
  )

  app.post(
    '/login-requests/:id/session',
    { schema: { params: requestParams, response: { 200: loginAccepted } } },
    async ({ params, cookies: jar }, reply) => {
      const cookie = jar[requestCookieOf(params.id)]
      logIn(reply, params.id, requests.take(params.id, cookie, await trust.now()))
      return { state: 'accepted' as const }
    },
  )

  app.delete(
    '/login-requests/:id',
    { schema: { params: requestParams } },
    async ({ params: { id }, cookies: jar }, reply) => {
      requests.stop(id, jar[requestCookieOf(id)])
      return reply.clearCookie(requestCookieOf(id), cookieOptions).code(204).send()
    },
  )

  app.get(
    '/login-requests/:id/return',
    { schema: { params: requestParams, querystring: returnQuery } },
    async ({ params, query, cookies: jar }, reply) => {
      try {
        const cookie = jar[requestCookieOf(params.id)]
        const ticket = query.ticket ?? ''
        logIn(reply, params.id, requests.take(params.id, cookie, await trust.now(), ticket))
      } catch (error) {
        if (!(error instanceof LoginProblem)) throw error
        return reply.redirect(`${origins.portal}/direct?came=${error.code}`, 303)
      }
      return reply.redirect(`${origins.portal}/direct`, 303)
    },
  )

  app.get('/direct/me', { schema: { response: { 200: me } } }, async ({ cookies: jar }, reply) => {
    reply.header('cache-control', 'no-store')
    const ask = async (person: Person): Promise<Person> => ({
      ...person,
      ...(await (await trust.verifier()).verifyCertificate(person.certificate, 'authentication')),
    })
    const { holder, endsAt } = await sessions.holder(jar[sessionCookie], await trust.now(), ask)
    return meView(holder, endsAt)
  })

  app.delete('/direct/session', async ({ cookies: jar }, reply) => {
    sessions.end(jar[sessionCookie])
    return reply.clearCookie(sessionCookie, cookieOptions).code(204).send()
  })
}
