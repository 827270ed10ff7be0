/** Each party's own origin (RFC 6454), as browsers see it; cookies, CORS and redirects then are as real as in production. */

export const partyNames = ['authority', 'app', 'portal', 'box', 'desk'] as const
export type PartyName = (typeof partyNames)[number]

/** `repository` is where certificates point for CA certificates, CRLs and OCSP; the authority answers there too. */
export type Origins = Readonly<Record<PartyName | 'repository', string>>

/**
 * @param place a port: `http://NAME.localhost:PORT`, the repository at plain `http://localhost:PORT`, because openssl and
 *   most programs ask the system, which often does not know `*.localhost`; or a template with `{party}`,
 *   e.g. `https://{party}.example`, the repository's name then being `repository`
 * @throws {TypeError} when a template does not give an http(s) origin without a path
 */
export function originsFor(place: number | string): Origins {
  const origin = (name: string): string => {
    if (typeof place === 'number') {
      return name === 'repository'
        ? `http://localhost:${place}`
        : `http://${name}.localhost:${place}`
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
    portal: origin('portal'),
    box: origin('box'),
    desk: origin('desk'),
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
