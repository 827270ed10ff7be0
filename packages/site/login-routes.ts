/**
 * Login by the gate, as any site does it: `/login` leads the browser there, `/callback` takes it back, and a session begins.
 */
import type { Party } from '@kazashi/serve'
import { z } from 'zod'
import { askedCookies } from './asked.ts'
import type { Client } from './client.ts'
import { cookieOptions } from './cookies.ts'
import { SiteProblem, siteCodeOf } from './problems.ts'
import { sessionLifetime } from './sessions.ts'
import { sessionCookie, type Visitors } from './visitors.ts'

export interface LoginNeeds {
  /** Of the site. */
  readonly origin: string
  readonly client: Client
  readonly visitors: Visitors
  /** As the client is configured. */
  readonly issuer: string
}

const time = z.iso.datetime()
export const languageQuery = z.object({ ui_locales: z.string().max(40).optional() })

/** All that a site learns of a login. */
const me = z
  .strictObject({
    /** The person's name at this site alone. */
    sub: z.string(),
    issuer: z.url(),
    statusCheckedAt: time,
    loggedInAt: time,
    /** After that the person logs in again, whatever becomes of the certificate. */
    endsAt: time,
  })
  .meta({ id: 'LoggedIn' })

export function loginRoutes(app: Party, { origin, client, visitors, issuer }: LoginNeeds): void {
  const cookies = askedCookies('__Host-asked-')

  app.get(
    '/login',
    { schema: { querystring: languageQuery } },
    async ({ query, cookies: jar }, reply) => {
      reply.header('cache-control', 'no-store')
      try {
        const { location, asked } = await client.begin({ language: query.ui_locales })
        cookies.keep(reply, jar, asked)
        return reply.redirect(location.href, 303)
      } catch (error) {
        if (!(error instanceof SiteProblem)) throw error
        return reply.redirect(`${origin}/?came=${error.code}`, 303)
      }
    },
  )

  // Opened by the browser, which gets a page whatever becomes of it.
  app.get('/callback', { schema: { hide: true } }, async ({ url, cookies: jar }, reply) => {
    reply.header('cache-control', 'no-store')
    const callback = new URL(url, origin)
    try {
      const asked = cookies.take(reply, jar, callback.searchParams.get('state') ?? '')
      const person = await client.finish(callback, asked)
      // Under a cookie that nobody had before.
      const cookie = await visitors.begin(jar, person)
      reply.setCookie(sessionCookie, cookie, { ...cookieOptions, maxAge: sessionLifetime / 1000 })
      return reply.redirect(`${origin}/`, 303)
    } catch (error) {
      const code = siteCodeOf(error)
      app.log.info({ code }, 'login')
      return reply.redirect(`${origin}/?came=${code}`, 303)
    }
  })

  app.get('/me', { schema: { response: { 200: me } } }, async ({ cookies: jar }, reply) => {
    reply.header('cache-control', 'no-store')
    const { holder, endsAt } = await visitors.of(jar)
    return {
      sub: holder.sub,
      issuer,
      statusCheckedAt: holder.statusCheckedAt.toISOString(),
      loggedInAt: holder.loggedInAt.toISOString(),
      endsAt: endsAt.toISOString(),
    }
  })

  app.delete('/session', async ({ cookies: jar }, reply) => {
    visitors.end(jar)
    return reply.clearCookie(sessionCookie, cookieOptions).code(204).send()
  })
}
