import { base64 } from '@kazashi/octets'
import { beforeAll, describe, expect, test } from 'vitest'
import { codeOf } from '../../../tools/code-of.ts'
import { verifyXmlSignature, type XmlVerifyOptions } from './index.ts'
import { limits } from './limits.ts'
import { newXmlSigner, signedForm, type TestSigner, textOf, utf8 } from './test-signed.ts'

let signed: string
let signer: TestSigner
let other: TestSigner
beforeAll(async () => {
  signer = await newXmlSigner('ES384')
  other = await newXmlSigner('ES256')
  signed = textOf(await signedForm(signer))
})

const refused = (xml: string | Uint8Array, options?: XmlVerifyOptions) =>
  codeOf(verifyXmlSignature(typeof xml === 'string' ? utf8(xml) : xml, options))
/** The signed form with one thing changed. */
function changed(from: string | RegExp, to: string): string {
  const result = signed.replace(from, to)
  expect(result).not.toBe(signed)
  return result
}
const more = 'http://www.w3.org/2001/04/xmldsig-more#'
const dsig = 'http://www.w3.org/2000/09/xmldsig#'
const method = (uri: string) => changed(`${more}ecdsa-sha384`, uri)
const transform = (inner: string) =>
  changed(
    /<ds:Transform Algorithm="[^"]*exc-c14n#"\/>/,
    `<ds:Transform Algorithm=${inner}</ds:Transform>`,
  )
const xpath = '"http://www.w3.org/TR/1999/REC-xpath-19991116">'

describe('XML 1.0 documents that are not read', () => {
  test('XML_MALFORMED what is no XML 1.0, and a name without its namespace', async () => {
    for (const xml of [
      '',
      '<a>',
      '<a/><b/>',
      '<a>\u0000</a>',
      '<x:a/>',
      '<a x="1" x="1"/>',
      '<a>&b;</a>',
      '<?xml version="1.1"?><a/>',
    ])
      expect(await refused(xml)).toBe('XML_MALFORMED')
  })

  test('XML_ENCODING_REFUSED only UTF-8 is read', async () => {
    expect(await refused(Uint8Array.of(60, 97, 62, 0xff, 60, 47, 97, 62))).toBe(
      'XML_ENCODING_REFUSED',
    )
    expect(await refused('<?xml version="1.0" encoding="ISO-8859-1"?><a/>')).toBe(
      'XML_ENCODING_REFUSED',
    )
  })

  test('XML_TOO_LARGE, XML_TOO_DEEP, XML_WORK_LIMIT sizes, depths, and what would be compared for ever', async () => {
    expect(await refused(new Uint8Array(limits.octets + 1))).toBe('XML_TOO_LARGE')
    expect(await refused('<a>'.repeat(300) + '</a>'.repeat(300))).toBe('XML_TOO_DEEP')
    const attributes = Array.from({ length: 300 }, (_, i) => `a${i}="1"`).join(' ')
    expect(await refused(`<a ${attributes}/>`)).toBe('XML_WORK_LIMIT')
    const prefixes = Array.from({ length: 2000 }, (_, i) => `xmlns:p${i}="urn:${i}"`).join(' ')
    const start = performance.now()
    expect(
      await refused(changed('<Empty/>', `<Empty ${prefixes}>${'<b/>'.repeat(20_000)}</Empty>`)),
    ).toBe('XML_WORK_LIMIT')
    expect(performance.now() - start).toBeLessThan(2000)
  })

  test('XML_CANONICALIZATION_FAILED a namespace that is no absolute URI', async () => {
    expect(await refused(changed('<Empty/>', '<Empty xmlns:r="relative"/>'))).toBe(
      'XML_CANONICALIZATION_FAILED',
    )
  })
})

describe('XML Signature 1.1 signatures that are refused', () => {
  test('XML_SIGNATURE_MISSING, XML_TOO_MANY_SIGNATURES none, and too many', async () => {
    expect(await refused('<a/>')).toBe('XML_SIGNATURE_MISSING')
    expect(await refused(changed(/(<ds:Signature .*<\/ds:Signature>)/, '$1'.repeat(17)))).toBe(
      'XML_TOO_MANY_SIGNATURES',
    )
  })

  test('XML_SIGNATURE_MALFORMED what the grammar does not have', async () => {
    const cases: readonly (readonly [RegExp, string])[] = [
      [/<ds:Reference.*<\/ds:Reference>/, ''],
      [/<ds:SignatureValue>.*<\/ds:SignatureValue>/, ''],
      [/<ds:SignatureValue>/, '<ds:SignatureValue>!'],
      [/<ds:KeyInfo>/, '<Other/><ds:KeyInfo>'],
      [/<ds:SignedInfo>/, '<ds:SignedInfo>words'],
      [/<ds:CanonicalizationMethod [^>]*>/, ''],
      [/<ds:DigestMethod [^>]*>/, ''],
      [/<ds:SignedInfo>(.*)<\/ds:SignedInfo>/, '<SignedInfo xmlns="urn:other">$1</SignedInfo>'],
    ]
    for (const [from, to] of cases)
      expect(await refused(changed(from, to))).toBe('XML_SIGNATURE_MALFORMED')
  })

  test('XML_DIGEST_MISMATCH, XML_SIGNATURE_INVALID something else was signed', async () => {
    expect(await refused(changed('80000', '10000'))).toBe('XML_DIGEST_MISMATCH')
    expect(await refused(changed('<ds:SignedInfo>', '<ds:SignedInfo Id="x">'))).toBe(
      'XML_SIGNATURE_INVALID',
    )
    const value = base64.encode(new Uint8Array(96).fill(7))
    expect(await refused(changed(/(<ds:SignatureValue>)[^<]*/, `$1${value}`))).toBe(
      'XML_SIGNATURE_INVALID',
    )
  })

  test('XML_SIGNATURE_ENCODING a value of ECDSA in DER, as CMS has it', async () => {
    const der = base64.encode(await signer.holder.signer.sign(utf8('x')))
    expect(await refused(changed(/(<ds:SignatureValue>)[^<]*/, `$1${der}`))).toBe(
      'XML_SIGNATURE_ENCODING',
    )
  })

  test('XML_ALGORITHM_REFUSED by policy: SHA-1 unless it is allowed, DSA, HMAC and MD5 whatever is allowed', async () => {
    const old = [`${dsig}rsa-sha1`, `${more}ecdsa-sha1`]
    for (const uri of old) expect(await refused(method(uri))).toBe('XML_ALGORITHM_REFUSED')
    expect(await refused(method(`${more}ecdsa-sha1`), { allowSha1: true })).toBe(
      'XML_SIGNATURE_INVALID',
    )
    for (const uri of [
      `${dsig}dsa-sha1`,
      `${dsig}hmac-sha1`,
      `${more}hmac-sha256`,
      `${more}rsa-md5`,
    ])
      expect(await refused(method(uri), { allowSha1: true })).toBe('XML_ALGORITHM_REFUSED')
    const digest = changed('http://www.w3.org/2001/04/xmlenc#sha256', `${dsig}sha1`)
    expect(await refused(digest)).toBe('XML_ALGORITHM_REFUSED')
  })

  test('XML_ALGORITHM_UNSUPPORTED algorithms that nobody here knows, names of objects among them', async () => {
    for (const uri of ['urn:none', 'constructor', '__proto__', ''])
      expect(await refused(method(uri))).toBe('XML_ALGORITHM_UNSUPPORTED')
    expect(await refused(transform('"urn:none">'))).toBe('XML_ALGORITHM_UNSUPPORTED')
  })

  test('XML_TRANSFORM_REFUSED, XML_TOO_MANY_TRANSFORMS by policy: XPath, XSLT, base64, and what comes after canonicalisation', async () => {
    const cases = [
      `${xpath}<ds:XPath>self::text()</ds:XPath>`,
      `${xpath}<ds:XPath>not(ancestor-or-self::none:Signature)</ds:XPath>`,
      '"http://www.w3.org/TR/1999/REC-xslt-19991116">',
      '"http://www.w3.org/2002/06/xmldsig-filter2">',
      `"${dsig}base64">`,
      `"http://www.w3.org/2001/10/xml-exc-c14n#"></ds:Transform><ds:Transform Algorithm="${dsig}enveloped-signature">`,
    ]
    for (const one of cases) expect(await refused(transform(one))).toBe('XML_TRANSFORM_REFUSED')
    expect(await refused(changed(/(<ds:Transform [^>]*>)/, '$1'.repeat(9)))).toBe(
      'XML_TOO_MANY_TRANSFORMS',
    )
  })

  test('XML_REFERENCE_UNRESOLVED, XML_REFERENCE_MISPLACED, XML_EXTERNAL_UNRESOLVED, XML_TOO_MANY_REFERENCES what is named is not there', async () => {
    for (const uri of ['#none', '#', '#a/b', '#xpointer(//a)'])
      expect(await refused(changed('URI=""', `URI="${uri}"`))).toBe('XML_REFERENCE_UNRESOLVED')
    expect(await refused(changed(' URI=""', ''))).toBe('XML_REFERENCE_UNRESOLVED')
    expect(await refused(changed('URI=""', 'URI="#part-1"'))).toBe('XML_REFERENCE_MISPLACED')
    expect(await refused(changed('URI=""', 'URI="a.xml"'))).toBe('XML_REFERENCE_MISPLACED')
    const bare = signed.replace(/<ds:Transforms>.*?<\/ds:Transforms>/, '')
    expect(await refused(bare.replace('URI=""', 'URI="a.xml"'))).toBe('XML_EXTERNAL_UNRESOLVED')
    expect(
      await refused(changed(/(<ds:Reference URI="".*?<\/ds:Reference>)/, '$1'.repeat(65))),
    ).toBe('XML_TOO_MANY_REFERENCES')
  })

  test('XML_NOT_COVERED a signature over its own properties alone covers nothing', async () => {
    expect(await refused(changed(/<ds:Reference URI="".*?<\/ds:Reference>/, ''))).toBe(
      'XML_NOT_COVERED',
    )
  })
})

describe('XML Signature 1.1 §4.5 keys and certificates', () => {
  const keyInfo = (inner: string) =>
    changed(/<ds:KeyInfo>.*<\/ds:KeyInfo>/, inner && `<ds:KeyInfo>${inner}</ds:KeyInfo>`)
  const enclosed = (bytes: Uint8Array) =>
    `<ds:X509Data><ds:X509Certificate>${base64.encode(bytes)}</ds:X509Certificate></ds:X509Data>`
  const value = (spki: Uint8Array) =>
    `<k:DEREncodedKeyValue xmlns:k="http://www.w3.org/2009/xmldsig11#">${base64.encode(spki)}</k:DEREncodedKeyValue>`

  test('XML_KEY_MISSING nobody’s key; a given one is enough', async () => {
    expect(await refused(keyInfo(''))).toBe('XML_KEY_MISSING')
    const key = signer.holder.certificate.spki
    const [one] = await verifyXmlSignature(utf8(keyInfo('')), { key })
    expect(one).toMatchObject({ certificate: undefined, publicKey: key })
  })

  test('XML_KEY_MISMATCH a key beside the certificate of another, and a given key that is not the certificate’s', async () => {
    const { certificate } = signer.holder
    const foreign = other.holder.certificate.spki
    expect(await refused(keyInfo(enclosed(certificate.der) + value(foreign)))).toBe(
      'XML_KEY_MISMATCH',
    )
    expect(await refused(keyInfo(value(certificate.spki) + value(foreign)))).toBe(
      'XML_KEY_MISMATCH',
    )
    expect(await refused(signed, { key: foreign })).toBe('XML_KEY_MISMATCH')
    const [one] = await verifyXmlSignature(
      utf8(keyInfo(enclosed(certificate.der) + value(certificate.spki))),
    )
    expect(one?.certificate?.der).toEqual(certificate.der)
  })

  test('XML_CERTIFICATE_MISMATCH the signed properties name another certificate', async () => {
    expect(await refused(keyInfo(enclosed(signer.ca.certificate.der)))).toBe(
      'XML_CERTIFICATE_MISMATCH',
    )
  })

  test('XML_KEY_MALFORMED, XML_CERTIFICATE_MALFORMED, XML_TOO_MANY_CERTIFICATES what is none, and too many', async () => {
    expect(await refused(keyInfo(value(utf8('no key'))))).toBe('XML_KEY_MALFORMED')
    expect(await refused(keyInfo('<ds:KeyValue><ds:RSAKeyValue/></ds:KeyValue>'))).toBe(
      'XML_KEY_MALFORMED',
    )
    expect(await refused(keyInfo(enclosed(utf8('no certificate'))))).toBe(
      'XML_CERTIFICATE_MALFORMED',
    )
    expect(await refused(keyInfo(enclosed(signer.ca.certificate.der).repeat(17)))).toBe(
      'XML_TOO_MANY_CERTIFICATES',
    )
  })

  test('XML_KEY_REFUSED RSA of fewer than 2048 bits', async () => {
    const number = base64.encode(new Uint8Array(128).fill(0xff))
    const short = `<ds:KeyValue><ds:RSAKeyValue><ds:Modulus>${number}</ds:Modulus><ds:Exponent>AQAB</ds:Exponent></ds:RSAKeyValue></ds:KeyValue>`
    const xml = keyInfo(short).replace('ecdsa-sha384', 'rsa-sha256')
    expect(await refused(xml)).toBe('XML_KEY_REFUSED')
    expect(await refused(xml, { allowShortRsa: true })).toBe('XML_SIGNATURE_INVALID')
  })
})
