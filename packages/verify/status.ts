/** Asking whether a certificate still holds (RFC 6960), and keeping the answer at most as long as the responder allows. */
import {
  type Certificate,
  createOcspRequest,
  type OcspStatus,
  PkiError,
  verifyOcspResponse,
} from '@kazashi/pki'
import { VerifyError } from './errors.ts'

export interface StatusOptions {
  readonly fetch: typeof globalThis.fetch
  readonly random: (n: number) => Uint8Array
  /** Milliseconds an answer is kept, never beyond its nextUpdate. 0: every time anew. */
  readonly keepFor: number
  /** Answers kept; the oldest go first. */
  readonly mostKept: number
}

/** Octets; ours have about 2,000. */
const longestAnswer = 65_536
/** Milliseconds. */
const answerTimeout = 10_000
/** Octets (RFC 8954 §2.1: at least one, at most 32). */
const nonceLength = 16

export interface CheckedStatus {
  readonly status: OcspStatus
  readonly checkedAt: Date
}

export class StatusChecker {
  readonly #options: StatusOptions
  readonly #kept = new Map<string, CheckedStatus & { readonly until: number }>()

  constructor(options: StatusOptions) {
    this.#options = options
  }

  /**
   * @param now of the relying party
   * @returns when the certificate is good
   * @throws {VerifyError} CERTIFICATE_REVOKED, CERTIFICATE_SUSPENDED, STATUS_UNKNOWN, STATUS_UNAVAILABLE
   */
  async check(
    certificate: Certificate,
    issuer: Certificate,
    url: string,
    now: Date,
  ): Promise<CheckedStatus> {
    const key = `${issuer.ski} ${issuer.serialNumber} ${certificate.serialNumber}`
    const kept = this.#kept.get(key)
    if (kept && kept.checkedAt <= now && now.getTime() < kept.until) return judged(kept)
    const status = await this.#ask(certificate, issuer, url, now)
    const checked = { status, checkedAt: now }
    const until = Math.min(now.getTime() + this.#options.keepFor, status.nextUpdate?.getTime() ?? 0)
    this.#kept.delete(key)
    if (until > now.getTime()) this.#keep(key, { ...checked, until })
    return judged(checked)
  }

  #keep(key: string, entry: CheckedStatus & { readonly until: number }): void {
    this.#kept.set(key, entry)
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > this.#options.mostKept && oldest !== undefined) this.#kept.delete(oldest)
  }

  async #ask(
    certificate: Certificate,
    issuer: Certificate,
    url: string,
    now: Date,
  ): Promise<OcspStatus> {
    const nonce = this.#options.random(nonceLength)
    const request = createOcspRequest({ certificate, issuer, nonce })
    try {
      const answer = await this.#options.fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/ocsp-request',
          accept: 'application/ocsp-response',
        },
        body: new Uint8Array(request),
        redirect: 'error',
        signal: AbortSignal.timeout(answerTimeout),
      })
      if (!answer.ok) throw new VerifyError('STATUS_UNAVAILABLE', `status ${answer.status}`)
      const response = await readAtMost(answer, longestAnswer)
      return await verifyOcspResponse({ response, certificate, issuer, now, nonce })
    } catch (cause) {
      if (cause instanceof VerifyError) throw cause
      const detail = cause instanceof PkiError ? cause.message : 'the responder cannot be reached'
      throw new VerifyError('STATUS_UNAVAILABLE', { detail, cause })
    }
  }
}

function judged(checked: CheckedStatus): CheckedStatus {
  const { status } = checked
  if (status.status === 'unknown')
    throw new VerifyError('STATUS_UNKNOWN', 'the authority does not know the certificate')
  if (status.status === 'revoked') {
    const since = `since ${status.revokedAt.toISOString()}`
    throw status.reason === 'certificateHold'
      ? new VerifyError('CERTIFICATE_SUSPENDED', since)
      : new VerifyError('CERTIFICATE_REVOKED', since)
  }
  return checked
}

async function readAtMost(answer: Response, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = answer.body?.getReader()
  for (let chunk = (await reader?.read())?.value; chunk; chunk = (await reader?.read())?.value) {
    length += chunk.length
    if (length > limit)
      throw new VerifyError('STATUS_UNAVAILABLE', `an answer of over ${limit} octets`)
    chunks.push(chunk)
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
