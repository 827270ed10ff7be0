/**
 * Life of the biometric copy of a phone's authentication key (1-A③): (state, event) → state. The copy exists in the state
 * `on` and in no other. A missing cell is a refusal. The PIN comes first and stays; a change of it ends the copy.
 */

import type { CertificateKind } from './certificates.ts'

/** locked: the PIN is, and biometrics with it. */
export const biometricStates = ['off', 'on', 'locked'] as const
export type BiometricState = (typeof biometricStates)[number]

/**
 * `turn-on`: with the right PIN · `use`: the phone has recognised the person · `lock`: the last wrong PIN · `set-pin`: the PIN
 * was set anew or changed · `replace-key`: keys of a new registration take the place of this one · `end`: the key is erased,
 * for any reason
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

export const biometricLife: Readonly<
  Record<BiometricState, { readonly [E in BiometricEvent]?: BiometricState }>
> = {
  off: {
    'turn-on': 'on',
    lock: 'locked',
    'set-pin': 'off',
    'replace-key': 'off',
    end: 'off',
  },
  on: {
    'turn-on': 'on',
    use: 'on',
    'turn-off': 'off',
    lock: 'locked',
    'set-pin': 'off',
    'replace-key': 'off',
    end: 'off',
  },
  locked: {
    'set-pin': 'off',
    'replace-key': 'off',
    end: 'off',
  },
}

/** @returns undefined: refused */
export const stepBiometrics = (
  from: BiometricState,
  event: BiometricEvent,
): BiometricState | undefined => biometricLife[from][event]

/** User authentication only: a signature is always by password. */
export const mayUseBiometrics = (kind: CertificateKind): boolean => kind === 'authentication'
