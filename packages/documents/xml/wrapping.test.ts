/**
 * Signatures wrapped around something else, as SAML's readers were fooled (Somorovsky et al., “On Breaking SAML”, XSW1 to 8, and later
 * ones): each is refused, or what is covered is what was signed.
 */
import { beforeAll, describe, expect, test } from 'vitest'
import { codeOf } from '../../../tools/code-of.ts'
import { signXml, verifyXmlSignature, type XmlVerifyOptions } from './index.ts'
import { newXmlSigner, signingTime, textOf, utf8 } from './test-signed.ts'

/** The signed assertion with its signature, without, the signature alone; and a forged one. */
let assertion: string
let bare: string
let signature: string
const forged = (inner = '', id = 'ID="evil"') =>
  `<Assertion ${id}><Subject>mallory</Subject>${inner}</Assertion>`
const response = (...inner: string[]) => `<Response ID="r">${inner.join('')}</Response>`

beforeAll(async () => {
  const { holder } = await newXmlSigner('ES384')
  const { signer, certificate } = holder
  bare = '<Assertion ID="a"><Subject>alice@a.example</Subject></Assertion>'
  const signed = await signXml(utf8(response(bare)), {
    kind: 'enveloped',
    covers: 'a',
    parent: { id: 'a' },
    signer,
    certificate,
    signedProperties: { signingTime },
  })
  assertion = /<Assertion.*<\/Assertion>/s.exec(textOf(signed))?.[0] ?? ''
  signature = /<ds:Signature.*<\/ds:Signature>/s.exec(assertion)?.[0] ?? ''
})

const verified = (xml: string, options?: XmlVerifyOptions) => verifyXmlSignature(utf8(xml), options)
const whole = { mustCover: 'whole-document' } as const
/** In the signature, before its end. */
const inSignature = (inner: string) => signature.replace(/(<\/ds:Signature>)$/, `${inner}$1`)

test('XML Signature 1.1 §8.1 as it was signed it is accepted, and covers the assertion where it stands', async () => {
  const [one] = await verified(response(assertion))
  expect(one?.covers[0]).toMatchObject({
    kind: 'element',
    id: 'a',
    place: '/Response[1]/Assertion[1]',
  })
})

describe('XML Signature 1.1 §8.1 wrapped, and refused', () => {
  const attacks: readonly [name: string, code: string, () => string][] = [
    [
      'XSW1 the original is a child of the signature',
      'XML_SIGNATURE_MALFORMED',
      () => response(forged(inSignature(bare))),
    ],
    [
      'XSW2 the original stands before its signature',
      'XML_REFERENCE_MISPLACED',
      () => response(forged(), bare, signature),
    ],
    [
      'XSW5 the signature moves into the forged one, the original stands elsewhere',
      'XML_REFERENCE_MISPLACED',
      () => response(forged(signature), bare),
    ],
    [
      'XSW6 the original is in an Object of the signature in the forged one',
      'XML_REFERENCE_MISPLACED',
      () => response(forged(inSignature(`<ds:Object>${bare}</ds:Object>`))),
    ],
    [
      'XSW7 a forged one of the same ID is in an extension',
      'XML_ID_AMBIGUOUS',
      () => response(`<Extensions>${forged('', 'ID="a"')}</Extensions>`, assertion),
    ],
    [
      'XSW8 a forged one of the same ID is around the signature with the original',
      'XML_ID_AMBIGUOUS',
      () => response(forged(inSignature(`<ds:Object>${bare}</ds:Object>`), 'ID="a"')),
    ],
    [
      'the same ID in another attribute',
      'XML_ID_AMBIGUOUS',
      () => response(forged('', 'xml:id="a"'), assertion),
    ],
    [
      'two IDs of one element',
      'XML_ID_AMBIGUOUS',
      () => response(assertion.replace('ID="a"', 'ID="a" Id="a"')),
    ],
    [
      'two SignedInfo',
      'XML_SIGNATURE_MALFORMED',
      () => response(assertion.replace(/(<ds:SignedInfo.*<\/ds:SignedInfo>)/, '$1$1')),
    ],
    [
      'a comment in the digest',
      'XML_TEXT_SPLIT',
      () => response(assertion.replace('<ds:DigestValue>', '<ds:DigestValue>AAAA<!-- -->')),
    ],
    [
      'a comment in a name',
      'XML_TEXT_SPLIT',
      () => response(assertion.replace('alice@a.example', 'alice@a.example<!-- -->.evil')),
    ],
    [
      'a name of two sections',
      'XML_TEXT_SPLIT',
      () => response(assertion.replace('a.example', '<![CDATA[a.example]]>')),
    ],
    [
      'an entity in a name',
      'XML_DOCTYPE_REFUSED',
      () =>
        `<!DOCTYPE Response [<!ENTITY a "alice">]>${response(assertion.replace('alice', '&a;'))}`,
    ],
    [
      'an ID by declaration',
      'XML_DOCTYPE_REFUSED',
      () =>
        `<!-- > --><!DOCTYPE Response [<!ATTLIST Assertion no ID #REQUIRED>]>${response(forged('', 'no="a"'), assertion)}`,
    ],
    [
      'other signed properties before those that are signed',
      'XML_PROPERTIES_MALFORMED',
      () => {
        const object = /<ds:Object>.*<\/ds:Object>/.exec(signature)?.[0] ?? ''
        const other = object.replace('2026', '2020').replace('-properties"', '-other"')
        return response(assertion.replace(object, other + object))
      },
    ],
    [
      'properties of another signature',
      'XML_PROPERTIES_MALFORMED',
      () => response(assertion.replace('Target="#signature-1"', 'Target="#signature-2"')),
    ],
  ]
  test.each(attacks)('XML Signature 1.1 §8.1 %s: %s', async (_, code, make) => {
    expect(make()).not.toBe(response(assertion))
    expect(await codeOf(verified(make()))).toBe(code)
  })

  test.each([
    ['XSW3 a forged one stands before the original', () => response(forged(), assertion)],
    ['XSW4 the original is in the forged one', () => response(forged(assertion))],
    [
      'a signature is there twice, one moved',
      () => response(forged(), `<Extensions>${assertion}</Extensions>`),
    ],
    [
      'a forged one is in an Object of the signature',
      () =>
        response(assertion.replace(signature, inSignature(`<ds:Object>${forged()}</ds:Object>`))),
    ],
  ] as const)(
    'XML_NOT_COVERED %s: refused where the whole is claimed, and otherwise only the original is covered',
    async (_, make) => {
      expect(await codeOf(verified(make(), whole))).toBe('XML_NOT_COVERED')
      const seen = await verified(make())
      for (const { octets } of seen.flatMap(({ covers }) => covers)) {
        expect(textOf(octets)).not.toContain('mallory')
      }
      expect(textOf(seen[0]?.covers[0]?.octets ?? utf8(''))).toBe(bare)
    },
  )
})

test('XML 1.0 §2.8 a million laughs end at the DOCTYPE, at once', async () => {
  const entities = Array.from({ length: 30 }, (_, i) => `<!ENTITY a${i + 1} "&a${i};&a${i};">`)
  const bomb = `<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY a0 "ha">${entities.join('')}]><a>&a30;</a>`
  const start = performance.now()
  expect(await codeOf(verified(bomb))).toBe('XML_DOCTYPE_REFUSED')
  const outside = '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'
  expect(await codeOf(verified(outside))).toBe('XML_DOCTYPE_REFUSED')
  expect(performance.now() - start).toBeLessThan(200)
})
