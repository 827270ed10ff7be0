/** The browser at the portal: the requests of its page by HTTP, with the page's cookie. */
import { z } from 'zod'
import { ScenarioError } from './scenario-error.ts'

const newLogin = z.object({ id: z.string(), code: z.string(), appUrl: z.url() })
const state = z.object({ state: z.string(), reason: z.object({ code: z.string() }).optional() })
const me = z.object({ serialNumber: z.string(), statusCheckedAt: z.string() })

export interface PortalBrowser {
  readonly code: string
  /** Content of the QR code. */
  readonly appUrl: string
  state(): Promise<z.infer<typeof state>>
  /** Takes up the answer, and reads what the portal learnt; once. */
  me(): Promise<z.infer<typeof me>>
}

const cookieIn = (answer: Response, name: string): string =>
  answer.headers
    .getSetCookie()
    .map((one) => one.split(';', 1)[0] ?? '')
    .find((pair) => pair.startsWith(`${name}=`)) ?? ''

/** Asks for a login, as pressing ログイン does. @throws {ScenarioError} ASSERTION_FAILED: the portal refuses */
export async function askForLogin(
  portal: string,
  fetch: typeof globalThis.fetch,
): Promise<PortalBrowser> {
  const asked = await fetch(`${portal}/login-requests`, {
    method: 'POST',
    headers: { origin: portal },
  })
  if (!asked.ok) throw new ScenarioError('ASSERTION_FAILED', `the portal answered ${asked.status}`)
  const { id, code, appUrl } = newLogin.parse(await asked.json())
  const cookie = cookieIn(asked, `__Host-login-${id}`)
  const get = async (path: string, held: string): Promise<unknown> =>
    (await fetch(`${portal}${path}`, { headers: { cookie: held } })).json()
  return {
    code,
    appUrl,
    state: async () => state.parse(await get(`/login-requests/${id}/state`, cookie)),
    me: async () => {
      const taken = await fetch(`${portal}/login-requests/${id}/session`, {
        method: 'POST',
        headers: { origin: portal, cookie },
      })
      return me.parse(await get('/me', cookieIn(taken, '__Host-session')))
    },
  }
}
