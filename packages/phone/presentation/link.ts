/** The link or QR code that opens a request (OpenID4VP 1.0 §5.7, RFC 9101 §5): who asks, and where the request is to be fetched. */
import { PhoneError } from '../errors.ts'
import { isTrustworthy } from '../trustworthy.ts'

export interface PresentationLink {
  readonly clientId: string
  readonly requestUri: string
  /** The wallet says a nonce of its own, and the request has it (§5.10). */
  readonly byPost: boolean
}

/** Code points of a link: a QR code holds 4,296 letters at most (ISO/IEC 18004). */
const longestLink = 4_296

/**
 * `openid4vp://?client_id=…&request_uri=…`, or the app's own address `/present?…` in its place.
 * @throws {PhoneError} PRESENTATION_LINK
 */
export function parsePresentationLink(text: string): PresentationLink {
  const trimmed = text.trim()
  const refuse = (detail: string): never => {
    throw new PhoneError('PRESENTATION_LINK', { detail })
  }
  if (trimmed.length > longestLink || !URL.canParse(trimmed)) return refuse('no address')
  const { protocol, pathname, searchParams } = new URL(trimmed)
  const isOwn = /^https?:$/.test(protocol) && pathname === '/present'
  if (protocol !== 'openid4vp:' && protocol !== 'haip-vp:' && !isOwn)
    return refuse('not for showing')
  const [clientId, requestUri, method = 'get'] = ['client_id', 'request_uri', 'request_uri_method']
    .map((name) => searchParams.getAll(name))
    .map((values) => (values.length > 1 ? refuse('a part comes twice') : values[0]))
  if (!clientId || !requestUri || !URL.canParse(requestUri)) return refuse('a part is missing')
  if (!isTrustworthy(new URL(requestUri))) return refuse('the request would come unprotected')
  if (method !== 'get' && method !== 'post') return refuse('fetched in another way')
  return { clientId, requestUri, byPost: method === 'post' }
}
