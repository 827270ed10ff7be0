import { isSignedInfo } from '@kazashi/lifecycle'
import { hex } from '@kazashi/octets'
import { encodeEcdsa, sha256 } from '@kazashi/pki'
import { beforeAll, describe, expect, test } from 'vitest'
import { codeOf } from '../../../tools/code-of.ts'
import { canonical, withXml } from './document.ts'
import { prepareXmlSignature, signXml, verifyXmlSignature } from './index.ts'
import {
  algorithms,
  form,
  newXmlSigner,
  signingTime,
  type TestSigner,
  textOf,
  utf8,
} from './test-signed.ts'
import { Work } from './work.ts'

const signers = new Map<string, TestSigner>()
beforeAll(async () => {
  for (const algorithm of algorithms) signers.set(algorithm, await newXmlSigner(algorithm))
})
function signerOf(algorithm: string): TestSigner {
  const found = signers.get(algorithm)
  if (found === undefined) throw new TypeError(algorithm)
  return found
}
const given = (algorithm: string) => {
  const { holder } = signerOf(algorithm)
  return { signer: holder.signer, certificate: holder.certificate }
}

describe('XML Signature 1.1 what is signed here is verified, with what it covers', () => {
  describe.each(algorithms)('%s', (algorithm) => {
    test.each(['exclusive', 'inclusive'] as const)(
      'XML Signature 1.1 §6.6.4 enveloped, %s: the whole document is covered, as it is without the signature',
      async (canonicalization) => {
        const options = { kind: 'enveloped', canonicalization, ...given(algorithm) } as const
        const signed = await signXml(form, options)
        const [one, ...more] = await verifyXmlSignature(signed, { mustCover: 'whole-document' })
        expect(more).toEqual([])
        expect(one?.certificate?.der).toEqual(options.certificate.der)
        expect(one?.signingTime).toBeUndefined()
        expect(one?.covers.map(({ kind }) => kind)).toEqual(['whole-document'])
        const octets = textOf(one?.covers[0]?.octets ?? new Uint8Array())
        expect(octets).toContain(
          '<Name>見本　花子</Name><Amount>80000</Amount>&lt;&amp;&gt;</Part>',
        )
        expect(octets).toMatch(/<\/Empty>\n<\/f:Form>\n<\?printed no\?>$/)
      },
    )

    test('ETSI EN 319 132-1 §5.2 an element by its ID, with signing time and certificate as signed properties', async () => {
      const signed = await signXml(form, {
        kind: 'enveloped',
        covers: 'part-1',
        parent: { id: 'part-1' },
        digest: 'SHA-512',
        signedProperties: { signingTime },
        ...given(algorithm),
      })
      const [one] = await verifyXmlSignature(signed)
      expect(one?.signingTime).toEqual(signingTime)
      expect(one?.covers).toMatchObject([
        { kind: 'element', id: 'part-1', place: '/Form[1]/Part[1]', name: 'Part' },
        { kind: 'signature-part', name: 'SignedProperties' },
      ])
    })
  })

  test('XML Signature 1.1 §4.5.1 enveloping: the root of the document is in an Object', async () => {
    const signed = await signXml(utf8('<a xmlns:x="urn:x"><x:b/>&#13;</a>'), {
      kind: 'enveloping',
      digest: 'SHA-384',
      ...given('ES384'),
    })
    const [one] = await verifyXmlSignature(signed)
    expect(one?.covers).toMatchObject([{ kind: 'object', place: '/Signature[1]/Object[1]' }])
    expect(textOf(one?.covers[0]?.octets ?? new Uint8Array())).toContain(
      '<a><x:b xmlns:x="urn:x"></x:b>&#xD;</a>',
    )
  })

  test('XML Signature 1.1 §4.4.3 detached: octets elsewhere, with and without a document around the signature', async () => {
    const references = [
      { uri: 'a.pdf', octets: utf8('one') },
      { uri: 'https://example.jp/?b=1&c="2"', octets: utf8('two') },
    ]
    const resolve = (uri: string) => references.find((one) => one.uri === uri)?.octets
    for (const xml of [undefined, form]) {
      const parent = xml && { name: 'Empty', namespace: 'urn:example:part' }
      const signed = await signXml(xml, { kind: 'detached', references, parent, ...given('ES256') })
      const [one] = await verifyXmlSignature(signed, { resolve })
      expect(one?.covers).toEqual(references.map((each) => ({ kind: 'external', ...each })))
      expect(await codeOf(verifyXmlSignature(signed))).toBe('XML_EXTERNAL_UNRESOLVED')
      expect(await codeOf(verifyXmlSignature(signed, { resolve: () => utf8('three') }))).toBe(
        'XML_DIGEST_MISMATCH',
      )
    }
  })

  test('XML Signature 1.1 §4.4.3 a part beside the signature is covered without the enveloped transform', async () => {
    const signed = await signXml(form, { kind: 'enveloped', covers: 'part-2', ...given('ES256') })
    expect(textOf(signed)).not.toContain('enveloped-signature')
    const [one] = await verifyXmlSignature(signed)
    expect(one?.covers).toMatchObject([{ kind: 'element', place: '/Form[1]/Part[2]' }])
    expect(await codeOf(verifyXmlSignature(signed, { mustCover: 'whole-document' }))).toBe(
      'XML_NOT_COVERED',
    )
  })

  test('XML Signature 1.1 §8.1 two sign one after the other, each a part of their own', async () => {
    const first = await signXml(form, { kind: 'enveloped', covers: 'part-1', ...given('RS256') })
    const both = await signXml(first, { kind: 'enveloped', covers: 'part-2', ...given('ES384') })
    const seen = await verifyXmlSignature(both)
    expect(seen.map(({ covers }) => covers)).toMatchObject([[{ id: 'part-1' }], [{ id: 'part-2' }]])
    expect(new Set(seen.map(({ publicKey }) => hex.encode(publicKey))).size).toBe(2)
  })
})

test('XML Signature 1.1 §3.1 what is covered is the document as it came, in canonical form: white space in attributes, carriage returns, sections, processing instructions', async () => {
  const hard = utf8(
    `<?xml version='1.0'?><?a b?><r a="x&#10;y&#9;z&#13;" b='"'>&#13;\r\n&lt;&amp;&gt;<s xmlns="urn:s" xmlns:ds="urn:ds"><![CDATA[<]]></s><ds xmlns=""/>\u{20BB7}</r><!-- end -->`,
  )
  for (const [canonicalization, mode] of [
    ['exclusive', 'exclusive'],
    ['inclusive', '1.0'],
  ] as const) {
    const as = { mode, withComments: false, prefixes: [] }
    const expected = withXml(hard, new Work(), (opened) => canonical(opened, as))
    const options = { kind: 'enveloped', canonicalization, ...given('ES256') } as const
    const [one] = await verifyXmlSignature(await signXml(hard, options))
    expect(textOf(one?.covers[0]?.octets ?? hard)).toBe(textOf(expected))
  }
})

describe('XML Signature 1.1 §4.4 the holder of the key is elsewhere', () => {
  test.each(['exclusive', 'inclusive'] as const)(
    'XML Signature 1.1 §4.4 a SignedInfo in %s form is one that the signing API takes, and its value completes the document',
    async (canonicalization) => {
      const { holder } = signerOf('RS256')
      const { certificate } = holder
      const plain = utf8(textOf(form).replace(' xml:lang="ja"', ''))
      for (const signedProperties of [undefined, { signingTime, certificate }]) {
        const prepared = prepareXmlSignature(plain, {
          kind: 'enveloped',
          canonicalization,
          signedProperties,
        })
        expect(isSignedInfo(prepared.signedInfo)).toBe(true)
        expect(prepared.digest).toEqual(sha256(prepared.signedInfo))
        const signatureValue = await holder.signer.sign(prepared.signedInfo)
        const [one] = await verifyXmlSignature(prepared.finish({ signatureValue, certificate }))
        expect(one?.signingTime).toEqual(signedProperties?.signingTime)
      }
    },
  )

  test('XML_SIGNATURE_ENCODING ECDSA in DER form is no value of XML; XML_CERTIFICATE_MISMATCH nor is another certificate than the properties name', async () => {
    const { holder, ca } = signerOf('ES256')
    const { certificate } = holder
    const prepared = prepareXmlSignature(form, {
      kind: 'enveloped',
      algorithm: 'ES256',
      signedProperties: { signingTime, certificate },
    })
    const der = await holder.signer.sign(prepared.signedInfo)
    expect(codeOf(() => prepared.finish({ signatureValue: der, certificate }))).toBe(
      'XML_SIGNATURE_ENCODING',
    )
    const raw = new Uint8Array(64).fill(1)
    expect(encodeEcdsa(raw).length).toBeGreaterThan(64)
    const other = { signatureValue: raw, certificate: ca.certificate }
    expect(codeOf(() => prepared.finish(other))).toBe('XML_CERTIFICATE_MISMATCH')
  })

  test('XML_KEY_MISMATCH the certificate is of another key', async () => {
    const { signer } = given('ES256')
    const { certificate } = given('ES384')
    expect(await codeOf(signXml(form, { kind: 'enveloped', signer, certificate }))).toBe(
      'XML_KEY_MISMATCH',
    )
  })

  test('XML_INPUT_INVALID nothing to cover, no place, no time', () => {
    const refused = (...given: Parameters<typeof prepareXmlSignature>) =>
      expect(codeOf(() => prepareXmlSignature(...given))).toBe('XML_INPUT_INVALID')
    refused(undefined, { kind: 'enveloped' })
    refused(undefined, { kind: 'detached', references: [] })
    refused(form, { kind: 'detached', references: [{ uri: '#part-1', octets: form }] })
    refused(form, { kind: 'enveloped', parent: { name: 'Part' } })
    refused(form, { kind: 'enveloped', parent: { name: 'Nothing' } })
    const { certificate } = given('ES256')
    refused(form, {
      kind: 'enveloped',
      signedProperties: { signingTime: new Date('x'), certificate },
    })
    expect(codeOf(() => prepareXmlSignature(form, { kind: 'enveloped', covers: 'none' }))).toBe(
      'XML_REFERENCE_UNRESOLVED',
    )
  })
})
