/** Asking a time-stamp authority over HTTP (RFC 3161 §3.4) for a stamp on a signature, and putting it there (ETSI EN 319 122-1 §5.3). */
import {
  addSignatureTimeStamp,
  createTimeStampRequest,
  imprintOf,
  PkiError,
  readTimeStampResponse,
  signatureValueOf,
  verifyTimeStamp,
} from '@kazashi/pki'

export interface StamperOptions {
  /** Of the authority; a sandbox's trust document names its own as `timeStamping`. */
  readonly url: string
  readonly fetch: typeof globalThis.fetch
  /** Default: the platform's. */
  readonly random?: ((n: number) => Uint8Array) | undefined
}

/** Octets; ours have about 3,000. */
const longestAnswer = 65_536
/** Milliseconds. */
const patience = 10_000
/** Octets. */
const nonceLength = 16

/**
 * @returns for `signPdf`, or for any CMS by one signer: the same with a stamp over its value, which was checked to be of it and to answer this request.
 *   Whether the authority is believed says `verifyDocument`.
 * @throws {PkiError} TIME_STAMP_REFUSED, also where nobody answers; TIME_STAMP_…, CMS_…
 */
export function stamperOf({
  url,
  fetch,
  random = (n) => crypto.getRandomValues(new Uint8Array(n)),
}: StamperOptions): (cms: Uint8Array) => Promise<Uint8Array> {
  return async (cms) => {
    const value = signatureValueOf(cms)
    const nonce = random(nonceLength)
    const request = createTimeStampRequest({ ...imprintOf(value), nonce })
    const token = readTimeStampResponse(await asked(fetch, url, request))
    await verifyTimeStamp(token, { of: value, nonce })
    return addSignatureTimeStamp(cms, token)
  }
}

async function asked(
  fetch: typeof globalThis.fetch,
  url: string,
  request: Uint8Array,
): Promise<Uint8Array> {
  const refuse = (detail: string, cause?: unknown): never => {
    throw new PkiError('TIME_STAMP_REFUSED', { detail, cause })
  }
  let octets: Uint8Array
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/timestamp-query',
        accept: 'application/timestamp-reply',
      },
      body: new Uint8Array(request),
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    })
    if (!answer.ok) return refuse(`status ${answer.status}`)
    octets = new Uint8Array(await answer.arrayBuffer())
  } catch (cause) {
    if (cause instanceof PkiError) throw cause
    return refuse('nobody answers', cause)
  }
  return octets.length > longestAnswer ? refuse(`over ${longestAnswer} octets`) : octets
}
