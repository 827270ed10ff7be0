/** The desk's requests to the card box and the sandbox's clock. Answers are checked as they come in. */
import { errorClass } from '@kazashi/errors'
import { sexes } from '@kazashi/lifecycle'
import { pageSettings } from '@kazashi/ui'
import { z } from 'zod'

const settings = z.object({
  origins: z.object({
    authority: z.url(),
    app: z.url(),
    portal: z.url(),
    box: z.url(),
    desk: z.url(),
  }),
})
export type Origins = z.infer<typeof settings>['origins']
export const readOrigins = async (): Promise<Origins> =>
  settings.parse(await pageSettings()).origins

const cardView = z.object({
  id: z.string(),
  face: z.object({
    name: z.string(),
    kana: z.string(),
    address: z.string(),
    birthDate: z.string(),
    sex: z.enum(sexes),
    cardExpiry: z.string(),
    municipality: z.string(),
  }),
  slip: z.object({
    signingPassword: z.string(),
    authenticationPin: z.string(),
    residentRegisterPin: z.string(),
    cardDataPin: z.string(),
  }),
})
export type CardView = z.infer<typeof cardView>

const readerView = z.object({ id: z.string(), token: z.string(), url: z.string() })
export type ReaderView = z.infer<typeof readerView>

const clockView = z.object({ now: z.iso.datetime({ offset: true }), offsetSeconds: z.number() })
type ClockView = z.infer<typeof clockView>

/** The server said no, or could not be asked. */
const deskErrors = {
  REFUSED: { clause: 'RFC 9110 §15.5', next: 'open-again' },
} as const
class DeskError extends errorClass(
  'DeskError',
  deskErrors,
  ({ status }: { readonly status?: number }) => [String(status)],
) {}

async function ask(url: string | URL, method: string, body?: object): Promise<unknown> {
  const answer = await fetch(url, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  })
  if (!answer.ok) throw new DeskError('REFUSED', { status: answer.status })
  return answer.status === 204 ? undefined : await answer.json()
}

export interface Box {
  cards(): Promise<CardView[]>
  /** A new adult resident with a card. */
  newCard(): Promise<CardView>
  newReader(): Promise<ReaderView>
  putCard(reader: ReaderView, cardId: string): Promise<void>
  takeCard(reader: ReaderView): Promise<void>
  /** Where the reader's exchanges can be followed (server-sent events). */
  logUrl(reader: ReaderView): string
  clock(): Promise<ClockView>
  setClock(to: { now: string }): Promise<ClockView>
}

export function connectBox(origins: Origins): Box {
  const box = (path: string) => new URL(path, origins.box)
  const onReader = ({ id }: ReaderView, path: string) =>
    box(`/readers/${encodeURIComponent(id)}/${path}`)
  const clock = new URL('/sandbox/clock', origins.authority)
  return {
    cards: async () => z.array(cardView).parse(await ask(box('/cards'), 'GET')),
    newCard: async () => cardView.parse(await ask(box('/cards'), 'POST', {})),
    newReader: async () => readerView.parse(await ask(box('/readers'), 'POST', {})),
    putCard: async (reader, cardId) => {
      await ask(onReader(reader, 'card'), 'PUT', { cardId })
    },
    takeCard: async (reader) => {
      await ask(onReader(reader, 'card'), 'DELETE')
    },
    logUrl: (reader) => onReader(reader, 'log').href,
    clock: async () => clockView.parse(await ask(clock, 'GET')),
    setClock: async (to) => clockView.parse(await ask(clock, 'PUT', to)),
  }
}
