/**
 * A document signed by the person logged in: `/sign` leads the browser to the gate with the transaction, `/signed` takes it back. What is
 * signed, and what becomes of it, is the site's own.
 */
import { CodedError } from '@kazashi/errors'
import { type Party, Problem } from '@kazashi/serve'
import { askedCookies, type Jar } from '../asked.ts'
import type { Client } from '../client.ts'
import { languageQuery } from '../login-routes.ts'
import { SiteProblem } from '../problems.ts'
import type { Visitor, Visitors } from '../visitors.ts'
import { SigningProblem } from './problems.ts'

interface SigningNeeds {
  /** Of the site. */
  readonly origin: string
  /** Led back to `/signed`, or `/signed/OF`. */
  readonly client: Client
  /** Which of several things a site has signed; stands in the addresses, and in that of the page (`?of=`). */
  readonly of?: string
  readonly visitors: Visitors
  /** Opens the transaction for what this visitor is to sign. @throws a problem of the site where there is nothing to sign */
  readonly begin: (visitor: Visitor) => Promise<string>
  /**
   * The browser is back, signed or not. The result says which: it is fetched here, by the transaction that `begin` gave.
   * @param signer the person of the phone that signed; undefined: nobody signed
   */
  readonly finish: (visitor: Visitor, signer: string | undefined) => Promise<void>
}

/** A refusal that is told on the page; everything else is an error of the site's own. */
const codeOf = (error: unknown): string => (error instanceof CodedError ? error.code : 'INTERNAL')
const reasonOf = (error: unknown): string => {
  const { reason } = { ...(error instanceof Problem && error.members) }
  return typeof reason === 'string' ? `&reason=${encodeURIComponent(reason)}` : ''
}

export function signingRoutes(app: Party, needs: SigningNeeds): void {
  const { origin, client, visitors, of } = needs
  const cookies = askedCookies('__Host-signs-')
  const path = of === undefined ? '' : `/${of}`
  const back = of === undefined ? `${origin}/?` : `${origin}/?of=${of}&`
  const away = (error: unknown) => {
    const code = codeOf(error)
    if (code === 'INTERNAL') app.log.error({ err: error }, 'signing')
    return `${back}came=${code}${reasonOf(error)}`
  }
  /** Between the way to the gate and the way back the session may end: what was signed is not fetched, and told so. */
  const still = async (jar: Jar): Promise<Visitor> => {
    try {
      return (await visitors.of(jar)).holder
    } catch (cause) {
      if (!(cause instanceof SiteProblem)) throw cause
      throw new SigningProblem('SESSION_OVER_SIGNING', { cause })
    }
  }

  app.get(
    `/sign${path}`,
    { schema: { querystring: languageQuery } },
    async ({ query, cookies: jar }, reply) => {
      reply.header('cache-control', 'no-store')
      try {
        const { holder } = await visitors.of(jar)
        const transaction = await needs.begin(holder)
        const { location, asked } = await client.begin({ language: query.ui_locales, transaction })
        cookies.keep(reply, jar, asked)
        return reply.redirect(location.href, 303)
      } catch (error) {
        return reply.redirect(away(error), 303)
      }
    },
  )

  // Opened by the browser, which gets a page whatever becomes of it.
  app.get(`/signed${path}`, { schema: { hide: true } }, async ({ url, cookies: jar }, reply) => {
    reply.header('cache-control', 'no-store')
    const callback = new URL(url, origin)
    try {
      const asked = cookies.take(reply, jar, callback.searchParams.get('state') ?? '')
      const holder = await still(jar)
      const signer = await client.finish(callback, asked).catch((error: unknown) => {
        if (error instanceof SiteProblem && error.code === 'LOGIN_STOPPED') return undefined
        throw error
      })
      await needs.finish(holder, signer?.sub)
      return reply.redirect(of === undefined ? `${origin}/` : `${origin}/?of=${of}`, 303)
    } catch (error) {
      return reply.redirect(away(error), 303)
    }
  })
}
