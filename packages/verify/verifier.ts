/** The questions of a relying party: is this login, is this signed document good now? Signature, path, purpose, status, in this order. */
import type { CertificateKind, IdentityClaim } from '@kazashi/lifecycle'
import { equalBytes } from '@kazashi/octets'
import {
  type Certificate,
  type CertificateAttributes,
  type Path,
  PkiError,
  readAttributes,
  type SignedData,
  validatePath,
  verifySignedData,
} from '@kazashi/pki'
import { type DocumentToSign, documentsText, openSignatures } from './documents.ts'
import { asVerifyError, VerifyError, type VerifyErrorCode } from './errors.ts'
import { type LoginStatement, parseLoginStatement } from './login-statement.ts'
import { type CheckedStatus, StatusChecker, type StatusPolicy } from './status.ts'
import { openAnchor, type TrustAnchor } from './trust.ts'

export interface VerifierOptions {
  readonly anchors: readonly TrustAnchor[]
  /**
   * Asked once for a certificate that none of the anchors issued, and used from then on: a CA has a new generation, of the same
   * name and with another key, every few years. Default: the anchors stay as they are.
   */
  readonly newAnchors?: (() => Promise<readonly TrustAnchor[]>) | undefined
  readonly fetch: typeof globalThis.fetch
  readonly now: () => Date | Promise<Date>
  /** A responder to ask in place of the certificate's own pointer. */
  readonly ocspUrl?: ((certificate: Certificate) => string | undefined) | undefined
  /** Acceptable certificate policies; default any. */
  readonly policies?: readonly string[] | undefined
  /** What is taken beside a status that is good now; default nothing. */
  readonly status?: StatusPolicy | undefined
  /** Milliseconds a status is kept, never beyond its nextUpdate; default 0. */
  readonly keepStatusFor?: number | undefined
  /** Milliseconds between signing and verifying a login; default 10 minutes. */
  readonly longestLogin?: number | undefined
  /** Default: the platform's. */
  readonly random?: ((n: number) => Uint8Array) | undefined
}

/** The relying party's own request to the phone. */
export interface ExpectedLogin
  extends Pick<LoginStatement, 'audience' | 'nonce' | 'relyingParty' | 'purpose'> {
  /** On the screen that is to be logged in, and told to nobody else: the person types it on the phone. */
  readonly code: string
  /**
   * Takes an answer without a code, too, from a phone on which the request was opened by a link. A link can come from a stranger, so
   * such an answer logs in no waiting screen, but only the browser that asked, once the phone has led it back. Default: no.
   */
  readonly mayReturn?: boolean
  /** What the person is asked for beside; the answer then has a second signature. Default: nothing. */
  readonly claims?: readonly IdentityClaim[]
  /** Those of them that the person may leave out: the statement names what is handed over. Default: none. */
  readonly optional?: readonly IdentityClaim[]
  /** What the person is to sign; the answer then has a signature for each. Default: nothing. */
  readonly documents?: readonly DocumentToSign[]
}

export interface VerifiedLogin {
  readonly certificate: Certificate
  /** Hex. */
  readonly serialNumber: string
  /** RFC 4514. */
  readonly subject: string
  readonly notAfter: Date
  readonly statusCheckedAt: Date
  /** As of when the authority said so; undefined: the policy does without. */
  readonly statusAsOf: Date | undefined
  /** Other than good only where the policy takes it. */
  readonly status: CheckedStatus['status']
  /** The responder that was asked, or where the list is. */
  readonly statusResponder: string
  /** It was revoked or suspended after the proven time. */
  readonly endedAt?: Date
  readonly statement: LoginStatement
  /** No code was typed: see `mayReturn`. */
  readonly returns: boolean
  /** Where claims were asked for. Whether both certificates are one person's the authority alone knows. */
  readonly attributes?: Pick<VerifiedDocument, 'attributes' | 'certificate'>
  /** Where documents were to be signed: the certificate that signed all of them. */
  readonly signedBy?: Certificate
}

export type VerifiedCertificate = Pick<
  VerifiedLogin,
  'status' | 'statusCheckedAt' | 'statusAsOf' | 'statusResponder' | 'endedAt'
>

export interface VerifiedDocument extends VerifiedCertificate {
  readonly content: Uint8Array
  readonly certificate: Certificate
  readonly attributes: CertificateAttributes
  /** As the signer says; no time stamp proves it. */
  readonly signingTime: Date | undefined
}

export interface Verifier {
  /**
   * In this order: signature, statement, certification path, code, status. So a wrong code is that of a phone which the authority
   * knows, and what is said of a certificate's status is said to somebody who sees the screen, or has come by a link.
   * @param options.response CMS SignedData by the authentication certificate, DER
   * @param options.attributes CMS SignedData by the signing certificate over the same statement, DER
   * @param options.signatures of the documents, in their order: CMS SignedData without content, DER @throws {VerifyError}
   */
  verifyLogin(options: {
    readonly response: Uint8Array
    readonly attributes?: Uint8Array | undefined
    readonly signatures?: readonly Uint8Array[] | undefined
    readonly expected: ExpectedLogin
  }): Promise<VerifiedLogin>
  /**
   * Does a certificate that logged in before still hold? Its path and status are judged anew.
   * @param certificates of CAs between it and an anchor
   * @param provenTime when it signed, as a time stamp proves: its path is judged at that time, and what ended it after does not count
   * @throws {VerifyError}
   */
  verifyCertificate(
    certificate: Certificate,
    purpose: CertificateKind,
    certificates?: readonly Certificate[],
    provenTime?: Date,
  ): Promise<VerifiedCertificate>
  /** The relying party's clock. */
  now(): Promise<Date>
  /** @param cms SignedData by a signing certificate, DER @param options.content of a detached signature @throws {VerifyError} */
  verifySigned(
    cms: Uint8Array,
    options?: { readonly content?: Uint8Array },
  ): Promise<VerifiedDocument>
}

/** A certificate, and others that came with it. */
type Signer = Pick<SignedData, 'certificate' | 'certificates'>

const tenMinutes = 10 * 60_000
/** Milliseconds that the phone's clock may be ahead. */
const clockSkew = 5 * 60_000
const mostStatuses = 10_000

/** @throws {VerifyError} TRUST_MALFORMED */
export function createVerifier(options: VerifierOptions): Verifier {
  let anchors = options.anchors.map(openAnchor)
  const statuses = new StatusChecker({
    fetch: options.fetch,
    random: options.random ?? ((n) => crypto.getRandomValues(new Uint8Array(n))),
    keepFor: options.keepStatusFor ?? 0,
    mostKept: mostStatuses,
    ...options.status,
  })

  const pathOf = ({ certificate, certificates }: Signer, purpose: CertificateKind, now: Date) =>
    validatePath({
      certificate,
      anchors: anchors.flatMap(({ kind, parsed }) => (kind === purpose ? [parsed] : [])),
      intermediates: certificates,
      now,
      purpose,
      ...(options.policies ? { policies: options.policies } : {}),
    })

  const pathWithNewAnchors = async (
    signed: Signer,
    purpose: CertificateKind,
    now: Date,
  ): Promise<Path> => {
    try {
      return await pathOf(signed, purpose, now)
    } catch (error) {
      const isUnknown = error instanceof PkiError && error.code === 'PATH_NOT_FOUND'
      if (!isUnknown || !options.newAnchors) throw error
    }
    anchors = (await options.newAnchors()).map(openAnchor)
    return pathOf(signed, purpose, now)
  }

  const checkPath = (signed: Signer, purpose: CertificateKind, now: Date): Promise<Path> =>
    asVerifyError(chainCode, () => pathWithNewAnchors(signed, purpose, now))

  const checkStatus = async (
    path: Path,
    now: Date,
    provenTime?: Date,
  ): Promise<VerifiedCertificate> => {
    const fallback = anchors.find(({ parsed }) => parsed === path.anchor)?.ocsp
    const responderOf = (certificate: Certificate) =>
      options.ocspUrl?.(certificate) ??
      certificate.ocsp[0] ??
      (certificate === path.chain[0] ? fallback : undefined)
    const checked = await statuses.check(path, responderOf, now, provenTime)
    const { status, checkedAt, asOf, source, endedAt } = checked
    return {
      status,
      statusCheckedAt: checkedAt,
      statusAsOf: asOf,
      statusResponder: source,
      ...(endedAt && { endedAt }),
    }
  }

  const checkCertificate = async (
    signed: Signer,
    purpose: CertificateKind,
    now: Date,
    provenTime?: Date,
  ) => checkStatus(await checkPath(signed, purpose, provenTime ?? now), now, provenTime)

  const verifySigned: Verifier['verifySigned'] = async (cms, { content } = {}) => {
    const signed = await asVerifyError(signatureCode, () =>
      verifySignedData(cms, content ? { content } : {}),
    )
    const status = await checkCertificate(signed, 'signing', await options.now())
    const attributes = await asVerifyError(
      () => 'ATTRIBUTES_MISSING',
      async () => readAttributes(signed.certificate),
    )
    if (attributes === undefined)
      throw new VerifyError('ATTRIBUTES_MISSING', 'the certificate names nobody')
    return {
      content: signed.content,
      certificate: signed.certificate,
      attributes,
      signingTime: signed.signingTime,
      ...status,
    }
  }

  /** The second signature of a login. @throws {VerifyError} STATEMENT_MISMATCH: there is none, or over something else */
  const verifyAttributes = async (cms: Uint8Array | undefined, statement: Uint8Array) => {
    if (cms === undefined)
      throw new VerifyError('STATEMENT_MISMATCH', 'signed without the signing certificate')
    const { content, attributes, certificate } = await verifySigned(cms)
    if (equalBytes(content, statement)) return { attributes, certificate }
    throw new VerifyError('STATEMENT_MISMATCH', 'the signatures are over different statements')
  }

  const verifyDocuments = async (
    signatures: readonly Uint8Array[] | undefined,
    documents: readonly DocumentToSign[],
    now: Date,
  ): Promise<Certificate> => {
    const signed = await asVerifyError(signatureCode, () => openSignatures(signatures, documents))
    await checkCertificate(signed, 'signing', now)
    return signed.certificate
  }

  return {
    async verifyLogin({ response, attributes, signatures, expected }) {
      const signed = await asVerifyError(signatureCode, () => verifySignedData(response))
      const now = await options.now()
      const statement = parseLoginStatement(signed.content)
      // Before any question goes out: an answer to another request is nobody's business.
      checkStatement(statement, expected, now, options.longestLogin ?? tenMinutes)
      const isWrong = statement.code !== undefined && statement.code !== expected.code
      const path = await checkPath(signed, 'authentication', now).catch((error: unknown) => {
        // An expired certificate is known to the authority, too: of this one as little is said.
        const isKnown = error instanceof VerifyError && error.code === 'CERTIFICATE_EXPIRED'
        throw isKnown && isWrong ? new VerifyError('CODE_WRONG') : error
      })
      if (isWrong) throw new VerifyError('CODE_WRONG')
      const status = await checkStatus(path, now)
      const { certificate } = signed
      const gives = (statement.claims ?? []).length > 0
      const told = gives ? await verifyAttributes(attributes, signed.content) : undefined
      const { documents = [] } = expected
      const signedBy =
        documents.length > 0 ? await verifyDocuments(signatures, documents, now) : undefined
      return {
        certificate,
        serialNumber: certificate.serialNumber,
        subject: certificate.subject.text,
        notAfter: certificate.validity.notAfter,
        ...status,
        statement,
        returns: statement.code === undefined,
        ...(told && { attributes: told }),
        ...(signedBy && { signedBy }),
      }
    },

    verifyCertificate: async (certificate, purpose, certificates = [], provenTime = undefined) =>
      checkCertificate({ certificate, certificates }, purpose, await options.now(), provenTime),

    now: async () => options.now(),

    verifySigned,
  }
}

const bound = ['audience', 'nonce', 'relyingParty', 'purpose'] as const

function checkStatement(
  statement: LoginStatement,
  expected: ExpectedLogin,
  now: Date,
  longest: number,
): void {
  const other: string[] = bound.filter((field) => statement[field] !== expected[field])
  const { claims: asked = [], optional = [] } = expected
  const given: readonly IdentityClaim[] = statement.claims ?? []
  const agreed = asked.filter((one) => !optional.includes(one) || given.includes(one))
  if (`${given}` !== `${agreed}`) other.push('claims')
  if (documentsText(statement.documents) !== documentsText(expected.documents))
    other.push('documents')
  if (other.length > 0)
    throw new VerifyError('STATEMENT_MISMATCH', `signed for another ${other.join(', ')}`)
  if (statement.code === undefined && expected.mayReturn !== true)
    throw new VerifyError('STATEMENT_MISMATCH', 'signed without the code')
  const age = now.getTime() - new Date(statement.time).getTime()
  if (age > longest || age < -clockSkew)
    throw new VerifyError('STATEMENT_EXPIRED', `signed at ${statement.time}`)
}

const signatureCode = ({ code }: PkiError): VerifyErrorCode =>
  code === 'CMS_MALFORMED' || code === 'CMS_SIGNER_MISSING' || code === 'CERTIFICATE_MALFORMED'
    ? 'RESPONSE_MALFORMED'
    : 'SIGNATURE_INVALID'

function chainCode({ code }: PkiError): VerifyErrorCode {
  switch (code) {
    case 'PATH_EXPIRED':
      return 'CERTIFICATE_EXPIRED'
    case 'PATH_NOT_YET_VALID':
      return 'CERTIFICATE_NOT_YET_VALID'
    case 'PATH_KEY_USAGE':
      return 'KEY_USAGE'
    default:
      return 'CHAIN_INVALID'
  }
}
