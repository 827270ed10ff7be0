/**
 * Life of the biometric copy of a phone's authentication key (1-A③): (state, event) → (state, effects). A missing cell is a
 * refusal. The PIN comes first and stays: what happens to it happens to the copy.
 */

import type { CertificateKind } from './certificates.ts'

/** locked: the PIN is, and biometrics with it. */
export const biometricStates = ['off', 'on', 'locked'] as const
export type BiometricState = (typeof biometricStates)[number]

/**
 * `turn-on`: with the right PIN · `use`: the phone has recognised the person · `lock`: the last wrong PIN · `set-pin`: the PIN
 * was set anew or changed · `replace-key`: keys of a new registration take the place of this one · `end`: the key is erased,
 * whatever for
 */
export const biometricEvents = [
  'turn-on',
  'use',
  'turn-off',
  'lock',
  'set-pin',
  'replace-key',
  'end',
] as const
export type BiometricEvent = (typeof biometricEvents)[number]

/** seal: make a copy · release: the key may sign, no try is touched · erase: the copy is gone for good */
export type BiometricEffect = 'seal' | 'release' | 'erase'
export type BiometricCell = readonly [to: BiometricState, ...effects: BiometricEffect[]]

export const biometricLife: Readonly<
  Record<BiometricState, { readonly [E in BiometricEvent]?: BiometricCell }>
> = {
  off: {
    'turn-on': ['on', 'seal'],
    lock: ['locked'],
    'set-pin': ['off'],
    'replace-key': ['off'],
    end: ['off'],
  },
  on: {
    'turn-on': ['on', 'erase', 'seal'],
    use: ['on', 'release'],
    'turn-off': ['off', 'erase'],
    lock: ['locked', 'erase'],
    'set-pin': ['off', 'erase'],
    'replace-key': ['off', 'erase'],
    end: ['off', 'erase'],
  },
  locked: {
    'set-pin': ['off'],
    'replace-key': ['off'],
    end: ['off'],
  },
}

/** @returns undefined: refused */
export const stepBiometrics = (
  from: BiometricState,
  event: BiometricEvent,
): BiometricCell | undefined => biometricLife[from][event]

/** User authentication only: a signature is always by password. */
export const mayUseBiometrics = (kind: CertificateKind): boolean => kind === 'authentication'
