/** A contract at the mobile phone shop (1-B②) without a screen: the tablet's requests by HTTP, and the card or phone on its reader. */
import { type CardTransport, openCard, type Resident } from '@kazashi/card'
import { base64 } from '@kazashi/octets'
import { heldElement } from '@kazashi/phone'
import { createSignedData } from '@kazashi/pki'
import { z } from 'zod'
import type { TheCard } from './the-card.ts'
import type { ThePhone } from './the-phone.ts'
import type { World } from './world.ts'

const Prepared = z.object({ digest: z.string() })
const Signed = z.object({
  state: z.enum(['guardian', 'made']),
  receipt: z.object({ number: z.string(), telephone: z.string() }).optional(),
})
const Problem = z.object({ code: z.string(), title: z.string(), next: z.string() })
const cookieName = '__Host-visit'

type Method = 'GET' | 'POST' | 'PUT'
type Role = 'customer' | 'guardian'

/** What lies on the reader signs a digest. @returns CMS, detached, DER @throws {CardError} */
type Sign = (digest: Uint8Array) => Promise<Uint8Array>

/** As the tablet does it. @param password typed there, sent to card or phone alone */
async function signOn(transport: CardTransport, password: string, digest: Uint8Array) {
  const client = openCard(transport)
  const signer = await client.signer('signing', password)
  const certificate = await client.readCertificate('signing', { value: password })
  return createSignedData({ digest, certificate, signer, signingTime: undefined })
}

export const signByCard =
  (card: TheCard, password = card.signingPassword): Sign =>
  async (digest) =>
    signOn(await card.hold(), password, digest)

export const signByPhone =
  ({ phone, password }: ThePhone): Sign =>
  async (digest) => {
    const element = heldElement(phone)
    try {
      return await signOn(element, password(), digest)
    } finally {
      await element.close()
    }
  }

/** What this person says at the counter. */
export const orderBy = ({ name, address, birthDate }: Resident, guardian?: Resident) => ({
  plan: 'standard',
  line: { kind: 'new' },
  name,
  address,
  birthDate,
  ...(guardian && { guardian: { name: guardian.name, relation: 'parent' } }),
})

/** The tablet of the shop, one visit after the other. */
export class ShopTablet {
  readonly #world: World
  #cookie = ''

  constructor(world: World) {
    this.#world = world
  }

  async #fetch(method: Method, path: string, body?: object): Promise<Response> {
    const { origins, fetch } = this.#world.sandbox
    const answer = await fetch(`${origins.mobile}${path}`, {
      method,
      headers: {
        accept: 'application/json',
        ...(method !== 'GET' && { origin: origins.mobile }),
        ...(body && { 'content-type': 'application/json' }),
        cookie: this.#cookie,
      },
      ...(body && { body: JSON.stringify(body) }),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';', 1)
      if (pair.startsWith(`${cookieName}=`)) this.#cookie = pair
    }
    if (answer.ok) return answer
    const problem = Problem.parse(await answer.json())
    throw Object.assign(new Error(problem.code), problem)
  }

  /** From the first press to a contract that was read. @throws {Error} with code, title and next of the refusal */
  async atTheContract(order: object): Promise<void> {
    await this.#fetch('POST', '/visits')
    await this.#fetch('PUT', '/visit/order', order)
    await this.#fetch('PUT', '/visit/read')
  }

  /** The first phase. @returns what card or phone signs */
  async prepare(role: Role): Promise<Uint8Array> {
    const answer = await this.#fetch('POST', '/visit/prepared', { role })
    return base64.decode(Prepared.parse(await answer.json()).digest)
  }

  /** The second phase. @throws {Error} with code, title and next of the refusal */
  async hand(cms: Uint8Array): Promise<z.infer<typeof Signed>> {
    const answer = await this.#fetch('POST', '/visit/signature', { cms: base64.encode(cms) })
    return Signed.parse(await answer.json())
  }

  /** Both. */
  sign = async (sign: Sign, role: Role = 'customer') =>
    this.hand(await sign(await this.prepare(role)))

  async pdf(): Promise<Uint8Array> {
    return new Uint8Array(await (await this.#fetch('GET', '/visit/contract.pdf')).arrayBuffer())
  }
}
