/** The kind of this phone: from the fragment of the address (the desk's phone frame), else from the browser itself. */
import type { PhonePlatform } from '@kazashi/lifecycle'

export interface DeviceDescription {
  readonly platform: PhonePlatform
  readonly model: string
  readonly osVersion: string
  /** Major version of Chrome where that is the browser; undefined: another one. */
  readonly chromeVersion: number | undefined
}

/** @param fragment `platform=android|iphone`, `model=…`, `os=…` @param userAgent as the browser says it */
export function describeDevice(fragment: URLSearchParams, userAgent: string): DeviceDescription {
  const asked = fragment.get('platform')
  const isIphone = asked === 'iphone' || (asked !== 'android' && /iPhone/.test(userAgent))
  const chrome = /Chrome\/(\d+)/.exec(userAgent)?.[1]
  return {
    platform: isIphone ? 'iphone' : 'android',
    model: fragment.get('model') ?? (isIphone ? 'iPhone 15' : 'Kazashi Android'),
    osVersion: fragment.get('os') ?? (isIphone ? '18.5' : '15'),
    chromeVersion: chrome === undefined ? undefined : Number(chrome),
  }
}

/** Which of the phones in this browser (`phone=NAME`): each has a database of its own. */
export function databaseName(fragment: URLSearchParams): string {
  const name = fragment.get('phone') ?? ''
  return /^[a-z0-9-]{1,20}$/.test(name) ? `kazashi-phone-${name}` : 'kazashi-phone'
}
