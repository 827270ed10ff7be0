/** What the counter does with a card that was handed out before: unlocked, renewed, released, made anew, after a move. */
import { type Resident, setCertificate, setPrivateKey, setSecret } from '@kazashi/card'
import { type CertificateKind, certificateKinds } from '@kazashi/lifecycle'
import type { Staff } from './authority-staff.ts'
import { type CardNeeds, lastDay, noteOf } from './card-routes.ts'
import { type CounterAnswer, issueCard, newKey } from './issue-card.ts'
import { BoxProblem } from './problems.ts'
import type { CardNote } from './views.ts'

export interface CounterNeeds extends CardNeeds {
  readonly staff: Staff
}

type NewKeys = { readonly [kind in CertificateKind]?: Awaited<ReturnType<typeof newKey>> }

export const holderOf = ({ holder }: CardNote) => {
  if (holder === undefined) throw new BoxProblem('CARD_OF_BEFORE')
  return holder
}

/** The secrets of the paper; a card without a signing certificate has no password. */
const secretsOf = ({ signingPassword, ...pins }: CardNote['slip']) =>
  signingPassword === '' ? pins : { ...pins, signingPassword }

/** Secrets as on the paper, and all tries back. */
export async function unlock({ shelf }: CounterNeeds, { id, slip }: CardNote): Promise<void> {
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

export async function renew(needs: CounterNeeds, note: CardNote, language: string): Promise<void> {
  const signing = note.slip.signingPassword === '' ? undefined : await newKey()
  const authentication = await newKey()
  const requests = { signing: signing?.request, authentication: authentication.request }
  const answer = await needs.staff.renew(holderOf(note).card, requests, language)
  await write(needs, note, { ...(signing && { signing }), authentication }, answer)
}

export async function release(
  needs: CounterNeeds,
  note: CardNote,
  language: string,
): Promise<void> {
  const signing = note.slip.signingPassword === '' ? undefined : await newKey()
  const answer = await needs.staff.release(
    holderOf(note).card,
    { signing: signing?.request },
    language,
  )
  await write(needs, note, signing ? { signing } : {}, answer)
}

/** A move or a new name: the signing certificates of card and phone end, and the card gets another. */
export async function change(
  needs: CounterNeeds,
  note: CardNote,
  resident: Resident,
  { what, language }: { readonly what: 'move' | 'name'; readonly language: string },
): Promise<void> {
  const signing = await newKey()
  const { person } = holderOf(note)
  const asked = { what, resident, signing: signing.request }
  const answer = await needs.staff.change(person, asked, language)
  await write(needs, note, { signing }, answer)
}

/** A new card with the same secrets: the one before ends, and so does everything that depended on it on a phone. */
export async function anew({ shelf, counter }: CounterNeeds, note: CardNote): Promise<void> {
  const { resident } = holderOf(note)
  const wish = { secrets: secretsOf(note.slip), signing: note.slip.signingPassword !== '' }
  const { contents, ...issued } = await issueCard(counter, resident, wish)
  await shelf.replace({ ...note, ...noteOf(issued) }, contents)
}
