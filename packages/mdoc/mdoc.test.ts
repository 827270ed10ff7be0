/** From issuing to verifying, and the refusals on the way. The library reads the same, as a second opinion. */
import {
  newCa,
  newDocumentSigner,
  newHolder,
  newIaca,
  newSigner,
  now,
} from '@kazashi/pki/test-chain'
import { forge } from '@kazashi/pki/test-forge'
import { DateOnly, IssuerSigned } from '@owf/mdoc'
import { encode } from 'cborg'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { codeOf, verdictOf } from '../../tools/code-of.ts'
import { draws } from '../../tools/mutate/draws.ts'
import {
  elementsOf,
  type Mdoc,
  myNumberCardDocType,
  myNumberCardElements,
  parseDeviceResponse,
  parseMdoc,
  verifyMdoc,
} from './index.ts'
import { issueMdoc } from './issue.ts'
import { hanako, issueForTest, newDeviceKey, type TestIssue } from './testing.ts'

let made: TestIssue
beforeAll(async () => {
  made = await issueForTest()
})
const verify = (mdoc: Mdoc, at = now, docType = myNumberCardDocType) =>
  verifyMdoc({ mdoc, anchors: [made.iaca.certificate], now: at, docType })

describe('round trip', () => {
  test.for(['ES256', 'ES384'] as const)(
    'ISO/IEC 18013-5 §9.3.1 an mdoc issued by %s verifies under the IACA, with every element',
    async (algorithm) => {
      const { iaca, signer, issue, bytes, deviceKey } = await issueForTest(algorithm)
      const verified = await verifyMdoc({
        mdoc: parseMdoc(bytes),
        anchors: [iaca.certificate],
        now,
        docType: myNumberCardDocType,
      })
      expect(myNumberCardElements(verified)).toEqual(issue.elements)
      expect(myNumberCardElements(parseMdoc(bytes))).toEqual(issue.elements)
      expect(verified.securityObject).toMatchObject({
        docType: 'org.iso.23220.1.jp.mnc',
        digestAlgorithm: 'SHA-256',
        deviceKey,
        validity: { signed: now, ...issue.validity, expectedUpdate: undefined },
      })
      expect(verified.documentSigner.der).toEqual(signer.certificate.der)
      expect(verified.anchor.der).toEqual(iaca.certificate.der)
    },
  )

  test('ISO/IEC 18013-5 §9.1.2.5 every element has a digest, a random number of 32 octets and an id of its own', () => {
    const { items, securityObject } = parseMdoc(made.bytes)
    expect(items).toHaveLength(18)
    for (const namespace of ['org.iso.23220.1', 'org.iso.23220.1.jp']) {
      const ids = items.filter((one) => one.namespace === namespace).map(({ digestId }) => digestId)
      expect([...(securityObject.digests.get(namespace)?.keys() ?? [])].sort()).toEqual(ids.sort())
    }
  })

  test('ISO/IEC 18013-5 §9.1.2.5 a digest id that is drawn twice is drawn again', async () => {
    const { issue } = made
    let drawn = 0
    const random = (length: number): Uint8Array => new Uint8Array(length).fill(drawn++ >> 3)
    const { items } = parseMdoc(await issueMdoc({ ...issue, random }))
    const general = items.filter(({ namespace }) => namespace === 'org.iso.23220.1')
    expect(new Set(general.map(({ digestId }) => digestId)).size).toBe(general.length)
  })

  test('ISO/IEC 18013-5 §7.2.1 the library reads the same values, the birth date as a full-date', () => {
    const read = IssuerSigned.decode(made.bytes)
    const item = (namespace: string, identifier: string): unknown =>
      read
        .getIssuerNamespace(namespace)
        ?.find(({ elementIdentifier }) => elementIdentifier === identifier)?.elementValue
    const birthDate = item('org.iso.23220.1', 'birth_date')
    expect(birthDate).toBeInstanceOf(DateOnly)
    expect(String(birthDate)).toBe(hanako.birthDate)
    expect(item('org.iso.23220.1.jp', 'full_name_unicode')).toBe(hanako.name)
    expect(item('org.iso.23220.1.jp', 'birth_date_unicode')).toBe('1971年9月1日')
    // D9 03EC is tag 1004, 6A a text of ten octets.
    const text = Array.from(made.bytes, (octet) => octet.toString(16).padStart(2, '0')).join('')
    expect(text).toContain('d903ec6a313937312d30392d3031')
  })

  test('ISO/IEC 18013-5 §8.3.2.1.2.2 fewer elements than were issued verify as well', async () => {
    const mdoc = parseMdoc(made.bytes)
    const items = mdoc.items.filter(({ identifier }) => identifier === 'age_over_20')
    const { elements } = await verify({ ...mdoc, items })
    expect([...elements]).toEqual([['org.iso.23220.1', new Map([['age_over_20', true]])]])
    expect(await codeOf(() => myNumberCardElements({ elements }))).toBe('ELEMENTS_INVALID')
  })
})

describe('refusals in verifying', () => {
  test('ISO/IEC 18013-5 §9.3.3 an issuer under another IACA', async () => {
    const { certificate } = await newIaca()
    const run = () => verifyMdoc({ mdoc: parseMdoc(made.bytes), anchors: [certificate], now })
    expect(await codeOf(run)).toBe('ISSUER_UNTRUSTED')
  })

  test('ISO/IEC 18013-5 §9.3.3 a chain that is not there', async () => {
    const mdoc = parseMdoc(made.bytes)
    const issuerAuth = { ...mdoc.issuerAuth, chain: [] }
    expect(await codeOf(() => verify({ ...mdoc, issuerAuth }))).toBe('ISSUER_MISSING')
  })

  test('ISO/IEC 18013-5 §9.3.1 another document signer of the same IACA', async () => {
    const mdoc = parseMdoc(made.bytes)
    const other = await newDocumentSigner(made.iaca)
    const issuerAuth = { ...mdoc.issuerAuth, chain: [other.certificate.der] }
    expect(await codeOf(() => verify({ ...mdoc, issuerAuth }))).toBe('SIGNATURE_INVALID')
  })

  test('ISO/IEC 18013-5 §9.3.1 an element of another’s mdoc', async () => {
    const mdoc = parseMdoc(made.bytes)
    const other = parseMdoc(
      await issueMdoc({
        ...made.issue,
        elements: elementsOf({ ...hanako, name: '番号　太郎' }, now),
      }),
    )
    const items = mdoc.items.map((item) =>
      item.identifier === 'full_name_unicode'
        ? (other.items.find(({ identifier }) => identifier === item.identifier) ?? item)
        : item,
    )
    expect(await codeOf(() => verify({ ...mdoc, items }))).toBe('DIGEST_MISMATCH')
  })

  test('ISO/IEC 18013-5 §9.3.1 a digest of which one octet is another', async () => {
    const mdoc = parseMdoc(made.bytes)
    const changed = [...mdoc.securityObject.digests].map(
      ([space, digests]) =>
        [
          space,
          new Map([...digests].map(([id, digest]) => [id, digest.with(31, ~(digest[31] ?? 0))])),
        ] as const,
    )
    const securityObject = { ...mdoc.securityObject, digests: new Map(changed) }
    expect(await codeOf(() => verify({ ...mdoc, securityObject }))).toBe('DIGEST_MISMATCH')
  })

  test('ISO/IEC 18013-5 §9.3.1 signed before its signer’s first second, or after its last', async () => {
    const mdoc = parseMdoc(made.bytes)
    const { notBefore, notAfter } = made.signer.certificate.validity
    const signedAt = (time: number) => {
      const validity = { ...mdoc.securityObject.validity, signed: new Date(time) }
      return verdictOf(() =>
        verify({ ...mdoc, securityObject: { ...mdoc.securityObject, validity } }),
      )
    }
    expect(await signedAt(notBefore.getTime() - 1)).toBe('SIGNED_OUTSIDE_SIGNER')
    expect(await signedAt(notBefore.getTime())).toBe('accepted')
    expect(await signedAt(notAfter.getTime() + 999)).toBe('accepted')
    expect(await signedAt(notAfter.getTime() + 1000)).toBe('SIGNED_OUTSIDE_SIGNER')
  })

  test('ISO/IEC 18013-5 §9.3.1 another doc type than was asked for', async () => {
    const run = () => verify(parseMdoc(made.bytes), now, 'org.iso.18013.5.1.mDL')
    expect(await codeOf(run)).toBe('DOC_TYPE_MISMATCH')
  })

  test.for([
    ['2026-11-23T00:59:59Z', 'MDOC_NOT_YET_VALID'],
    ['2027-09-01T14:59:59Z', 'accepted'],
    ['2027-09-01T15:00:00Z', 'MDOC_EXPIRED'],
    ['2027-12-02T01:00:01Z', 'ISSUER_EXPIRED'],
  ] as const)('ISO/IEC 18013-5 §9.3.1 at %s: %s', async ([at, code]) => {
    expect(await verdictOf(() => verify(parseMdoc(made.bytes), new Date(at)))).toBe(code)
  })
})

describe('refusals in issuing', () => {
  const refusal = (change: Partial<TestIssue['issue']>) =>
    codeOf(() => issueMdoc({ ...made.issue, ...change }))

  test('ISO/IEC 18013-5 §9.1.5.2 a device key that is no point of the curve', async () => {
    const deviceKey = await newDeviceKey()
    expect(await refusal({ deviceKey: { ...deviceKey, y: deviceKey.x } })).toBe(
      'DEVICE_KEY_INVALID',
    )
  })
  test('ISO/IEC 18013-5 annex B.1.4 a key that is not the document signer’s', async () => {
    expect(await refusal({ signer: (await newSigner('ES256')).signer })).toBe('SIGNER_WRONG')
  })
  test('ISO/IEC 18013-5 annex B.1.4 a certificate for anything else', async () => {
    const holder = await newHolder('phoneSigning', await newCa('signing'))
    const { signer, certificate } = holder
    expect(await refusal({ signer, documentSignerCertificate: certificate })).toBe('SIGNER_WRONG')
  })
  test('ISO/IEC 18013-5 §9.1.2.4 an end before the beginning, or after the signer’s', async () => {
    const validFrom = now
    expect(await refusal({ validity: { validFrom, validUntil: now } })).toBe('VALIDITY_INVALID')
    const validUntil = new Date('2028-01-01T00:00:00Z')
    expect(await refusal({ validity: { validFrom, validUntil } })).toBe('VALIDITY_INVALID')
  })
  test('ISO/IEC 18013-5 annex B.1.4 a day on which the signer is not valid', async () => {
    expect(await refusal({ now: new Date('2026-08-31T00:00:00Z') })).toBe('SIGNER_WRONG')
  })

  const notBefore = new Date('2026-09-01T01:00:00Z')
  const notAfter = new Date('2027-12-02T01:00:00Z')
  const second = 1000
  const at = (time: Date, offset = 0) => new Date(time.getTime() + offset)
  const issuedWith = (signed: Date, validFrom: Date, validUntil: Date) =>
    verdictOf(() => issueMdoc({ ...made.issue, now: signed, validity: { validFrom, validUntil } }))

  test('ISO/IEC 18013-5 annex B.1.4 the signer signs from its first second through its last', async () => {
    expect(made.signer.certificate.validity).toEqual({ notBefore, notAfter })
    expect(await issuedWith(at(notBefore, -second), now, notAfter)).toBe('SIGNER_WRONG')
    expect(await issuedWith(notBefore, notBefore, notAfter)).toBe('accepted')
    // In its last second nothing is left to be valid in.
    expect(await issuedWith(notAfter, notAfter, at(notAfter, second))).toBe('VALIDITY_INVALID')
    expect(await issuedWith(at(notAfter, second), now, notAfter)).toBe('SIGNER_WRONG')
    expect(await issuedWith(now, now, at(notAfter, second))).toBe('VALIDITY_INVALID')
  })
  test('ISO/IEC 18013-5 §9.1.2.4 it is valid no earlier than it is signed', async () => {
    expect(await issuedWith(now, at(now, -second), notAfter)).toBe('VALIDITY_INVALID')
    expect(await issuedWith(now, at(now, second), notAfter)).toBe('accepted')
  })
  test('ISO/IEC 18013-5 §9.1.2.4 times are in whole seconds, and compared so', async () => {
    const validity = {
      validFrom: at(now, 250),
      validUntil: at(now, 5500),
      expectedUpdate: at(now, 4750),
    }
    const { securityObject } = parseMdoc(
      await issueMdoc({ ...made.issue, now: at(now, 999), validity }),
    )
    expect(securityObject.validity).toEqual({
      signed: now,
      validFrom: now,
      validUntil: at(now, 5 * second),
      expectedUpdate: at(now, 4 * second),
    })
    expect(await issuedWith(now, at(now, 100), at(now, 900))).toBe('VALIDITY_INVALID')
  })
  test('ISO/IEC 18013-5 §9.1.5.2 a device key on P-384, as good as it is', async () => {
    const algorithm = { name: 'ECDSA', namedCurve: 'P-384' }
    const { publicKey } = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
    const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', publicKey)
    expect(await refusal({ deviceKey: { kty: 'EC', crv: 'P-384', x, y } })).toBe(
      'DEVICE_KEY_INVALID',
    )
  })
  test('ISO/IEC 18013-5 §9.1.2.4 a document signer with an RSA key, though its certificate is for mdocs', async () => {
    const [{ signer }, ca] = await Promise.all([newSigner('RS256'), newSigner('ES256')])
    const forged = await forge({
      subject: [['CN', 'RSA']],
      issuer: { name: made.iaca.certificate.subject.der, signer: ca.signer },
      signer,
      // SEQUENCE of 1.0.18013.5.1.2
      extensions: [
        {
          oid: '2.5.29.37',
          critical: true,
          value: new Uint8Array(Buffer.from('3009060728818c5d050102', 'hex')),
        },
      ],
    })
    expect(forged.extendedKeyUsage).toEqual(['1.0.18013.5.1.2'])
    expect(await refusal({ signer, documentSignerCertificate: forged })).toBe('SIGNER_WRONG')
  })
  test('ISO/IEC 18013-5 §9.1.2.4 a signer whose signature is of other octets, or none, brings nothing out', async () => {
    const { signer } = made.signer
    const sign = () => signer.sign(new Uint8Array())
    expect(await refusal({ signer: { ...signer, sign } })).toBe('SIGNER_WRONG')
    const nothing = async () => new Uint8Array()
    expect(await refusal({ signer: { ...signer, sign: nothing } })).toBe('SIGNER_WRONG')
  })
})

test('ISO/IEC 18013-5 §9.1.2.4 the signer’s certificate may be given in DER', async () => {
  const { der } = made.signer.certificate
  const { issuerAuth } = parseMdoc(
    await issueMdoc({ ...made.issue, documentSignerCertificate: der }),
  )
  expect(issuerAuth.chain).toEqual([der])
})

describe('CBOR from outside', () => {
  test('RFC 8949 §3 a value that is cut off, goes on, or is empty, is a typed refusal', async () => {
    const { bytes } = made
    for (const broken of [
      new Uint8Array(),
      bytes.subarray(0, -1),
      Uint8Array.from([...bytes, 0]),
      Uint8Array.of(0xa0),
      encode(['nameSpaces']),
      new Uint8Array(20_000).fill(0x81),
      // An array of 2³² − 1 items, of which none comes.
      Uint8Array.of(0x9a, 0xff, 0xff, 0xff, 0xff),
    ])
      expect(await codeOf(() => parseMdoc(broken))).toBe('MDOC_MALFORMED')
    expect(await codeOf(() => parseMdoc(new Uint8Array(2 << 20)))).toBe('MDOC_TOO_LARGE')
    expect(await codeOf(() => parseDeviceResponse(bytes))).toBe('MDOC_MALFORMED')
  })

  test('ISO/IEC 18013-5 §9.3.1 whatever octets change: the same elements of the same issuer, or a typed refusal', async () => {
    const { bytes, issue } = made
    const change = fc.record({ at: fc.nat(bytes.length - 1), octet: fc.nat(255) })
    let verified = 0
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const mutated = bytes.slice()
        for (const { at, octet } of changes) mutated[at] = octet
        await verdictOf(async () => {
          const { elements, securityObject } = await verify(parseMdoc(mutated))
          verified++
          // Only where an octet was replaced by itself, or in a header that is not signed.
          expect(myNumberCardElements({ elements })).toEqual(issue.elements)
          expect(securityObject.deviceKey).toEqual(issue.deviceKey)
        })
      }),
      { numRuns: draws(3000) },
    )
    expect(verified).toBeLessThan(300)
  })

  test('RFC 8949 any octets at all: an mdoc or a typed refusal', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        expect(await codeOf(() => parseMdoc(bytes))).toMatch(/^MDOC_/)
      }),
    )
  })
})
