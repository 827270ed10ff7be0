/** Where the parties of a running Kazashi are, from what a person typed after `--server`. */
import { type Origins, originsFor } from '@kazashi/serve'

/** Where `kazashi start` runs unless told otherwise. */
export const usualServer = 'http://localhost:8080'

const thisMachine = /(^|\.)localhost$|^127\.0\.0\.1$|^\[::1\]$/

/**
 * @param server a template with `{party}`, or any address on this machine: `http://localhost:PORT`, that of a party …
 * @returns undefined: neither
 */
export function originsAt(server: string): Origins | undefined {
  const url = URL.parse(server.replaceAll('{party}', 'party'))
  if (url === null) return undefined
  if (server.includes('{party}')) return originsFor(server)
  if (url.protocol !== 'http:' || !thisMachine.test(url.hostname)) return undefined
  return originsFor(Number(url.port === '' ? 80 : url.port))
}
