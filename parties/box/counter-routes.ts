/** The counter and the telephone beside the desk, over HTTP: for a card that is locked, lost, found or soon over, and a lost phone. */
import { setCertificate, setPrivateKey, setSecret } from '@kazashi/card'
import { type CertificateKind, certificateKinds } from '@kazashi/lifecycle'
import { languageOf, type Party } from '@kazashi/serve'
import { z } from 'zod'
import type { Staff } from './authority-staff.ts'
import { type CardNeeds, lastDay, noteOf, viewOfCard } from './card-routes.ts'
import { type CounterAnswer, issueCard, newKey } from './issue-card.ts'
import { BoxProblem } from './problems.ts'
import { seatOf } from './seat-routes.ts'
import {
  type CardNote,
  type CounterOrder,
  cardParams,
  cardView,
  counterOrder,
  telephoneOrder,
} from './views.ts'

export interface CounterNeeds extends CardNeeds {
  readonly staff: Staff
}

const givesTriesBack: ReadonlySet<CounterOrder> = new Set(['unlock', 'anew'])

type NewKeys = { readonly [kind in CertificateKind]?: Awaited<ReturnType<typeof newKey>> }

const holderOf = ({ holder }: CardNote) => {
  if (holder === undefined) throw new BoxProblem('CARD_OF_BEFORE')
  return holder
}

/** The secrets of the paper; a card without a signing certificate has no password. */
const secretsOf = ({ signingPassword, ...pins }: CardNote['slip']) =>
  signingPassword === '' ? pins : { ...pins, signingPassword }

/** Secrets as on the paper, and all tries back. */
async function unlock({ shelf }: CounterNeeds, { id, slip }: CardNote): Promise<void> {
  const contents = await shelf.contents(id)
  if (slip.signingPassword !== '') setSecret(contents, 'signing-password', slip.signingPassword)
  setSecret(contents, 'authentication-pin', slip.authenticationPin)
  setSecret(contents, 'card-data-pin', slip.cardDataPin)
  await shelf.save(id, contents)
}

/** The terminal puts new keys, and the certificates for them, into the card. */
async function write(
  { shelf }: CounterNeeds,
  note: CardNote,
  keys: NewKeys,
  { certificates }: CounterAnswer,
): Promise<void> {
  const contents = await shelf.contents(note.id)
  for (const kind of certificateKinds) {
    const [key, certificate] = [keys[kind], certificates[kind]]
    if (key === undefined || certificate === undefined) continue
    setPrivateKey(contents, kind, key.privateKey)
    setCertificate(contents, kind, certificate, certificates[`${kind}Ca`])
  }
  const face = { ...note.face, certificatesUntil: lastDay(certificates.authentication) }
  await shelf.replace({ ...note, face }, contents)
}

async function renew(needs: CounterNeeds, note: CardNote, language: string): Promise<void> {
  const signing = note.slip.signingPassword === '' ? undefined : await newKey()
  const authentication = await newKey()
  const requests = { signing: signing?.request, authentication: authentication.request }
  const answer = await needs.staff.renew(holderOf(note).card, requests, language)
  await write(needs, note, { ...(signing && { signing }), authentication }, answer)
}

async function release(needs: CounterNeeds, note: CardNote, language: string): Promise<void> {
  const signing = note.slip.signingPassword === '' ? undefined : await newKey()
  const answer = await needs.staff.release(
    holderOf(note).card,
    { signing: signing?.request },
    language,
  )
  await write(needs, note, signing ? { signing } : {}, answer)
}

/** A new card with the same secrets: the one before ends, and so does everything that depended on it on a phone. */
async function anew({ shelf, counter }: CounterNeeds, note: CardNote): Promise<void> {
  const { resident } = holderOf(note)
  const wish = { secrets: secretsOf(note.slip), signing: note.slip.signingPassword !== '' }
  const { contents, ...issued } = await issueCard(counter, resident, wish)
  await shelf.replace({ ...note, ...noteOf(issued) }, contents)
}

export function counterRoutes(app: Party, needs: CounterNeeds): void {
  const { shelf, readers, staff, onlyDesk } = needs
  const orders: Readonly<
    Record<CounterOrder, (note: CardNote, language: string) => Promise<void>>
  > = {
    unlock: (note) => unlock(needs, note),
    renewal: (note, language) => renew(needs, note, language),
    release: (note, language) => release(needs, note, language),
    anew: (note) => anew(needs, note),
  }

  app.post(
    '/cards/:id/counter',
    {
      preValidation: onlyDesk,
      schema: { params: cardParams, body: counterOrder, response: { 200: cardView } },
    },
    async (request) => {
      const seat = seatOf(needs, request)
      const { id } = request.params
      shelf.find(seat, id)
      await readers.away(id, () =>
        orders[request.body.order](shelf.find(seat, id), languageOf(request)),
      )
      if (givesTriesBack.has(request.body.order)) {
        for (const reader of readers.list(seat)) reader.unlocked(id)
      }
      return viewOfCard(shelf.find(seat, id))
    },
  )

  app.post(
    '/cards/:id/telephone',
    {
      preValidation: onlyDesk,
      schema: { params: cardParams, body: telephoneOrder, response: { 204: z.null() } },
    },
    async (request, reply) => {
      const { person } = holderOf(shelf.find(seatOf(needs, request), request.params.id))
      await staff.suspend(person, request.body.what, languageOf(request))
      reply.code(204)
      return null
    },
  )
}
