/** One good, bad or rare case of a login, as the catalogue describes it to those who build relying parties. */

export interface Words {
  readonly ja: string
  readonly en: string
}

/** OAuth 2.0 errors of the gate, and one that no standard knows. */
type ErrorCode =
  | 'access_denied'
  | 'consent_required'
  | 'interaction_required'
  | 'invalid_request'
  | 'invalid_scope'
  | 'login_required'
  | 'server_error'
  | 'temporarily_unavailable'
  | 'unauthorized_client'
  | 'unlisted_error'
  | 'unsupported_response_type'

/** What a relying party gets: all is well, an error at its redirect URI, or an answer with a fault at one of four places. */
export type Got =
  | { readonly at: 'tokens' }
  | { readonly at: 'error'; readonly error: ErrorCode; readonly description?: string }
  | { readonly at: 'callback' | 'token' | 'id_token' | 'userinfo' }

export interface Case {
  /** The row of the course, or the clause of the specification. */
  readonly clause: string
  readonly what: Words
  /** What the resident's phone or screen says; none: the login goes well for them. */
  readonly resident?: Words
  readonly gets: Got
  /** What a careful relying party does with it. `either`: its own decision. */
  readonly expect: 'in' | 'refused' | 'either'
  /** It shows only where these are asked for; default `openid`. */
  readonly scope?: string
  /** One line for a relying party that does something else. */
  readonly advice?: string
}

export type Cases = Readonly<Record<string, Case>>
