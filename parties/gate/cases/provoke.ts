/** Puts the faults of the catalogue into a provider's answers: each at its place, for the login that asked for it alone. */
import type { FaultCase } from '@kazashi/cases'
import type { KoaContextWithOIDC, Provider } from 'oidc-provider'
import { z } from 'zod'
import { callbackBy, tokenAnswerBy, userinfoBy } from './answers.ts'
import { idTokenBy, type TokenKeys } from './id-token.ts'

export interface Faults extends TokenKeys {
  /** @param uid of the interaction */
  readonly ofLogin: (uid: string) => Promise<FaultCase | undefined>
  readonly ofGrant: (grant: string) => Promise<FaultCase | undefined>
}

const issued = z.looseObject({ id_token: z.string() })

const grantOf = ({ entities }: KoaContextWithOIDC['oidc']): string | undefined => {
  const { RefreshToken, AuthorizationCode, AccessToken } = entities
  return RefreshToken?.grantId ?? AuthorizationCode?.grantId ?? AccessToken?.grantId
}

async function onCallback(ctx: KoaContextWithOIDC, faults: Faults): Promise<void> {
  const uid = ctx.oidc.entities.Interaction?.uid
  const location = ctx.response.get('location')
  const fault = uid === undefined || location === '' ? undefined : await faults.ofLogin(uid)
  if (fault !== undefined) ctx.set('location', callbackBy(fault, location))
}

async function onTokens(ctx: KoaContextWithOIDC, fault: FaultCase, faults: Faults): Promise<void> {
  const use = ctx.oidc.params?.['grant_type'] === 'refresh_token' ? 'refresh' : 'first'
  const { data } = issued.safeParse(ctx.body)
  if (use === 'first' && data !== undefined)
    ctx.body = { ...data, id_token: await idTokenBy(fault, data.id_token, faults) }
  await tokenAnswerBy(fault, use, ctx)
}

export function provoke(provider: Provider, faults: Faults): void {
  provider.use(async (ctx: KoaContextWithOIDC, next) => {
    await next()
    const route = ctx.oidc?.route
    if (route === 'resume') return onCallback(ctx, faults)
    if (route !== 'token' && route !== 'userinfo') return
    const grant = grantOf(ctx.oidc)
    const fault = grant === undefined ? undefined : await faults.ofGrant(grant)
    if (fault === undefined) return
    if (route === 'token') await onTokens(ctx, fault, faults)
    else await userinfoBy(fault, ctx)
  })
}
