/** Parsers under damaged documents: a result or a typed refusal, never anything else; a parsed one encodes again to itself. */
import { equalBytes } from '@kazashi/octets'
import { AsnConvert } from '@peculiar/asn1-schema'
import * as asn1 from '@peculiar/asn1-x509'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { verdictOf } from '../../tools/code-of.ts'
import { encodeCertificate, parseCertificate } from './certificate.ts'
import { createCertificationRequest, verifyCertificationRequest } from './certification-request.ts'
import { createCrl, parseCrl } from './crl.ts'
import { parseName } from './name.ts'
import { createOcspRequest, parseOcspRequest } from './ocsp-request.ts'
import { answerOcspRequest } from './ocsp-response.ts'
import { parseOcspResponse } from './ocsp-verify.ts'
import { createSignedData, verifySignedData } from './signed-data.ts'
import {
  type EndEntity,
  newCa,
  newHolder,
  now,
  type TestCa,
  type TestHolder,
} from './test-chain.ts'
import { understood } from './understood-extensions.ts'

let ca: TestCa
const holders: TestHolder[] = []
beforeAll(async () => {
  ca = await newCa('signing', { algorithm: 'ES384' })
  const profiles: EndEntity[] = [
    'cardSigning',
    'cardAuthentication',
    'phoneSigning',
    'phoneAuthentication',
    'ocspResponder',
  ]
  for (const profile of profiles) holders.push(await newHolder(profile, ca, { algorithm: 'ES384' }))
})

/** Octets changed, cut out, doubled, put in; as often in the front, where lengths and tags are, as anywhere. */
type Change = readonly [
  kind: 'flip' | 'set' | 'cut' | 'double' | 'insert',
  at: number,
  value: number,
]
const change: fc.Arbitrary<Change> = fc.tuple(
  fc.constantFrom('flip', 'set', 'cut', 'double', 'insert'),
  fc.oneof(fc.nat(60), fc.nat(100_000)),
  fc.nat(255),
)
function mutate(original: Uint8Array, changes: readonly Change[]): Uint8Array {
  let list = [...original]
  for (const [kind, position, value] of changes) {
    const at = list.length === 0 ? 0 : position % list.length
    const here = list[at] ?? 0
    if (kind === 'flip') list[at] = here ^ (1 << (value % 8))
    if (kind === 'set') list[at] = value
    if (kind === 'cut') list = [...list.slice(0, at), ...list.slice(at + 1 + (value % 4))]
    if (kind === 'double') list.splice(at, 0, here)
    if (kind === 'insert') list.splice(at, 0, value)
  }
  return Uint8Array.from(list)
}
const changes = fc.array(change, { minLength: 1, maxLength: 4 })

describe('damaged documents', () => {
  test('RFC 5280 §4.1 a certificate parses or is refused; a parsed one encodes to itself again', () => {
    let parsed = 0
    fc.assert(
      fc.property(fc.nat(4), changes, (which, list) => {
        const bytes = mutate(holders[which]?.certificate.der ?? new Uint8Array(), list)
        verdictOf(() => {
          const certificate = parseCertificate(bytes)
          parsed++
          expect(equalBytes(encodeCertificate(certificate), bytes)).toBe(true)
        })
      }),
      { numRuns: 5000 },
    )
    expect(parsed).toBeGreaterThan(100)
  })

  test('RFC 5280 §4.1 another parser reads the same values', () => {
    for (const { certificate } of [...holders, ca]) {
      const theirs = AsnConvert.parse(certificate.der, asn1.Certificate)
      expect(equalBytes(new Uint8Array(AsnConvert.serialize(theirs)), certificate.der)).toBe(true)
      const { extensions } = theirs.tbsCertificate
      expect(extensions?.map(({ extnID, critical }) => [extnID, critical])).toEqual(
        certificate.extensions.map(({ oid, critical }) => [oid, critical]),
      )
      const points = extensions?.find(({ extnID }) => extnID === asn1.id_ce_cRLDistributionPoints)
      if (points) {
        const [point] = AsnConvert.parse(points.extnValue, asn1.CRLDistributionPoints)
        const uris = point?.distributionPoint?.fullName?.flatMap(
          (name) => name.uniformResourceIdentifier ?? [],
        )
        expect(uris).toEqual(certificate.crlDistributionPoints[0]?.uris)
      }
    }
  })

  test('RFC 5280 §4.2 every extension codec gives its octets back or refuses', () => {
    const values = holders.flatMap(({ certificate }) => certificate.extensions)
    fc.assert(
      fc.property(fc.nat(values.length - 1), changes, (which, list) => {
        const extension = values[which]
        if (!extension) return
        const bytes = mutate(extension.value, list)
        verdictOf(() =>
          expect(equalBytes(understood.get(extension.oid)?.(bytes) ?? bytes, bytes)).toBe(true),
        )
      }),
      { numRuns: 5000 },
    )
  })

  test('RFC 5280 §5.1 CRLs, RFC 6960 §4 OCSP, RFC 5280 §4.1.2.4 names: a result or a typed refusal', async () => {
    const [card, , , , responder] = holders
    if (!card || !responder) throw new Error('made before all')
    const crl = await createCrl({
      issuer: ca.certificate,
      signer: ca.signer,
      number: 5,
      thisUpdate: now,
      nextUpdate: now,
      distributionPoint: { uri: 'http://localhost/x.crl', directoryName: [['CN', 'x']] },
      entries: [{ serialNumber: '01', revokedAt: now, reason: 'superseded' }],
    })
    const request = createOcspRequest({
      certificate: card.certificate,
      issuer: ca.certificate,
      nonce: new Uint8Array(8),
    })
    const response = await answerOcspRequest({
      request,
      issuer: ca.certificate,
      signer: responder.signer,
      responderCertificate: responder.certificate,
      now,
      nextUpdate: now,
      statusOf: () => ({ status: 'revoked', revokedAt: now, reason: 'certificateHold' }),
    })
    const cases: readonly [Uint8Array, (bytes: Uint8Array) => unknown][] = [
      [crl, parseCrl],
      [request, parseOcspRequest],
      [response, parseOcspResponse],
      [card.certificate.subject.der, parseName],
    ]
    fc.assert(
      fc.property(fc.constantFrom(...cases), changes, ([original, parse], list) => {
        verdictOf(() => parse(mutate(original, list)))
      }),
      { numRuns: 8000 },
    )
  })

  test('RFC 5652 §5 CMS and RFC 2986 §4 requests: never accepted with other content, never a crash', async () => {
    const [card] = holders
    if (!card) throw new Error('made before all')
    const content = new TextEncoder().encode('content')
    const cms = await createSignedData({
      content,
      certificate: card.certificate,
      signer: card.signer,
      signingTime: now,
    })
    const request = await createCertificationRequest(card.signer)
    await fc.assert(
      fc.asyncProperty(changes, async (list) => {
        await verdictOf(async () =>
          expect((await verifySignedData(mutate(cms, list))).content).toEqual(content),
        )
        await verdictOf(async () => {
          const asked = await verifyCertificationRequest(mutate(request, list))
          expect(asked.publicKey).toEqual(card.signer.publicKey)
        })
      }),
      { numRuns: 1500 },
    )
  })
})
