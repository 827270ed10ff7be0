/** What a person does at the cashless payment, without a screen, by a robot phone. */
import { type Browser, newBrowser } from '@kazashi/testing'
import { z } from 'zod'
import type { Sandbox } from '../../../tools/running-app/sandbox.ts'

const account = z.looseObject({
  state: z.string(),
  claims: z.record(z.string(), z.string()),
  wallet: z
    .looseObject({
      number: z.string(),
      minor: z.boolean(),
      balance: z.number(),
      limits: z.looseObject({ balance: z.number(), transfers: z.boolean() }),
      entries: z.array(z.looseObject({ kind: z.string() })),
      identity: z.looseObject({ name: z.string(), substitutes: z.array(z.string()) }).optional(),
      asked: z.looseObject({ by: z.string(), fields: z.array(z.string()) }).optional(),
      triesLeft: z.number(),
    })
    .optional(),
})
const problem = z.object({ code: z.string() })
const shownCode = z.object({ code: z.string() })

/** @returns the code of the refusal; undefined: it was done */
type Done = Promise<string | undefined>

export interface Visitor {
  readonly browser: Browser
  logIn(as?: string): Promise<string | null>
  account(): Promise<z.infer<typeof account>>
  open(birthDate?: string): Done
  charge(amount: number): Done
  transfer(amount: number): Done
  /** @returns the code that a till reads */
  code(): Promise<string>
  pay(amount: number, code: string): Done
  write(change?: object): Done
  /** @returns the code and reason with which the browser is back */
  sign(as?: string): Promise<{ code: string | null; reason: string | null }>
}

/** @param as robot, or person of the catalogue */
export function visitorOf(sandbox: Sandbox, as: string): Visitor {
  const site = sandbox.origin('cashless')
  const authorization = `${sandbox.origin('gate')}/api/realms/main/protocol/openid-connect/auth`
  const browser = newBrowser(authorization, { as })
  const send = async (method: string, path: string, json?: object): Done => {
    const { status, text } = await browser.open(`${site}${path}`, { method, ...(json && { json }) })
    const isDone = status !== undefined && status < 300
    return isDone ? undefined : problem.parse(JSON.parse(text)).code
  }
  const visitor: Visitor = {
    browser,
    async logIn(other = as) {
      return (await browser.open(`${site}/login`, { as: other })).url.searchParams.get('came')
    },
    async account() {
      const { text } = await browser.open(`${site}/wallet`)
      return account.parse(JSON.parse(text))
    },
    open: (birthDate = '1990-01-01') => send('PUT', '/wallet', { birthDate, agrees: true }),
    charge: (amount) => send('POST', '/wallet/charges', { amount }),
    transfer: (amount) => send('POST', '/wallet/transfers', { amount }),
    async code() {
      const { text } = await browser.open(`${site}/wallet/codes`, { method: 'POST' })
      return shownCode.parse(JSON.parse(text)).code
    },
    pay: (amount, code) => send('POST', '/wallet/payments', { amount, code }),
    async write(change = {}) {
      const { claims } = await visitor.account()
      const form = { ...claims, purpose: 'shopping', occupation: 'employee', forOthers: false }
      return send('PUT', '/wallet/application', { ...form, ...change })
    },
    async sign(other = as) {
      const { url, text } = await browser.open(`${site}/sign`, { as: other })
      if (url.origin !== site || url.pathname !== '/')
        throw new Error(`${url.href} ${text.slice(0, 400)}`)
      return { code: url.searchParams.get('came'), reason: url.searchParams.get('reason') }
    },
  }
  return visitor
}
