/** Signatures whose certificate ended before or after, with a time stamp (RFC 3161, CAdES-T) and without; and time stamps themselves. */
import { concat } from '@kazashi/octets'
import {
  answerTimeStampQuery,
  createTimeStampRequest,
  imprintOf,
  readTimeStampResponse,
  signatureValueOf,
} from '@kazashi/pki'
import * as der from '@kazashi/pki/der'
import { type Made, rowsOf, type Table } from '../case.ts'
import { type AnswerOptions, revokedAt, type StampOptions, stampOver } from '../evidence.ts'
import { indefinite, lastOctetChanged, patched, replaced } from '../patch.ts'
import { type HolderOptions, instant, type World } from '../world.ts'
import { contract, signedBy, stamped, statusOf } from './signed.ts'

/** The signature is of 20 November, and so is its stamp. */
const stampedAt = instant('2026-11-20T03:00:05Z')
const dayBefore = '2026-11-19T03:00:00Z'
const dayAfter = '2026-11-21T03:00:00Z'

interface Options {
  readonly of?: HolderOptions
  /** Default: good. */
  readonly status?: AnswerOptions['of']
  readonly times?: AnswerOptions['times']
  /** Default: stamped at once. 'none': not at all. */
  readonly stamp?: Partial<StampOptions> | 'none'
  /** What is stamped; default: the value of the signature. */
  readonly over?: Uint8Array
  readonly change?: (cms: Uint8Array) => Uint8Array
}

const signed =
  ({ of = {}, status, times, stamp = {}, over, change = (cms) => cms }: Options = {}) =>
  async (world: World): Promise<Made> => {
    const holder = await world.holder(of)
    const bare = await signedBy(holder)
    const asked = { at: stampedAt, ...(stamp === 'none' ? {} : stamp), ...(over ? { over } : {}) }
    const cms = stamp === 'none' ? bare : await stamped(world, bare, asked)
    const said = { ...(status ? { of: status } : {}), ...(times ? { times } : {}) }
    return { files: { cms: change(cms), status: await statusOf(world, holder, said) } }
  }

const ended = 'RFC 5280 §6.3, ETSI EN 319 102-1 §5.5'
const status = 'RFC 6960 §3.2'
const proof = 'RFC 3161 §2.2, ETSI EN 319 122-1 §5.3'

const documents = rowsOf([
  [
    'stamped',
    undefined,
    proof,
    'The signature has a time stamp of an authority that is believed.',
    '信頼する時刻認証局のタイムスタンプがあります。',
    signed(),
  ],
  [
    'stamped-rsa',
    undefined,
    proof,
    'The signature of RSA-2048 has a time stamp.',
    'RSA-2048の署名にタイムスタンプがあります。',
    signed({ of: { algorithm: 'RS256' } }),
  ],
  [
    'revoked-after-signing-stamped',
    undefined,
    ended,
    'The certificate was revoked the day after the signature, which a time stamp proves.',
    '署名の翌日に証明書が失効しました。署名が先であることをタイムスタンプが証明します。',
    signed({ status: revokedAt(dayAfter, 'superseded') }),
  ],
  [
    'suspended-after-signing-stamped',
    undefined,
    ended,
    'The certificate was suspended the day after the signature, which a time stamp proves.',
    '署名の翌日に証明書が一時停止されました。署名が先であることをタイムスタンプが証明します。',
    signed({ status: revokedAt(dayAfter, 'certificateHold') }),
  ],
  [
    'revoked-after-signing',
    'CERTIFICATE_REVOKED',
    ended,
    'The certificate was revoked the day after the signature, as its signer says: nothing proves it.',
    '署名の翌日に証明書が失効しました。署名が先であることは署名者の言い分だけで、証明がありません。',
    signed({ status: revokedAt(dayAfter, 'superseded'), stamp: 'none' }),
  ],
  [
    'revoked-before-signing',
    'CERTIFICATE_REVOKED',
    ended,
    'The certificate was revoked the day before the signature.',
    '署名の前日に証明書が失効していました。',
    signed({ status: revokedAt(dayBefore, 'superseded'), stamp: 'none' }),
  ],
  [
    'revoked-before-signing-stamped',
    'CERTIFICATE_REVOKED',
    ended,
    'The certificate was revoked the day before the signature, as a time stamp proves.',
    '署名の前日に証明書が失効していたことを、タイムスタンプが証明します。',
    signed({ status: revokedAt(dayBefore, 'superseded') }),
  ],
  [
    'compromised-after-signing-stamped',
    'CERTIFICATE_REVOKED',
    'RFC 5280 §5.3.2',
    'The key became known the day after the signature; nobody says since when it really was.',
    '署名の翌日に鍵の危殆化で失効しました。いつからかはだれにも分かりません。',
    signed({ status: revokedAt(dayAfter, 'keyCompromise') }),
  ],
  [
    'suspended',
    'CERTIFICATE_SUSPENDED',
    'RFC 5280 §5.3.1',
    'The certificate is suspended since the day before the signature.',
    '証明書は署名の前日から一時停止中です。',
    signed({ status: revokedAt(dayBefore, 'certificateHold'), stamp: 'none' }),
  ],
  [
    'unknown-to-the-responder',
    'STATUS_UNKNOWN',
    status,
    'The responder does not know the certificate.',
    'レスポンダがこの証明書を知りません。',
    signed({ status: { status: 'unknown' }, stamp: 'none' }),
  ],
  [
    'status-stale',
    'STATUS_STALE',
    'RFC 6960 §4.2.2.1',
    'What the responder says was good until an hour ago.',
    '状態の応答の有効期限は1時間前でした。',
    signed({ times: [-25, -1], stamp: 'none' }),
  ],
  [
    'expired',
    'CERTIFICATE_EXPIRED',
    'RFC 5280 §6.1.3 (a)(2)',
    'The certificate expired yesterday, and nothing proves that the signature is older.',
    '証明書の有効期間が昨日満了しました。署名がそれより前である証明がありません。',
    signed({
      of: { label: 'yesterday', from: '2022-01-05T01:00:00Z', to: '2026-11-24T14:59:59Z' },
      stamp: 'none',
    }),
  ],
  [
    'stamp-before-the-certificate',
    'CERTIFICATE_NOT_YET_VALID',
    'RFC 5280 §6.1.3 (a)(2)',
    'The time stamp proves that the signature is older than the certificate’s validity.',
    '署名が証明書の有効期間より前であることを、タイムスタンプが証明します。',
    signed({ stamp: { at: instant('2026-08-01T00:00:00Z') } }),
  ],
  [
    'stamp-of-another-signature',
    'CERTIFICATE_REVOKED',
    proof,
    'Revoked the day after the signature, and the time stamp is over something else: it proves nothing.',
    '署名の翌日に失効しました。タイムスタンプの対象はこの署名ではなく、何も証明しません。',
    signed({ over: contract, status: revokedAt(dayAfter, 'superseded') }),
  ],
  [
    'stamp-from-the-future',
    'CERTIFICATE_REVOKED',
    proof,
    'Revoked the day after the signature, and the time stamp is of tomorrow: it proves nothing.',
    '署名の翌日に失効しました。タイムスタンプの時刻が明日で、何も証明しません。',
    signed({
      stamp: { at: instant('2026-11-26T03:00:00Z') },
      status: revokedAt(dayAfter, 'superseded'),
    }),
  ],
  [
    'stamp-by-nobody-known',
    'CERTIFICATE_REVOKED',
    'RFC 5280 §6.1',
    'Revoked the day after the signature, and the authority of the time stamp is of a root that is not trusted: it proves nothing.',
    '署名の翌日に失効しました。時刻認証局の証明書は信頼していないルートのもので、何も証明しません。',
    async (world) =>
      signed({
        stamp: { root: await world.ca('signing', 'foreign') },
        status: revokedAt(dayAfter, 'superseded'),
      })(world),
  ],
  [
    'stamp-by-a-key-for-more',
    'CERTIFICATE_REVOKED',
    'RFC 3161 §2.3',
    'Revoked the day after the signature, and the stamp’s certificate does not mark its purpose as critical: it proves nothing.',
    '署名の翌日に失効しました。時刻認証局の証明書の用途がクリティカルではなく、何も証明しません。',
    signed({ stamp: { purpose: 'not-critical' }, status: revokedAt(dayAfter, 'superseded') }),
  ],
])
export const timesTable: Table = { kind: 'cms', rows: documents }

const token =
  (options: Partial<StampOptions> = {}, change: (token: Uint8Array) => Uint8Array = (one) => one) =>
  async (world: World): Promise<Made> => ({
    files: {
      token: change(await stampOver(world, contract, { at: stampedAt, ...options })),
      data: contract,
    },
  })
const form = 'RFC 3161 §2.4.2'
/** SignedData, its content, its signer. */
const contentPlace = [1, 0, 2, 1, 0] as const

const tokens = rowsOf([
  [
    'good',
    undefined,
    form,
    'An authority that is believed stamped these octets.',
    '信頼する時刻認証局が、このオクテット列に押したものです。',
    token(),
  ],
  [
    'of-a-signature',
    undefined,
    form,
    'What is stamped is the value of a signature.',
    '署名の値に押されたタイムスタンプです。',
    async (world) => {
      const data = signatureValueOf(await signedBy(await world.holder()))
      return { files: { token: await stampOver(world, data, { at: stampedAt }), data } }
    },
  ],
  [
    'indefinite-length',
    undefined,
    'RFC 5652 §5',
    'The token has an indefinite length: BER, which CMS permits.',
    'トークンが不定長です。CMSはBERを認めています。',
    token({}, indefinite),
  ],
  [
    'of-something-else',
    'TIME_STAMP_MISMATCH',
    'RFC 3161 §2.2',
    'The token is over other octets.',
    'トークンの対象が別のオクテット列です。',
    async (world) => {
      const { files } = await token()(world)
      return { files: { ...files, data: concat([contract, Uint8Array.of(10)]) } }
    },
  ],
  [
    'purpose-not-critical',
    'TIME_STAMP_PURPOSE',
    'RFC 3161 §2.3',
    'The authority’s certificate does not mark its purpose as critical.',
    '時刻認証局の証明書の用途がクリティカルではありません。',
    token({ purpose: 'not-critical' }),
  ],
  [
    'purpose-of-mail',
    'TIME_STAMP_PURPOSE',
    'RFC 3161 §2.3',
    'The authority’s certificate is for mail, and for no time stamps.',
    '時刻認証局の証明書の用途がメールであり、タイムスタンプではありません。',
    token({ purpose: 'other' }),
  ],
  [
    'by-a-person',
    'TIME_STAMP_PURPOSE',
    'RFC 3161 §2.3',
    'A person’s signing key made the token.',
    '個人の署名用の鍵で作られたトークンです。',
    async (world) => {
      const { signer, certificate } = await world.holder()
      const request = createTimeStampRequest(imprintOf(contract))
      const person = {
        signer,
        certificate,
        policy: '1.3.6.1.4.1.32473.1.3',
        serialNumber: () => Uint8Array.of(1),
      }
      const response = await answerTimeStampQuery(request, person, stampedAt)
      return { files: { token: readTimeStampResponse(response), data: contract } }
    },
  ],
  [
    'root-not-trusted',
    'PATH_NOT_FOUND',
    'RFC 5280 §6.1',
    'The authority’s certificate is of a root that nobody trusts for time stamps.',
    '時刻認証局の証明書が、タイムスタンプ用に信頼していないルートのものです。',
    async (world) => token({ root: await world.ca('signing', 'foreign') })(world),
  ],
  [
    'after-the-certificate',
    'PATH_EXPIRED',
    'RFC 5280 §6.1.3 (a)(2)',
    'The token is of a time at which the authority’s certificate had expired.',
    'トークンの時刻には、時刻認証局の証明書の有効期間が満了しています。',
    async (world) => ({
      ...(await token({ at: instant('2027-11-02T00:00:00Z') })(world)),
      at: instant('2027-11-03T00:00:00Z'),
    }),
  ],
  [
    'time-changed',
    'CMS_DIGEST_MISMATCH',
    'RFC 5652 §5.4',
    'Somebody changed the time in the token.',
    '何者かがトークンの時刻を書き換えました。',
    token({}, (bytes) =>
      patched(bytes, contentPlace, (octets) => {
        const info = der.readDer(octets).content
        return [
          der.octetString(
            replaced(info, [4], der.generalizedTime(instant('2026-11-18T03:00:00Z'))),
          ),
        ]
      }),
    ),
  ],
  [
    'signature-changed',
    'CMS_SIGNATURE_INVALID',
    'RFC 5652 §5.6',
    'The last bit of the signature is another.',
    '署名の最後の1ビットが変わっています。',
    token({}, (bytes) => patched(bytes, [1, 0, -1, 0, 5], (one) => [lastOctetChanged(one)])),
  ],
  [
    'no-time-stamp',
    'TIME_STAMP_MALFORMED',
    form,
    'It is a signed document, and no time stamp.',
    '署名付きの文書であり、タイムスタンプではありません。',
    async (world) => ({ files: { token: await signedBy(await world.holder()), data: contract } }),
  ],
  [
    'cut-off',
    'CMS_MALFORMED',
    form,
    'The last octet is missing.',
    '最後の1オクテットがありません。',
    token({}, (bytes) => bytes.slice(0, -1)),
  ],
])
export const tokensTable: Table = { kind: 'time-stamp', rows: tokens }
