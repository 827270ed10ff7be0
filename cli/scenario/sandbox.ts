/** A running Kazashi as a scenario meets it: by HTTP alone, as any program could. */
import { type AuthorityClient, authorityClient, unwrap } from '@kazashi/authority/api'
import { isOpen, nextOpening } from '@kazashi/lifecycle'
import { localFetch, type Origins, originsFor } from '@kazashi/serve'
import { parseTrust, type TrustAnchor } from '@kazashi/verify'
import { ScenarioError } from './scenario-error.ts'

export interface Sandbox {
  readonly origins: Origins
  readonly authority: AuthorityClient
  readonly fetch: typeof globalThis.fetch
  readonly anchors: readonly TrustAnchor[]
  /** The sandbox's time, as it was last asked for. */
  now(): Date
  /** Asks for the sandbox's time; outside the issuing hours moves its clock. @returns where to, if it was moved */
  intoIssuingHours(): Promise<Date | undefined>
}

/** Issuing takes a moment, so the last minutes of the hours are left alone. */
const lastMinutes = 10 * 60_000

/** @param server `http://localhost:PORT`, any of its `NAME.localhost`, or a template with `{party}` */
export function originsOf(server: string): Origins {
  if (server.includes('{party}')) return originsFor(server)
  const url = URL.parse(server)
  const local = url !== null && /(^|\.)localhost$|^127\.0\.0\.1$|^\[::1\]$/.test(url.hostname)
  if (!local || url.protocol !== 'http:') {
    throw new ScenarioError(
      'SERVER_UNREACHABLE',
      'write it as http://localhost:PORT or https://{party}.example',
    )
  }
  return originsFor(Number(url.port === '' ? 80 : url.port))
}

/** @throws {ScenarioError} SERVER_UNREACHABLE, SERVER_NOT_SANDBOX */
export async function openSandbox(server: string): Promise<Sandbox> {
  const origins = originsOf(server)
  const authority = authorityClient(origins.authority, localFetch)
  let trust: { readonly sandbox: boolean }
  try {
    trust = unwrap(await authority.GET('/trust'))
  } catch (cause) {
    throw new ScenarioError('SERVER_UNREACHABLE', origins.authority, cause)
  }
  if (!trust.sandbox) throw new ScenarioError('SERVER_NOT_SANDBOX', origins.authority)
  let offset = 0
  const now = () => new Date(Date.now() + offset)
  const took = (clock: { readonly now: string }) => {
    offset = new Date(clock.now).getTime() - Date.now()
  }
  return {
    origins,
    authority,
    fetch: localFetch,
    anchors: parseTrust(trust),
    now,
    async intoIssuingHours() {
      took(unwrap(await authority.GET('/sandbox/clock')))
      const soon = new Date(now().getTime() + lastMinutes)
      if (isOpen(now()) && isOpen(soon)) return undefined
      const to = nextOpening(soon)
      took(unwrap(await authority.PUT('/sandbox/clock', { body: { now: to.toISOString() } })))
      return to
    },
  }
}
