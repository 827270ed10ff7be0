/** A person in a browser without a screen: keeps cookies by host, follows redirects, and has a robot phone answer at the gate. */
import { localFetch } from '@kazashi/serve'
import { z } from 'zod'

const problem = z.looseObject({ code: z.string().optional() })
const mostRedirects = 20

export interface Answer {
  readonly status: number
  /** The last address. */
  readonly url: URL
  readonly bytes: Uint8Array
  /** Parsed, where it is JSON. */
  readonly body: unknown
  readonly code: string | undefined
}

export class Person {
  readonly #jars = new Map<string, Map<string, string>>()
  readonly portal: string
  /** Name of the robot phone, and what befalls it. */
  as: string

  constructor(portal: string, as: string) {
    this.portal = portal
    this.as = as
  }

  #jar(host: string): Map<string, string> {
    const jar = this.#jars.get(host) ?? new Map<string, string>()
    this.#jars.set(host, jar)
    return jar
  }

  async #send(url: URL, init: RequestInit): Promise<Response> {
    const jar = this.#jar(url.host)
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = new Headers(init.headers)
    if (cookie !== '') headers.set('cookie', cookie)
    const answer = await localFetch(url, { ...init, headers, redirect: 'manual' })
    for (const line of answer.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';')
      const at = pair.indexOf('=')
      const isGone = attributes.some((one) =>
        /^\s*max-age=0$|^\s*expires=thu, 01 jan 1970/i.test(one),
      )
      if (isGone) jar.delete(pair.slice(0, at))
      else jar.set(pair.slice(0, at), pair.slice(at + 1))
    }
    return answer
  }

  /** To where it leads, without going there where `stop` says so. */
  async open(path: string, stop: (url: URL) => boolean = () => false): Promise<Answer> {
    let url = new URL(path, this.portal)
    for (let hop = 0; hop < mostRedirects; hop += 1) {
      if (url.pathname.endsWith('/openid-connect/auth')) url.searchParams.set('login_hint', this.as)
      if (stop(url))
        return { status: 0, url, bytes: new Uint8Array(), body: undefined, code: undefined }
      const answer = await this.#send(url, { headers: { accept: 'text/html' } })
      const location = answer.headers.get('location')
      if (location === null) return this.#answer(url, answer)
      url = new URL(location, url)
    }
    throw new Error(`led around: ${url.href}`)
  }

  async #answer(url: URL, answer: Response): Promise<Answer> {
    const bytes = new Uint8Array(await answer.arrayBuffer())
    const isJson = /json/.test(answer.headers.get('content-type') ?? '')
    const body: unknown = isJson ? JSON.parse(Buffer.from(bytes).toString()) : undefined
    const { code } = problem.safeParse(body).data ?? {}
    return { status: answer.status, url, bytes, body, code }
  }

  async ask(method: string, path: string, body?: object): Promise<Answer> {
    const url = new URL(path, this.portal)
    const isBytes = body instanceof Uint8Array
    const answer = await this.#send(url, {
      method,
      headers: {
        origin: this.portal,
        ...(body && { 'content-type': isBytes ? 'application/octet-stream' : 'application/json' }),
      },
      ...(body && { body: isBytes ? new Uint8Array(body) : JSON.stringify(body) }),
    })
    return this.#answer(url, answer)
  }

  /** Another phone takes over: the gate remembers whose browser it was, and would ask first. */
  handTo(as: string): void {
    this.as = as
    for (const host of this.#jars.keys()) if (host.startsWith('gate.')) this.#jars.delete(host)
  }

  /** Cookie of the session at the portal. */
  session(): string {
    return this.#jar(new URL(this.portal).host).get('__Host-session') ?? ''
  }

  async logIn(): Promise<void> {
    const { url } = await this.open('/login')
    if (url.search !== '') throw new Error(url.href)
  }
}

const view = z.looseObject({
  id: z.string(),
  state: z.string(),
  version: z.int(),
  step: z.string(),
  number: z.string().optional(),
  answers: z.record(z.string(), z.unknown()),
  form: z.looseObject({ steps: z.array(z.looseObject({ name: z.string() })) }),
})
export type View = z.infer<typeof view>
export const viewIn = ({ body }: Answer): View => view.parse(body)

/** Answers by step. */
export type Filled = Readonly<Record<string, object>>

/** Begins, or goes on with, a draft, and answers every step. @returns its id */
export async function fillIn(person: Person, procedure: string, filled: Filled): Promise<string> {
  const begun = await person.ask('POST', '/api/applications', { procedure })
  const { id } = z.object({ id: z.string() }).parse(begun.body)
  let { version, form } = viewIn(await person.ask('GET', `/api/applications/${id}`))
  for (const { name } of form.steps) {
    const answer = await person.ask('PUT', `/api/applications/${id}`, {
      step: name,
      answers: filled[name] ?? {},
      version,
      check: true,
    })
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
    version = viewIn(answer).version
  }
  return id
}

const who = { name: '𠮷田　髙子', birthDate: '1990-05-01', address: '東京都例示区模擬通1-1-22' }
const account = {
  bank: '架空銀行',
  branch: '本店',
  accountKind: 'ordinary',
  accountNumber: '1234567',
}

/** @param day YYYY-MM-DD of the move */
export const movingAnswers = (day: string): Filled => ({
  person: { ...who, phone: '03-1234-5678' },
  household: { household: [{ name: '吉田　一郎', birthDate: '2020-01-01', relation: '子' }] },
  'new-address': { postalCode: '700-0000', newAddress: '岡山県絵空市試験台7-10' },
  days: { moveDate: day, visitDate: day },
})
export const taxAnswers: Filled = {
  person: who,
  income: { salary: '5,000,000', withheld: '130000' },
  deductions: { medical: '３００，０００', socialInsurance: '720000' },
  dependants: { dependantsGeneral: '1' },
  account,
}
export const childAnswers: Filled = {
  person: { ...who, phone: '0312345678' },
  children: { children: [{ name: '吉田　一郎', birthDate: '2024-01-01', relation: '子' }] },
  pension: { pension: 'national' },
  account,
}
