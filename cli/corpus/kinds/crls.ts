/** Lists of revoked certificates (RFC 5280 §5), one for each municipality, asked for one certificate of a phone or a card. */
import { concat } from '@kazashi/octets'
import type { CrlEntry, Extension } from '@kazashi/pki'
import * as der from '@kazashi/pki/der'
import { type Made, type Row, rowsOf, type Table } from '../case.ts'
import { type ListOptions, listFor } from '../evidence.ts'
import { oids } from '../oids.ts'
import {
  elementAt,
  encodeExtension,
  extensionsPlace,
  indefinite,
  lastOctetChanged,
  patched,
  replaced,
  resigned,
} from '../patch.ts'
import {
  drawSerial,
  type Holder,
  type HolderOptions,
  type Issuer,
  instant,
  type World,
} from '../world.ts'

const filesOf = ({ certificate, issuer }: Holder, crl: Uint8Array): Made => ({
  files: { crl, certificate: certificate.der, issuer: issuer.certificate.der },
})

const listed =
  (options: ListOptions = {}, of: HolderOptions = {}) =>
  async (world: World): Promise<Made> => {
    const holder = await world.holder(of)
    return filesOf(holder, await listFor(world, holder, options))
  }
const entry = (
  { certificate }: Holder,
  reason: CrlEntry['reason'],
  revokedAt: string,
): CrlEntry => ({
  serialNumber: certificate.serialNumber,
  revokedAt: instant(revokedAt),
  ...(reason ? { reason } : {}),
})
/** The certificate is on the list. */
const on =
  (reason: CrlEntry['reason'], of: HolderOptions = {}) =>
  async (world: World): Promise<Made> => {
    const holder = await world.holder(of)
    const entries = [entry(holder, reason, '2026-11-24T01:00:00Z')]
    return filesOf(holder, await listFor(world, holder, { entries }))
  }
/** A list that says nothing of the certificate, changed and signed anew by its CA. */
const changed =
  (
    change: (crl: Uint8Array, world: World, holder: Holder) => Uint8Array,
    options: ListOptions = {},
  ) =>
  async (world: World): Promise<Made> => {
    const holder = await world.holder()
    const crl = change(await listFor(world, holder, options), world, holder)
    return filesOf(holder, await resigned(crl, holder.issuer.signer.sign))
  }
const afterwards =
  (change: (crl: Uint8Array) => Uint8Array) =>
  async (world: World): Promise<Made> => {
    const holder = await world.holder()
    return filesOf(holder, change(await listFor(world, holder)))
  }
/** By somebody else. */
const by =
  (issuerOf: (world: World) => Promise<Issuer>) =>
  async (world: World): Promise<Made> => {
    const holder = await world.holder()
    return filesOf(holder, await listFor(world, holder, { issuer: await issuerOf(world) }))
  }
const withExtension = (...more: readonly Extension[]) =>
  changed((crl) =>
    patched(crl, [...extensionsPlace, -1], (last) => [last, ...more.map(encodeExtension)]),
  )
const delta = (critical: boolean): Extension => ({
  oid: oids.deltaCRLIndicator,
  critical,
  value: der.integer(20_261_124),
})
/** The issuing distribution point keeps its name and gets one restriction. */
const restricted = (number: number, value: Uint8Array = der.boolean(true)) =>
  changed((crl) =>
    patched(crl, [...extensionsPlace, -1, 2], (octets) => {
      const point = der.readDer(octets).content
      const wider = patched(point, [0], (name) => [name, der.implicit(number, value)])
      return [der.octetString(wider)]
    }),
  )

const others = (world: World, count: number): CrlEntry[] =>
  Array.from({ length: count }, (_, index) => ({
    serialNumber: drawSerial(world.draw, `revoked ${index}`, 16),
    revokedAt: instant('2026-10-01T01:00:00Z'),
    reason: 'superseded',
  }))
const toshima = { code: '13116', prefectureLatin: 'Tokyo-to', nameLatin: 'Toshima-ku' }
const scope = 'RFC 5280 §6.3.3 (b)(2)'
const times = 'RFC 5280 §5.1.2.4, §5.1.2.5'
const form = 'RFC 5280 §5.1'

const rows: readonly Row[] = rowsOf([
  [
    'nobody-listed',
    undefined,
    'RFC 5280 §6.3',
    'Nobody is on the list.',
    'リストにはだれも載っていません。',
    listed(),
  ],
  [
    'others-listed',
    undefined,
    'RFC 5280 §6.3',
    'A thousand others are on the list.',
    'ほかの1,000件が載っています。',
    async (world) => listed({ entries: others(world, 1000) })(world),
  ],
  [
    'neighbour-listed',
    undefined,
    'RFC 5280 §6.3',
    'The certificate of the next serial number is on the list, and this one is not.',
    '隣の発行番号が載っていますが、この証明書は載っていません。',
    async (world) => {
      const holder = await world.holder()
      const { serialNumber } = holder.certificate
      const last = Number.parseInt(serialNumber.slice(-2), 16) ^ 1
      const next = serialNumber.slice(0, -2) + last.toString(16).padStart(2, '0')
      return listed({
        entries: [{ serialNumber: next, revokedAt: instant('2026-11-24T01:00:00Z') }],
      })(world)
    },
  ],
  [
    'point-by-address-alone',
    undefined,
    scope,
    'The list names its place by address, as the phone’s certificate does, too.',
    'リストは配布点をURLで示し、証明書にも同じURLがあります。',
    listed({ point: 'uri' }),
  ],
  [
    'point-by-name-alone',
    undefined,
    scope,
    'The list names its place by directory name, as the card’s certificate does.',
    'リストは配布点をディレクトリ名で示し、カードの証明書にも同じ名前があります。',
    listed({ point: 'name' }, { profile: 'cardSigning', algorithm: 'RS256' }),
  ],
  [
    'whole-list',
    undefined,
    scope,
    'The list is of all that the CA issued, of whatever municipality.',
    '市区町村によらず、認証局が発行したすべてについてのリストです。',
    listed({ point: 'none' }),
  ],
  [
    'next-generation',
    undefined,
    'RFC 5280 §6.3',
    'The next generation signed the list with P-384.',
    '次世代がP-384で署名したリストです。',
    listed({}, { ca: 'next' }),
  ],
  [
    'first-second',
    undefined,
    times,
    'The list was made in this very second.',
    'この秒に作成されたリストです。',
    listed({ times: [0, 24] }),
  ],
  [
    'last-second',
    undefined,
    times,
    'The list is to be replaced in this very second, and holds as long.',
    'この秒に更新される予定で、それまでは有効です。',
    listed({ times: [-24, 0] }),
  ],
  [
    'user-certificates-only',
    undefined,
    scope,
    'The list is of users’ certificates only, and this is one.',
    '利用者の証明書だけのリストで、この証明書はそれに当たります。',
    restricted(1),
  ],
  [
    'authority-key-identifier-missing',
    undefined,
    'RFC 5280 §6.3.3 (f)',
    'The list does not say which key signed it; the signature tells.',
    '署名した鍵の識別子がありませんが、署名で分かります。',
    changed((crl) => patched(crl, [...extensionsPlace, 0], () => [])),
  ],
  [
    'unknown-extension',
    undefined,
    'RFC 5280 §5.2',
    'The list has an extension that is known to nobody and not critical.',
    'だれも知らない拡張がありますが、クリティカルではありません。',
    withExtension({ oid: oids.unknown, critical: false, value: der.nothing() }),
  ],
  [
    'revoked',
    'CERTIFICATE_REVOKED',
    'RFC 5280 §6.3',
    'The certificate was revoked yesterday, without a reason.',
    '証明書は昨日、理由の記載なしに失効しました。',
    on(undefined),
  ],
  ...(['keyCompromise', 'affiliationChanged', 'superseded', 'cessationOfOperation'] as const).map(
    (reason) =>
      [
        `revoked-${reason.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
        'CERTIFICATE_REVOKED',
        'RFC 5280 §5.3.1',
        `The certificate was revoked yesterday: ${reason}.`,
        `証明書は昨日失効しました。理由は${reason}です。`,
        on(reason),
      ] as const,
  ),
  [
    'suspended',
    'CERTIFICATE_SUSPENDED',
    'RFC 5280 §5.3.1',
    'The certificate is suspended: it is on the list with certificateHold.',
    '証明書は一時停止中です。certificateHoldとして載っています。',
    on('certificateHold'),
  ],
  [
    'revoked-card',
    'CERTIFICATE_REVOKED',
    'RFC 5280 §6.3',
    'The card’s certificate was revoked yesterday, of a serial number of four octets.',
    'カードの証明書は昨日失効しました。発行番号は4オクテットです。',
    on('cessationOfOperation', { profile: 'cardSigning', algorithm: 'RS256' }),
  ],
  [
    'revoked-among-many',
    'CERTIFICATE_REVOKED',
    'RFC 5280 §6.3',
    'The certificate is the last one of a thousand and one.',
    '証明書は1,001件の最後に載っています。',
    async (world) => {
      const own = entry(await world.holder(), 'superseded', '2026-11-24T01:00:00Z')
      return listed({ entries: [...others(world, 1000), own] })(world)
    },
  ],
  [
    'other-municipality',
    'CRL_SCOPE_MISMATCH',
    scope,
    'The list is of another municipality, so it says nothing of this certificate.',
    '別の市区町村のリストであり、この証明書については何も示しません。',
    listed({ municipality: toshima }),
  ],
  [
    'ca-certificates-only',
    'CRL_SCOPE_MISMATCH',
    scope,
    'The list is of CAs’ certificates only.',
    '認証局の証明書だけのリストです。',
    restricted(2),
  ],
  [
    'attribute-certificates-only',
    'CRL_SCOPE_MISMATCH',
    scope,
    'The list is of attribute certificates only.',
    '属性証明書だけのリストです。',
    restricted(5),
  ],
  [
    'some-reasons-only',
    'CRL_SCOPE_MISMATCH',
    'RFC 5280 §5.2.5',
    'The list is of one reason only: who is not on it may be revoked for another.',
    '一つの理由だけのリストです。載っていなくても、別の理由で失効しているかもしれません。',
    restricted(3, der.namedBits([1])),
  ],
  [
    'indirect',
    'CRL_SCOPE_MISMATCH',
    'RFC 5280 §5.2.5',
    'The list is an indirect one, for which nothing in the certificate asks.',
    '間接CRLですが、証明書はそれを指定していません。',
    restricted(4),
  ],
  [
    'delta',
    'CRL_SCOPE_MISMATCH',
    'RFC 5280 §5.2.4',
    'The list is a delta: it has what changed since another one, and not all.',
    '差分CRLです。ほかのリストからの変更だけで、全体ではありません。',
    withExtension(delta(true)),
  ],
  [
    'delta-not-critical',
    'CRL_SCOPE_MISMATCH',
    'RFC 5280 §5.2.4',
    'The list is a delta, and does not mark it as critical.',
    '差分CRLですが、その表示がクリティカルではありません。',
    withExtension(delta(false)),
  ],
  [
    'critical-extension-unknown',
    'CRL_SCOPE_MISMATCH',
    'RFC 5280 §5.2',
    'The list has a critical extension that is known to nobody.',
    'リストに、だれも知らないクリティカルな拡張があります。',
    withExtension({ oid: oids.unknown, critical: true, value: der.nothing() }),
  ],
  [
    'critical-entry-extension-unknown',
    'CRL_SCOPE_MISMATCH',
    'RFC 5280 §5.3',
    'An entry of somebody else has a critical extension that is known to nobody.',
    '別の人の項目に、だれも知らないクリティカルな拡張があります。',
    async (world) =>
      changed(
        (crl) =>
          patched(crl, [0, 5, 0, -1], (list) => [
            der.sequence(
              elementAt(list, [0]),
              encodeExtension({ oid: oids.unknown, critical: true, value: der.nothing() }),
            ),
          ]),
        { entries: others(world, 1) },
      )(world),
  ],
  [
    'expired',
    'CRL_NOT_CURRENT',
    times,
    'The list was to be replaced an hour ago.',
    'リストは1時間前に更新されているはずです。',
    listed({ times: [-25, -1] }),
  ],
  [
    'from-the-future',
    'CRL_NOT_CURRENT',
    times,
    'The list is of tomorrow.',
    '明日のリストです。',
    listed({ times: [24, 48] }),
  ],
  [
    'without-an-end',
    'CRL_NOT_CURRENT',
    times,
    'The list does not say when the next one comes, which the profile demands.',
    '次の更新日時がありません。プロファイルでは必須です。',
    changed((crl) => patched(crl, [0, 4], () => [])),
  ],
  [
    'signature-changed',
    'CRL_SIGNATURE_INVALID',
    'RFC 5280 §6.3.3 (g)',
    'The last bit of the signature is another.',
    '署名の最後の1ビットが変わっています。',
    afterwards(lastOctetChanged),
  ],
  [
    'entry-removed',
    'CRL_SIGNATURE_INVALID',
    'RFC 5280 §6.3.3 (g)',
    'Somebody took the revoked certificate off the list.',
    '何者かが、失効した証明書をリストから消しました。',
    async (world) => {
      const holder = await world.holder()
      const entries = [entry(holder, 'keyCompromise', '2026-11-24T01:00:00Z')]
      return filesOf(
        holder,
        patched(await listFor(world, holder, { entries }), [0, 5], () => []),
      )
    },
  ],
  [
    'signed-by-somebody-else',
    'CRL_SIGNATURE_INVALID',
    'RFC 5280 §6.3.3 (g)',
    'The person’s own key signed the list in the name of the CA.',
    '利用者自身の鍵が、認証局の名前でリストに署名しています。',
    async (world) => {
      const holder = await world.holder({ ca: 'next' })
      return filesOf(holder, await resigned(await listFor(world, holder), holder.signer.sign))
    },
  ],
  [
    'by-the-older-generation',
    'CRL_ISSUER_MISMATCH',
    'RFC 5280 §6.3.3 (f)',
    'The older generation signed the list, of the same name and with another key.',
    '旧世代が署名したリストです。同名で鍵が異なります。',
    by((world) => world.ca('signing', 'older')),
  ],
  [
    'by-a-root-of-the-same-name',
    'CRL_ISSUER_MISMATCH',
    'RFC 5280 §6.3.3 (f)',
    'Somebody else’s root of the same name signed the list.',
    '同名の別のルートが署名したリストです。',
    by((world) => world.ca('signing', 'foreign')),
  ],
  [
    'by-the-other-ca',
    'CRL_ISSUER_MISMATCH',
    'RFC 5280 §6.3.3 (b)(1)',
    'The CA for authentication signed the list.',
    '利用者証明用の認証局が署名したリストです。',
    by((world) => world.ca('authentication')),
  ],
  [
    'trailing-octets',
    'CRL_MALFORMED',
    form,
    'Two octets follow the end of the list.',
    'リストの終わりの後に2オクテットがあります。',
    afterwards((crl) => concat([crl, Uint8Array.of(0, 0)])),
  ],
  [
    'indefinite-length',
    'CRL_MALFORMED',
    'X.690 §10.1',
    'The length is indefinite: BER, and no DER.',
    '長さが不定長です。BERであり、DERではありません。',
    afterwards(indefinite),
  ],
  [
    'extensions-in-version-1',
    'CRL_MALFORMED',
    'RFC 5280 §5.1.2.1',
    'The list is of version 1 and has extensions.',
    'バージョン1のリストに拡張があります。',
    changed((crl) => patched(crl, [0, 0], () => [])),
  ],
  [
    'algorithms-differ',
    'CRL_MALFORMED',
    'RFC 5280 §5.1.1.2',
    'The algorithm outside is another than the signed one inside.',
    '外側のアルゴリズムが、署名された内側のものと異なります。',
    afterwards((crl) =>
      replaced(crl, [1], der.sequence(der.oid(oids.sha1WithRSAEncryption), der.nothing())),
    ),
  ],
])

export const crlsTable: Table = { kind: 'crl', rows }
