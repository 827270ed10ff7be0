/**
 * Login by the gate, as any site does it: `/login` leads the browser there, `/callback` takes it back, and a session begins. What a
 * login needs until then is with the browser that asked, in a cookie of one use: nothing is kept here for those who only ask.
 */
import type { Trust } from '@kazashi/login'
import type { Origins, Party } from '@kazashi/serve'
import { z } from 'zod'
import type { Asked, Client, LoggedIn } from './client.ts'
import { cookieOptions } from './cookies.ts'
import { PortalProblem, portalCodeOf } from './problems.ts'
import type { Holder } from './session-status.ts'
import { Sessions, sessionLifetime } from './sessions.ts'

export interface RouteNeeds {
  readonly origins: Origins
  readonly client: Client
  /** Where the time is that people are told. */
  readonly trust: Trust
  /** As the client is configured. */
  readonly issuer: string
}

type Person = Holder & LoggedIn

const sessionCookie = '__Host-session'
/** One for each login that a browser has begun: its name ends with the `state`. */
const askedPrefix = '__Host-asked-'
/** Seconds: the gate gives up earlier. */
const askedLifetime = 31 * 60
/** A browser begins no more at the same time: headers have a limit. */
const askedAtOnce = 8

const time = z.iso.datetime()
const loginQuery = z.object({ ui_locales: z.string().max(40).optional() })
const askedForm = z.tuple([z.string().min(1), z.string().min(1)])

/** All that the portal learns. */
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

type Jar = Readonly<Record<string, string | undefined>>

const askedNames = (jar: Jar): readonly string[] =>
  Object.keys(jar).filter((name) => name.startsWith(askedPrefix))

/** @throws {PortalProblem} LOGIN_ELSEWHERE: this browser asked for no login with this `state`, or too long ago */
function askedOf(jar: Jar, state: string): Asked {
  const parsed = askedForm.safeParse(jar[`${askedPrefix}${state}`]?.split('.'))
  if (state === '' || !parsed.success) throw new PortalProblem('LOGIN_ELSEWHERE')
  const [nonce, verifier] = parsed.data
  return { state, nonce, verifier }
}

export function loginRoutes(app: Party, { origins, client, trust, issuer }: RouteNeeds): void {
  const sessions = new Sessions<Person>()

  app.get(
    '/login',
    { schema: { querystring: loginQuery } },
    async ({ query, cookies: jar }, reply) => {
      reply.header('cache-control', 'no-store')
      try {
        const { location, asked } = await client.begin(query.ui_locales)
        for (const name of askedNames(jar).slice(0, 1 - askedAtOnce))
          reply.clearCookie(name, cookieOptions)
        const { state, nonce, verifier } = asked
        const cookie = { ...cookieOptions, maxAge: askedLifetime }
        reply.setCookie(`${askedPrefix}${state}`, `${nonce}.${verifier}`, cookie)
        return reply.redirect(location.href, 303)
      } catch (error) {
        if (!(error instanceof PortalProblem)) throw error
        return reply.redirect(`${origins.portal}/?came=${error.code}`, 303)
      }
    },
  )

  // Opened by the browser, which gets a page whatever becomes of it.
  app.get('/callback', { schema: { hide: true } }, async ({ url, cookies: jar }, reply) => {
    reply.header('cache-control', 'no-store')
    const callback = new URL(url, origins.portal)
    const state = callback.searchParams.get('state') ?? ''
    try {
      const asked = askedOf(jar, state)
      reply.clearCookie(`${askedPrefix}${state}`, cookieOptions)
      const person = await client.finish(callback, asked)
      const now = await trust.now()
      sessions.end(jar[sessionCookie])
      // Under a cookie that nobody had before.
      const cookie = sessions.begin({ ...person, loggedInAt: now, statusCheckedAt: now })
      reply.setCookie(sessionCookie, cookie, { ...cookieOptions, maxAge: sessionLifetime / 1000 })
      return reply.redirect(`${origins.portal}/`, 303)
    } catch (error) {
      const code = portalCodeOf(error)
      app.log.info({ code }, 'login')
      return reply.redirect(`${origins.portal}/?came=${code}`, 303)
    }
  })

  app.get('/me', { schema: { response: { 200: me } } }, async ({ cookies: jar }, reply) => {
    reply.header('cache-control', 'no-store')
    const now = await trust.now()
    const again = async (person: Person): Promise<Person> => ({
      ...person,
      ...(await client.again(person)),
      statusCheckedAt: now,
    })
    const { holder, endsAt } = await sessions.holder(jar[sessionCookie], now, again)
    return {
      sub: holder.sub,
      issuer,
      statusCheckedAt: holder.statusCheckedAt.toISOString(),
      loggedInAt: holder.loggedInAt.toISOString(),
      endsAt: endsAt.toISOString(),
    }
  })

  app.delete('/session', async ({ cookies: jar }, reply) => {
    sessions.end(jar[sessionCookie])
    return reply.clearCookie(sessionCookie, cookieOptions).code(204).send()
  })
}
