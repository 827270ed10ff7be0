/** mdocs of other issuers and of ISO/IEC 18013-5 annex D. Our different answers stand in one list, each with its reason. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { parseCertificate } from '@kazashi/pki'
import { expect, type TestContext, test } from 'vitest'
import { z } from 'zod'
import { outcomeOf, verdictOf } from '../../tools/code-of.ts'
import { sign1Holds } from './cose.ts'
import { type Mdoc, parseDeviceResponse, parseMdoc } from './mdoc.ts'
import { checkDigests, verifyMdoc } from './verify.ts'

const folder = process.env['KAZASHI_SUITES']

/** Case → reason. A case that begins to agree must leave the list. */
const differences: Readonly<Record<string, string>> = {
  'verify ubique':
    'its signer’s certificate has no extensions: nothing says that it may sign mdocs (annex B.1.4)',
  'structure deviceResponse':
    'its security object is the sentence «This is the content.», and an item has a random number of one octet',
}

const hex = z.string().transform((text) => new Uint8Array(Buffer.from(text, 'hex')))
const base64 = z.string().transform((text) => new Uint8Array(Buffer.from(text, 'base64')))
/** Skips where the suites are not. */
function read<T>(ctx: TestContext, file: string, schema: z.ZodType<T>): T {
  if (folder === undefined) return ctx.skip('KAZASHI_SUITES names no folder with the suites')
  return schema.parse(JSON.parse(readFileSync(join(folder, 'mdoc', file), 'utf8')))
}

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

const parse = (kind: string, bytes: Uint8Array): Mdoc[] =>
  kind === 'IssuerSigned' ? [parseMdoc(bytes)] : parseDeviceResponse(bytes)

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

/** Compares every case, against the list of differences in both directions. */
function judge(suite: string, results: readonly { id: string; agrees: boolean; seen: string }[]) {
  expect(results.length).toBeGreaterThan(0)
  const name = (id: string): string => `${suite} ${id}`
  const surprises = results.filter(({ id, agrees }) => agrees === name(id) in differences)
  expect(
    surprises.map(({ id, agrees, seen }) => `${name(id)}: ${agrees ? 'agrees now' : seen}`),
  ).toEqual([])
  const listed = Object.keys(differences).filter((one) => one.startsWith(`${suite} `))
  expect(listed.filter((one) => !results.some(({ id }) => name(id) === one))).toEqual([])
}

test('ISO/IEC 18013-5 §9.3.1 mdocs of other issuers: signature, digests and validity as others found them', async (ctx) => {
  const { cases } = read(ctx, 'interop-mdocs.json', interop)
  const results = []
  for (const { id, kind, hex: bytes, checked: wanted = [] } of cases) {
    if (kind === 'DeviceRequest' || wanted.length === 0) continue
    const seen = await outcomeOf(() => Promise.all(parse(kind, bytes).map(recompute)))
    const text = seen instanceof Error ? seen.message : JSON.stringify(seen)
    results.push({ id, agrees: isDeepStrictEqual(seen, wanted), seen: text })
  }
  judge('recompute', results)
})

test('ISO/IEC 18013-5 §9.3.3 mdocs of other issuers under the certificates that belong to them', async (ctx) => {
  const { cases } = read(ctx, 'interop-mdocs.json', interop)
  const results = []
  for (const one of cases.filter(({ certificates }) => certificates.length > 0)) {
    const now = one.checkTime ?? one.checked?.[0]?.msoValidFrom ?? new Date(Number.NaN)
    const seen = await outcomeOf(async () => {
      const mdocs = parse(one.kind, one.hex)
      const anchors = one.certificates
        .filter(({ name }) => name === one.trust)
        .map(({ der }) => der)
      for (const mdoc of mdocs) await verifyMdoc({ mdoc, anchors, now })
      return mdocs.length
    })
    const text = seen instanceof Error ? seen.message : `${seen} valid`
    results.push({ id: one.id, agrees: text === '1 valid', seen: text })
  }
  judge('verify', results)
})

test('ISO/IEC 18013-5 §9.3.1 those that must not verify at any time', async (ctx) => {
  const { cases } = read(ctx, 'interop-mdocs.json', interop)
  const code = async (id: string, at?: Date): Promise<string> => {
    const one = cases.find((each) => each.id === id)
    const [mdoc] = one ? parseDeviceResponse(one.hex) : []
    if (!mdoc) throw new Error(`no mdoc ${id}`)
    const [leaf] = mdoc.issuerAuth.chain
    const now = at ?? mdoc.securityObject.validity.signed
    const run = () => verifyMdoc({ mdoc, anchors: leaf ? [leaf] : [], now })
    return verdictOf(run)
  }
  // Their signer's certificate ended before they were signed: no moment suits both.
  for (const id of ['eudi-ios-mdl_b64', 'eudi-ios-pid_b64']) {
    expect(await code(id)).toBe('ISSUER_EXPIRED')
    expect(await code(id, new Date('2024-05-01T00:00:00Z'))).toBe('SIGNED_OUTSIDE_SIGNER')
  }
  expect(await code('multipaz-no-issuer-namespaces')).toBe('ISSUER_MISSING')
})

test('ISO/IEC 18013-5 annex D.5.2 the response: signature, six digests, validity; and one octet changed', async (ctx) => {
  const shape = z.object({ deviceResponse: hex, documentSignerCert: hex, portrait: hex })
  const { deviceResponse, documentSignerCert, portrait } = read(
    ctx,
    'iso18013-5-annex-d.json',
    shape,
  )
  const [mdoc] = parseDeviceResponse(deviceResponse)
  if (!mdoc) throw new Error('no document')
  const verify = (at: string) =>
    outcomeOf(() => verifyMdoc({ mdoc, anchors: [documentSignerCert], now: new Date(at) }))
  const verified = await verify('2020-12-24T00:00:00Z')
  if (verified instanceof Error) throw verified
  const elements = verified.elements.get('org.iso.18013.5.1')
  expect(elements?.size).toBe(6)
  expect(elements?.get('family_name')).toBe('Doe')
  expect(elements?.get('portrait')).toEqual(portrait)
  expect(await verify('2020-10-01T13:30:01Z')).toMatchObject({ code: 'MDOC_NOT_YET_VALID' })
  expect(await verify('2021-10-01T13:30:03Z')).toMatchObject({ code: 'ISSUER_EXPIRED' })
  const text = new TextEncoder().encode('Doe')
  const at = deviceResponse.findIndex((_, i) =>
    text.every((octet, j) => deviceResponse[i + j] === octet),
  )
  const changed = deviceResponse.slice()
  changed[at] = 0x4a
  const [forged] = parseDeviceResponse(changed)
  if (!forged) throw new Error('no document')
  const now = new Date('2020-12-24T00:00:00Z')
  expect(
    await outcomeOf(() => verifyMdoc({ mdoc: forged, anchors: [documentSignerCert], now })),
  ).toMatchObject({ code: 'DIGEST_MISMATCH' })
})

test('ISO/IEC 18013-5 §8.3.2.1.2.2 structures of others: each parses, or is refused with a code', async (ctx) => {
  const shape = z.object({ deviceResponse: hex, issuerSigned: hex, issuerSignedDehydrated: hex })
  const definitions = read(ctx, 'isomdl-definitions.json', shape)
  const results = []
  for (const id of ['deviceResponse', 'issuerSigned', 'issuerSignedDehydrated'] as const) {
    const kind = id === 'deviceResponse' ? 'DeviceResponse' : 'IssuerSigned'
    const seen = await outcomeOf(() => parse(kind, definitions[id]).length)
    results.push({ id, agrees: seen === 1, seen: String(seen) })
  }
  judge('structure', results)
})
