/**
 * The status of each certificate of a path by whatever is at hand: OCSP answers (RFC 6960 §3.2) and CRLs (RFC 5280 §6.3). What is not known
 * is never good, and neither is what was good once.
 */
import { equalBytes } from '@kazashi/octets'
import type { Certificate, CertificateInput } from './certificate.ts'
import { type CrlStatus, pathStatusByCrls, type StatusTimes } from './crl-status.ts'
import { PkiError } from './errors.ts'
import { type OcspStatus, verifyOcspAnswer } from './ocsp-verify.ts'
import { oids } from './oids.ts'
import { type Path, validatePath } from './path.ts'
import type { RevocationReason } from './revocation.ts'

/**
 * `stale`: what was said is over, and was that. `unknown`: the responder does not know the certificate. `undetermined`: there is nothing to
 * rely on, for these reasons.
 */
export type CertificateStatus =
  | ({ readonly status: 'good' } & StatusTimes)
  | ({
      readonly status: 'revoked'
      readonly revokedAt: Date
      readonly reason: RevocationReason
    } & StatusTimes)
  | { readonly status: 'stale'; readonly was: 'good' | 'revoked'; readonly asOf: Date }
  | { readonly status: 'unknown' }
  | { readonly status: 'undetermined'; readonly reasons: readonly PkiError[] }

/** A response in DER; with a nonce it must repeat it. */
export interface OcspAnswer {
  readonly response: Uint8Array
  readonly nonce?: Uint8Array | undefined
}

interface Evidence {
  readonly path: Path
  /** In any order; each is looked at for each certificate of the path. */
  readonly answers?: readonly OcspAnswer[]
  readonly crls?: readonly Uint8Array[]
  /** That may have signed lists, beside those of the path. */
  readonly certificates?: readonly CertificateInput[]
  readonly now: Date
  /** Milliseconds since it was said, after which a status is stale; default: until its nextUpdate. */
  readonly oldest?: number | undefined
}

/** Signatures checked for one question, as of a path (`path.ts`). */
const mostAnswers = 100

/**
 * @param evidence.path of `validatePath`; an anchor needs no status
 * @returns one for each certificate of the path, from below the anchor to the certificate itself
 * @throws {PkiError} PATH_TIME, PATH_WORK_LIMIT
 */
export async function pathStatus(evidence: Evidence): Promise<CertificateStatus[]> {
  const { path, answers = [], crls = [] } = evidence
  const { anchor, chain } = path
  if (answers.length * chain.length > mostAnswers)
    throw new PkiError('PATH_WORK_LIMIT', `over ${mostAnswers} answers to look at`)
  const listed = await pathStatusByCrls({ ...evidence, crls })
  const statuses: CertificateStatus[] = []
  for (const [at, certificate] of chain.entries()) {
    const byCrl = listed[at] ?? { status: 'undetermined' }
    const issuer = chain[at - 1] ?? anchor
    const told = certificate === anchor ? nothing : await answered(certificate, issuer, evidence)
    statuses.push(together(told, byCrl))
  }
  return statuses
}

interface Told {
  readonly said: readonly CertificateStatus[]
  /** Why other answers were passed over. */
  readonly reasons: readonly PkiError[]
}
const nothing: Told = { said: [], reasons: [] }

async function answered(
  certificate: Certificate,
  issuer: Certificate,
  evidence: Evidence,
): Promise<Told> {
  const { answers = [], now, oldest = Number.POSITIVE_INFINITY } = evidence
  const said: CertificateStatus[] = []
  const reasons: PkiError[] = []
  for (const answer of answers)
    try {
      const of = { ...answer, certificate, issuer, now }
      const { status, responder, isOver } = await verifyOcspAnswer(of)
      await checkDelegate(responder, issuer, evidence)
      const isStale = isOver || now.getTime() - status.thisUpdate.getTime() > oldest
      said.push(statusBy(status, isStale))
    } catch (error) {
      if (!(error instanceof PkiError)) throw error
      reasons.push(error)
    }
  return { said, reasons }
}

function statusBy(said: OcspStatus, isStale: boolean): CertificateStatus {
  if (said.status === 'revoked') {
    if (isStale) return { status: 'stale', was: 'revoked', asOf: said.thisUpdate }
    const { revokedAt, reason = 'unspecified' } = said
    return { status: 'revoked', revokedAt, reason, ...timesOf(said) }
  }
  if (said.status === 'unknown')
    return isStale ? { status: 'undetermined', reasons: [] } : { status: 'unknown' }
  return isStale
    ? { status: 'stale', was: 'good', asOf: said.thisUpdate }
    : { status: 'good', ...timesOf(said) }
}

const timesOf = ({ thisUpdate, nextUpdate = thisUpdate }: OcspStatus): StatusTimes => ({
  asOf: thisUpdate,
  until: nextUpdate,
})

/** RFC 6960 §4.2.2.2.1: a delegate is not to be asked after, or its own status is good by a list. @throws {PkiError} */
async function checkDelegate(
  responder: Certificate,
  issuer: Certificate,
  { path, crls = [], certificates = [], now, oldest }: Evidence,
): Promise<void> {
  const isDelegate = !equalBytes(responder.spki, issuer.spki)
  if (!isDelegate || responder.extensions.some(({ oid }) => oid === oids.ocspNoCheck)) return
  const own = await validatePath({
    certificate: responder,
    anchors: [path.anchor],
    intermediates: [...path.chain, ...certificates],
    now,
    purpose: 'ocsp-signing',
  })
  const statuses = await pathStatusByCrls({ path: own, crls, certificates, now, oldest })
  if (statuses.every(({ status }) => status === 'good')) return
  throw new PkiError('OCSP_RESPONDER_UNAUTHORIZED', 'it is not known whether the responder holds')
}

/** An end is final; a suspension may be over, so that the newest word of it counts. */
function together(told: Told, byCrl: CrlStatus): CertificateStatus {
  const said = [...told.said, byCrl]
  const current = said.filter((one) => one.status === 'good' || one.status === 'revoked')
  const ended = current.find((one) => one.status === 'revoked' && one.reason !== 'certificateHold')
  if (ended) return ended
  const [newest] = current.toSorted(
    (one, other) =>
      other.asOf.getTime() - one.asOf.getTime() || (one.status === 'revoked' ? -1 : 1),
  )
  if (newest?.status === 'revoked') return newest
  if (said.some(({ status }) => status === 'unknown')) return { status: 'unknown' }
  if (newest) return newest
  const stale = said.filter((one) => one.status === 'stale')
  const last = stale.find(({ was }) => was === 'revoked') ?? stale[0]
  return last ?? { status: 'undetermined', reasons: told.reasons }
}
