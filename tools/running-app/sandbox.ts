/** A whole Kazashi for tests of the app, started as a person would start it, and the things beside the phone: card and reader. */
import { generateResident } from '@kazashi/card'
import { ageAt, type Carrier } from '@kazashi/lifecycle'
import { localFetch } from '@kazashi/serve'
import { z } from 'zod'
import { type KazashiProcess, startKazashi } from '../kazashi-process.ts'

const cardView = z.object({
  id: z.string(),
  face: z.object({ name: z.string(), birthDate: z.string() }),
  slip: z.object({ signingPassword: z.string(), cardDataPin: z.string() }),
})
export type Card = z.infer<typeof cardView>
const readerView = z.object({ id: z.string(), url: z.string() })
export type Reader = z.infer<typeof readerView>
const clock = z.object({ now: z.iso.datetime({ offset: true }) })
const tokens = z.object({ hotline: z.string(), counter: z.string() })
const heldViews = z.array(
  z.object({ person: z.string(), card: z.object({ id: z.string() }).nullable() }),
)
const asked = z.object({ appUrl: z.string(), code: z.string() })
/** Japan is nine hours ahead of UTC all year; milliseconds. */
const ahead = 9 * 3_600_000

export interface Sandbox {
  /** Origin of a party, e.g. of `app`. */
  origin(party: string): string
  newCard(): Promise<Card>
  /** A card of somebody whose name has a character that certificates cannot write. */
  newVariantCard(): Promise<Card>
  newReader(): Promise<Reader>
  hold(reader: Reader, card: Card): Promise<void>
  takeAway(reader: Reader): Promise<void>
  /** To the next `time` (HH:MM) in Japan, or that of `day` (YYYY-MM-DD); never back. */
  moveClock(time: string, day?: string): Promise<void>
  /** 5-B1: one call stops the credential on this person's phone. */
  suspendPhoneOf(card: Card): Promise<void>
  /** 5-B1: one call stops the card. */
  suspendCard(card: Card): Promise<void>
  /** At the counter: the card is given back, and its certificates end. */
  giveBack(card: Card): Promise<void>
  /** The portal asks for a login. */
  askLogin(): Promise<z.infer<typeof asked>>
  /** Ends it, or gives it back. */
  stop(): Promise<void>
}

export interface OwnSandbox extends Sandbox, Pick<KazashiProcess, 'dataFolder' | 'printed'> {}

async function ask(
  url: string,
  method: string,
  body?: object,
  more: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  const answer = await localFetch(new URL(url), {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...more,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${await answer.text()}`)
  const text = await answer.text()
  return text === '' ? undefined : JSON.parse(text)
}

/**
 * A process of its own: for a way that moves the clock by years, looks into its log or its folder, or ends it. All others
 * borrow one (borrowed-sandbox.ts).
 * @param port of all parties; default a free one
 * @throws {Error} with the output so far, when it ends before it is ready
 */
export async function startSandbox(port = 0): Promise<OwnSandbox> {
  const { desk, dataFolder, printed, stop } = await startKazashi(port)
  return { ...sandboxAt(desk, stop), dataFolder, printed }
}

/** Under eighteen a card has fewer certificates, or is asked more. */
const grownUp = 18

/** Seeds for each card: enough that one of them is a grown-up's. */
const block = 100

/** The same people in every run, none of them twice in a sandbox. @param made cards that are in the box already */
function seedOfGrownUp(made: number, today: Date): number {
  let seed = made * block
  while (ageAt(today, generateResident(seed, today).birthDate) < grownUp) seed += 1
  return seed
}

/** @param desk its origin @param stop ends it, or gives it back */
export function sandboxAt(desk: string, stop: () => Promise<void>): Sandbox {
  const origin = (party: string) => desk.replace('//desk.', `//${party}.`)
  const authority = origin('authority')
  /** A request to the authority with a role's token. */
  const as = async (role: keyof z.infer<typeof tokens>, path: string, body: object) => {
    const token = tokens.parse(await ask(`${authority}/sandbox/tokens`, 'GET'))[role]
    return await ask(`${authority}${path}`, 'POST', body, {
      authorization: `Bearer ${token}`,
      'idempotency-key': crypto.randomUUID(),
    })
  }
  const find = async ({ face: { name, birthDate } }: Card) => {
    const [found] = heldViews.parse(await as('hotline', '/hotline/people', { name, birthDate }))
    return found
  }
  const suspend = async (what: Carrier, card: Card) => {
    const person = (await find(card))?.person
    await as('hotline', '/hotline/suspensions', { person, what, reason: 'lost' })
  }
  const clockUrl = `${authority}/sandbox/clock`
  return {
    origin,
    newCard: async () => {
      const cards = `${origin('box')}/cards`
      const made = z.array(z.unknown()).parse(await ask(cards, 'GET')).length
      const { now } = clock.parse(await ask(clockUrl, 'GET'))
      const seed = seedOfGrownUp(made, new Date(now))
      return cardView.parse(await ask(cards, 'POST', { seed }))
    },
    newVariantCard: async () =>
      cardView.parse(await ask(`${origin('box')}/cards`, 'POST', { preset: 'variant-kanji' })),
    newReader: async () => readerView.parse(await ask(`${origin('box')}/readers`, 'POST', {})),
    hold: async ({ id }, card) => {
      await ask(`${origin('box')}/readers/${id}/card`, 'PUT', { cardId: card.id })
    },
    takeAway: async ({ id }) => {
      await ask(`${origin('box')}/readers/${id}/card`, 'DELETE')
    },
    moveClock: async (time, day) => {
      const { now } = clock.parse(await ask(clockUrl, 'GET'))
      const today = new Date(Date.parse(now) + ahead).toISOString().slice(0, 10)
      const wanted = new Date(`${day ?? today}T${time}:00+09:00`)
      if (wanted.getTime() <= Date.parse(now)) wanted.setUTCDate(wanted.getUTCDate() + 1)
      await ask(clockUrl, 'PUT', { now: wanted.toISOString() })
    },
    suspendPhoneOf: (card) => suspend('phone', card),
    suspendCard: (card) => suspend('card', card),
    giveBack: async (card) => {
      const held = await find(card)
      await as('counter', `/counter/cards/${held?.card?.id}/end`, { reason: 'returned' })
    },
    askLogin: async () => {
      const portal = origin('portal')
      const headers = { origin: portal }
      return asked.parse(await ask(`${portal}/login-requests`, 'POST', undefined, headers))
    },
    stop,
  }
}
