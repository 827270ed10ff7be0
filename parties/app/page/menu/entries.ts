/** Entries of the menu, by the state of the phone. */
import { isOperating } from '@kazashi/ui'
import type { PhoneSummary } from '../phone/phone-summary.ts'
import type { PlaceName } from '../place-name.ts'

export interface MenuEntry {
  readonly words:
    | 'apply'
    | 'goOn'
    | 'switch'
    | 'register'
    | 'resume'
    | 'revoke'
    | 'resetSecret'
    | 'hold'
    | 'biometrics'
    | 'resetPhone'
    | 'status'
    | 'notices'
    | 'newPhone'
    | 'install'
    | 'loss'
    | 'help'
  readonly place: PlaceName
}

const apply: MenuEntry = { words: 'apply', place: 'apply' }
const takeOver: MenuEntry = { words: 'switch', place: 'switch' }
const revoke: MenuEntry = { words: 'revoke', place: 'revoke' }
const hold: MenuEntry = { words: 'hold', place: 'hold' }
const biometrics: MenuEntry = { words: 'biometrics', place: 'biometrics' }

type Shown = Pick<PhoneSummary, 'name' | 'purpose' | 'certificates' | 'unknown'>

/** 1-A③: where the certificate that logs in is in use. */
export const biometricEntry = ({ certificates }: Pick<PhoneSummary, 'certificates'>): boolean =>
  certificates.some(({ kind }) => kind === 'authentication')

function ofCertificates({ name, purpose, certificates, unknown }: Shown): MenuEntry[] {
  if (unknown) return [{ words: 'resetPhone', place: 'reset-phone' }]
  switch (name) {
    case 'nothing':
    case 'ended':
      return [apply, takeOver]
    case 'unfinished':
      return [
        { words: 'goOn', place: purpose === undefined || purpose === 'new' ? 'apply' : purpose },
      ]
    case 'waiting':
      return []
    case 'ready':
      return [{ words: 'register', place: 'register' }]
    case 'active':
      return [
        ...(biometricEntry({ certificates }) ? [...(isOperating() ? [] : [hold]), biometrics] : []),
        { words: 'resetSecret', place: 'reset-secret' },
        revoke,
      ]
    case 'suspended':
      return [{ words: 'resume', place: 'resume' }, revoke]
  }
}

/** @param installed it is on the home screen already */
export const menuEntries = (summary: Shown, installed: boolean) => ({
  certificates: [...ofCertificates(summary), { words: 'status', place: 'status' } as const],
  other: [
    { words: 'notices', place: 'notices' },
    { words: 'newPhone', place: 'new-phone' },
    ...(installed ? [] : [{ words: 'install', place: 'install' } as const]),
    { words: 'loss', place: 'loss' },
    { words: 'help', place: 'help' },
  ] as const satisfies readonly MenuEntry[],
})
