/** What stands in the menu, by how the phone stands. */
import type { Glance } from '../../phone/glance.ts'
import type { PlaceName } from '../../place.ts'

export interface MenuEntry {
  readonly words:
    | 'apply'
    | 'goOn'
    | 'switch'
    | 'register'
    | 'resume'
    | 'revoke'
    | 'anew'
    | 'biometrics'
    | 'afresh'
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
const biometrics: MenuEntry = { words: 'biometrics', place: 'biometrics' }

type Standing = Pick<Glance, 'name' | 'purpose' | 'certificates' | 'unknown'>

/** 1-A③: for whoever has the certificate that logs in. */
export const biometricEntry = ({ certificates }: Pick<Glance, 'certificates'>): boolean =>
  certificates.some(({ kind }) => kind === 'authentication')

function ofCertificates({ name, purpose, certificates, unknown }: Standing): MenuEntry[] {
  if (unknown) return [{ words: 'afresh', place: 'afresh' }]
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
        ...(biometricEntry({ certificates }) ? [biometrics] : []),
        { words: 'anew', place: 'secret-anew' },
        revoke,
      ]
    case 'suspended':
      return [{ words: 'resume', place: 'resume' }, revoke]
  }
}

/** @param installed it is on the home screen already */
export const menuEntries = (standing: Standing, installed: boolean) => ({
  certificates: [...ofCertificates(standing), { words: 'status', place: 'status' } as const],
  other: [
    { words: 'notices', place: 'notices' },
    { words: 'newPhone', place: 'new-phone' },
    ...(installed ? [] : [{ words: 'install', place: 'install' } as const]),
    { words: 'loss', place: 'loss' },
    { words: 'help', place: 'help' },
  ] as const satisfies readonly MenuEntry[],
})
