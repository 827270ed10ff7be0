/**
 * What a browser that was led to the gate has to bring back (RFC 6749 §10.12): kept in a cookie of one use of that browser. Nothing is
 * kept here for those who only ask.
 */
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Asked } from './client.ts'
import { cookieOptions } from './cookies.ts'
import { SiteProblem } from './problems.ts'

export type Jar = Readonly<Record<string, string | undefined>>

/** Seconds: the gate gives up earlier. */
const askedLifetime = 31 * 60
/** A browser begins no more at the same time: headers have a limit. */
const askedAtOnce = 8
const askedForm = z.tuple([z.string().min(1), z.string().min(1)])

export interface AskedCookies {
  /** One for each login that a browser has begun: its name ends with the `state`. */
  keep(reply: FastifyReply, jar: Jar, asked: Asked): void
  /**
   * @throws {SiteProblem} LOGIN_ELSEWHERE: this browser asked for nothing with this `state`, or too long ago
   */
  take(reply: FastifyReply, jar: Jar, state: string): Asked
}

/** @param prefix of the cookies' names, with `__Host-` */
export function askedCookies(prefix: string): AskedCookies {
  return {
    keep(reply, jar, { state, nonce, verifier }) {
      const names = Object.keys(jar).filter((name) => name.startsWith(prefix))
      for (const name of names.slice(0, 1 - askedAtOnce)) reply.clearCookie(name, cookieOptions)
      const cookie = { ...cookieOptions, maxAge: askedLifetime }
      reply.setCookie(`${prefix}${state}`, `${nonce}.${verifier}`, cookie)
    },
    take(reply, jar, state) {
      const parsed = askedForm.safeParse(jar[`${prefix}${state}`]?.split('.'))
      if (state === '' || !parsed.success) throw new SiteProblem('LOGIN_ELSEWHERE')
      reply.clearCookie(`${prefix}${state}`, cookieOptions)
      const [nonce, verifier] = parsed.data
      return { state, nonce, verifier }
    },
  }
}
