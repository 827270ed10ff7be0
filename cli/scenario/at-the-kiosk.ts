/** A visit at the kiosk (1-B③) without a screen: the machine's requests by HTTP, and what lies on its reader. */
import { checkCode } from '@kazashi/kiosk/code'
import { base64 } from '@kazashi/octets'
import { createLoginStatement } from '@kazashi/verify'
import { z } from 'zod'
import { type Hold, signHeld } from './held.ts'
import { PartyBrowser } from './party-browser.ts'
import type { World } from './world.ts'

const Status = z.object({ open: z.boolean(), opensAt: z.coerce.date().optional() })
const Challenge = z.object({
  audience: z.string(),
  relyingParty: z.string(),
  purpose: z.string(),
  nonce: z.string(),
  code: z.string(),
  now: z.iso.datetime(),
})
const Person = z.object({
  name: z.string(),
  carrier: z.string(),
  household: z.array(z.object({ at: z.int() })),
})
const Bill = z.object({ fee: z.int(), inserted: z.int() })
const Printed = z.object({
  papers: z.tuple([z.object({ number: z.string(), url: z.string() })]),
  receipt: z.string(),
  change: z.int(),
})
const Keys = z.array(
  z.object({ issuer: z.string(), name: z.string(), id: z.string(), spki: z.string() }),
)

/** Yen: a note. */
const note = 1000

export interface Paper {
  readonly number: string
  readonly pdf: Uint8Array
  readonly receipt: Uint8Array
}

export class KioskBrowser extends PartyBrowser {
  constructor(world: World) {
    super(world, 'kiosk', '__Host-visit')
  }

  status = async () => Status.parse(await this.call('GET', '/status'))

  /** A visit begins, and what lies on the reader proves who is there. @throws {Error} with the code of the refusal; {CardError} */
  async prove(hold: Hold) {
    const challenge = Challenge.parse(await this.call('POST', '/visits'))
    const { now, ...rest } = challenge
    const content = createLoginStatement({ type: 'kazashi-login', ...rest, time: now })
    const cms = await signHeld(hold, content, new Date(now))
    const response = base64.encode(cms)
    return Person.parse(await this.call('POST', '/visit/proof', { response }))
  }

  /** One paper, paid by a note. @param about places in the household @throws {Error} with the code of the refusal */
  async print(type: 'residence' | 'seal', about: readonly number[]): Promise<Paper> {
    const order = { type, about, domicile: true, relation: true, copies: 1 }
    Bill.parse(await this.call('POST', '/visit/order', order))
    Bill.parse(await this.call('POST', '/visit/money', { yen: note }))
    const printed = Printed.parse(await this.call('POST', '/visit/papers'))
    const [{ number, url }] = printed.papers
    await this.call('POST', '/visit/papers/out')
    const pdf = await this.file(url)
    const receipt = await this.file(printed.receipt)
    return { number, pdf, receipt }
  }

  end = () => this.call('DELETE', '/visit')

  /** The staff takes the paper out or puts it in (sandbox). */
  paper = (paper: boolean) => this.call('PUT', '/staff/paper', { paper })

  /** As the page `/check` judges a code, with the keys that are published. */
  async check(code: string) {
    return checkCode(code, Keys.parse(await this.call('GET', '/keys.json')))
  }
}
