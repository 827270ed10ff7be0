/** A running Kazashi as a scenario meets it: by HTTP alone, as any program could. */
import {
  type AuthorityClient,
  AuthorityProblem,
  authorityClient,
  unwrap,
} from '@kazashi/authority/api'
import { localFetch, type Origins } from '@kazashi/serve'
import { parseTrust, type TrustAnchor } from '@kazashi/verify'
import { ClassEntryError, instructorHeaders, type RoleTokens } from '../class-entry.ts'
import { originsAt } from '../origins-at.ts'
import { readTokens } from './role-tokens.ts'
import { ScenarioError } from './scenario-error.ts'

export interface PublishedAnchor extends TrustAnchor {
  /** 1 for the first. One that no year needed was never made, so the next may be 3. */
  readonly generation: number
}

export interface Sandbox {
  readonly origins: Origins
  readonly authority: AuthorityClient
  readonly fetch: typeof globalThis.fetch
  /** Of counter, hotline and operator. */
  readonly tokens: RoleTokens
  /** As published now: moving the clock may have brought a new generation of CAs. */
  anchors(): Promise<readonly PublishedAnchor[]>
  /** The sandbox's time, as it was last asked for. */
  now(): Date
  /** Seconds that the sandbox is ahead of the real time, as it was last asked for. */
  offsetSeconds(): number
  /** Moves the clock of every party. @throws {ClassEntryError} INSTRUCTOR_TOKEN_MISSING, INSTRUCTOR_TOKEN_WRONG */
  moveClock(to: { readonly now: Date } | { readonly offsetSeconds: number }): Promise<void>
}

/** @throws {ClassEntryError} where the clock is an instructor's */
async function movedClock(
  authority: AuthorityClient,
  body: { readonly now: string } | { readonly offsetSeconds: number },
) {
  const headers = instructorHeaders()
  try {
    return unwrap(await authority.PUT('/sandbox/clock', { body, headers }))
  } catch (error) {
    if (!(error instanceof AuthorityProblem) || error.code !== 'ROLE_REQUIRED') throw error
    const isGiven = headers.authorization !== undefined
    throw new ClassEntryError(isGiven ? 'INSTRUCTOR_TOKEN_WRONG' : 'INSTRUCTOR_TOKEN_MISSING')
  }
}

/** @throws {ScenarioError} SERVER_UNREACHABLE, SERVER_NOT_SANDBOX; {ClassEntryError} of a class */
export async function openSandbox(server: string): Promise<Sandbox> {
  const origins = originsAt(server)
  if (origins === undefined) {
    throw new ScenarioError(
      'SERVER_UNREACHABLE',
      'write it as http://localhost:PORT or https://{party}.example',
    )
  }
  const authority = authorityClient(origins.authority, localFetch)
  let trust: { readonly sandbox: boolean }
  try {
    trust = unwrap(await authority.GET('/trust'))
  } catch (cause) {
    throw new ScenarioError('SERVER_UNREACHABLE', { detail: origins.authority, cause })
  }
  if (!trust.sandbox) throw new ScenarioError('SERVER_NOT_SANDBOX', origins.authority)
  let aheadBy = 0
  let offsetSeconds = 0
  const took = (clock: { readonly now: string; readonly offsetSeconds: number }) => {
    aheadBy = new Date(clock.now).getTime() - Date.now()
    offsetSeconds = clock.offsetSeconds
  }
  took(unwrap(await authority.GET('/sandbox/clock')))
  return {
    origins,
    authority,
    fetch: localFetch,
    tokens: await readTokens(origins, localFetch),
    anchors: async () => {
      const published = unwrap(await authority.GET('/trust'))
      const generations = published.anchors.map(({ generation }) => generation)
      return parseTrust(published).map((anchor, at) => ({
        ...anchor,
        generation: generations[at] ?? 1,
      }))
    },
    now: () => new Date(Date.now() + aheadBy),
    offsetSeconds: () => offsetSeconds,
    async moveClock(to) {
      const body = 'now' in to ? { now: to.now.toISOString() } : to
      took(await movedClock(authority, body))
    },
  }
}
