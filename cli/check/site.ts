/** The site under test, seen from outside: a login is begun, meets what was armed for it, and is looked at. */
import { localFetch } from '@kazashi/serve'
import { CheckBrowser } from './browser.ts'
import { CheckError } from './check-error.ts'

export interface Site {
  /** Starts a login. */
  readonly login: URL
  /** Answers 200 only to a browser that is logged in. */
  readonly in: URL
  /** Origin of the gate. */
  readonly gate: string
}

export interface Begun {
  readonly browser: CheckBrowser
  /** As the site asks the gate. */
  readonly request: URL
}

const authorizationPath = '/api/realms/main/protocol/openid-connect/auth'
const asksGate = ({ pathname, searchParams }: URL): boolean =>
  pathname === authorizationPath && searchParams.has('client_id')

/** A browser that nobody has used, up to the request to the gate. @throws {CheckError} CHECK_NO_GATE, CHECK_SITE_UNREACHABLE */
export async function begin(site: Site, browser = new CheckBrowser()): Promise<Begun> {
  const request = await browser.open(site.login, asksGate)
  if (request === undefined) throw new CheckError('CHECK_NO_GATE', site.login.href)
  return { browser, request }
}

/** The next request of this client meets the case. @throws {CheckError} CHECK_SERVER_UNREACHABLE */
export async function arm(site: Site, { request }: Begun, name: string): Promise<void> {
  const order = { client_id: request.searchParams.get('client_id'), case: name, phone: 'adult' }
  const answer = await localFetch(`${site.gate}/sandbox/armed-cases`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(order),
  }).catch((cause: unknown) => {
    throw new CheckError('CHECK_SERVER_UNREACHABLE', { detail: site.gate, cause })
  })
  if (!answer.ok) throw new CheckError('CHECK_SERVER_UNREACHABLE', `${site.gate}: ${answer.status}`)
}

/** Up to the site's own address, which is not opened. @returns undefined: the browser was not led back */
export async function toCallback({ browser, request }: Begun): Promise<URL | undefined> {
  const back = new URL(request.searchParams.get('redirect_uri') ?? request)
  return browser.open(
    request,
    ({ origin, pathname }) => origin === back.origin && pathname === back.pathname,
  )
}

export async function isIn(site: Site, browser: CheckBrowser): Promise<boolean> {
  const { status } = await browser.get(site.in)
  return status >= 200 && status < 300
}
