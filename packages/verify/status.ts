/**
 * Asking whether the certificates of a path still hold, the CAs' before the person's: a responder (RFC 6960), or the lists that the
 * certificate names (RFC 5280 §4.2.1.13). What was said is kept at most as long as it says itself.
 */
import { hex } from '@kazashi/octets'
import {
  type Certificate,
  type CertificateStatus,
  createOcspRequest,
  type Path,
  type PkiError,
  pathStatus,
  sha256,
} from '@kazashi/pki'
import { VerifyError } from './errors.ts'
import { askResponder, fetchList } from './status-sources.ts'

/** What a relying party takes beside a status that is good now. Nothing that is unknown is ever taken. */
export interface StatusPolicy {
  /**
   * Of CAs between the anchor and the certificate. `where-named`: one that names neither responder nor list is taken without.
   * Default: required.
   */
  readonly authorities?: 'required' | 'where-named' | undefined
  /**
   * `stale`: what there is was good, and is over. `unreachable`: nobody answers. The result says which it was. Default: neither.
   */
  readonly accepts?: readonly ('stale' | 'unreachable')[] | undefined
  /**
   * When the lists that a certificate names are asked: a list knows of a suspension hours later than a responder, and whoever cuts the line to
   * the one must not choose the other. Default: where no responder is named.
   */
  readonly lists?: 'without-responder' | 'also-after-responder' | undefined
  /** Milliseconds since it was said, after which a status is stale; default: until its nextUpdate. */
  readonly oldest?: number | undefined
}

export interface StatusOptions extends StatusPolicy {
  readonly fetch: typeof globalThis.fetch
  readonly random: (n: number) => Uint8Array
  /** Milliseconds an answer is kept, never beyond its nextUpdate. 0: every time anew. */
  readonly keepFor: number
  /** Answers kept; the oldest go first. */
  readonly mostKept: number
}

/** Octets (RFC 9654 §2.1). */
const nonceLength = 32

export interface CheckedStatus {
  /** Other than good only where the policy takes it. */
  readonly status: 'good' | 'stale' | 'unreachable'
  /** When it was asked for. */
  readonly checkedAt: Date
  /** As of when the authority said so; undefined: it did not. */
  readonly asOf: Date | undefined
  /** Of the responder or the list. */
  readonly source: string
  /** It was revoked or suspended after the time that counts. */
  readonly endedAt?: Date
}

/** Of one certificate. */
interface Asked {
  readonly status: CertificateStatus | { readonly status: 'unreachable'; readonly why: VerifyError }
  readonly checkedAt: Date
  readonly source: string
}
type Kept = Asked & { readonly until: number }

/** @returns the responder for a certificate, in place of or beside what it names itself */
export type ResponderOf = (certificate: Certificate) => string | undefined

export class StatusChecker {
  readonly #options: StatusOptions
  readonly #kept = new Map<string, Kept>()

  constructor(options: StatusOptions) {
    this.#options = options
  }

  /**
   * @param now of the relying party @param provenTime an end after it does not count, but of a key that was compromised: nobody knows since when
   * @returns the status of the path's last certificate, when all of them may be taken
   * @throws {VerifyError} ISSUER_REVOKED, CERTIFICATE_REVOKED, CERTIFICATE_SUSPENDED, STATUS_UNKNOWN, STATUS_STALE, STATUS_UNAVAILABLE
   */
  async check(
    path: Path,
    responderOf: ResponderOf,
    now: Date,
    provenTime?: Date,
  ): Promise<CheckedStatus> {
    let last: CheckedStatus | undefined
    for (const [at, certificate] of path.chain.entries()) {
      const isCa = at < path.chain.length - 1
      const places = placesOf(certificate, responderOf, this.#options)
      if (isCa && isPassed(places, this.#options)) continue
      const upToHere = { ...path, chain: path.chain.slice(0, at + 1) }
      const asked = await this.#statusOf(certificate, upToHere, places, now)
      last = judged(asked, isCa, this.#options, provenTime)
    }
    if (last === undefined) throw new VerifyError('STATUS_UNAVAILABLE', 'an empty path')
    return last
  }

  async #statusOf(certificate: Certificate, path: Path, places: Places, now: Date): Promise<Asked> {
    const { anchor, chain } = path
    const issuer = chain.at(-2) ?? anchor
    const key = `${hex.encode(sha256(issuer.der))} ${hex.encode(sha256(certificate.der))}`
    const kept = this.#kept.get(key)
    if (kept && kept.checkedAt <= now && now.getTime() < kept.until) return kept
    const asked = await this.#ask({ certificate, issuer, path, places, now })
    const { status } = asked
    const end = status.status === 'good' || status.status === 'revoked' ? status.until.getTime() : 0
    const { oldest = Number.POSITIVE_INFINITY, keepFor } = this.#options
    const tooOld = 'asOf' in status ? status.asOf.getTime() + oldest : 0
    const until = Math.min(now.getTime() + keepFor, end, tooOld)
    this.#kept.delete(key)
    if (until > now.getTime()) this.#keep(key, { ...asked, until })
    return asked
  }

  #keep(key: string, entry: Kept): void {
    this.#kept.set(key, entry)
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > this.#options.mostKept && oldest !== undefined) this.#kept.delete(oldest)
  }

  /** The responder, then the lists, until one of them says something of now. */
  async #ask(question: Question): Promise<Asked> {
    const { certificate, path, places, now } = question
    const { oldest } = this.#options
    let best: Asked | undefined
    let why: VerifyError | undefined
    for (const place of places) {
      try {
        const evidence = await this.#evidence(place, question)
        const statuses = await pathStatus({ path, ...evidence, now, oldest })
        const status = statuses.at(-1) ?? { status: 'undetermined', reasons: [] }
        const asked = { status, checkedAt: now, source: place.url }
        if (isConclusive(status)) return asked
        if (best?.status.status !== 'stale') best = asked
      } catch (error) {
        if (!(error instanceof VerifyError)) throw error
        why ??= error
      }
    }
    if (best) return best
    why ??= new VerifyError('STATUS_UNAVAILABLE', `${certificate.subject.text} names no responder`)
    return {
      status: { status: 'unreachable', why },
      checkedAt: now,
      source: places[0]?.url ?? '',
    }
  }

  async #evidence(place: Place, { certificate, issuer }: Question) {
    const { fetch, random } = this.#options
    if (place.kind === 'list') return { crls: [await fetchList(fetch, place.url)] }
    const nonce = random(nonceLength)
    const request = createOcspRequest({ certificate, issuer, nonce })
    return { answers: [{ response: await askResponder(fetch, place.url, request), nonce }] }
  }
}

interface Question {
  readonly certificate: Certificate
  readonly issuer: Certificate
  /** Down to the certificate. */
  readonly path: Path
  readonly places: Places
  readonly now: Date
}

interface Place {
  readonly kind: 'responder' | 'list'
  readonly url: string
}
type Places = readonly Place[]

/** A certificate names more to keep a verifier busy. */
const mostPlaces = 4

const isHttp = (url: string): boolean => /^https?:/i.test(url)

function placesOf(
  certificate: Certificate,
  responderOf: ResponderOf,
  { lists = 'without-responder' }: StatusPolicy,
): Place[] {
  const url = responderOf(certificate)
  const responder = url === undefined ? [] : [{ kind: 'responder', url } as const]
  if (responder.length > 0 && lists === 'without-responder') return responder
  const named = certificate.crlDistributionPoints.flatMap(({ uris }) => uris).filter(isHttp)
  const places = named.map((one) => ({ kind: 'list', url: one }) as const)
  return [...responder, ...places].slice(0, mostPlaces)
}

const isPassed = (places: Places, { authorities }: StatusPolicy): boolean =>
  authorities === 'where-named' && places.length === 0

const isConclusive = ({ status }: CertificateStatus): boolean =>
  status === 'good' || status === 'revoked' || status === 'unknown'

const compromised: ReadonlySet<string> = new Set(['keyCompromise', 'cACompromise'])

/** @throws {VerifyError} */
function judged(
  asked: Asked,
  isCa: boolean,
  { accepts = [] }: StatusPolicy,
  provenTime: Date | undefined,
): CheckedStatus {
  const { status, checkedAt, source } = asked
  const taken = { checkedAt, source, asOf: undefined }
  switch (status.status) {
    case 'good':
      return { ...taken, status: 'good', asOf: status.asOf }
    case 'stale':
      if (status.was === 'good' && accepts.includes('stale'))
        return { ...taken, status: 'stale', asOf: status.asOf }
      throw new VerifyError('STATUS_STALE', `what ${source} says is over`)
    case 'unreachable':
      if (accepts.includes('unreachable') && source !== '')
        return { ...taken, status: 'unreachable' }
      throw status.why
    case 'unknown':
      throw new VerifyError('STATUS_UNKNOWN', 'the authority does not know the certificate')
    case 'undetermined':
      throw unusable(status.reasons)
    case 'revoked': {
      const { revokedAt, reason } = status
      if (provenTime && provenTime < revokedAt && !compromised.has(reason))
        return { ...taken, status: 'good', asOf: status.asOf, endedAt: revokedAt }
      const since = `since ${status.revokedAt.toISOString()}`
      if (isCa) throw new VerifyError('ISSUER_REVOKED', since)
      throw status.reason === 'certificateHold'
        ? new VerifyError('CERTIFICATE_SUSPENDED', since)
        : new VerifyError('CERTIFICATE_REVOKED', since)
    }
  }
}

function unusable([cause]: readonly PkiError[]): VerifyError {
  const detail = cause?.message ?? 'what was said cannot be relied on'
  return new VerifyError('STATUS_UNAVAILABLE', cause ? { detail, cause } : detail)
}
