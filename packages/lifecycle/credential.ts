/**
 * Life of a phone credential (2-C…2-F, 4-B, 5-B1…3): (state, event) → (state, effects). A missing cell is a refusal.
 * Effects are names; the keeper of the records carries them out in the transaction that stores the new state.
 */

export const credentialStates = [
  'applied',
  'issued',
  'active',
  'suspended',
  'replaced',
  'ended',
] as const
export type CredentialState = (typeof credentialStates)[number]

export const credentialEvents = [
  'issue',
  'withdraw',
  'lapse',
  'register',
  'suspend',
  'resume',
  'revoke-one',
  'revoke-all',
  'delete',
  'card-ended',
  'switch',
] as const
export type CredentialEvent = (typeof credentialEvents)[number]

/** sign: make the certificates · publish: their status changes for everyone who asks · revoke: for good · hold: until released · notify: tell the person */
export type CredentialEffect = 'sign' | 'publish' | 'revoke' | 'hold' | 'notify'

export type CredentialCell = readonly [to: CredentialState, ...effects: CredentialEffect[]]

/**
 * `revoke-one` leaves the other kind in use; with one kind only it is `revoke-all`. `delete` is 3-F: by the card, from
 * another phone, wherever it stands. `suspend` ends one not registered yet: nobody knows who holds the phone. `resume`
 * asks for a new application, so the held certificates end then. `card-ended` covers expiry, renewal and revocation of the
 * card's certificates. `switch` happens to the old one when the new one registers (4-B); a suspended one is resumed instead.
 */
export const phoneCredential: Readonly<
  Record<CredentialState, { readonly [E in CredentialEvent]?: CredentialCell }>
> = {
  applied: {
    issue: ['issued', 'sign', 'notify'],
    withdraw: ['ended'],
    suspend: ['ended', 'notify'],
    delete: ['ended', 'notify'],
    'card-ended': ['ended', 'notify'],
  },
  issued: {
    register: ['active', 'publish'],
    withdraw: ['ended', 'revoke', 'publish'],
    lapse: ['ended', 'revoke', 'publish', 'notify'],
    suspend: ['ended', 'revoke', 'publish', 'notify'],
    delete: ['ended', 'revoke', 'publish', 'notify'],
    'card-ended': ['ended', 'revoke', 'publish', 'notify'],
  },
  active: {
    suspend: ['suspended', 'hold', 'publish', 'notify'],
    'revoke-one': ['active', 'revoke', 'publish', 'notify'],
    'revoke-all': ['ended', 'revoke', 'publish', 'notify'],
    delete: ['ended', 'revoke', 'publish', 'notify'],
    'card-ended': ['ended', 'revoke', 'publish', 'notify'],
    switch: ['ended', 'revoke', 'publish', 'notify'],
  },
  suspended: {
    resume: ['replaced', 'revoke', 'publish', 'notify'],
    'revoke-one': ['suspended', 'revoke', 'publish', 'notify'],
    'revoke-all': ['ended', 'revoke', 'publish', 'notify'],
    delete: ['ended', 'revoke', 'publish', 'notify'],
    'card-ended': ['ended', 'revoke', 'publish', 'notify'],
  },
  replaced: {},
  ended: {},
}

/** Why a credential is suspended, replaced or ended; stays for ever. */
export const credentialReasons = [
  'withdrawn',
  'lapsed',
  'revoked',
  'revoked-by-card',
  'deleted-by-card',
  'switched',
  'resumed',
  'lost',
  'stolen',
  'expired',
  'card-ended',
  'card-returned',
  'card-renewed',
  'card-reissued',
  'moved',
  'name-changed',
  'died',
] as const
export type CredentialReason = (typeof credentialReasons)[number]

/** @returns undefined: refused */
export const stepCredential = (
  from: CredentialState,
  event: CredentialEvent,
): CredentialCell | undefined => phoneCredential[from][event]

/** It no longer stands in the way of another one. */
export const credentialIsOver = (state: CredentialState): boolean =>
  state === 'replaced' || state === 'ended'

/** An issued credential that nobody registered for this long lapses. */
export const registrationDays = 30
