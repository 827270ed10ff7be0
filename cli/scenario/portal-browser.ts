/**
 * The browser of a person at the portal: led to the gate and back, by HTTP, with the cookies of each. What the gate's page asks for is
 * asked here.
 */
import { z } from 'zod'
import { ScenarioError } from './scenario-error.ts'

const waiting = z.object({ code: z.string(), appUrl: z.url(), relyingParty: z.string() })
const state = z.object({ state: z.string(), reason: z.object({ code: z.string() }).optional() })
const me = z.object({ sub: z.string(), statusCheckedAt: z.string() })

export interface PortalBrowser {
  readonly code: string
  /** Content of the QR code. */
  readonly appUrl: string
  /** Whom the gate's page names. */
  readonly relyingParty: string
  state(): Promise<z.infer<typeof state>>
  /** Goes back to the portal with the answer, and reads what the portal learnt; once. */
  me(): Promise<z.infer<typeof me>>
  /** Asks the portal as its page does, once logged in. */
  ask(method: string, path: string, body?: object): Promise<Response>
  /** The portal leads to the gate once more, for a signature. */
  lead(path: string): Promise<GateWait>
}

/** A page of the gate that waits for a phone. */
interface GateWait {
  readonly code: string
  readonly appUrl: string
  /** @returns the address at which the portal has its browser again */
  finish(): Promise<URL>
}

/** Redirects between portal and gate, at most. */
const hops = 10

/** Keeps cookies by host, whatever their path: there is one login in this browser. */
class Browser {
  readonly #jars = new Map<string, Map<string, string>>()
  readonly #fetch: typeof globalThis.fetch

  constructor(fetch: typeof globalThis.fetch) {
    this.#fetch = fetch
  }

  async fetch(
    url: URL,
    init: { readonly method?: string; readonly origin?: string; readonly body?: object } = {},
  ) {
    const jar = this.#jars.get(url.host) ?? new Map<string, string>()
    this.#jars.set(url.host, jar)
    const answer = await this.#fetch(url, {
      method: init.method ?? 'GET',
      redirect: 'manual',
      headers: {
        // A program's: in a class, pages are for those who gave its password in a browser.
        accept: 'application/json',
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(init.origin !== undefined && { origin: init.origin }),
        ...(init.body && { 'content-type': 'application/json' }),
      },
      ...(init.body && { body: JSON.stringify(init.body) }),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';', 1)
      const at = pair.indexOf('=')
      jar.set(pair.slice(0, at), pair.slice(at + 1))
    }
    return answer
  }

  /** @returns the address that leads nowhere else */
  async open(address: URL): Promise<URL> {
    let url = address
    for (let hop = 0; hop < hops; hop += 1) {
      const answer = await this.fetch(url)
      const location = answer.headers.get('location')
      if (location === null) return url
      url = new URL(location, url)
    }
    throw new ScenarioError('ASSERTION_FAILED', `${address.origin} leads from page to page`)
  }
}

/** Asks for a login, as pressing ログイン does. @throws {ScenarioError} ASSERTION_FAILED: the portal or the gate refuses */
export async function askForLogin(
  portal: string,
  fetch: typeof globalThis.fetch,
): Promise<PortalBrowser> {
  const browser = new Browser(fetch)
  const waitAt = async (path: string) => {
    const page = await browser.open(new URL(path, portal))
    const under = (end: string) => new URL(`${page.pathname}/${end}`, page)
    const asked = await browser.fetch(under('request'), { method: 'POST', origin: page.origin })
    if (!asked.ok) {
      throw new ScenarioError('ASSERTION_FAILED', `${page.href} answered ${asked.status}`)
    }
    return { ...waiting.parse(await asked.json()), under }
  }
  const { under, ...shown } = await waitAt('/login')
  return {
    ...shown,
    state: async () => state.parse(await (await browser.fetch(under('state'))).json()),
    me: async () => {
      const led = await browser.open(under('finish'))
      if (led.origin !== portal)
        throw new ScenarioError('ASSERTION_FAILED', `the gate leads to ${led.origin}`)
      return me.parse(await (await browser.fetch(new URL('/me', portal))).json())
    },
    ask: (method, path, body) =>
      browser.fetch(new URL(path, portal), { method, origin: portal, ...(body && { body }) }),
    lead: async (path) => {
      const { under: further, code, appUrl } = await waitAt(path)
      return { code, appUrl, finish: () => browser.open(further('finish')) }
    },
  }
}
