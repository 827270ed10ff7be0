/** 2-A, 2-B: the checks before the first secret is asked: the phone's model and system, the browser, the app, the credential on it. */
import type { ApplicationPurpose } from '@kazashi/lifecycle'
import type { SupportedPhones } from '@kazashi/phone'
import type { FaultCode } from '../faults/codes.ts'
import type { Refusal } from '../faults/refusal.ts'
import { compareVersions } from '../phone/compare-versions.ts'
import type { PhoneSummary } from '../phone/phone-summary.ts'
import type { DeviceDescription } from '../phone/platform.ts'

/** 2-B: ブラウザChrome69以上. */
const oldestChrome = 69
/** 2-B: Android6.0以上. */
const oldestAndroid = '6.0'

export interface Checked {
  readonly hasReader: boolean
  readonly device: DeviceDescription
  readonly appVersion: string
  readonly supported: SupportedPhones
  readonly summary: Pick<PhoneSummary, 'name'>
  readonly purpose: ApplicationPurpose
}

function refusalOfCondition({ summary, purpose }: Checked): FaultCode | undefined {
  switch (summary.name) {
    case 'waiting':
    case 'ready':
      return 'ALREADY_APPLIED'
    case 'active':
      return purpose === 'resume' ? 'NOT_SUSPENDED' : 'CREDENTIAL_PRESENT'
    case 'suspended':
      return purpose === 'resume' ? undefined : 'CREDENTIAL_SUSPENDED'
    default:
      return undefined
  }
}

/** The hindrances, in the order in which a person meets them; empty: the first secret may be asked. */
export function unmetPreconditions(checked: Checked): readonly Refusal[] {
  const { device, appVersion, supported, hasReader } = checked
  const model = supported.phones.find(
    (phone) => phone.platform === device.platform && phone.model === device.model,
  )
  const least = model?.minimumOsVersion ?? oldestAndroid
  const android = device.platform === 'android'
  const codes: readonly (FaultCode | undefined)[] = [
    hasReader ? undefined : 'READER_MISSING',
    model === undefined ? 'PHONE_NOT_SUPPORTED' : undefined,
    compareVersions(device.osVersion, least) < 0 ? 'OS_TOO_OLD' : undefined,
    android && (device.chromeVersion ?? oldestChrome) < oldestChrome
      ? 'BROWSER_TOO_OLD'
      : undefined,
    compareVersions(appVersion, supported.minimumAppVersion) < 0 ? 'APP_TOO_OLD' : undefined,
    refusalOfCondition(checked),
  ]
  return codes.flatMap((code) => (code === undefined ? [] : [{ code }]))
}
