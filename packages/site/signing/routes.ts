/**
 * A document signed by the person logged in: `/sign` leads the browser to the gate with the transaction, `/signed` takes it back. What is
 * signed, and what becomes of it, is the site's own.
 */
import { CodedError } from '@kazashi/errors'
import { type Party, Problem } from '@kazashi/serve'
import { askedCookies } from '../asked.ts'
import type { Client } from '../client.ts'
import { languageQuery } from '../login-routes.ts'
import { SiteProblem } from '../problems.ts'
import type { Visitor, Visitors } from '../visitors.ts'

interface SigningNeeds {
  /** Of the site. */
  readonly origin: string
  /** Led back to `/signed`. */
  readonly client: Client
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
  const { origin, client, visitors } = needs
  const cookies = askedCookies('__Host-signs-')
  const away = (error: unknown) => {
    const code = codeOf(error)
    if (code === 'INTERNAL') app.log.error({ err: error }, 'signing')
    return `${origin}/?came=${code}${reasonOf(error)}`
  }

  app.get(
    '/sign',
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
  app.get('/signed', { schema: { hide: true } }, async ({ url, cookies: jar }, reply) => {
    reply.header('cache-control', 'no-store')
    const callback = new URL(url, origin)
    try {
      const asked = cookies.take(reply, jar, callback.searchParams.get('state') ?? '')
      const { holder } = await visitors.of(jar)
      const signer = await client.finish(callback, asked).catch((error: unknown) => {
        if (error instanceof SiteProblem && error.code === 'LOGIN_STOPPED') return undefined
        throw error
      })
      await needs.finish(holder, signer?.sub)
      return reply.redirect(`${origin}/`, 303)
    } catch (error) {
      return reply.redirect(away(error), 303)
    }
  })
}
