/** The kind of this phone: as it was when it was first opened; before that from the address (the desk's phone frame), else from the browser itself. */
import { type Pace, type PhonePlatform, paces } from '@kazashi/lifecycle'

export interface StoredDevice {
  readonly platform: PhonePlatform
  readonly model: string
  readonly osVersion: string
}

export interface DeviceDescription extends StoredDevice {
  /** Major version of Chrome where that is the browser; undefined: another one. */
  readonly chromeVersion: number | undefined
}

/**
 * @param fragment `platform=android|iphone`, `model=…`, `os=…` @param userAgent as the browser says it
 * @param stored what the phone's record says: only the system is updated
 */
export function describeDevice(
  fragment: URLSearchParams,
  userAgent: string,
  stored?: StoredDevice,
): DeviceDescription {
  const asked = fragment.get('platform')
  const askedIphone = asked === 'iphone' || (asked !== 'android' && /iPhone/.test(userAgent))
  const isIphone = stored === undefined ? askedIphone : stored.platform === 'iphone'
  const isOurs = stored === undefined || asked === stored.platform
  const chrome = /Chrome\/(\d+)/.exec(userAgent)?.[1]
  return {
    platform: isIphone ? 'iphone' : 'android',
    model: stored?.model ?? fragment.get('model') ?? (isIphone ? 'iPhone 15' : 'Kazashi Android'),
    osVersion:
      (isOurs ? fragment.get('os') : null) ?? stored?.osVersion ?? (isIphone ? '18.5' : '15'),
    chromeVersion: chrome === undefined ? undefined : Number(chrome),
  }
}

/** Which of the phones in this browser (`phone=NAME`): each has a database of its own. */
export function databaseName(fragment: URLSearchParams): string {
  const name = fragment.get('phone') ?? ''
  return /^[a-z0-9-]{1,20}$/.test(name) ? `kazashi-phone-${name}` : 'kazashi-phone'
}

/** How long issuing takes in a sandbox (`pace=real`): the desk's phone shows the waiting, all others do not. */
export const paceOf = (fragment: URLSearchParams): Pace =>
  paces.find((pace) => pace === fragment.get('pace')) ?? 'at-once'
