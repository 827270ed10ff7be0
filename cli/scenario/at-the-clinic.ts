/** A visit at the clinic (1-B④) without a screen: the terminal's requests by HTTP, and the phone or card at its reader. */
import { openCard } from '@kazashi/card'
import { base64 } from '@kazashi/octets'
import { heldElement } from '@kazashi/phone'
import { createSignedData } from '@kazashi/pki'
import { z } from 'zod'
import { ScenarioError } from './scenario-error.ts'
import type { TheCard } from './the-card.ts'
import type { ThePhone } from './the-phone.ts'
import type { World } from './world.ts'

const Begun = z.object({ id: z.uuid(), statement: z.string(), nonce: z.string(), code: z.string() })
const Answered = z.looseObject({ state: z.string() })
const Received = z.looseObject({ state: z.literal('received'), outcome: z.string() })
const Desk = z.object({ token: z.string(), patients: z.array(z.looseObject({ number: z.int() })) })
const Problem = z.object({ code: z.string(), title: z.string(), next: z.string() })
const Time = z.object({ time: z.coerce.date() })
const cookieName = '__Host-facility'

type Method = 'GET' | 'POST' | 'PUT'

/** What a terminal sends as the proof of who stands there. */
export type ClinicProof = Readonly<Record<string, string>>

/** A facility: its terminal and its reception in one browser. */
export class ClinicBrowser {
  readonly #world: World
  #cookie = ''

  constructor(world: World) {
    this.#world = world
  }

  /** @param bearer of a program of the facility @throws {Error} with code, title and next of the refusal */
  async call(method: Method, path: string, body?: object, bearer?: string): Promise<unknown> {
    const { origins, fetch } = this.#world.sandbox
    const answer = await fetch(`${origins.clinic}${path}`, {
      method,
      headers: {
        accept: 'application/json',
        ...(method !== 'GET' && { origin: origins.clinic }),
        ...(body && { 'content-type': 'application/json' }),
        ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
        cookie: this.#cookie,
      },
      ...(body && { body: JSON.stringify(body) }),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';', 1)
      if (pair.startsWith(`${cookieName}=`)) this.#cookie = pair
    }
    const text = await answer.text()
    const document: unknown = text === '' ? undefined : JSON.parse(text)
    if (answer.ok) return document
    const problem = Problem.parse(document)
    throw Object.assign(new Error(problem.code), problem)
  }

  begin = async (device: 'card' | ThePhone['platform']) =>
    Begun.parse(await this.call('POST', '/visits', { device }))

  desk = async () => Desk.parse(await this.call('GET', '/reception/today'))

  /** From the choice to the reception. @returns the last answer */
  async visit(
    device: 'card' | ThePhone['platform'],
    proofFor: (begun: z.infer<typeof Begun>) => Promise<ClinicProof>,
  ): Promise<unknown> {
    const begun = await this.begin(device)
    const proved = await this.call('POST', `/visits/${begun.id}/proof`, await proofFor(begun))
    if (Answered.safeParse(proved).data?.state !== 'consents') return proved
    const consents = { medicines: true, 'check-ups': false, limits: true }
    return this.call('POST', `/visits/${begun.id}/consents`, consents)
  }
}

/** The phone lies on the reader, and signs after its PIN: the signature is all that leaves it. */
export const byPhone =
  ({ phone, pin }: ThePhone) =>
  async ({ statement, nonce, code }: z.infer<typeof Begun>): Promise<ClinicProof> => {
    const element = heldElement(phone)
    try {
      const client = openCard(element)
      const signer = await client.signer('authentication', pin())
      const certificate = await client.readCertificate('authentication')
      const content = base64.decode(statement)
      const { time } = Time.parse(JSON.parse(new TextDecoder().decode(content)))
      const cms = await createSignedData({ content, certificate, signer, signingTime: time })
      return { kind: 'signature', response: base64.encode(cms), nonce, code }
    } finally {
      await element.close()
    }
  }

/** The card lies in the terminal, whose camera compares the face. */
export const byFace = (card: TheCard) => async (): Promise<ClinicProof> => ({
  kind: 'face',
  certificate: base64.encode(card.certificates.authentication.certificate),
})

/** @throws {ScenarioError} ASSERTION_FAILED: nobody was received */
export function receivedAs(answer: unknown): string {
  const told = Received.safeParse(answer).data
  if (told === undefined)
    throw new ScenarioError('ASSERTION_FAILED', `the terminal said ${JSON.stringify(answer)}`)
  return told.outcome
}
