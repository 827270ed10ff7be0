/** Where a push may be sent (RFC 8030 §4): a phone names the address, so only the push services that are listed are asked. */

/** Of the browsers that have web push. `*.` stands for one or more labels. */
export const browserPushHosts: readonly string[] = [
  'fcm.googleapis.com', // Chrome, Edge on Android, Samsung Internet
  'updates.push.services.mozilla.com', // Firefox
  '*.push.apple.com', // Safari, home screen apps of iOS 16.4 and later
  '*.notify.windows.com', // Edge
]

export interface PushReach {
  /** Host names; `*.` at the beginning stands for one or more labels. */
  readonly hosts: readonly string[]
  /** This machine too, without HTTPS: for trying and for tests, never with real residents. */
  readonly loopback: boolean
}

const loopbackName = /^((.+\.)?localhost|127\.0\.0\.1|\[::1\])$/

const matches = (host: string, pattern: string): boolean =>
  pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern

/**
 * @returns undefined: not an address to send anything to. Names are compared, not addresses: the owners of the listed names
 * decide where they lead
 */
export function pushEndpoint(text: string, { hosts, loopback }: PushReach): URL | undefined {
  const url = URL.parse(text)
  if (url?.username !== '' || url.password !== '' || url.hash !== '') return undefined
  if (loopback && /^https?:$/.test(url.protocol) && loopbackName.test(url.hostname)) return url
  const listed = hosts.some((pattern) => matches(url.hostname, pattern))
  return listed && url.protocol === 'https:' && url.port === '' ? url : undefined
}
