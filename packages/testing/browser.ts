/**
 * A browser without a screen: it keeps cookies (RFC 6265), follows redirects, and asks the gate for a robot phone on its way, so that a
 * site is tested as it stands. It runs no script, and stays on this machine.
 */
import { localFetch } from '@kazashi/serve/local-fetch'
import { CookieJar } from 'tough-cookie'
import { TestingError } from './errors.ts'

export interface BrowserOptions {
  /** Name of the robot phone that answers: `login_hint` of every authorization request that passes. */
  readonly as?: string
}

export interface Visit {
  /** The last address. */
  readonly url: URL
  /** undefined: that address is not on this machine, and was not asked. */
  readonly status: number | undefined
  readonly text: string
  /** The same before it was read as text. */
  readonly bytes: Uint8Array
}

export interface Browser {
  /** @throws {TestingError} BROWSER_LED_AROUND; TypeError of fetch where nobody answers */
  open(
    address: string | URL,
    init?: {
      readonly method?: string
      readonly body?: URLSearchParams
      /** In place of `body`. */
      readonly json?: object
      /** This time another phone answers. */
      readonly as?: string
    },
  ): Promise<Visit>
}

const isHere = ({ hostname }: URL): boolean =>
  /(^|\.)localhost$|^127\.\d+\.\d+\.\d+$|^\[::1\]$/.test(hostname)

/** Fetch §4.4 step 5. */
const mostRedirects = 20
const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status)
/** Fetch §4.4 step 12: the others become GET. */
const keepsMethod = (status: number): boolean => status === 307 || status === 308

/** @param authorization `authorization_endpoint` of the discovery document */
export function newBrowser(authorization: string, { as }: BrowserOptions = {}): Browser {
  const endpoint = new URL(authorization)
  const jar = new CookieJar()
  const hinted = (url: URL, as: string | undefined): URL => {
    const asksGate = url.origin === endpoint.origin && url.pathname === endpoint.pathname
    if (as === undefined || !asksGate) return url
    const changed = new URL(url)
    changed.searchParams.set('login_hint', as)
    return changed
  }
  const send = async (url: URL, method: string, body: URLSearchParams | string | undefined) => {
    const cookie = await jar.getCookieString(url.href)
    const answer = await localFetch(url, {
      method,
      redirect: 'manual',
      headers: {
        accept: 'text/html',
        ...(cookie !== '' && { cookie }),
        ...(typeof body === 'string' && { 'content-type': 'application/json' }),
      },
      ...(body && { body }),
    })
    for (const line of answer.headers.getSetCookie())
      await jar.setCookie(line, url.href, { ignoreError: true })
    return answer
  }
  return {
    async open(address, { method = 'GET', body, json, as: other = as } = {}) {
      let url = hinted(new URL(address), other)
      let how = method
      let what: URLSearchParams | string | undefined = json ? JSON.stringify(json) : body
      for (let hop = 0; hop <= mostRedirects; hop += 1) {
        if (!isHere(url)) return { url, status: undefined, text: '', bytes: new Uint8Array() }
        const answer = await send(url, how, what)
        const location = answer.headers.get('location')
        const bytes = new Uint8Array(await answer.arrayBuffer())
        if (location === null || !isRedirect(answer.status))
          return { url, status: answer.status, text: new TextDecoder().decode(bytes), bytes }
        url = hinted(new URL(location, url), other)
        if (!keepsMethod(answer.status)) [how, what] = ['GET', undefined]
      }
      throw new TestingError('BROWSER_LED_AROUND', url.href)
    },
  }
}
