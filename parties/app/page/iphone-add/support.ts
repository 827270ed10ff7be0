/** 3-A, 3-B: is this phone among those the authority supports? */
import type { PhonePlatform } from '@kazashi/lifecycle'
import type { SupportedPhones } from '@kazashi/phone'
import { compareVersions } from '../phone/compare-versions.ts'
import type { Support } from './table.ts'

export interface ThisPhone {
  readonly platform: PhonePlatform
  readonly model: string
  readonly osVersion: string
  readonly appVersion: string
}

const isAtLeast = (own: string, needed: string): boolean => compareVersions(own, needed) >= 0

/** The first reason against it, in the order in which a person would fix it. */
export function supportOf(phone: ThisPhone, supported: SupportedPhones): Support {
  const known = supported.phones.find(
    ({ platform, model }) => platform === phone.platform && model === phone.model,
  )
  if (known === undefined) return { name: 'model' }
  const { minimumOsVersion } = known
  if (!isAtLeast(phone.osVersion, minimumOsVersion)) {
    return { name: 'os', own: phone.osVersion, needed: minimumOsVersion }
  }
  const { minimumAppVersion } = supported
  if (!isAtLeast(phone.appVersion, minimumAppVersion)) {
    return { name: 'app', own: phone.appVersion, needed: minimumAppVersion }
  }
  return { name: 'supported' }
}
