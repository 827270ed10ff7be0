/** Signed XML (XML Signature 1.1, XAdES): what is covered, wrapping, and texts that are read otherwise than they are signed. */
import { createHmac } from 'node:crypto'
import { base64 } from '@kazashi/octets'
import { decodeEcdsa, type Signer, sha1, sha256 } from '@kazashi/pki'
import { type Made, rowsOf, type Table } from '../case.ts'
import { revokedAt } from '../evidence.ts'
import type { HolderOptions, World } from '../world.ts'
import { signedAt, statusOf } from './signed.ts'

const utf8 = new TextEncoder()
const form = `<?xml version="1.0" encoding="UTF-8"?>
<Application xmlns="urn:example:mihon-cho" xml:lang="ja"><Person><Name>見本　花子</Name></Person><Rent currency="JPY">80000</Rent></Application>
`
const bare = '<Assertion ID="a"><Subject>hanako@corpus.example</Subject></Assertion>'
const response = (...inner: readonly string[]): string =>
  `<Response ID="r">${inner.join('')}</Response>`
const forged = (inner = '', id = 'ID="evil"'): string =>
  `<Assertion ${id}><Subject>mallory@corpus.example</Subject>${inner}</Assertion>`

interface Options {
  readonly of?: HolderOptions
  readonly revoked?: string
  readonly kind?: 'enveloped' | 'enveloping'
  readonly canonicalization?: 'inclusive'
  readonly properties?: boolean
  readonly change?: (xml: string) => string
}

async function madeOf(
  world: World,
  text: string,
  { of = {}, kind = 'enveloped', canonicalization, properties = true }: Options,
  covers?: string,
): Promise<string> {
  const { signXml } = await import('@kazashi/documents/xml')
  const { signer, certificate } = await world.holder(of)
  const common = {
    signer,
    certificate,
    ...(canonicalization ? { canonicalization } : {}),
    ...(properties ? { signedProperties: { signingTime: signedAt } } : {}),
  }
  const parent = covers === undefined ? {} : { covers, parent: { id: covers } }
  const options = kind === 'enveloping' ? { ...common, kind } : { ...common, kind, ...parent }
  return new TextDecoder().decode(await signXml(utf8.encode(text), options))
}

async function filesOf(world: World, xml: string, { of = {}, revoked }: Options): Promise<Made> {
  const holder = await world.holder(of)
  const said = revoked === undefined ? {} : { of: revokedAt(revoked, 'superseded') }
  return { files: { xml: utf8.encode(xml), status: await statusOf(world, holder, said) } }
}

/** The form, signed as a whole. */
const signed =
  (options: Options = {}) =>
  async (world: World): Promise<Made> => {
    const xml = await madeOf(world, form, options)
    return filesOf(world, options.change ? options.change(xml) : xml, options)
  }
/** Text put in place of another, which must be there. */
const changing =
  (from: string | RegExp, to: string) =>
  (xml: string): string => {
    const result = xml.replace(from, to)
    if (result === xml) throw new RangeError(`${from} in the XML`)
    return result
  }
const changed = (from: string | RegExp, to: string) => signed({ change: changing(from, to) })

/** What a signature is over, and the document with another rent: its digest is right, but nobody signed it. */
async function forgeryOf(world: World) {
  const { verifyXmlSignature } = await import('@kazashi/documents/xml')
  const xml = await madeOf(world, form, { properties: false })
  const [signature] = await verifyXmlSignature(utf8.encode(xml))
  const covered = new TextDecoder().decode(signature?.covers[0]?.octets)
  const digest = base64.encode(sha256(utf8.encode(covered.replace('80000', '90000'))))
  return { xml, covered, digest, changed: changing('80000', '90000')(xml) }
}
const forging =
  (change: (xml: string, digest: string) => string) =>
  async (world: World): Promise<Made> => {
    const { changed, digest } = await forgeryOf(world)
    return filesOf(world, change(changed, digest), {})
  }

/** Another SignedInfo, and a right signature over it: its maker wants it so. */
const anew =
  (
    change: (text: string, covered: string) => string,
    valueBy: (octets: Uint8Array, signer: Signer) => Promise<Uint8Array> = xmlValue,
  ) =>
  async (world: World): Promise<Made> => {
    const { prepareXmlSignature } = await import('@kazashi/documents/xml')
    const { covered, xml } = await forgeryOf(world)
    const { signer } = await world.holder()
    const prepared = prepareXmlSignature(utf8.encode(form), {
      kind: 'enveloped',
      algorithm: 'ES384',
    })
    const signedInfo = change(new TextDecoder().decode(prepared.signedInfo), covered)
    const value = base64.encode(await valueBy(utf8.encode(signedInfo), signer))
    const valued = changing(/(<ds:SignatureValue>)[^<]*/, `$1${value}`)
    return filesOf(world, valued(change(xml, covered)), {})
  }
const xmlValue = async (octets: Uint8Array, signer: Signer): Promise<Uint8Array> =>
  decodeEcdsa(await signer.sign(octets), 48) ?? new Uint8Array()

interface Parts {
  readonly assertion: string
  readonly signature: string
}
/** An assertion in a response, signed by itself. */
const wrapped =
  (make: (parts: Parts) => string) =>
  async (world: World): Promise<Made> => {
    const xml = await madeOf(world, response(bare), {}, 'a')
    const [assertion = ''] = /<Assertion.*<\/Assertion>/s.exec(xml) ?? []
    const [signature = ''] = /<ds:Signature.*<\/ds:Signature>/s.exec(assertion) ?? []
    return filesOf(world, make({ assertion, signature }), {})
  }
const inSignature = (signature: string, inner: string): string =>
  signature.replace(/(<\/ds:Signature>)$/, `${inner}$1`)

const core = 'XML Signature 1.1 §3.2'
const seen = 'XML Signature 1.1 §8.1'
const ids = 'XML Signature 1.1 §4.4.3.2'

const rows = rowsOf([
  [
    'enveloped',
    undefined,
    core,
    'A phone’s key of P-384 signed the whole document.',
    'スマートフォンのP-384の鍵が文書全体に署名しました。',
    signed(),
  ],
  [
    'enveloped-rsa',
    undefined,
    core,
    'A phone’s key of RSA-2048 signed the whole document.',
    'スマートフォンのRSA-2048の鍵が文書全体に署名しました。',
    signed({ of: { algorithm: 'RS256' } }),
  ],
  [
    'enveloped-card',
    undefined,
    core,
    'A card’s key of RSA-2048 signed the whole document.',
    'カードのRSA-2048の鍵が文書全体に署名しました。',
    signed({ of: { profile: 'cardSigning', algorithm: 'RS256' } }),
  ],
  [
    'enveloping',
    undefined,
    core,
    'The document stands in the signature.',
    '文書が署名の中にあります。',
    signed({ kind: 'enveloping' }),
  ],
  [
    'inclusive',
    undefined,
    'Canonical XML 1.0',
    'The canonical form is the inclusive one.',
    '正規化が包括的正規化です。',
    signed({ canonicalization: 'inclusive' }),
  ],
  [
    'without-properties',
    undefined,
    core,
    'The signature has no signed properties: XML Signature, and no XAdES.',
    '署名対象プロパティがありません。XAdESではなくXML署名です。',
    signed({ properties: false }),
  ],
  [
    'one-element',
    undefined,
    core,
    'The signature covers one element, and a verifier must say so.',
    '署名の対象は一つの要素です。検証側はそれを示さなければなりません。',
    wrapped(({ assertion }) => response(assertion)),
  ],
  [
    'attributes-in-another-order',
    undefined,
    'Canonical XML 1.0 §2.3',
    'White space and quotes in a tag are others than at signing, which the canonical form does not see.',
    'タグの空白と引用符が署名時と異なりますが、正規形では同じです。',
    changed('<Rent currency="JPY">', "<Rent   currency='JPY'  >"),
  ],
  [
    'text-changed',
    'SIGNATURE_INVALID',
    core,
    'The rent is another than at signing.',
    '賃料が署名時と異なります。',
    changed('80000', '90000'),
  ],
  [
    'attribute-changed',
    'SIGNATURE_INVALID',
    core,
    'The currency is another than at signing.',
    '通貨が署名時と異なります。',
    changed('"JPY"', '"USD"'),
  ],
  [
    'element-added',
    'SIGNATURE_INVALID',
    core,
    'An element was added after signing.',
    '署名の後に要素が追加されています。',
    changed('<Rent ', '<Deposit>90000</Deposit><Rent '),
  ],
  [
    'digest-changed',
    'SIGNATURE_INVALID',
    core,
    'Somebody changed the rent and its digest, and could not sign anew.',
    '賃料とダイジェストが書き換えられていますが、署名は元のままです。',
    forging((xml, digest) => changing(/(<ds:DigestValue>)[^<]*/, `$1${digest}`)(xml)),
  ],
  [
    'signature-changed',
    'SIGNATURE_INVALID',
    core,
    'The value of the signature is another.',
    '署名の値が異なります。',
    changed(/(<ds:SignatureValue>)[^<]*/, `$1${Buffer.alloc(96, 7).toString('base64')}`),
  ],
  [
    'signature-in-der',
    'SIGNATURE_INVALID',
    'XML Signature 1.1 §6.4.3',
    'The value of the signature is in DER, where XML has r and s alone.',
    '署名の値がDERです。XMLではrとsを並べたものです。',
    async (world) => {
      const { signer } = await world.holder()
      const der = Buffer.from(await signer.sign(utf8.encode(form))).toString('base64')
      return changed(/(<ds:SignatureValue>)[^<]*/, `$1${der}`)(world)
    },
  ],
  [
    'reference-changed',
    'DOCUMENT_NOT_COVERED',
    core,
    'The reference leads to another element than it did at signing.',
    '参照先が署名時と異なる要素です。',
    changed('URI=""', 'URI="#nowhere"'),
  ],
  [
    'certificate-exchanged',
    'SIGNATURE_INVALID',
    'ETSI EN 319 132-1 §5.2.2',
    'Another certificate of the same key stands in place of the one that the signed properties name.',
    '署名対象プロパティが示すものの代わりに、同じ鍵の別の証明書があります。',
    async (world) => {
      const { certificate } = await world.holder({ label: 'same key' })
      const other = Buffer.from(certificate.der).toString('base64')
      return changed(/(<ds:X509Certificate>)[^<]*/, `$1${other}`)(world)
    },
  ],
  [
    'certificate-of-another-key',
    'SIGNATURE_INVALID',
    core,
    'The certificate is of another key than the one that signed.',
    '証明書の鍵が、署名した鍵ではありません。',
    async (world) => {
      const { certificate } = await world.holder({ profile: 'cardSigning' })
      const other = Buffer.from(certificate.der).toString('base64')
      return signed({
        properties: false,
        change: changing(/(<ds:X509Certificate>)[^<]*/, `$1${other}`),
      })(world)
    },
  ],
  [
    'digest-by-sha-1',
    'SIGNATURE_INVALID',
    'XML Signature 1.1 §6.2',
    'The digest is by SHA-1.',
    'ダイジェストがSHA-1によるものです。',
    anew((text, covered) =>
      changing(
        /(<ds:DigestValue>)[^<]*/,
        `$1${base64.encode(sha1(utf8.encode(covered)))}`,
      )(
        changing(
          'http://www.w3.org/2001/04/xmlenc#sha256',
          'http://www.w3.org/2000/09/xmldsig#sha1',
        )(text),
      ),
    ),
  ],
  [
    'method-of-a-shared-secret',
    'SIGNATURE_INVALID',
    'XML Signature 1.1 §6.3',
    'The method is HMAC with the public key as its secret: anybody could have made it.',
    '署名方式が、公開鍵を秘密とするHMACです。だれでも作れます。',
    anew(
      changing(
        'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384',
        'http://www.w3.org/2000/09/xmldsig#hmac-sha1',
      ),
      async (octets, { publicKey }) =>
        new Uint8Array(createHmac('sha1', publicKey).update(octets).digest()),
    ),
  ],
  [
    'transform-by-xslt',
    'SIGNATURE_INVALID',
    'XML Signature 1.1 §6.6.5',
    'A transform is XSLT, which can make anything of what was signed.',
    '変換がXSLTです。署名対象をどのようにも変えられます。',
    anew(
      changing(
        /(<ds:Transform Algorithm=")[^"]*exc-c14n#/,
        '$1http://www.w3.org/TR/1999/REC-xslt-19991116',
      ),
    ),
  ],
  [
    'comment-in-a-text',
    'SIGNATURE_INVALID',
    seen,
    'A comment splits the name: a reader may see its first part only, and the canonical form drops the comment.',
    '氏名がコメントで分断されています。前半だけが読まれるおそれがあり、正規形ではコメントが消えます。',
    changed('見本　花子', '見本<!-- -->　花子'),
  ],
  [
    'comment-in-an-address',
    'SIGNATURE_INVALID',
    seen,
    'A comment splits the address of the subject, whose first part alone is another person’s.',
    '主体のアドレスがコメントで分断され、前半だけでは別人を指します。',
    wrapped(({ assertion }) =>
      response(assertion.replace('hanako@corpus.example', 'hanako@corpus<!-- -->.example')),
    ),
  ],
  [
    'comment-in-a-digest',
    'SIGNATURE_INVALID',
    seen,
    'The rent was changed, and a comment in the digest holds the digest of that: the canonical form drops it.',
    '賃料が書き換えられ、そのダイジェストがコメントとして書かれています。正規形ではコメントが消えます。',
    forging((xml, digest) => changing('<ds:DigestValue>', `<ds:DigestValue><!--${digest}-->`)(xml)),
  ],
  [
    'section-in-a-text',
    'SIGNATURE_INVALID',
    seen,
    'A CDATA section splits the address of the subject.',
    '主体のアドレスがCDATA区間で分断されています。',
    wrapped(({ assertion }) =>
      response(assertion.replace('corpus.example', '<![CDATA[corpus.example]]>')),
    ),
  ],
  [
    'entity-in-a-text',
    'DOCUMENT_MALFORMED',
    'XML 1.0 §2.8',
    'A document type declares an entity that stands for the person.',
    '文書型宣言のエンティティが人を表しています。',
    wrapped(
      ({ assertion }) =>
        `<!DOCTYPE Response [<!ENTITY who "hanako">]>${response(assertion.replace('hanako', '&who;'))}`,
    ),
  ],
  [
    'wrapped-in-the-signature',
    'SIGNATURE_INVALID',
    seen,
    'The signed assertion was moved into its signature, and a forged one stands around it.',
    '署名された要素が署名の中へ移され、偽の要素がそれを囲んでいます。',
    wrapped(({ signature }) => response(forged(inSignature(signature, bare)))),
  ],
  [
    'wrapped-beside-the-signature',
    'DOCUMENT_NOT_COVERED',
    seen,
    'The signed assertion stands beside its signature, and a forged one before both.',
    '署名された要素が署名の隣に移され、その前に偽の要素があります。',
    wrapped(({ signature }) => response(forged(), bare, signature)),
  ],
  [
    'wrapped-with-the-signature-in-the-forged-one',
    'DOCUMENT_NOT_COVERED',
    seen,
    'The signature was moved into a forged assertion; the signed one stands elsewhere.',
    '署名が偽の要素の中へ移され、署名された要素は別の場所にあります。',
    wrapped(({ signature }) => response(forged(signature), bare)),
  ],
  [
    'wrapped-in-an-object',
    'DOCUMENT_NOT_COVERED',
    seen,
    'The signed assertion is in an object of the signature in a forged one.',
    '署名された要素が、偽の要素にある署名のObjectの中にあります。',
    wrapped(({ signature }) =>
      response(forged(inSignature(signature, `<ds:Object>${bare}</ds:Object>`))),
    ),
  ],
  [
    'id-twice',
    'DOCUMENT_NOT_COVERED',
    ids,
    'A forged assertion has the ID of the signed one.',
    '偽の要素が、署名された要素と同じIDを持っています。',
    wrapped(({ assertion }) =>
      response(`<Extensions>${forged('', 'ID="a"')}</Extensions>`, assertion),
    ),
  ],
  [
    'id-in-another-attribute',
    'DOCUMENT_NOT_COVERED',
    ids,
    'A forged assertion has the same ID as xml:id.',
    '偽の要素が、同じIDをxml:idとして持っています。',
    wrapped(({ assertion }) => response(forged('', 'xml:id="a"'), assertion)),
  ],
  [
    'signed-info-twice',
    'SIGNATURE_INVALID',
    'XML Signature 1.1 §4',
    'The rent was changed, and a forged SignedInfo stands before the signed one.',
    '賃料が書き換えられ、署名されたSignedInfoの前に偽のものがあります。',
    forging((xml, digest) => {
      const [info = ''] = /<ds:SignedInfo.*<\/ds:SignedInfo>/s.exec(xml) ?? []
      const forgedInfo = changing(/(<ds:DigestValue>)[^<]*/, `$1${digest}`)(info)
      return changing(info, forgedInfo + info)(xml)
    }),
  ],
  [
    'authentication-certificate',
    'KEY_USAGE',
    'RFC 5280 §4.2.1.3',
    'The authentication key signed the document.',
    '利用者証明用の鍵が文書に署名しています。',
    signed({ of: { profile: 'phoneAuthentication' } }),
  ],
  [
    'root-of-the-same-name',
    'CHAIN_INVALID',
    'RFC 5280 §6.1',
    'The signer’s certificate is of somebody else’s root of the same name.',
    '署名者の証明書は、同名の別のルートのものです。',
    signed({ of: { ca: 'foreign' } }),
  ],
  [
    'revoked-before-signing',
    'CERTIFICATE_REVOKED',
    'RFC 6960 §2.2',
    'The certificate was revoked the day before the signature.',
    '署名の前日に証明書が失効していました。',
    signed({ revoked: '2026-11-19T03:00:00Z' }),
  ],
  [
    'not-signed',
    'DOCUMENT_NOT_SIGNED',
    core,
    'Nobody signed the document.',
    '文書に署名がありません。',
    async (world) => filesOf(world, form, {}),
  ],
  [
    'not-well-formed',
    'DOCUMENT_MALFORMED',
    'XML 1.0 §2.1',
    'The last tag is missing.',
    '最後のタグがありません。',
    changed('</Application>', ''),
  ],
])

export const xmlsTable: Table = { kind: 'xml', rows }
