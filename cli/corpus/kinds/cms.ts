/** Signed documents as CMS, enclosed and detached: what is signed, by which key, and in which form. */
import { concat, hex } from '@kazashi/octets'
import { createCertId, sha1 } from '@kazashi/pki'
import * as der from '@kazashi/pki/der'
import { type Made, rowsOf, type Table } from '../case.ts'
import { oids } from '../oids.ts'
import { elementAt, indefinite, lastOctetChanged, partsOf, patched, replaced } from '../patch.ts'
import type { Holder, HolderOptions, World } from '../world.ts'
import {
  attributeOf,
  attributesPlace,
  certificatesPlace,
  contract,
  isOf,
  joined,
  type SignOptions,
  signedBy,
  signerPlace,
  statusOf,
  withAttributes,
} from './signed.ts'

const filesOf = async (world: World, holder: Holder, cms: Uint8Array): Promise<Made> => ({
  files: { cms, status: await statusOf(world, holder) },
})

type Change = (cms: Uint8Array, holder: Holder, world: World) => Promise<Uint8Array> | Uint8Array
const signed =
  (of: HolderOptions = {}, options: SignOptions = {}, change: Change = (cms) => cms) =>
  async (world: World): Promise<Made> => {
    const holder = await world.holder(of)
    const cms = await change(await signedBy(holder, options), holder, world)
    const made = await filesOf(world, holder, cms)
    return options.detached ? { files: { ...made.files, content: contract } } : made
  }
const changed = (change: Change, options: SignOptions = {}) => signed({}, options, change)
const attributes = (change: (list: readonly Uint8Array[]) => readonly Uint8Array[]) =>
  changed((cms, { signer }) => withAttributes(cms, signer, change))
const without = (oid: string) => attributes((list) => list.filter((one) => !isOf(oid)(one)))
const inPlaceOf = (oid: string, by: Uint8Array) =>
  attributes((list) => list.map((one) => (isOf(oid)(one) ? by : one)))

const document = 'RFC 5652 §5'
const value = 'RFC 5652 §5.4, §5.6'
const attributeClause = 'RFC 5652 §11'
const named = 'RFC 5035 §5.4'
const otherText = new TextEncoder().encode('見本町共同住宅　賃貸借契約書\n賃料　月額　九万円\n')
const next = { ca: 'next' } as const

const rows = rowsOf([
  [
    'enclosed',
    undefined,
    document,
    'A phone’s key of P-384 signed the enclosed text.',
    'スマートフォンのP-384の鍵が、同封の文書に署名しました。',
    signed(next),
  ],
  [
    'enclosed-rsa',
    undefined,
    document,
    'A phone’s key of RSA-2048 signed the enclosed text.',
    'スマートフォンのRSA-2048の鍵が、同封の文書に署名しました。',
    signed({ algorithm: 'RS256' }),
  ],
  [
    'enclosed-card',
    undefined,
    document,
    'A card’s key of RSA-2048 signed the enclosed text.',
    'カードのRSA-2048の鍵が、同封の文書に署名しました。',
    signed({ profile: 'cardSigning', algorithm: 'RS256' }),
  ],
  [
    'enclosed-card-p384',
    undefined,
    document,
    'A card’s key of P-384 signed the enclosed text.',
    'カードのP-384の鍵が、同封の文書に署名しました。',
    signed({ profile: 'cardSigning', ...next }),
  ],
  [
    'enclosed-by-the-older-generation',
    undefined,
    document,
    'The signer’s certificate is of the older generation, which still holds.',
    '署名者の証明書は旧世代のもので、まだ有効です。',
    signed({ ca: 'older' }),
  ],
  [
    'detached',
    undefined,
    document,
    'The text is beside the signature.',
    '文書は署名と別のファイルです。',
    signed({}, { detached: true }),
  ],
  [
    'detached-rsa',
    undefined,
    document,
    'The text is beside the signature, which is of RSA-2048.',
    '文書は署名と別のファイルで、署名はRSA-2048です。',
    signed({ algorithm: 'RS256' }, { detached: true }),
  ],
  [
    'empty-content',
    undefined,
    document,
    'The text that is signed is empty.',
    '署名された文書が空です。',
    signed({}, { content: new Uint8Array() }),
  ],
  [
    'without-signing-time',
    undefined,
    document,
    'The signature does not say when it was made, and has not to.',
    '署名日時がありませんが、必須ではありません。',
    signed({}, { signingTime: undefined }),
  ],
  [
    'chain-enclosed',
    undefined,
    document,
    'The CA’s certificate is enclosed, too, and is no reason to trust it.',
    '認証局の証明書も同封されています。同封は信頼の根拠ではありません。',
    async (world) => signed({}, { certificates: [(await world.ca('signing')).certificate] })(world),
  ],
  [
    'signer-by-key-identifier',
    undefined,
    'RFC 5652 §5.3',
    'The signer is named by the key identifier of the certificate, in version 3.',
    '署名者が証明書の鍵識別子で示されています（バージョン3）。',
    changed((cms, { certificate }) => {
      const version = der.integer(3)
      const identifier = der.implicit(0, der.octetString(hex.decode(certificate.ski ?? '')))
      const byKey = replaced(
        replaced(cms, [...signerPlace, 0], version),
        [...signerPlace, 1],
        identifier,
      )
      return replaced(byKey, [1, 0, 0], version)
    }),
  ],
  [
    'two-signers',
    undefined,
    document,
    'A phone’s key and a card’s key both signed the text.',
    'スマートフォンの鍵とカードの鍵の両方が署名しています。',
    async (world) => {
      const [one, other] = [await world.holder(), await world.holder({ profile: 'cardSigning' })]
      const cms = joined(await signedBy(one), await signedBy(other))
      return {
        files: {
          cms,
          status: await statusOf(world, one, {
            certIds: [one, other].map(({ certificate, issuer }) =>
              createCertId(certificate, issuer.certificate),
            ),
          }),
        },
      }
    },
  ],
  [
    'indefinite-length',
    undefined,
    'RFC 5652 §5',
    'The message has an indefinite length: BER, which CMS permits.',
    'メッセージが不定長です。CMSはBERを認めています。',
    changed(indefinite),
  ],
  [
    'attributes-in-another-order',
    undefined,
    'RFC 5652 §5.4',
    'The signed attributes came in another order than that of DER, by which they are signed.',
    '署名属性の並びがDERの順ではありません。署名の対象はDERの順のものです。',
    changed((cms) =>
      patched(cms, attributesPlace, (set) => [
        der.tlv(set[0] ?? 0, concat(partsOf(set).toReversed())),
      ]),
    ),
  ],
  [
    'authentication-certificate',
    'KEY_USAGE',
    'RFC 5280 §4.2.1.3',
    'The authentication key signed a document.',
    '利用者証明用の鍵が文書に署名しています。',
    signed({ profile: 'phoneAuthentication' }),
  ],
  [
    'ca-signs',
    'KEY_USAGE',
    'RFC 5280 §4.2.1.3',
    'The CA’s own key signed a document.',
    '認証局自身の鍵が文書に署名しています。',
    async (world) => {
      const issuer = await world.ca('signing', 'next')
      return filesOf(world, await world.holder(next), await signedBy({ ...issuer, issuer }))
    },
  ],
  [
    'root-of-the-same-name',
    'CHAIN_INVALID',
    'RFC 5280 §6.1',
    'The signer’s certificate is of somebody else’s root of the same name.',
    '署名者の証明書は、同名の別のルートのものです。',
    signed({ ca: 'foreign' }),
  ],
  [
    'root-of-the-same-name-enclosed',
    'CHAIN_INVALID',
    'RFC 5280 §6.1',
    'Somebody else’s root of the same name is enclosed, and is trusted by nobody.',
    '同名の別のルートが同封されていますが、だれも信頼していません。',
    async (world) =>
      signed(
        { ca: 'foreign' },
        { certificates: [(await world.ca('signing', 'foreign')).certificate] },
      )(world),
  ],
  [
    'policy-of-another-environment',
    'CHAIN_INVALID',
    'RFC 5280 §6.1.5 (g)',
    'The signer’s certificate has the policy of the real ones.',
    '署名者の証明書のポリシーが実在のものです。',
    signed({ policies: ['1.2.392.200149.8.5.1.1.20'] }),
  ],
  [
    'content-changed',
    'SIGNATURE_INVALID',
    value,
    'The rent in the enclosed text is another.',
    '同封の文書の賃料が書き換えられています。',
    changed((cms) => patched(cms, [1, 0, 2, 1, 0], () => [der.octetString(otherText)])),
  ],
  [
    'content-removed',
    'DOCUMENT_MALFORMED',
    document,
    'The enclosed text was taken out, and stands nowhere.',
    '同封の文書が抜き取られ、どこにもありません。',
    changed((cms) => patched(cms, [1, 0, 2, 1], () => [])),
  ],
  [
    'content-exchanged',
    'SIGNATURE_INVALID',
    value,
    'The text beside the signature is another.',
    '署名と別のファイルの文書が異なります。',
    async (world) => {
      const { files } = await signed({}, { detached: true })(world)
      return { files: { ...files, content: otherText } }
    },
  ],
  [
    'content-both-ways',
    'DOCUMENT_MALFORMED',
    document,
    'A text is enclosed and another stands beside it: which one is signed must not be a choice.',
    '文書が同封され、別の文書も添えられています。どちらが署名対象かを選ばせてはなりません。',
    async (world) => {
      const { files } = await signed()(world)
      return { files: { ...files, content: otherText } }
    },
  ],
  [
    'content-with-a-line-more',
    'SIGNATURE_INVALID',
    value,
    'The text beside the signature has one line end more.',
    '署名と別のファイルの文書に改行が一つ多くあります。',
    async (world) => {
      const { files } = await signed({}, { detached: true })(world)
      return { files: { ...files, content: concat([contract, Uint8Array.of(10)]) } }
    },
  ],
  [
    'signature-changed',
    'SIGNATURE_INVALID',
    value,
    'The last bit of the signature is another.',
    '署名の最後の1ビットが変わっています。',
    changed((cms) => patched(cms, [...signerPlace, 5], (one) => [lastOctetChanged(one)])),
  ],
  [
    'signed-by-another-key',
    'SIGNATURE_INVALID',
    value,
    'The signature is of another key than the certificate’s.',
    '証明書の鍵とは別の鍵による署名です。',
    changed(async (cms, _, world) => {
      const { signer } = await world.key('stranger', 'ES384')
      return withAttributes(cms, signer, (list) => list)
    }),
  ],
  [
    'digest-wrong',
    'SIGNATURE_INVALID',
    value,
    'The digest among the signed attributes is that of another text.',
    '署名属性のダイジェストが別の文書のものです。',
    inPlaceOf(
      oids.messageDigest,
      attributeOf(oids.messageDigest, der.octetString(new Uint8Array(48).fill(7))),
    ),
  ],
  [
    'digest-missing',
    'SIGNATURE_INVALID',
    attributeClause,
    'The signed attributes have no digest.',
    '署名属性にダイジェストがありません。',
    without(oids.messageDigest),
  ],
  [
    'digest-twice',
    'SIGNATURE_INVALID',
    attributeClause,
    'The signed attributes have two digests, one of which is right.',
    '署名属性にダイジェストが二つあり、一つは正しいものです。',
    attributes((list) => [
      ...list,
      attributeOf(oids.messageDigest, der.octetString(new Uint8Array(48).fill(7))),
    ]),
  ],
  [
    'digest-of-two-values',
    'SIGNATURE_INVALID',
    attributeClause,
    'The digest has two values, one of which is right.',
    'ダイジェストの値が二つあり、一つは正しいものです。',
    attributes((list) =>
      list.map((one) =>
        isOf(oids.messageDigest)(one)
          ? attributeOf(
              oids.messageDigest,
              elementAt(one, [1, 0]),
              der.octetString(new Uint8Array(48).fill(7)),
            )
          : one,
      ),
    ),
  ],
  [
    'content-type-missing',
    'SIGNATURE_INVALID',
    attributeClause,
    'The signed attributes have no content type.',
    '署名属性にコンテンツタイプがありません。',
    without(oids.contentType),
  ],
  [
    'content-type-wrong',
    'SIGNATURE_INVALID',
    attributeClause,
    'The content type that is signed is that of a time stamp.',
    '署名されたコンテンツタイプがタイムスタンプのものです。',
    inPlaceOf(oids.contentType, attributeOf(oids.contentType, der.oid(oids.tstInfo))),
  ],
  [
    'signed-attributes-removed',
    'SIGNATURE_INVALID',
    value,
    'The signed attributes were taken out, and themselves made the content.',
    '署名属性が取り外され、それ自体が文書にされています。',
    changed((cms) => {
      const set = concat([Uint8Array.of(0x31), elementAt(cms, attributesPlace).subarray(1)])
      return patched(
        replaced(cms, [1, 0, 2, 1, 0], der.octetString(set)),
        attributesPlace,
        () => [],
      )
    }),
  ],
  [
    'signing-certificate-missing',
    'SIGNATURE_INVALID',
    `${named}, ETSI EN 319 122-1 §5.2.2`,
    'The signature does not name its certificate: another one of the same key could be put in its place.',
    '署名が証明書を示していません。同じ鍵の別の証明書に差し替えられます。',
    without(oids.signingCertificateV2),
  ],
  [
    'signing-certificate-of-another',
    'SIGNATURE_INVALID',
    named,
    'The signature names another certificate of the same key.',
    '署名が、同じ鍵の別の証明書を示しています。',
    changed(async (cms, { signer }, world) => {
      const other = await signedBy(await world.holder({ label: 'same key' }))
      const own = partsOf(elementAt(other, attributesPlace)).filter(isOf(oids.signingCertificateV2))
      return withAttributes(cms, signer, (list) => [
        ...list.filter((one) => !isOf(oids.signingCertificateV2)(one)),
        ...own,
      ])
    }),
  ],
  [
    'certificate-exchanged',
    'SIGNATURE_INVALID',
    named,
    'Another certificate of the same key is enclosed in place of the signer’s.',
    '署名者の証明書の代わりに、同じ鍵の別の証明書が同封されています。',
    changed(async (cms, _, world) =>
      replaced(
        cms,
        [...certificatesPlace, 0],
        (await world.holder({ label: 'same key' })).certificate.der,
      ),
    ),
  ],
  [
    'certificate-not-enclosed',
    'SIGNATURE_INVALID',
    'RFC 5652 §5.3',
    'The signer’s certificate is not enclosed.',
    '署名者の証明書が同封されていません。',
    signed({}, { encloses: false }),
  ],
  [
    'nobody-signed',
    'SIGNATURE_INVALID',
    'RFC 5652 §5.1',
    'The message has certificates and no signer.',
    'メッセージに証明書はありますが、署名者がいません。',
    changed((cms) => replaced(cms, [1, 0, -1], der.setOf())),
  ],
  [
    'second-signer-wrong',
    'SIGNATURE_INVALID',
    value,
    'One of two signers signed another text.',
    '二人の署名者の一人は、別の文書に署名しています。',
    async (world) => {
      const [one, other] = [await world.holder(), await world.holder({ profile: 'cardSigning' })]
      return filesOf(
        world,
        one,
        joined(await signedBy(one), await signedBy(other, { content: otherText })),
      )
    },
  ],
  [
    'digest-by-sha-1',
    'SIGNATURE_INVALID',
    'NIST SP 800-131A §9',
    'The digest of the text is by SHA-1.',
    '文書のダイジェストがSHA-1によるものです。',
    changed(async (cms, { signer }) => {
      const hash = der.sequence(der.oid(oids.sha1))
      const named = replaced(replaced(cms, [1, 0, 1, 0], hash), [...signerPlace, 2], hash)
      const digest = attributeOf(oids.messageDigest, der.octetString(sha1(contract)))
      return withAttributes(named, signer, (list) =>
        list.map((one) => (isOf(oids.messageDigest)(one) ? digest : one)),
      )
    }),
  ],
  [
    'trailing-octets',
    'DOCUMENT_MALFORMED',
    document,
    'Two octets follow the end of the message.',
    'メッセージの終わりの後に2オクテットがあります。',
    changed((cms) => concat([cms, Uint8Array.of(0, 0)])),
  ],
  [
    'cut-off',
    'DOCUMENT_MALFORMED',
    document,
    'The last octet is missing.',
    '最後の1オクテットがありません。',
    changed((cms) => cms.slice(0, -1)),
  ],
  [
    'of-another-type',
    'DOCUMENT_MALFORMED',
    'RFC 5652 §3',
    'The message says that it is data and no signed data.',
    'メッセージが署名付きデータではなく、単なるデータと示しています。',
    changed((cms) => replaced(cms, [0], der.oid(oids.data))),
  ],
])

export const cmsTable: Table = { kind: 'cms', rows }
