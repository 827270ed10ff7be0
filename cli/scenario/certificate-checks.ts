/** A phone's certificate checked as a stranger would: path to the trust anchor, then status by the pointers it carries. */
import { type CertificateKind, certificateKinds } from '@kazashi/lifecycle'
import {
  type Certificate,
  createOcspRequest,
  parseCertificate,
  validatePath,
  verifyCrl,
  verifyOcspResponse,
} from '@kazashi/pki'
import type { Step } from './course.ts'
import type { Sandbox } from './sandbox.ts'
import type { World } from './world.ts'

interface Checked {
  readonly kind: CertificateKind
  /** DER, from the phone. */
  readonly certificate: Uint8Array
  /** DER, the card's of the same kind. */
  readonly cards: Uint8Array
}

const body = async (answer: Response): Promise<Uint8Array> =>
  new Uint8Array(await answer.arrayBuffer())
const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.from(a).equals(Buffer.from(b))

async function ocspStatus(sandbox: Sandbox, certificate: Certificate, issuer: Certificate) {
  const [url = ''] = certificate.ocsp
  const answer = await sandbox.fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/ocsp-request' },
    body: new Uint8Array(createOcspRequest({ certificate, issuer })),
  })
  const response = await body(answer)
  return verifyOcspResponse({ response, certificate, issuer, now: sandbox.now() })
}

interface AnchorNeeds extends Pick<World, 'step'> {
  readonly sandbox: Pick<Sandbox, 'anchors'>
  readonly files: Pick<World['files'], 'certificate'>
}

/** The trust anchors, kept as `trust-KIND` and, from the second generation on, `trust-KIND-GENERATION`. */
export const checkAnchors = (world: AnchorNeeds): Promise<void> =>
  world.step('1-A①', '信頼の起点', async (step) => {
    const anchors = await world.sandbox.anchors()
    for (const kind of certificateKinds) {
      const ofKind = anchors.filter((each) => each.kind === kind)
      step.assert(ofKind.length > 0, `there is a trust anchor for ${kind} certificates`)
      for (const { certificate, generation } of ofKind) {
        const { subject } = parseCertificate(certificate)
        step.assert(subject.text.includes('SANDBOX'), `it is named SANDBOX: ${subject.text}`)
        const name = generation === 1 ? `trust-${kind}` : `trust-${kind}-${generation}`
        await world.files.certificate(name, certificate)
      }
    }
  })

/** Adds its assertions to `step`. @throws {ScenarioError} ASSERTION_FAILED; {PkiError} for a wrong path or answer */
export async function checkCertificate(
  { sandbox, files }: Pick<World, 'sandbox' | 'files'>,
  { kind, certificate: der, cards }: Checked,
  step: Step,
): Promise<void> {
  const certificate = parseCertificate(der)
  const card = parseCertificate(cards)
  const anchors = (await sandbox.anchors()).filter((anchor) => anchor.kind === kind)
  const { anchor } = await validatePath({
    certificate,
    anchors: anchors.map((each) => each.certificate),
    now: sandbox.now(),
    purpose: kind,
  })
  step.assert(true, `${kind}: its path ends at the sandbox's trust anchor (RFC 5280 §6.1)`)
  step.assert(
    !same(certificate.spki, card.spki),
    `${kind}: its key is the phone's own, not the card's`,
  )
  step.assert(
    certificate.validity.notAfter <= card.validity.notAfter,
    `${kind}: it does not outlive the card's certificate`,
  )
  const { status } = await ocspStatus(sandbox, certificate, anchor)
  step.assert(status === 'good', `${kind}: OCSP at its own pointer says good (RFC 6960)`)
  const [url = ''] = certificate.crlDistributionPoints.flatMap(({ uris }) => uris)
  const crl = await body(await sandbox.fetch(url))
  const { entry } = await verifyCrl({ crl, issuer: anchor, certificate, now: sandbox.now() })
  step.assert(
    entry === undefined,
    `${kind}: the CRL at its own pointer does not list it (RFC 5280 §6.3)`,
  )
  const [caUrl = ''] = certificate.caIssuers
  const published = await body(await sandbox.fetch(caUrl))
  step.assert(
    same(published, anchor.der),
    `${kind}: the CA certificate at its own pointer is the anchor`,
  )
  step.fact(`${kind} serial number`, certificate.serialNumber)
  step.fact(`${kind} not after`, certificate.validity.notAfter.toISOString())
  await files.certificate(`phone-${kind}`, der)
  await files.crl(`phone-${kind}`, crl)
}
