/** What a person does at the bank, without a screen: written, read, signed by a robot phone. */
import { type Browser, newBrowser } from '@kazashi/testing'
import { z } from 'zod'
import type { Sandbox } from '../../../tools/running-app/sandbox.ts'

const account = z.object({
  state: z.string(),
  claims: z.record(z.string(), z.string()),
  application: z
    .looseObject({
      number: z.string(),
      looks: z.array(z.string()),
      substitutes: z.array(z.string()),
      account: z.string().optional(),
      refused: z.string().optional(),
    })
    .optional(),
})
const problem = z.object({ code: z.string() })

export interface Visitor {
  readonly browser: Browser
  logIn(as?: string): Promise<string | null>
  account(): Promise<z.infer<typeof account>>
  /** @returns the code of the refusal; undefined: it was taken */
  write(change?: object): Promise<string | undefined>
  read(): Promise<string | undefined>
  /** @returns the code and reason with which the browser is back */
  sign(as?: string): Promise<{ code: string | null; reason: string | null }>
}

/** What differs between the forms. */
const own = {
  deposit: { purposes: ['salary', 'living'], volume: 'under-100000' },
  securities: {
    taxAccount: 'withheld',
    nisa: true,
    aim: 'balance',
    experience: 'none',
    insider: false,
  },
} as const

/** @param as robot, or person of the catalogue */
export function visitorOf(
  sandbox: Sandbox,
  as: string,
  product: keyof typeof own = 'deposit',
): Visitor {
  const bank = sandbox.origin('bank')
  const address = `${bank}/applications/${product}`
  const authorization = `${sandbox.origin('gate')}/api/realms/main/protocol/openid-connect/auth`
  const browser = newBrowser(authorization, { as })
  const codeOf = ({ status, text }: { status: number | undefined; text: string }) =>
    status !== undefined && status < 300 ? undefined : problem.parse(JSON.parse(text)).code
  const visitor: Visitor = {
    browser,
    async logIn(other = as) {
      return (await browser.open(`${bank}/login`, { as: other })).url.searchParams.get('came')
    },
    async account() {
      const { text } = await browser.open(address)
      return account.parse(JSON.parse(text))
    },
    async write(change = {}) {
      const { claims } = await visitor.account()
      const json = {
        product,
        ...claims,
        ...own[product],
        telephone: '09012345678',
        occupation: 'employee',
        exposed: false,
        taxedElsewhere: false,
        forOthers: false,
        declares: true,
        ...change,
      }
      return codeOf(await browser.open(address, { method: 'PUT', json }))
    },
    async read() {
      return codeOf(await browser.open(`${address}/read`, { method: 'PUT' }))
    },
    async sign(other = as) {
      const { url, text } = await browser.open(`${bank}/sign/${product}`, { as: other })
      if (url.origin !== bank || url.pathname !== '/')
        throw new Error(`${url.href} ${text.slice(0, 400)}`)
      return { code: url.searchParams.get('came'), reason: url.searchParams.get('reason') }
    },
  }
  return visitor
}
