/** Faults of certificates: the same certificate, judged on another day, or by a gate that knows and reaches less. */
import { type CaseOf, type FaultCase, isCaseOf } from '@kazashi/cases'
import type { Trust } from '@kazashi/login'
import type { Certificate } from '@kazashi/pki'

const day = 24 * 60 * 60_000
const later = (date: Date, by: number) => new Date(date.getTime() + by)

type Otherwise = NonNullable<Parameters<Trust['verifier']>[0]>

function judgedBy(fault: CaseOf<'certificate'>, { validity }: Certificate): Otherwise {
  switch (fault) {
    case 'certificate-expired':
      return { now: () => later(validity.notAfter, day) }
    case 'certificate-not-yet-valid':
      return { now: () => later(validity.notBefore, -day) }
    case 'issuer-unknown':
      return { anchors: [], newAnchors: undefined }
    case 'status-unavailable':
      return { fetch: () => Promise.reject(new TypeError('no answer')) }
  }
}

/** @throws {VerifyError} as the case has it; none where it has no such fault */
export async function judgeByCase(
  fault: FaultCase | undefined,
  trust: Trust,
  certificate: Certificate,
): Promise<void> {
  if (fault === undefined || !isCaseOf('certificate', fault)) return
  const verifier = await trust.verifier(judgedBy(fault, certificate))
  await verifier.verifyCertificate(certificate, 'authentication')
}
