/** The municipal counter, with the card on its terminal: new certificates go into the card (5-A4, 5-B2). */
import { type ClientTokens, type components, unwrap } from '@kazashi/authority/api'
import type { Resident } from '@kazashi/card'
import { type CertificateKind, certificateKinds } from '@kazashi/lifecycle'
import { base64 } from '@kazashi/octets'
import { findPerson } from './on-the-hotline.ts'
import { ScenarioError } from './scenario-error.ts'
import { staff } from './staff.ts'
import { type NewKey, newKey, type TheCard } from './the-card.ts'
import type { World } from './world.ts'

type HandedOut = components['schemas']['HandedOutCard']

/** Puts keys made by the terminal, and the counter's certificates for them, into the card. */
function write(
  card: TheCard,
  keys: { readonly [kind in CertificateKind]?: NewKey },
  { certificates }: HandedOut,
): void {
  for (const kind of certificateKinds) {
    const [key, certificate] = [keys[kind], certificates[kind]]
    if (key === undefined) continue
    if (certificate === undefined) throw new ScenarioError('ASSERTION_FAILED', `no new ${kind}`)
    const issuer = base64.decode(certificates[`${kind}Ca`])
    card.write(kind, key, { certificate: base64.decode(certificate), issuer })
  }
}

/** The counter finds the resident by name and birth date. */
async function lookUp(world: World, resident: Resident) {
  const { person, card } = await findPerson(world, resident)
  if (card === null) throw new ScenarioError('ASSERTION_FAILED', 'the resident has no card')
  return { person, card: card.id }
}

/** 5-B2: a found card. @param tokens other than the counter's own @throws {AuthorityProblem} CARD_NOT_SUSPENDED, ROLE_REQUIRED */
export async function release(world: World, card: TheCard, tokens?: ClientTokens): Promise<void> {
  const { card: id } = await lookUp(world, card.resident())
  const signing = await newKey()
  const answer = await staff(world.sandbox, tokens).POST('/counter/cards/{id}/release', {
    params: { path: { id } },
    body: { signing: base64.encode(signing.request) },
  })
  write(card, { signing }, unwrap(answer))
}

/** 5-A4: both certificates of the card anew, until the fifth birthday from now. @throws {AuthorityProblem} */
export async function renew(world: World, card: TheCard): Promise<void> {
  const { card: id } = await lookUp(world, card.resident())
  const [signing, authentication] = [await newKey(), await newKey()]
  const answer = await staff(world.sandbox).POST('/counter/cards/{id}/renewal', {
    params: { path: { id } },
    body: {
      signing: base64.encode(signing.request),
      authentication: base64.encode(authentication.request),
    },
  })
  write(card, { signing, authentication }, unwrap(answer))
}

/** 転入届: the signing certificate holds the address, so it is issued anew. @throws {AuthorityProblem} CHANGE_REFUSED */
export async function moveHouse(world: World, card: TheCard, resident: Resident): Promise<void> {
  const { person: id } = await lookUp(world, card.resident())
  const signing = await newKey()
  const answer = await staff(world.sandbox).POST('/counter/people/{id}/changes', {
    params: { path: { id } },
    body: { change: 'move', resident, signing: base64.encode(signing.request) },
  })
  const handedOut = unwrap(answer)
  if (handedOut === undefined) throw new ScenarioError('ASSERTION_FAILED', 'no card in the answer')
  write(card, { signing }, handedOut)
}
