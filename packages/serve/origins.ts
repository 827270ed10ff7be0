/**
 * Each party's own origin (RFC 6454), as browsers see it; cookies, CORS and redirects then are as real as in production. All of
 * them are one site (HTML §7.1.1), so that a frame of the desk has the storage that the same page has in a window of its own.
 */

export const partyNames = [
  'authority',
  'app',
  'gate',
  'portal',
  'box',
  'desk',
  'bank',
  'clinic',
  'kiosk',
  'cashless',
  'mobile',
] as const
export type PartyName = (typeof partyNames)[number]

/** Registrable domain of a Kazashi on this machine: `localhost` is a public suffix (RFC 6761 §6.3), the label before it makes the site. */
const localSite = 'kazashi.localhost'

/** `repository` is where certificates point for CA certificates, CRLs and OCSP; the authority answers there too. */
export type Origins = Readonly<Record<PartyName | 'repository', string>>

/**
 * @param place a port: `http://NAME.kazashi.localhost:PORT`, the repository at plain `http://localhost:PORT`, because openssl
 *   and most programs ask the system, which often does not know `*.localhost`; or a template with `{party}`,
 *   e.g. `https://{party}.example`, the repository's name then being `repository`
 * @throws {TypeError} when a template does not give an http(s) origin without a path
 */
export function originsFor(place: number | string): Origins {
  const origin = (name: string): string => {
    if (typeof place === 'number') {
      const host = name === 'repository' ? 'localhost' : `${name}.${localSite}`
      return new URL(`http://${host}:${place}`).origin // without the scheme's own port, as browsers name it
    }
    const url = new URL(place.replaceAll('{party}', name))
    if (!/^https?:$/.test(url.protocol) || url.pathname !== '/' || !place.includes('{party}')) {
      throw new TypeError('a template is an http or https origin with {party} in it')
    }
    return url.origin
  }
  return {
    authority: origin('authority'),
    app: origin('app'),
    gate: origin('gate'),
    portal: origin('portal'),
    box: origin('box'),
    desk: origin('desk'),
    bank: origin('bank'),
    clinic: origin('clinic'),
    kiosk: origin('kiosk'),
    cashless: origin('cashless'),
    mobile: origin('mobile'),
    repository: origin('repository'),
  }
}

/** The value of a Host header that `origin` is asked with (RFC 9110 §7.2): name, and port unless it is the scheme's own. */
export const hostOf = (origin: string): string => new URL(origin).host

/**
 * Host headers that mean `name`. The repository also goes by its name without a port: OpenSSL 3.0 asks an OCSP responder
 * that way, whatever the port.
 */
export function hostsOf(name: PartyName | 'repository', origins: Origins): readonly string[] {
  const host = hostOf(origins[name])
  return name === 'repository' ? [host, new URL(origins[name]).hostname] : [host]
}

/** The party of a Host header; undefined: none of ours, to be refused (DNS rebinding). */
export function partyOf(
  host: string | undefined,
  origins: Origins,
): PartyName | 'repository' | undefined {
  const asked = host?.toLowerCase()
  const names = [...partyNames, 'repository' as const]
  return names.find((name) => hostsOf(name, origins).some((host) => host === asked))
}

/**
 * The party that `host` meant before all of them became one site (decision 0027): `NAME.localhost:PORT`. The bare name of the
 * site means the desk, as plain `localhost` does. undefined: neither, and always behind a proxy
 */
export function partyElsewhere(host: string | undefined, origins: Origins): PartyName | undefined {
  const asked = host?.toLowerCase()
  const { hostname, port } = new URL(origins.desk)
  if (hostname !== `desk.${localSite}`) return undefined
  const end = port === '' ? '' : `:${port}`
  if (asked === `${localSite}${end}`) return 'desk'
  return partyNames.find((name) => asked === `${name}.localhost${end}`)
}
