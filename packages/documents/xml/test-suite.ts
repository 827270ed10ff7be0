/**
 * The published XML signatures (W3C interop of 2012, merlin, phaos, aleksey; collected by xmlsec) judged one by one: first by our policy, then
 * with what it refuses allowed, and with the path of the certificate where the suite names an anchor.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CertificateInput, fromPem, validatePath } from '@kazashi/pki'
import { z } from 'zod'
import { outcomeOf } from '../../../tools/code-of.ts'
import { verifyXmlSignature } from './verify.ts'

const dsa = 'signed with DSA, which is refused whatever is asked for'
const notDer = 'keyUsage of its certificate is no DER: its bits end with zeros (X.690 §11.2.2)'
const p521 = 'the signature is right; a path with a key of P-521 is not judged here'

/** Case → why our answer is another, with what the policy refuses allowed. */
const differences: Readonly<Record<string, string>> = {
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

/** Codes that say "refused by policy". */
const byPolicy = /^XML_(ALGORITHM_REFUSED|TRANSFORM_REFUSED|KEY_REFUSED)\b/

export interface JudgedCase {
  readonly id: string
  readonly isValid: boolean
  readonly isAccepted: boolean
  /** By the policy as it is; undefined: it is not refused by policy. */
  readonly refusedByPolicy: string | undefined
  /** The answer with SHA-1 and short keys allowed. */
  readonly seen: string
}

async function judge(folder: string, one: Case): Promise<JudgedCase> {
  const read = (file: string): Uint8Array => new Uint8Array(readFileSync(join(folder, file)))
  const certificate = (file: string): CertificateInput =>
    file.endsWith('.pem')
      ? fromPem('CERTIFICATE', new TextDecoder().decode(read(file)))
      : read(file)
  const xml = read(one.file)
  const key = one.publicKey
    ? fromPem('PUBLIC KEY', new TextDecoder().decode(read(one.publicKey)))
    : undefined
  const strict = await outcomeOf(() => verifyXmlSignature(xml, { key }))
  const seen = await outcomeOf(async () => {
    const signatures = await verifyXmlSignature(xml, { key, allowSha1: true, allowShortRsa: true })
    for (const signature of signatures) {
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
    return 'accepted'
  })
  const policy = strict instanceof Error && byPolicy.test(strict.message)
  return {
    id: one.file,
    isValid: one.expect === 'valid',
    isAccepted: seen === 'accepted',
    refusedByPolicy: policy ? strict.message : undefined,
    seen: seen instanceof Error ? seen.message : seen,
  }
}

export interface SuiteRow {
  readonly suite: string
  readonly cases: number
  /** As the suite expects. */
  readonly passed: number
  /** Neither as expected nor excepted; or excepted, and as expected by now. */
  readonly failed: readonly string[]
  readonly excepted: number
  /** Accepted, and to be refused. */
  readonly wrongAccepts: readonly string[]
  /** Refused by the policy as it is, of those that pass once it is loosened. */
  readonly refusedByPolicy: number
  readonly exceptions: readonly { readonly id: string; readonly reason: string }[]
}

/** What the cases come to; every difference that is not listed, and every listed one that is none, has failed. */
export function rowOf(judged: readonly JudgedCase[]): SuiteRow {
  const agrees = (one: JudgedCase): boolean => one.isValid === one.isAccepted
  const isListed = ({ id }: JudgedCase): boolean => Object.hasOwn(differences, id)
  const missing = Object.keys(differences).filter((id) => !judged.some((one) => one.id === id))
  return {
    suite: 'xmldsig',
    cases: judged.length,
    passed: judged.filter((one) => agrees(one) && !isListed(one)).length,
    failed: [
      ...judged
        .filter((one) => agrees(one) === isListed(one))
        .map(({ id, seen }) => `${id}: ${seen}`),
      ...missing.map((id) => `${id}: not in the suite`),
    ],
    excepted: judged.filter((one) => !agrees(one) && isListed(one)).length,
    wrongAccepts: judged.filter((one) => one.isAccepted && !one.isValid).map(({ id }) => id),
    refusedByPolicy: judged.filter(
      (one) => one.refusedByPolicy !== undefined && agrees(one) && !isListed(one),
    ).length,
    exceptions: Object.entries(differences).map(([id, reason]) => ({ id, reason })),
  }
}

/** @param folder with `cases.json` */
export async function judgeXmlSuite(folder: string): Promise<readonly JudgedCase[]> {
  const cases = shape.parse(JSON.parse(readFileSync(join(folder, 'cases.json'), 'utf8')))
  const judged: JudgedCase[] = []
  for (const one of cases) judged.push(await judge(folder, one))
  return judged
}
