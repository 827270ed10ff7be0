/** Client metadata as this gate takes it (RFC 7591 §2), before the provider looks at the rest: what people will read, and where they are led. */
import { z } from 'zod'

/** Characters. */
const longestUri = 255
const longestName = 100

/** Control characters, those that change the direction of a text, break lines or show nothing, halves of a character, and blanks alone. */
const readable = (name: string): boolean =>
  name.isWellFormed() &&
  !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u.test(name) &&
  name.trim() !== ''

/** Where an answer may be led to: an address of a server, without a user, fragment, or place-holder. */
export function isRedirectUri(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are looked for
  if (/[\x00-\x20\x7f*#]/.test(text) || !text.isWellFormed() || !URL.canParse(text)) return false
  const { protocol, username, password, hostname } = new URL(text)
  return (
    (protocol === 'https:' || protocol === 'http:') &&
    `${username}${password}` === '' &&
    hostname !== ''
  )
}

const known = z.looseObject({
  redirect_uris: z.array(z.string().max(longestUri).refine(isRedirectUri)).min(1).max(20),
  client_name: z.string().min(1).max(longestName).refine(readable).optional(),
  // Nothing that a client names is fetched.
  jwks_uri: z.undefined().optional(),
  sector_identifier_uri: z.undefined().optional(),
  token_endpoint_auth_method: z.string().default('private_key_jwt'),
  grant_types: z.array(z.string()).optional(),
})
/** RFC 6749 §4.4: a client that proves itself by nothing is anybody. */
const metadata = known.refine(
  ({ token_endpoint_auth_method: method, grant_types: grants = [] }) =>
    method !== 'none' || !grants.includes('client_credentials'),
  { path: ['grant_types'] },
)

/** RFC 7591 §3.2.2 */
export interface RegistrationError {
  readonly error: 'invalid_redirect_uri' | 'invalid_client_metadata'
  readonly error_description: string
}

/** @returns the metadata for the provider, or what is wrong with it */
export function checkMetadata(
  body: unknown,
): { readonly metadata: object } | { readonly refused: RegistrationError } {
  const parsed = metadata.safeParse(body)
  if (parsed.success) return { metadata: parsed.data }
  const member = String(parsed.error.issues[0]?.path[0] ?? 'the document')
  const error = member === 'redirect_uris' ? 'invalid_redirect_uri' : 'invalid_client_metadata'
  const why = member.endsWith('_uri') ? 'is not fetched here' : 'is not accepted'
  return { refused: { error, error_description: `${member} ${why}` } }
}
