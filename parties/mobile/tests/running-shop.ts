/** A shop on a database of its own, a small authority, people with phones in memory, and a tablet without a screen. */

import cookies from '@fastify/cookie'
import {
  type CardTransport,
  elementaryFile,
  emptySecureElement,
  memoryTransport,
  parseCommand,
  secretPlaces,
  setCertificate,
  setPrivateKey,
  VirtualCard,
} from '@kazashi/card'
import { createSealing } from '@kazashi/database'
import type { PhonePlatform } from '@kazashi/lifecycle'
import { trustOf } from '@kazashi/login'
import { base64 } from '@kazashi/octets'
import { createParty, originsFor } from '@kazashi/serve'
import { z } from 'zod'
import { borrow } from '../../../tools/keeper/borrow.ts'
import { type SmallAuthority, smallAuthority } from '../../../tools/small-authority.ts'
import { Counter } from '../counter.ts'
import { Contracts } from '../database/contracts.ts'
import type { Order } from '../form.ts'
import { type HeldThing, heldTo } from '../page/reader.ts'
import { mobileProblems } from '../problems.ts'
import type { Role } from '../roles.ts'
import { mobileRoutes } from '../routes.ts'
import { Visits } from '../visits.ts'

export const start = '2026-11-27T05:20:00.000Z'
const origins = originsFor(8080)
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
const zeros = (text: string) => '0'.repeat(Array.from(text).length)
const selectByName = 0x04

export const password = 'ABC123'

export interface Person {
  readonly name: string
  readonly address: string
  readonly birthDate: string
}
export const adult: Person = {
  name: '例示　太郎',
  address: '埼玉県例示市模擬通１－２２',
  birthDate: '1985-03-15',
}
export const minor: Person = { ...adult, name: '例示　二郎', birthDate: '2010-05-01' }

/** What somebody holds to a reader. */
export interface Thing {
  readonly card: VirtualCard
  readonly transport: CardTransport
  readonly held: () => Promise<HeldThing>
}

/** Somebody's phone. @param flags of the name; default: no character stands for another */
export async function phoneOf(
  authority: SmallAuthority,
  person: Person,
  options: {
    readonly platform?: PhonePlatform
    readonly flags?: string
    readonly notAfter?: Date
    readonly recognised?: boolean
  } = {},
): Promise<Thing> {
  const { platform = 'android', flags = zeros(person.name), notAfter } = options
  const contents = emptySecureElement(platform)
  const attributes = { ...person, sex: 'male', nameFlags: flags } as const
  const { certificate, privateKey } = await authority.issueSigning(
    { ...attributes, addressFlags: zeros(person.address) },
    notAfter,
  )
  setCertificate(contents, 'signing', certificate, certificate)
  setPrivateKey(contents, 'signing', privateKey)
  const file = elementaryFile(contents, ...secretPlaces['signing-password'])
  if (file.type !== 'secret') throw new TypeError('no secret')
  file.value = new TextEncoder().encode(password)
  file.triesLeft = 5
  const pin = elementaryFile(contents, ...secretPlaces['authentication-pin'])
  if (pin.type !== 'secret') throw new TypeError('no secret')
  pin.value = new TextEncoder().encode('1234')
  pin.triesLeft = 3
  const card = new VirtualCard(contents, random)
  const plain = memoryTransport(card)
  const transport: CardTransport = {
    ...plain,
    transmit: async (command) => {
      const response = await plain.transmit(command)
      const { ins, p1 } = parseCommand(command)
      if (options.recognised === true && ins === 0xa4 && p1 === selectByName)
        card.recognise('authentication-pin')
      return response
    },
  }
  const reader = { waitForCard: async () => transport }
  const { signal } = new AbortController()
  return { card, transport, held: () => heldTo(reader, signal) }
}

/** A form as this person fills it in. */
export const orderOf = (person: Person, more: Partial<Order> = {}): Order => ({
  plan: 'standard',
  line: { kind: 'new' },
  ...person,
  ...more,
})

const refusal = z.looseObject({ code: z.string(), reason: z.string().optional() })
const prepared = z.object({ digest: z.string() })
const made = z.object({
  state: z.enum(['guardian', 'made']),
  receipt: z
    .object({
      number: z.string(),
      telephone: z.string(),
      looks: z.array(z.string()),
      substitutes: z.array(z.string()),
    })
    .optional(),
})

export async function startShop() {
  const authority = await smallAuthority(start)
  const database = await borrow('databases')
  const sealing = createSealing(random(32))
  const complaints: Error[] = []
  const contracts = await Contracts.open(database.address, sealing, (error) => {
    complaints.push(error)
  })
  const trust = trustOf({
    authority: {
      trust: () => Promise.reject(new TypeError('none')),
      now: async () => authority.now,
    },
    fixed: authority.anchors,
    fetch: authority.fetch,
  })
  let elapsed = 0
  const visits = new Visits(() => elapsed)
  const app = await createParty({
    name: 'mobile',
    origins,
    sandbox: true,
    problems: mobileProblems,
  })
  await app.register(cookies)
  mobileRoutes(app, { counter: new Counter({ trust, contracts }), visits, contracts, trust })
  await app.ready()
  return {
    authority,
    databaseUrl: database.address,
    app,
    pass: (milliseconds: number) => {
      elapsed += milliseconds
    },
    async close() {
      await app.close()
      await contracts.close()
      await database.giveBack()
    },
  }
}
export type Shop = Awaited<ReturnType<typeof startShop>>

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** A tablet: what its page asks for. */
export class Tablet {
  readonly #shop: Shop
  cookie: string | undefined

  constructor(shop: Shop) {
    this.#shop = shop
  }

  async ask(method: Method, path: string, body?: object) {
    const answer = await this.#shop.app.inject({
      method,
      url: `${origins.mobile}${path}`,
      ...(body && { payload: body }),
      ...(this.cookie !== undefined && { cookies: { '__Host-visit': this.cookie } }),
    })
    const [cookie] = answer.cookies
    if (cookie) this.cookie = cookie.value === '' ? undefined : cookie.value
    return answer
  }
  /** @returns the code of the refusal; undefined: it was taken */
  async code(method: Method, path: string, body?: object): Promise<string | undefined> {
    const answer = await this.ask(method, path, body)
    return answer.statusCode < 300 ? undefined : refusal.parse(answer.json()).code
  }
  begin = () => this.code('POST', '/visits')
  order = (order: object) => this.code('PUT', '/visit/order', order)
  read = () => this.code('PUT', '/visit/read')

  /** From the start to a contract that was read. */
  async atTheContract(order: object): Promise<this> {
    for (const code of [await this.begin(), await this.order(order), await this.read()])
      if (code !== undefined) throw new Error(code)
    return this
  }
  async digest(role: Role): Promise<Uint8Array> {
    const answer = await this.ask('POST', '/visit/prepared', { role })
    return base64.decode(prepared.parse(answer.json()).digest)
  }
  /** @returns the CMS, not handed in yet */
  async signedBy({ held }: Thing, role: Role = 'customer'): Promise<Uint8Array> {
    return (await held()).sign(await this.digest(role), password, false)
  }
  /** @returns the code, with the reason where there is one; or the state and what the receipt says */
  async hand(cms: Uint8Array) {
    const answer = await this.ask('POST', '/visit/signature', { cms: base64.encode(cms) })
    if (answer.statusCode < 300) return made.parse(answer.json())
    const { code, reason } = refusal.parse(answer.json())
    return { state: code, ...(reason !== undefined && { reason }), receipt: undefined }
  }
  sign = async (thing: Thing, role: Role = 'customer') =>
    this.hand(await this.signedBy(thing, role))
}
