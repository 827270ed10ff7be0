/**
 * A site as a client of an OpenID provider (OpenID Connect Core 1.0 §3.1, RFC 7636, RFC 9207): by the library that any site may
 * use, from the configuration that any site has. What is ours stands in `login-routes.ts`.
 */
import type { IdentityClaim } from '@kazashi/lifecycle'
import * as openid from 'openid-client'
import { z } from 'zod'
import { SiteProblem } from './problems.ts'
import { isSilence, type Provider } from './provider.ts'

/** What the browser that asks has to bring back. */
export interface Asked {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** A person's attributes as the gate tells them (docs/integrate/login.md): what was handed over, from the signing certificate. */
export type Claims = Readonly<Partial<Record<IdentityClaim, string>>>

/** What a login tells; with `scope=openid` nothing more than the person's name here. */
export interface LoggedIn {
  /** The person's name at this site alone (pairwise). */
  readonly sub: string
  readonly refreshToken: string
  readonly claims: Claims
}

interface Wanted {
  /** BCP 47, of the page. */
  readonly language?: string | undefined
  /** To have this transaction signed, not to log in. */
  readonly transaction?: string | undefined
}

export interface Client {
  /** @returns where the browser goes @throws {SiteProblem} GATE_UNAVAILABLE */
  begin(wanted: Wanted): Promise<{ readonly location: URL; readonly asked: Asked }>
  /**
   * @param callback the address at which the browser came back
   * @throws {SiteProblem} LOGIN_STOPPED, ANSWER_INVALID, GATE_UNAVAILABLE
   */
  finish(callback: URL, asked: Asked): Promise<LoggedIn>
  /** The person again, as long as the certificate holds. @throws {SiteProblem} GRANT_ENDED, GATE_UNAVAILABLE */
  again(before: LoggedIn): Promise<LoggedIn>
}

/** How sure it has to be that it is the person: by a phone or a card of theirs, and what only they know or are. */
const acr = 'aal3'

/** RFC 6749 §4.1.2.1, and everything that the library finds wrong. */
function loginProblemOf(cause: unknown): SiteProblem {
  if (isSilence(cause)) return new SiteProblem('GATE_UNAVAILABLE', { cause })
  const isNo = cause instanceof openid.AuthorizationResponseError && cause.error === 'access_denied'
  return new SiteProblem(isNo ? 'LOGIN_STOPPED' : 'ANSWER_INVALID', { cause })
}

const text = z.string().max(1000)
const claimsForm = z.object({
  name: text.exactOptional(),
  address: text.exactOptional(),
  birthdate: text.exactOptional(),
  gender: text.exactOptional(),
}) satisfies z.ZodType<Claims>

const claimsWanted = (optional: readonly IdentityClaim[]): string =>
  JSON.stringify({ userinfo: Object.fromEntries(optional.map((claim) => [claim, null])) })

export interface ClientOptions {
  readonly provider: Provider
  /** Where the browser is led back to. */
  readonly redirectUri: string
  /** Attributes that are asked for at a login, and that the person may leave out (OpenID Connect Core 1.0 §5.5). Default: none. */
  readonly optional?: readonly IdentityClaim[] | undefined
}

export function openClient({ provider, redirectUri, optional = [] }: ClientOptions): Client {
  return {
    begin: async ({ language, transaction }) => {
      const asked = {
        state: openid.randomState(),
        nonce: openid.randomNonce(),
        verifier: openid.randomPKCECodeVerifier(),
      }
      const location = openid.buildAuthorizationUrl(await provider(), {
        redirect_uri: redirectUri,
        scope: transaction === undefined ? 'openid' : 'openid sign',
        acr_values: acr,
        state: asked.state,
        nonce: asked.nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(asked.verifier),
        code_challenge_method: 'S256',
        ...(language !== undefined && { ui_locales: language }),
        ...(optional.length > 0 && { claims: claimsWanted(optional) }),
        ...(transaction !== undefined && { sign_transaction_id: transaction }),
      })
      return { location, asked }
    },
    finish: async (callback, { state, nonce, verifier }) => {
      const configuration = await provider()
      try {
        const tokens = await openid.authorizationCodeGrant(configuration, callback, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        })
        const { sub, acr: reached } = { ...tokens.claims() }
        const refreshToken = tokens.refresh_token
        if (reached === acr && sub !== undefined && refreshToken !== undefined) {
          const claims =
            optional.length > 0
              ? claimsForm.parse(
                  await openid.fetchUserInfo(configuration, tokens.access_token, sub),
                )
              : {}
          return { sub, refreshToken, claims }
        }
      } catch (error) {
        throw loginProblemOf(error)
      }
      throw new SiteProblem('ANSWER_INVALID')
    },
    again: async ({ sub, refreshToken, claims }) => {
      const configuration = await provider()
      const tokens = await openid
        .refreshTokenGrant(configuration, refreshToken)
        .catch((cause: unknown) => {
          const isOver =
            cause instanceof openid.ResponseBodyError && cause.error === 'invalid_grant'
          throw new SiteProblem(isOver ? 'GRANT_ENDED' : 'GATE_UNAVAILABLE', { cause })
        })
      // OpenID Connect Core 1.0 §12.2: another person is none of this session's.
      if ((tokens.claims()?.sub ?? sub) !== sub) throw new SiteProblem('GRANT_ENDED')
      return { sub, refreshToken: tokens.refresh_token ?? refreshToken, claims }
    },
  }
}
