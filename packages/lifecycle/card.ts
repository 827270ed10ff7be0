/**
 * Life of a card and of its two certificates (5-A4, 5-B1, 5-B2): (state, event) → (state, effects). A missing cell is a
 * refusal. The card decides what happens to its certificates and to the phone that hangs on them, as named effects.
 */
import { ageAt } from './birthdays.ts'
import type { CertificateKind, CertificateStatus } from './certificates.ts'
import type { CredentialEvent, CredentialState } from './credential.ts'

export const cardStates = ['in-use', 'suspended', 'ended'] as const
export type CardState = (typeof cardStates)[number]

export const cardEvents = ['suspend', 'release', 'renew', 'move', 'rename', 'end'] as const
export type CardEvent = (typeof cardEvents)[number]

/** Never 'signed': a certificate is on a card when it is registered. */
export const cardCertificateStates = [
  'good',
  'hold',
  'revoked',
] as const satisfies readonly CertificateStatus[]
export type CardCertificateState = (typeof cardCertificateStates)[number]

export const cardCertificateEvents = ['suspend', 'release', 'replace', 'revoke'] as const
export type CardCertificateEvent = (typeof cardCertificateEvents)[number]

/** signing, authentication: that event happens to the certificate. phone: the credential that hangs on the card's certificates follows. */
export type CardEffect =
  | `signing: ${CardCertificateEvent}`
  | `authentication: ${CardCertificateEvent}`
  | 'phone: signing-ended'
  | 'phone: card-ended'

export type CardCell = readonly [to: CardState, ...effects: CardEffect[]]

/**
 * A suspended card lets the phone go on (5-B1). It is released first, with the card at the counter, before
 * anything is renewed or changed on it; it can end at any time.
 */
export const cardLife: Readonly<Record<CardState, { readonly [E in CardEvent]?: CardCell }>> = {
  'in-use': {
    suspend: ['suspended', 'signing: suspend', 'authentication: suspend'],
    renew: ['in-use', 'signing: replace', 'authentication: replace', 'phone: card-ended'],
    move: ['in-use', 'signing: replace', 'phone: signing-ended'],
    rename: ['in-use', 'signing: replace', 'phone: signing-ended'],
    end: ['ended', 'signing: revoke', 'authentication: revoke', 'phone: card-ended'],
  },
  suspended: {
    release: ['in-use', 'signing: replace', 'authentication: release', 'phone: signing-ended'],
    end: ['ended', 'signing: revoke', 'authentication: revoke', 'phone: card-ended'],
  },
  ended: {},
}

/** publish: its status changes for everyone who asks · issue: another one takes its place, for a new key */
export type CardCertificateEffect = 'publish' | 'issue'
export type CardCertificateCell = readonly [
  to: CardCertificateState,
  ...effects: CardCertificateEffect[],
]
type CertificateLife = Readonly<
  Record<CardCertificateState, { readonly [E in CardCertificateEvent]?: CardCertificateCell }>
>

/** 5-B2: a suspended signing certificate never becomes good again, it is replaced; the authentication certificate may. */
export const cardCertificateLife: Readonly<Record<CertificateKind, CertificateLife>> = {
  signing: {
    good: {
      suspend: ['hold', 'publish'],
      replace: ['revoked', 'publish', 'issue'],
      revoke: ['revoked', 'publish'],
    },
    hold: {
      replace: ['revoked', 'publish', 'issue'],
      revoke: ['revoked', 'publish'],
    },
    revoked: {},
  },
  authentication: {
    good: {
      suspend: ['hold', 'publish'],
      replace: ['revoked', 'publish', 'issue'],
      revoke: ['revoked', 'publish'],
    },
    hold: {
      release: ['good', 'publish'],
      revoke: ['revoked', 'publish'],
    },
    revoked: {},
  },
}

/** @returns undefined: refused */
export const stepCard = (from: CardState, event: CardEvent): CardCell | undefined =>
  cardLife[from][event]

/** @returns undefined: refused */
export const stepCardCertificate = (
  kind: CertificateKind,
  from: CardCertificateState,
  event: CardCertificateEvent,
): CardCertificateCell | undefined => cardCertificateLife[kind][from][event]

/**
 * The event for a phone credential when the card's signing certificate ended and the other one did not (5-B2, a move, a new
 * name): one that is registered loses its signing certificate, one that is on its way has to be applied for anew.
 * @param kinds of the credential that are not revoked @returns undefined: nothing
 */
export function signingEndedEvent(
  state: CredentialState,
  kinds: readonly CertificateKind[],
): Extract<CredentialEvent, 'revoke-one' | 'card-ended'> | undefined {
  if (!kinds.includes('signing')) return undefined
  const registered = state === 'active' || state === 'suspended'
  return registered && kinds.length > 1 ? 'revoke-one' : 'card-ended'
}

/** A person younger than this gets no signing certificate, unless it is asked for explicitly (公的個人認証: 15歳未満). */
export const signingAge = 15

/**
 * May the counter put a signing certificate on this person's card?
 * @param birthDate YYYY-MM-DD @param askedFor explicitly, by the child's guardian
 * @throws {ValidityError} BIRTH_DATE_INVALID
 */
export const signingRefusal = (
  now: Date,
  birthDate: string,
  askedFor: boolean,
): 'SIGNING_UNDER_AGE' | undefined =>
  ageAt(now, birthDate) < signingAge && !askedFor ? 'SIGNING_UNDER_AGE' : undefined
