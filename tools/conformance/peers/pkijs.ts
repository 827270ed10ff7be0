/** The answer of pkijs, the JavaScript library that does the same. */
import { Certificate, CertificateChainValidationEngine, CertificateRevocationList } from 'pkijs'
import type { PathQuestion } from '../question.ts'

const certificateOf = (bytes: Uint8Array): Certificate[] => {
  try {
    return [Certificate.fromBER(new Uint8Array(bytes).buffer)]
  } catch {
    return []
  }
}

export async function pkijs(question: PathQuestion): Promise<boolean> {
  const { certificate, intermediates, anchors, crls, now, policies } = question
  try {
    const engine = new CertificateChainValidationEngine({
      trustedCerts: anchors.flatMap(certificateOf),
      certs: [...intermediates, certificate].flatMap(certificateOf),
      crls: crls.map((one) => CertificateRevocationList.fromBER(new Uint8Array(one).buffer)),
      checkDate: now,
    })
    const { result } = await engine.verify({
      ...(policies.set.length > 0 ? { initialPolicySet: [...policies.set] } : {}),
      initialExplicitPolicy: policies.explicit,
      initialPolicyMappingInhibit: policies.inhibitMapping,
      initialInhibitPolicy: policies.inhibitAny,
    })
    return result
  } catch {
    return false
  }
}
