/** By whom a certificate was issued, of roots that share a name; and certificates that are no DER, or changed. */
import { concat, hex } from '@kazashi/octets'
import { type Extension, parseCertificate } from '@kazashi/pki'
import * as der from '@kazashi/pki/der'
import type { Made, Row, Table } from '../case.ts'
import { rsaKey } from '../keys.ts'
import { oids } from '../oids.ts'
import {
  changing,
  elementAt,
  extensionsPlace,
  indefinite,
  lastOctetChanged,
  overwritten,
  partsOf,
  patched,
  replaced,
  resigned,
  withExtensions,
} from '../patch.ts'
import type { Generation, World } from '../world.ts'

const made = (certificate: Uint8Array): Made => ({ files: { certificate } })
const issuedBy = (ca: Generation) => async (world: World) =>
  made((await world.holder({ ca })).certificate.der)

const keyIdentifier = (octets: Uint8Array): Partial<Extension> => ({
  value: der.sequence(der.implicit(0, der.octetString(octets))),
})
const hexOf = (value: string | undefined): Uint8Array => hex.decode(value ?? '')

/** Signed by the key of `generation`, and naming the current one as its issuer. */
const pretending = (generation: 'foreign' | 'older') => async (world: World) => {
  const { certificate } = await world.holder()
  const { signer } = await world.ca('signing', generation)
  const { signer: own } = await world.ca('signing')
  // The algorithm in it is that of the key which signs.
  if (signer.algorithm === own.algorithm)
    return made(await withExtensions(certificate, signer, (list) => list))
  const { certificate: other } = await world.holder({ ca: generation })
  const { certificate: root } = await world.ca('signing')
  const named = changing(oids.authorityKeyIdentifier, keyIdentifier(hexOf(root.ski)))
  return made(await withExtensions(other, signer, named))
}

const byIssuer: readonly Row[] = [
  {
    name: 'root-of-the-same-name',
    refused: 'PATH_NOT_FOUND',
    clause: 'RFC 5280 §6.1, §4.2.1.1',
    because:
      'Somebody else’s root has the name of the trusted ones and issued it; the key identifiers tell them apart.',
    ja: '信頼するルートと同名の別のルートが発行しました。鍵識別子で区別できます。',
    make: issuedBy('foreign'),
  },
  {
    name: 'root-of-the-same-name-and-key-identifier',
    refused: 'PATH_SIGNATURE_INVALID',
    clause: 'RFC 5280 §6.1.3 (a)(1)',
    because: 'Somebody else signed it, with the name and the key identifier of a trusted root.',
    ja: '別の者が、信頼するルートの名前と鍵識別子を書いて署名しました。',
    make: pretending('foreign'),
  },
  {
    name: 'root-of-another-organisation',
    refused: 'PATH_NOT_FOUND',
    clause: 'RFC 5280 §6.1',
    because: 'A root of a test environment issued it, which is not trusted here.',
    ja: '試験環境のルートが発行しました。ここでは信頼されていません。',
    make: issuedBy('elsewhere'),
  },
  {
    name: 'generation-confused',
    refused: 'PATH_SIGNATURE_INVALID',
    clause: 'RFC 5280 §6.1.3 (a)(1)',
    because: 'The older generation’s key signed what names the current generation.',
    ja: '現行世代を発行者として示していますが、旧世代の鍵で署名されています。',
    make: pretending('older'),
  },
  {
    name: 'authority-key-identifier-missing',
    clause: 'RFC 5280 §6.1',
    because: 'Nothing says which generation issued it: the signature tells.',
    ja: '発行した世代を示す情報がありません。署名で分かります。',
    make: async (world) => {
      const { certificate, issuer } = await world.holder()
      const without = changing(oids.authorityKeyIdentifier, undefined)
      return made(await withExtensions(certificate, issuer.signer, without))
    },
  },
  {
    name: 'signature-changed',
    refused: 'PATH_SIGNATURE_INVALID',
    clause: 'RFC 5280 §6.1.3 (a)(1)',
    because: 'The last bit of the signature is another.',
    ja: '署名の最後の1ビットが変わっています。',
    make: async (world) => made(lastOctetChanged((await world.holder()).certificate.der)),
  },
  {
    name: 'content-changed',
    refused: 'PATH_SIGNATURE_INVALID',
    clause: 'RFC 5280 §6.1.3 (a)(1)',
    because: 'The house number in the address was changed after the CA had signed.',
    ja: '認証局が署名した後に、住所の番地が書き換えられています。',
    make: async (world) =>
      made(overwritten((await world.holder()).certificate.der, '２番３号', '９番３号')),
  },
  {
    name: 'issued-by-the-other-ca',
    refused: 'PATH_NOT_FOUND',
    clause: 'RFC 5280 §6.1',
    because: 'The CA for authentication issued what has the profile of signing certificates.',
    ja: '利用者証明用の認証局が、署名用のプロファイルの証明書を発行しています。',
    make: async (world) => {
      const { signer, certificate: ca } = await world.ca('authentication')
      const { certificate } = await world.holder({ profile: 'phoneSigning' })
      const named = parseCertificate(replaced(certificate.der, [0, 3], ca.subject.der))
      const list = changing(oids.authorityKeyIdentifier, keyIdentifier(hexOf(ca.ski)))
      return made(await withExtensions(named, signer, list))
    },
  },
]

/** Changed, and signed anew by the same CA. */
const anew =
  (change: (certificate: Uint8Array, world: World) => Uint8Array) =>
  async (world: World): Promise<Made> => {
    const { certificate, issuer } = await world.holder()
    return made(await resigned(change(certificate.der, world), issuer.signer.sign))
  }
/** Changed where no signature sees it. */
const afterwards =
  (change: (certificate: Uint8Array) => Uint8Array) =>
  async (world: World): Promise<Made> =>
    made(change((await world.holder()).certificate.der))

const sha1Algorithm = der.sequence(der.oid(oids.sha1WithRSAEncryption), der.nothing())
const longLength = (bytes: Uint8Array): Uint8Array => {
  const { content } = der.readDer(bytes)
  const length = Uint8Array.of(0x83, 0, content.length >> 8, content.length & 0xff)
  return concat([bytes.subarray(0, 1), length, content])
}
const shortKey = (world: World): Uint8Array =>
  new Uint8Array(
    Buffer.from(rsaKey(world.draw, 'short', 1024).export({ format: 'jwk' }).n ?? '', 'base64url'),
  )
const rsaSpki = (modulus: Uint8Array): Uint8Array =>
  der.sequence(
    der.sequence(der.oid(oids.rsaEncryption), der.nothing()),
    der.bitString(der.sequence(der.integer(modulus), der.integer(65_537))),
  )

const forms: readonly Row[] = [
  {
    name: 'key-too-short',
    refused: 'ALGORITHM_UNSUPPORTED',
    clause: 'NIST SP 800-131A §3',
    because: 'The key is of RSA with 1024 bits.',
    ja: '鍵が1024ビットのRSAです。',
    make: anew((bytes, world) => replaced(bytes, [0, 6], rsaSpki(shortKey(world)))),
  },
  {
    name: 'signed-with-sha-1',
    refused: 'ALGORITHM_UNSUPPORTED',
    clause: 'NIST SP 800-131A §9',
    because: 'The CA signed with SHA-1.',
    ja: '認証局の署名がSHA-1によるものです。',
    make: async (world) => {
      const { certificate, issuer } = await world.holder()
      const old = replaced(replaced(certificate.der, [0, 2], sha1Algorithm), [1], sha1Algorithm)
      return made(await resigned(old, issuer.signWithSha1))
    },
  },
  {
    name: 'trailing-octets',
    refused: 'CERTIFICATE_MALFORMED',
    clause: 'X.690 §10',
    because: 'Two octets follow the end of the certificate.',
    ja: '証明書の終わりの後に2オクテットがあります。',
    make: afterwards((bytes) => concat([bytes, Uint8Array.of(0, 0)])),
  },
  {
    name: 'cut-off',
    refused: 'CERTIFICATE_MALFORMED',
    clause: 'RFC 5280 §4.1',
    because: 'The last octet is missing.',
    ja: '最後の1オクテットがありません。',
    make: afterwards((bytes) => bytes.slice(0, -1)),
  },
  {
    name: 'indefinite-length',
    refused: 'CERTIFICATE_MALFORMED',
    clause: 'X.690 §10.1',
    because: 'The length is indefinite: BER, and no DER.',
    ja: '長さが不定長です。BERであり、DERではありません。',
    make: afterwards(indefinite),
  },
  {
    name: 'length-not-minimal',
    refused: 'CERTIFICATE_MALFORMED',
    clause: 'X.690 §10.1',
    because: 'The length has an octet more than it takes.',
    ja: '長さの表現が必要より1オクテット長くなっています。',
    make: afterwards(longLength),
  },
  {
    name: 'serial-number-not-minimal',
    refused: 'CERTIFICATE_MALFORMED',
    clause: 'X.690 §8.3.2',
    because: 'The serial number begins with a zero octet that it does not need.',
    ja: '発行番号が不要なゼロのオクテットで始まっています。',
    make: anew((bytes) =>
      patched(bytes, [0, 1], (serial) => [
        der.tlv(der.tags.integer, concat([Uint8Array.of(0), der.readDer(serial).content])),
      ]),
    ),
  },
  {
    name: 'boolean-of-another-value',
    refused: 'CERTIFICATE_MALFORMED',
    clause: 'X.690 §11.1',
    because: 'A critical flag is 0x01, where DER has 0xff for true.',
    ja: 'クリティカルの値が0x01です。DERの真は0xffです。',
    make: anew((bytes) =>
      replaced(bytes, [...extensionsPlace, 0, 1], Uint8Array.of(der.tags.boolean, 1, 1)),
    ),
  },
  {
    name: 'default-written-out',
    refused: 'CERTIFICATE_MALFORMED',
    clause: 'X.690 §11.5',
    because: 'An extension says FALSE where it is the default, which DER leaves out.',
    ja: '既定値のFALSEが書かれています。DERでは省かれます。',
    make: anew((bytes) =>
      patched(bytes, [...extensionsPlace, -1, 0], (oid) => [oid, der.boolean(false)]),
    ),
  },
  {
    name: 'extension-twice',
    refused: 'CERTIFICATE_MALFORMED',
    clause: 'RFC 5280 §4.2',
    because: 'The key usage stands there twice.',
    ja: '鍵用途が二度書かれています。',
    make: anew((bytes) => patched(bytes, [...extensionsPlace, 0], (one) => [one, one])),
  },
  {
    name: 'extensions-in-version-1',
    refused: 'CERTIFICATE_MALFORMED',
    clause: 'RFC 5280 §4.1.2.1',
    because: 'The certificate is of version 1 and has extensions.',
    ja: 'バージョン1の証明書に拡張があります。',
    make: anew((bytes) => patched(bytes, [0, 0], () => [])),
  },
  {
    name: 'algorithms-differ',
    refused: 'CERTIFICATE_MALFORMED',
    clause: 'RFC 5280 §4.1.1.2',
    because: 'The algorithm outside is another than the signed one inside.',
    ja: '外側のアルゴリズムが、署名された内側のものと異なります。',
    make: afterwards((bytes) => replaced(bytes, [1], sha1Algorithm)),
  },
  {
    name: 'without-a-signature',
    refused: 'CERTIFICATE_MALFORMED',
    clause: 'RFC 5280 §4.1',
    because: 'It is what the CA signed without the signature around it.',
    ja: '署名の付いていない、署名対象の部分だけです。',
    make: afterwards((bytes) => elementAt(bytes, [0])),
  },
  {
    name: 'extensions-in-another-order',
    clause: 'RFC 5280 §4.2',
    because: 'The extensions stand in another order, which has no meaning.',
    ja: '拡張の並びが異なりますが、並びに意味はありません。',
    make: anew((bytes) =>
      patched(bytes, extensionsPlace, (list) => [der.sequenceOf(partsOf(list).toReversed())]),
    ),
  },
]

export const issuersTable: Table = { kind: 'certificate', rows: [...byIssuer, ...forms] }
