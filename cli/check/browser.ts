/** A browser without a screen for one login: it keeps cookies, follows redirects one by one, and writes down what it saw. */
import { localFetch } from '@kazashi/serve'
import { CookieJar } from 'tough-cookie'
import { CheckError } from './check-error.ts'

export interface Exchange {
  readonly url: string
  readonly status: number
  readonly location: string | undefined
  /** Of each cookie the name and the attributes. */
  readonly cookies: readonly string[]
  /** The beginning. */
  readonly body: string
}

/** Characters of a body that are kept. */
const kept = 2000
const mostRedirects = 20
const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status)
/** Milliseconds for one answer; the slowest case needs five seconds, the first login of a person some more. */
const patience = 60_000

const withoutValue = (line: string): string => line.replace(/=[^;]*/, '=…')

export class CheckBrowser {
  readonly dump: Exchange[] = []
  readonly #jar: CookieJar

  constructor(jar = new CookieJar()) {
    this.#jar = jar
  }

  /** Another browser with the cookies that this one has now. */
  async copy(): Promise<CheckBrowser> {
    return new CheckBrowser(await this.#jar.clone())
  }

  /** One answer, no redirect followed. @throws {CheckError} CHECK_SITE_UNREACHABLE */
  async get(url: URL): Promise<Exchange> {
    const cookie = await this.#jar.getCookieString(url.href)
    const answer = await localFetch(url, {
      redirect: 'manual',
      headers: { accept: 'text/html', ...(cookie !== '' && { cookie }) },
      signal: AbortSignal.timeout(patience),
    }).catch((cause: unknown) => {
      throw new CheckError('CHECK_SITE_UNREACHABLE', { detail: url.origin, cause })
    })
    const cookies = answer.headers.getSetCookie()
    for (const line of cookies) await this.#jar.setCookie(line, url.href, { ignoreError: true })
    const exchange = {
      url: url.href,
      status: answer.status,
      location: answer.headers.get('location') ?? undefined,
      cookies: cookies.map(withoutValue),
      body: (await answer.text()).slice(0, kept),
    }
    this.dump.push(exchange)
    return exchange
  }

  /**
   * Goes on until there is no redirect, or at an address that `until` wants.
   * @returns that address, not asked yet; undefined: it came to a page @throws {CheckError}
   */
  async open(address: URL, until: (url: URL) => boolean = () => false): Promise<URL | undefined> {
    let url = address
    for (let hop = 0; hop < mostRedirects; hop++) {
      if (until(url)) return url
      const { status, location } = await this.get(url)
      if (location === undefined || !isRedirect(status)) return undefined
      url = new URL(location, url)
    }
    return undefined
  }
}
