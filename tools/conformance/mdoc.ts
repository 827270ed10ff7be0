/** mdocs of other issuers and of ISO/IEC 18013-5 annex D: recomputed as others found them, verified, refused with the right word, and parsed. */
import { isDeepStrictEqual } from 'node:util'
import { equalBytes } from '@kazashi/octets'
import { parseCertificate } from '@kazashi/pki'
import { z } from 'zod'
import { sign1Holds } from '../../packages/mdoc/cose.ts'
import { type Mdoc, parseDeviceResponse, parseMdoc } from '../../packages/mdoc/mdoc.ts'
import { checkDigests, type VerifiedMdoc, verifyMdoc } from '../../packages/mdoc/verify.ts'
import { verdictOf } from '../code-of.ts'
import { base64, type CaseResult, outcomeOf, readJson, type Suite } from './suite.ts'

const hex = z.string().transform((text) => new Uint8Array(Buffer.from(text, 'hex')))
const checked = z.object({
  docType: z.string(),
  issuerAuthSignature: z.boolean(),
  digestsMatching: z.number(),
  digestsNotMatching: z.number(),
  alg: z.number(),
  msoValidFrom: z.coerce.date(),
  msoValidUntil: z.coerce.date(),
  signerNotBefore: z.coerce.date(),
  signerNotAfter: z.coerce.date(),
})
const interop = z.object({
  cases: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      hex,
      certificates: z.array(z.object({ name: z.string(), der: base64 })).default([]),
      trust: z.string().optional(),
      checkTime: z.coerce.date().optional(),
      checked: z.array(checked).optional(),
    }),
  ),
})
type Interop = z.infer<typeof interop>['cases'][number]
const annexD = z.object({ deviceResponse: hex, documentSignerCert: hex, portrait: hex })
const definitions = z.object({
  deviceResponse: hex,
  issuerSigned: hex,
  issuerSignedDehydrated: hex,
})

const parse = (kind: string, bytes: Uint8Array): Mdoc[] =>
  kind === 'IssuerSigned' ? [parseMdoc(bytes)] : parseDeviceResponse(bytes)

function onlyOf(bytes: Uint8Array): Mdoc {
  const [mdoc] = parseDeviceResponse(bytes)
  if (mdoc === undefined) throw new Error('no document')
  return mdoc
}

/** Results of an independent recomputation, by our own means. */
async function recompute(mdoc: Mdoc): Promise<z.infer<typeof checked>> {
  const { securityObject, issuerAuth, items } = mdoc
  const signer = parseCertificate(issuerAuth.chain[0] ?? new Uint8Array())
  const matching = items.filter(
    (item) => verdictOf(() => checkDigests({ ...mdoc, items: [item] })) === 'accepted',
  )
  return {
    docType: securityObject.docType,
    issuerAuthSignature: await sign1Holds(issuerAuth, signer.spki),
    digestsMatching: matching.length,
    digestsNotMatching: items.length - matching.length,
    alg: issuerAuth.algorithm === 'ES256' ? -7 : -35,
    msoValidFrom: securityObject.validity.validFrom,
    msoValidUntil: securityObject.validity.validUntil,
    signerNotBefore: signer.validity.notBefore,
    signerNotAfter: signer.validity.notAfter,
  }
}

/** Signature, digests and validity as others found them. */
async function recomputed({ id, kind, hex: bytes, checked: wanted }: Interop): Promise<CaseResult> {
  const seen = await outcomeOf(() => Promise.all(parse(kind, bytes).map(recompute)))
  return {
    id: `recompute ${id}`,
    agrees: isDeepStrictEqual(seen, wanted),
    isWrongAccept: false,
    seen: seen instanceof Error ? seen.message : JSON.stringify(seen),
  }
}

/** Under the certificate that belongs to it. */
async function verified(one: Interop): Promise<CaseResult> {
  const now = one.checkTime ?? one.checked?.[0]?.msoValidFrom ?? new Date(Number.NaN)
  const anchors = one.certificates.filter(({ name }) => name === one.trust).map(({ der }) => der)
  const seen = await outcomeOf(async () => {
    const mdocs = parse(one.kind, one.hex)
    for (const mdoc of mdocs) await verifyMdoc({ mdoc, anchors, now })
    return mdocs.length
  })
  const text = seen instanceof Error ? seen.message : `${seen} valid`
  return { id: `verify ${one.id}`, agrees: text === '1 valid', isWrongAccept: false, seen: text }
}

/** To be refused with a code. */
async function refused(
  id: string,
  wanted: string,
  run: () => Promise<VerifiedMdoc>,
): Promise<CaseResult> {
  const seen = await verdictOf(run)
  return { id, agrees: seen === wanted, isWrongAccept: seen === 'accepted', seen }
}

/** Those that must not verify at any time: no moment suits both the mdoc and its signer, or there is no signer. */
function never(cases: readonly Interop[]): Promise<CaseResult>[] {
  return (
    [
      ['eudi-ios-mdl_b64', 'ISSUER_EXPIRED', undefined],
      ['eudi-ios-pid_b64', 'ISSUER_EXPIRED', undefined],
      ['eudi-ios-mdl_b64', 'SIGNED_OUTSIDE_SIGNER', '2024-05-01T00:00:00Z'],
      ['eudi-ios-pid_b64', 'SIGNED_OUTSIDE_SIGNER', '2024-05-01T00:00:00Z'],
      ['multipaz-no-issuer-namespaces', 'ISSUER_MISSING', undefined],
    ] as const
  ).map(([id, wanted, at]) =>
    refused(`refuse ${id} ${at ?? 'when signed'}`, wanted, async () => {
      const mdoc = onlyOf(cases.find((one) => one.id === id)?.hex ?? new Uint8Array())
      const now = at === undefined ? mdoc.securityObject.validity.signed : new Date(at)
      return verifyMdoc({ mdoc, anchors: mdoc.issuerAuth.chain.slice(0, 1), now })
    }),
  )
}

/** Annex D.5.2: signature, six digests and validity; before and after it; and one octet of the name changed. */
function annex({ deviceResponse, documentSignerCert, portrait }: z.infer<typeof annexD>) {
  const verify = (bytes: Uint8Array, at: string) =>
    verifyMdoc({ mdoc: onlyOf(bytes), anchors: [documentSignerCert], now: new Date(at) })
  const name = Buffer.from(deviceResponse).indexOf('Doe')
  const changed = deviceResponse.with(name, 0x4a)
  const during = '2020-12-24T00:00:00Z'
  const whole = async (): Promise<CaseResult> => {
    const seen = await outcomeOf(() => verify(deviceResponse, during))
    const elements = seen instanceof Error ? undefined : seen.elements.get('org.iso.18013.5.1')
    const picture = elements?.get('portrait')
    return {
      id: 'annex-d response',
      agrees:
        elements?.size === 6 &&
        elements.get('family_name') === 'Doe' &&
        picture instanceof Uint8Array &&
        equalBytes(picture, portrait),
      isWrongAccept: false,
      seen: seen instanceof Error ? seen.message : `${elements?.size} elements`,
    }
  }
  const id = 'annex-d response'
  return [
    whole(),
    refused(`${id} too early`, 'MDOC_NOT_YET_VALID', () =>
      verify(deviceResponse, '2020-10-01T13:30:01Z'),
    ),
    refused(`${id} too late`, 'ISSUER_EXPIRED', () =>
      verify(deviceResponse, '2021-10-01T13:30:03Z'),
    ),
    refused(`${id} changed`, 'DIGEST_MISMATCH', () => verify(changed, during)),
  ]
}

/** Structures that are no more than that: each parses. */
async function parsed(
  id: keyof z.infer<typeof definitions>,
  bytes: Uint8Array,
): Promise<CaseResult> {
  const kind = id === 'deviceResponse' ? 'DeviceResponse' : 'IssuerSigned'
  const seen = await outcomeOf(() => parse(kind, bytes).length)
  return { id: `structure ${id}`, agrees: seen === 1, isWrongAccept: false, seen: String(seen) }
}

export const mdoc: Suite = {
  name: 'mdoc',
  title: 'ISO/IEC 18013-5 §9.3: mdocs of other issuers, and those of annex D',
  least: 26,
  exceptions: {
    'verify ubique':
      'its signer’s certificate has no extensions: nothing says that it may sign mdocs (annex B.1.4)',
    'structure deviceResponse':
      'its security object is the sentence «This is the content.», and an item has a random number of one octet',
  },
  async run(folder) {
    const { cases } = readJson(folder, 'mdoc/interop-mdocs.json', interop)
    const structures = readJson(folder, 'mdoc/isomdl-definitions.json', definitions)
    return Promise.all([
      ...cases
        .filter(({ kind, checked: wanted = [] }) => kind !== 'DeviceRequest' && wanted.length > 0)
        .map(recomputed),
      ...cases.filter(({ certificates }) => certificates.length > 0).map(verified),
      ...never(cases),
      ...annex(readJson(folder, 'mdoc/iso18013-5-annex-d.json', annexD)),
      parsed('deviceResponse', structures.deviceResponse),
      parsed('issuerSigned', structures.issuerSigned),
      parsed('issuerSignedDehydrated', structures.issuerSignedDehydrated),
    ])
  },
}
