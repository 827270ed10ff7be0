/** Where a login begins: who asks and for what, and whether a person answers it, a robot phone, or the catalogue of cases. */
import type { Trust } from '@kazashi/login'
import type { Origins } from '@kazashi/serve'
import type { Provider } from 'oidc-provider'
import { z } from 'zod'
import { type Armed, wantedBy } from './cases/wanted.ts'
import { claimsIn } from './claims.ts'
import type { Asked, LoginRequests } from './database/login-requests.ts'
import { isOwnError } from './outcomes.ts'
import type { Robots } from './robots.ts'

/** Of an authorization request that the provider has looked at. */
export const openid = z.object({
  client_id: z.string(),
  scope: z.string(),
  /** OpenID Connect Core 1.0 §5.5, JSON. */
  claims: z.string().optional(),
  login_hint: z.string().optional(),
  ui_locales: z.string().optional(),
  sign_transaction_id: z.uuid().optional(),
})

/** Of the request that a phone opens. */
export const addressOf = ({ gate }: Origins, id: string) => `${gate}/login-requests/${id}`

/** Who asks, and for what; the same as long as the login waits. */
export async function askedBy(provider: Provider, params: unknown): Promise<Asked> {
  const { client_id, scope, claims, sign_transaction_id: transaction } = openid.parse(params)
  const client = await provider.Client.find(client_id)
  return {
    relyingParty: client?.clientName ?? client_id,
    ...claimsIn(scope, claims),
    ...(transaction !== undefined && { transaction }),
  }
}

/** Robots that answer, and cases of the catalogue. */
export interface Rehearsal {
  readonly robots: Robots
  /** Taken for one request. */
  readonly armed: (clientId: string) => Promise<Armed | undefined>
}

/** As the robot that a `login_hint` names went on: to the answer, or to the error; everybody else to the page. */
export async function pageOf(
  id: string,
  params: Readonly<Record<string, unknown>>,
  needs: {
    readonly origins: Origins
    readonly provider: () => Provider
    readonly trust: Trust
    readonly requests: LoginRequests
    readonly rehearsal: Rehearsal | undefined
  },
): Promise<string> {
  const { origins, provider, trust, requests, rehearsal } = needs
  const page = `${origins.gate}/login/${id}`
  const { client_id: client, login_hint: hint, ui_locales: locales } = openid.parse(params)
  const language = locales?.split(' ').find((tag) => /^(ja|en)\b/i.test(tag))
  const shown = language === undefined ? page : `${page}#lang=${language.slice(0, 2).toLowerCase()}`
  if (rehearsal === undefined) return shown
  const { robot, fault } = wantedBy(hint, await rehearsal.armed(client))
  if (robot === undefined && fault === undefined) return shown
  const asked = { ...(await askedBy(provider(), params)), ...(fault && { fault }) }
  const { request } = await requests.ask(id, asked, await trust.now())
  if (fault !== undefined && isOwnError(fault)) return `${page}/stop`
  if (robot === undefined) return shown
  const outcome = await rehearsal.robots.answer(robot, addressOf(origins, id), request.code)
  if (outcome === undefined) return shown
  return outcome.accepted ? `${page}/finish` : `${page}/stop?why=${outcome.reason}`
}
