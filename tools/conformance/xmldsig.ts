/** XML signatures of others (W3C interop of 2012, merlin, phaos, aleksey; collected by xmlsec); SHA-1 and short keys are taken, so that they are no reason to agree. */
import { verifyXmlSignature } from '@kazashi/documents/xml'
import { type CertificateInput, fromPem, validatePath } from '@kazashi/pki'
import { z } from 'zod'
import { bytesOf, outcomeOf, readJson, type Suite, verdict } from './suite.ts'

const dsa = 'signed with DSA, which is refused whatever is asked for'
const notDer = 'keyUsage of its certificate is no DER: its bits end with zeros (X.690 §11.2.2)'
const p521 = 'the signature is right; a path with a key of P-521 is not judged here'

const exceptions: Readonly<Record<string, string>> = {
  'aleksey-xmldsig-01/enveloping-sha384-ecdsa-sha384.xml': p521,
  'aleksey-xmldsig-01/enveloping-sha512-ecdsa-sha512.xml': p521,
  'phaos-xmldsig-three/signature-rsa-enveloped.xml': notDer,
  'phaos-xmldsig-three/signature-rsa-enveloping.xml': notDer,
  'phaos-xmldsig-three/signature-rsa-xpath-transform-enveloped.xml':
    'an XPath with here() and counts, which is refused whatever is asked for',
  'merlin-exc-c14n-one/exc-signature.xml': dsa,
  'merlin-c14n-three/signature.xml': dsa,
}

const shape = z.array(
  z.object({
    file: z.string(),
    expect: z.enum(['valid', 'invalid']),
    trusted: z.string().optional(),
    untrusted: z.array(z.string()).optional(),
    publicKey: z.string().optional(),
    checkTime: z.coerce.date().optional(),
  }),
)
type Case = z.infer<typeof shape>[number]

/** Where a case names no time: certificates of the suite are good to 2126. */
const today = new Date('2026-11-23T01:00:00Z')

async function judge(folder: string, one: Case): Promise<string> {
  const file = (name: string) => bytesOf(folder, 'xmldsig', name)
  const text = (name: string) => new TextDecoder().decode(file(name))
  const certificate = (name: string): CertificateInput =>
    name.endsWith('.pem') ? fromPem('CERTIFICATE', text(name)) : file(name)
  const key = one.publicKey ? fromPem('PUBLIC KEY', text(one.publicKey)) : undefined
  const allowed = { key, allowSha1: true, allowShortRsa: true }
  for (const signature of await verifyXmlSignature(file(one.file), allowed)) {
    if (one.trusted === undefined) continue
    if (signature.certificate === undefined) return 'no certificate'
    await validatePath({
      certificate: signature.certificate,
      intermediates: [...signature.certificates, ...(one.untrusted ?? []).map(certificate)],
      anchors: [certificate(one.trusted)],
      now: one.checkTime ?? today,
      explicitPolicy: false,
    })
  }
  return 'taken'
}

export const xmldsig: Suite = {
  name: 'xmldsig',
  title: 'XML Signature 1.1 §3.2: XML signatures of others',
  least: 35,
  exceptions,
  async run(folder) {
    const results = []
    for (const one of readJson(folder, 'xmldsig/cases.json', shape)) {
      const seen = await outcomeOf(() => judge(folder, one))
      results.push(verdict(one.file, seen, one.expect === 'valid', seen === 'taken'))
    }
    return results
  },
}
