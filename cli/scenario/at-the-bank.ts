/** An account at the bank (1-B②) without a screen: logged in, written, read and signed with the phone at the gate, as its page does. */
import { answerLogin, openLoginRequest, sendLogin, signByPassword } from '@kazashi/phone'
import { z } from 'zod'
import { askForLogin, type PortalBrowser } from './portal-browser.ts'
import { ScenarioError } from './scenario-error.ts'
import type { ThePhone } from './the-phone.ts'
import type { World } from './world.ts'

const seen = z.looseObject({
  state: z.string(),
  claims: z.looseObject({ name: z.string(), address: z.string(), birthDate: z.string() }),
  application: z.looseObject({ number: z.string(), substitutes: z.array(z.string()) }).optional(),
})
const problem = z.object({ code: z.string(), title: z.string(), next: z.string() })

/** At a page of the gate the phone answers, and hands over what is asked for beside. */
async function answer(
  { sandbox }: World,
  { phone, pin, password }: ThePhone,
  { code, appUrl }: { readonly code: string; readonly appUrl: string },
): Promise<void> {
  const link = new URL(appUrl).searchParams.get('request') ?? ''
  const request = await openLoginRequest(phone, link, sandbox.fetch)
  const response = await answerLogin(phone, request, pin(), { code })
  const beside = await signByPassword(phone, request, response, password())
  const { accepted } = await sendLogin(request, response, sandbox.fetch, beside)
  if (!accepted) throw new ScenarioError('ASSERTION_FAILED', 'the gate takes the answer')
}

/** The kind of account that is opened. */
const product = 'deposit'
const account = `/applications/${product}`

/** Somebody at the bank, logged in. */
export class BankCustomer {
  readonly #world: World
  readonly #browser: PortalBrowser

  private constructor(world: World, browser: PortalBrowser) {
    this.#world = world
    this.#browser = browser
  }

  static async logIn(world: World, phone: ThePhone): Promise<BankCustomer> {
    const browser = await askForLogin(world.sandbox.origins.bank, world.sandbox.fetch)
    await answer(world, phone, browser)
    await browser.me()
    return new BankCustomer(world, browser)
  }

  async #ask(method: string, path: string, body?: object): Promise<Response> {
    const told = await this.#browser.ask(method, path, body)
    if (told.ok) return told
    const refused = problem.parse(await told.json())
    throw Object.assign(new Error(refused.code), refused)
  }

  application = async () => seen.parse(await (await this.#ask('GET', account)).json())

  /** @param changed answers in place of those of somebody whom nothing keeps from it @throws {Error} with code, title and next */
  async write(changed: object = {}): Promise<void> {
    const { name, address, birthDate } = (await this.application()).claims
    await this.#ask('PUT', account, {
      product,
      name,
      address,
      birthDate,
      telephone: '09012345678',
      purposes: ['salary', 'living'],
      occupation: 'employee',
      volume: 'under-100000',
      exposed: false,
      taxedElsewhere: false,
      forOthers: false,
      declares: true,
      ...changed,
    })
  }
  read = () => this.#ask('PUT', `${account}/read`)

  /** @returns the code with which the browser is back; null: it is signed */
  async sign(phone: ThePhone): Promise<string | null> {
    const page = await this.#browser.lead(`/sign/${product}`)
    await answer(this.#world, phone, page)
    return (await page.finish()).searchParams.get('came')
  }

  signed = async () =>
    new Uint8Array(await (await this.#ask('GET', `${account}/signed.pdf`)).arrayBuffer())
}
