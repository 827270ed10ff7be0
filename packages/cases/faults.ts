/** Cases that are a fault of the gate, or of what it relies on. A person's robot answers, and then something goes wrong. */
import type { Cases } from './case.ts'

const core = 'OpenID Connect Core 1.0'

const refusedAs = (error: 'access_denied' | 'temporarily_unavailable', description: string) =>
  ({ gets: { at: 'error', error, description }, expect: 'refused' }) as const

/** Certificates that the gate judges otherwise than the machine's day and network would have it. */
export const certificateFaults = {
  'certificate-expired': {
    clause: '5-A4',
    what: {
      ja: '電子証明書の有効期限が、きのうで切れている',
      en: 'The certificate expired yesterday',
    },
    resident: {
      ja: '有効期限が切れているため、ログインできません',
      en: 'The certificate has expired',
    },
    ...refusedAs('access_denied', 'the certificate was not accepted: CERTIFICATE_EXPIRED'),
  },
  'certificate-not-yet-valid': {
    clause: 'RFC 5280 §4.1.2.5',
    what: {
      ja: '電子証明書の有効期間が、あしたから始まる',
      en: 'The certificate becomes valid tomorrow',
    },
    resident: {
      ja: 'まだ有効になっていないため、ログインできません',
      en: 'The certificate is not valid yet',
    },
    ...refusedAs('access_denied', 'the phone did not answer: CERTIFICATE_NOT_YET_VALID'),
  },
  'issuer-unknown': {
    clause: 'RFC 5280 §6.1',
    what: {
      ja: '電子証明書の発行者を、受付が知らない',
      en: 'The gate does not know the issuer of the certificate',
    },
    resident: { ja: 'ログインできませんでした', en: 'You could not be logged in' },
    ...refusedAs('access_denied', 'the phone did not answer: CHAIN_INVALID'),
  },
  'status-unavailable': {
    clause: 'RFC 6960 §2.3',
    what: {
      ja: '発行者に問い合わせても、返事がない',
      en: 'The issuer does not say whether the certificate holds',
    },
    resident: {
      ja: 'いまは、電子証明書を確かめられません',
      en: 'The certificate cannot be checked at the moment',
    },
    ...refusedAs('temporarily_unavailable', 'the status of the certificate cannot be checked'),
  },
} as const satisfies Cases

const error = (
  code: Extract<Cases[string]['gets'], { at: 'error' }>['error'],
  what: { readonly ja: string; readonly en: string },
) =>
  ({
    clause: code === 'unlisted_error' ? 'RFC 6749 §4.1.2.1' : `${core} §3.1.2.6`,
    what,
    gets: { at: 'error', error: code },
    expect: 'refused',
    advice:
      'an answer with `error` is never a login: say so in plain words, and offer to begin again',
  }) as const

/** The gate refuses by itself, without asking anybody. */
export const errorFaults = {
  'error-access-denied': error('access_denied', {
    ja: '理由を告げずに拒まれる',
    en: 'Refused without a reason',
  }),
  'error-consent-required': error('consent_required', {
    ja: '同意が必要と返される',
    en: 'Consent is required',
  }),
  'error-interaction-required': error('interaction_required', {
    ja: '操作が必要と返される',
    en: 'An interaction is required',
  }),
  'error-invalid-request': error('invalid_request', {
    ja: '要求が正しくないと返される',
    en: 'The request is called invalid',
  }),
  'error-invalid-scope': error('invalid_scope', {
    ja: 'スコープが正しくないと返される',
    en: 'The scope is called invalid',
  }),
  'error-login-required': error('login_required', {
    ja: 'ログインが必要と返される',
    en: 'A login is required',
  }),
  'error-server': error('server_error', { ja: '受付の内部エラー', en: 'An error inside the gate' }),
  'error-unavailable': error('temporarily_unavailable', {
    ja: '受付が一時的に使えない',
    en: 'The gate is unavailable for a time',
  }),
  'error-unauthorized-client': error('unauthorized_client', {
    ja: 'このサイトには許可されていないと返される',
    en: 'The client is not allowed to ask',
  }),
  'error-unlisted': error('unlisted_error', {
    ja: '標準にないエラー',
    en: 'An error that no standard lists',
  }),
  'error-unsupported-response-type': error('unsupported_response_type', {
    ja: '応答の種類に対応していないと返される',
    en: 'The response type is called unsupported',
  }),
} as const satisfies Cases

const callback = { gets: { at: 'callback' }, expect: 'refused' } as const

/** What the browser brings to the redirect URI. */
export const callbackFaults = {
  'state-wrong': {
    clause: 'RFC 6749 §10.12',
    what: { ja: 'state がちがう', en: '`state` is not the one of the request' },
    ...callback,
    advice: 'compare `state` with the one kept in this browser’s session',
  },
  'state-missing': {
    clause: 'RFC 6749 §4.1.2',
    what: { ja: 'state がない', en: '`state` is missing' },
    ...callback,
    advice: 'refuse an answer without `state`',
  },
  'response-issuer-wrong': {
    clause: 'RFC 9207 §2.4',
    what: { ja: 'iss が別の発行者', en: '`iss` names another issuer (mix-up)' },
    ...callback,
    advice: 'compare `iss` with the issuer that was asked, before the code is sent anywhere',
  },
  'response-issuer-missing': {
    clause: 'RFC 9207 §2.4',
    what: { ja: 'iss がない', en: '`iss` is missing, though the gate says that it sends one' },
    ...callback,
    advice:
      'refuse an answer without `iss` where discovery says authorization_response_iss_parameter_supported',
  },
  'code-missing': {
    clause: 'RFC 6749 §4.1.2',
    what: { ja: 'code がない', en: '`code` is missing' },
    ...callback,
    advice: 'refuse an answer with neither `code` nor `error`',
  },
  'code-unknown': {
    clause: 'RFC 6749 §5.2',
    what: { ja: 'code が偽物', en: '`code` is none that the gate has given' },
    ...callback,
    advice: 'a token endpoint that answers invalid_grant is no login',
  },
  'code-and-error': {
    clause: 'RFC 6749 §4.1.2.1',
    what: { ja: 'code と error が両方ある', en: '`code` and `error` come together' },
    ...callback,
    advice: 'look for `error` first: with it nothing else counts',
  },
} as const satisfies Cases

const token = { gets: { at: 'token' }, expect: 'refused' } as const

/** The answer of the token endpoint, apart from the ID token. */
export const tokenFaults = {
  'token-invalid-grant': {
    clause: 'RFC 6749 §5.2',
    what: { ja: 'トークンの代わりに invalid_grant', en: 'invalid_grant in place of tokens' },
    ...token,
  },
  'token-invalid-client': {
    clause: 'RFC 6749 §5.2',
    what: { ja: 'トークンの代わりに invalid_client', en: 'invalid_client in place of tokens' },
    ...token,
  },
  'token-server-error': {
    clause: 'RFC 9110 §15.6.1',
    what: { ja: 'トークンの代わりに 500', en: 'Status 500 in place of tokens' },
    ...token,
  },
  'token-unavailable': {
    clause: 'RFC 9110 §15.6.4',
    what: {
      ja: 'トークンの代わりに 503（Retry-After）',
      en: 'Status 503 with Retry-After in place of tokens',
    },
    ...token,
  },
  'token-slow': {
    clause: 'RFC 9110 §15.6.5',
    what: { ja: 'トークンが5秒おくれる', en: 'The tokens come five seconds late' },
    gets: { at: 'tokens' },
    expect: 'in',
  },
  'token-no-json': {
    clause: 'RFC 6749 §5.1',
    what: { ja: 'トークンの代わりに HTML', en: 'HTML in place of tokens' },
    ...token,
  },
  'token-type-unknown': {
    clause: 'RFC 6749 §7.1',
    what: { ja: 'token_type が Bearer でない', en: '`token_type` is not Bearer' },
    ...token,
    advice: 'do not use a token whose type is not known',
  },
  'access-token-missing': {
    clause: 'RFC 6749 §5.1',
    what: { ja: 'access_token がない', en: '`access_token` is missing' },
    ...token,
  },
  'id-token-missing': {
    clause: `${core} §3.1.3.3`,
    what: { ja: 'id_token がない', en: '`id_token` is missing' },
    ...token,
    advice: 'without an ID token nobody has logged in: an access token names nobody',
  },
  'refresh-refused': {
    clause: 'RFC 6749 §5.2',
    what: {
      ja: 'ログインはでき、あとの更新が invalid_grant',
      en: 'The login goes well, and a later refresh is invalid_grant',
    },
    gets: { at: 'tokens' },
    expect: 'in',
  },
} as const satisfies Cases

const idToken = { gets: { at: 'id_token' }, expect: 'refused' } as const
const validation = `${core} §3.1.3.7`

/** The ID token. */
export const idTokenFaults = {
  'nonce-wrong': {
    clause: validation,
    what: { ja: 'nonce がちがう', en: '`nonce` is not the one of the request' },
    ...idToken,
    advice: 'compare `nonce` with the one kept in this browser’s session',
  },
  'nonce-missing': {
    clause: validation,
    what: { ja: 'nonce がない', en: '`nonce` is missing' },
    ...idToken,
    advice: 'refuse an ID token without the `nonce` that was sent',
  },
  'issuer-wrong': {
    clause: validation,
    what: { ja: 'iss が別の発行者', en: '`iss` names another issuer' },
    ...idToken,
    advice: '`iss` must be exactly the issuer of discovery',
  },
  'audience-wrong': {
    clause: validation,
    what: { ja: 'aud が別のサイト', en: '`aud` is another client' },
    ...idToken,
    advice: '`aud` must contain your client_id',
  },
  'audience-added': {
    clause: validation,
    what: {
      ja: 'aud に別のサイトもある',
      en: '`aud` has another client beside, and `azp` names that one',
    },
    ...idToken,
    advice: 'refuse audiences that are not trusted, and an `azp` that is not you',
  },
  'token-expired': {
    clause: validation,
    what: { ja: '期限の切れた ID トークン', en: 'The ID token expired an hour ago' },
    ...idToken,
    advice: 'the time now must be before `exp`',
  },
  'token-not-yet-valid': {
    clause: 'RFC 7519 §4.1.5',
    what: { ja: 'まだ有効でない ID トークン', en: '`nbf` is an hour ahead' },
    ...idToken,
    advice: 'the time now must not be before `nbf`',
  },
  'signature-wrong': {
    clause: validation,
    what: { ja: '署名が正しくない', en: 'The signature is wrong' },
    ...idToken,
    advice: 'check the signature against the keys of `jwks_uri`',
  },
  'algorithm-none': {
    clause: 'RFC 8725 §3.1',
    what: { ja: '署名のない ID トークン（alg: none）', en: 'No signature: `alg` is none' },
    ...idToken,
    advice: 'take the algorithm that is configured, never the one that the token names',
  },
  'algorithm-hs256': {
    clause: 'RFC 8725 §2.1',
    what: { ja: '公開鍵を共通鍵にした HS256', en: 'HS256 with the published key as the secret' },
    ...idToken,
    advice: 'a public key is never a secret: fix ES256',
  },
  'key-unknown': {
    clause: 'RFC 7517 §4.5',
    what: { ja: '公開されていない鍵の署名', en: 'Signed by a key that is not published' },
    ...idToken,
    advice: 'refuse a `kid` that is not in `jwks_uri`, after looking once more',
  },
  'key-in-header': {
    clause: 'RFC 8725 §3.5',
    what: {
      ja: '鍵がトークンの中に書いてある（jwk）',
      en: 'The key stands in the header of the token (`jwk`)',
    },
    ...idToken,
    advice: 'never take a key from the token itself',
  },
  'key-rotated': {
    clause: `${core} §10.1.1`,
    what: {
      ja: '今、公開されたばかりの鍵の署名',
      en: 'Signed by a key that was published just now',
    },
    gets: { at: 'tokens' },
    expect: 'in',
    advice: 'look at `jwks_uri` again where a `kid` is not known',
  },
  'subject-missing': {
    clause: `${core} §2`,
    what: { ja: 'sub がない', en: '`sub` is missing' },
    ...idToken,
  },
  'id-token-malformed': {
    clause: 'RFC 7519 §7.2',
    what: { ja: '形の壊れた ID トークン', en: 'The ID token is cut in the middle' },
    ...idToken,
  },
  'assurance-low': {
    clause: `${core} §5.5.1.1`,
    what: {
      ja: '保証レベルが低い（acr: aal1）',
      en: '`acr` is aal1, lower than what was asked for',
    },
    ...idToken,
    advice: 'ask for acr_values=aal3, and refuse an `acr` that is another',
  },
  'access-token-swapped': {
    clause: `${core} §3.1.3.8`,
    what: {
      ja: 'at_hash が別のアクセストークンのもの',
      en: '`at_hash` belongs to another access token',
    },
    gets: { at: 'id_token' },
    expect: 'either',
  },
} as const satisfies Cases

const userinfo = {
  gets: { at: 'userinfo' },
  expect: 'either',
  scope: 'openid name address birthdate gender',
} as const

/** The answer of the userinfo endpoint. */
export const userinfoFaults = {
  'subject-other': {
    clause: `${core} §5.3.2`,
    what: { ja: 'userinfo の sub が別人', en: '`sub` of userinfo is another person’s' },
    ...userinfo,
    expect: 'refused',
    advice: '`sub` of userinfo must be that of the ID token: else use nothing of it',
  },
  'userinfo-unauthorized': {
    clause: 'RFC 6750 §3.1',
    what: { ja: 'userinfo が 401', en: 'Userinfo answers 401' },
    ...userinfo,
  },
  'userinfo-unavailable': {
    clause: 'RFC 9110 §15.6.4',
    what: { ja: 'userinfo が 503', en: 'Userinfo answers 503' },
    ...userinfo,
  },
  'userinfo-slow': {
    clause: 'RFC 9110 §15.6.5',
    what: { ja: 'userinfo が5秒おくれる', en: 'Userinfo comes five seconds late' },
    ...userinfo,
    gets: { at: 'tokens' },
    expect: 'in',
  },
  'userinfo-no-json': {
    clause: `${core} §5.3.2`,
    what: { ja: 'userinfo が HTML', en: 'Userinfo is HTML' },
    ...userinfo,
  },
  'claims-missing': {
    clause: `${core} §5.3.2`,
    what: {
      ja: '頼んだ項目が userinfo にない',
      en: 'Userinfo has `sub` alone, though more was asked for',
    },
    ...userinfo,
  },
  'birthdate-impossible': {
    clause: `${core} §5.1`,
    what: { ja: '生年月日が2月30日', en: '`birthdate` is 30 February' },
    ...userinfo,
  },
  'name-markup': {
    clause: `${core} §5.1`,
    what: { ja: '氏名に HTML が書いてある', en: '`name` contains HTML' },
    ...userinfo,
    advice: 'escape what comes from outside, names too',
  },
} as const satisfies Cases
