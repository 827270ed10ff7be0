/** Login statements that a phone or a card signed, for one relying party and one request; status by the responder. */
import { concat } from '@kazashi/octets'
import { createSignedData } from '@kazashi/pki'
import * as der from '@kazashi/pki/der'
import { createLoginStatement, type LoginStatement } from '@kazashi/verify'
import { type Made, rowsOf, type Table } from '../case.ts'
import { type AnswerOptions, revokedAt } from '../evidence.ts'
import { indefinite, lastOctetChanged, patched } from '../patch.ts'
import { type HolderOptions, instant, type World } from '../world.ts'
import { signerPlace, statusOf, withAttributes } from './signed.ts'

/** What the relying party asked for. */
const expected = {
  audience: 'https://bank.corpus.example',
  nonce: 'c2hvd24tb25jZS1hbmQtbmV2ZXItYWdhaW4',
  relyingParty: '見本銀行',
  purpose: 'ログイン',
  code: '4821',
} as const
const statement: LoginStatement = {
  type: 'kazashi-login',
  ...expected,
  time: '2026-11-25T02:59:30.000Z',
}
const utf8 = new TextEncoder()

interface Options {
  readonly of?: HolderOptions
  readonly says?: Partial<LoginStatement>
  readonly text?: (canonical: string) => string
  readonly status?: AnswerOptions
  readonly detached?: boolean
  readonly change?: (cms: Uint8Array, world: World) => Promise<Uint8Array> | Uint8Array
}

const signed =
  (options: Options = {}) =>
  async (world: World): Promise<Made> => {
    const { of = {}, says = {}, text, status, change = (cms) => cms, detached = false } = options
    const holder = await world.holder({ profile: 'phoneAuthentication', ...of })
    const octets = createLoginStatement({ ...statement, ...says })
    const content = text ? utf8.encode(text(new TextDecoder().decode(octets))) : octets
    const { signer, certificate } = holder
    const signingTime = instant(statement.time)
    const cms = await createSignedData({ content, signer, certificate, signingTime, detached })
    return {
      files: {
        login: await change(cms, world),
        expected: utf8.encode(`${JSON.stringify(expected, undefined, 2)}\n`),
        status: await statusOf(world, holder, status),
      },
      purpose: 'authentication',
    }
  }
const withoutCode = async (world: World): Promise<Made> =>
  signed({ text: (canonical) => canonical.replace(`"code":"${expected.code}",`, '') })(world)

const bound = 'login statement'
const status = 'RFC 6960 §2.2'
const form = 'RFC 8785 §3'

const rows = rowsOf([
  [
    'phone',
    undefined,
    bound,
    'A phone’s key of P-384 signed the statement that was asked for.',
    'スマートフォンのP-384の鍵が、求められた内容に署名しました。',
    signed(),
  ],
  [
    'phone-rsa',
    undefined,
    bound,
    'A phone’s key of RSA-2048 signed the statement that was asked for.',
    'スマートフォンのRSA-2048の鍵が、求められた内容に署名しました。',
    signed({ of: { algorithm: 'RS256' } }),
  ],
  [
    'phone-of-the-next-generation',
    undefined,
    bound,
    'The phone’s certificate is of the next generation.',
    'スマートフォンの証明書は次世代のものです。',
    signed({ of: { ca: 'next' } }),
  ],
  [
    'card',
    undefined,
    bound,
    'A card’s authentication key signed the statement.',
    'カードの利用者証明用の鍵が署名しました。',
    signed({ of: { profile: 'cardAuthentication', algorithm: 'RS256' } }),
  ],
  [
    'nine-minutes-ago',
    undefined,
    bound,
    'It was signed nine minutes ago, which a slow person takes.',
    '9分前に署名されました。時間のかかる人もいます。',
    signed({ says: { time: '2026-11-25T02:51:00.000Z' } }),
  ],
  [
    'other-audience',
    'STATEMENT_MISMATCH',
    bound,
    'It was signed for another site, which hands it on.',
    '別のサイトのために署名されたもので、そこから渡されました。',
    signed({ says: { audience: 'https://shop.corpus.example' } }),
  ],
  [
    'audience-of-a-similar-name',
    'STATEMENT_MISMATCH',
    bound,
    'It was signed for a site whose name begins as that of the bank.',
    '銀行と同じ始まりの名前のサイトのために署名されたものです。',
    signed({ says: { audience: 'https://bank.corpus.example.evil.example' } }),
  ],
  [
    'audience-without-encryption',
    'STATEMENT_MISMATCH',
    bound,
    'It was signed for the bank’s address without encryption.',
    '銀行の暗号化されていないアドレスのために署名されたものです。',
    signed({ says: { audience: 'http://bank.corpus.example' } }),
  ],
  [
    'other-nonce',
    'STATEMENT_MISMATCH',
    bound,
    'It answers another request: an old answer, sent again.',
    '別の要求への応答です。古い応答の再送です。',
    signed({ says: { nonce: 'b2xkLWFuZC11c2VkLWFuZC1zZW50LWFnYWlu' } }),
  ],
  [
    'other-relying-party',
    'STATEMENT_MISMATCH',
    bound,
    'The person saw another name than the bank’s.',
    '本人が見た名前が銀行のものではありません。',
    signed({ says: { relyingParty: '見本商店' } }),
  ],
  [
    'other-purpose',
    'STATEMENT_MISMATCH',
    bound,
    'The person agreed to something else than a login.',
    '本人が同意したのはログインではありません。',
    signed({ says: { purpose: '住所変更' } }),
  ],
  [
    'other-code',
    'CODE_WRONG',
    bound,
    'The person typed another number than that on the screen.',
    '画面の番号と異なる番号が入力されました。',
    signed({ says: { code: '4822' } }),
  ],
  [
    'code-missing',
    'STATEMENT_MISMATCH',
    bound,
    'There is no number from the screen, and this request may not do without.',
    '画面の番号がありません。この要求では省けません。',
    withoutCode,
  ],
  [
    'claims-that-nobody-asked-for',
    'STATEMENT_MISMATCH',
    bound,
    'The person hands over a name that nobody asked for.',
    '求められていない氏名が渡されています。',
    signed({ says: { claims: ['name'] } }),
  ],
  [
    'documents-that-nobody-asked-for',
    'STATEMENT_MISMATCH',
    bound,
    'The statement names a document that nobody asked to be signed.',
    '署名を求められていない文書が含まれています。',
    signed({
      says: { documents: [{ title: '契約書', hash: Buffer.alloc(32, 7).toString('base64') }] },
    }),
  ],
  [
    'eleven-minutes-ago',
    'STATEMENT_EXPIRED',
    bound,
    'It was signed eleven minutes ago, over the ten that are allowed.',
    '11分前に署名されました。上限の10分を超えています。',
    signed({ says: { time: '2026-11-25T02:49:00.000Z' } }),
  ],
  [
    'of-yesterday',
    'STATEMENT_EXPIRED',
    bound,
    'It was signed yesterday.',
    '昨日署名されたものです。',
    signed({ says: { time: '2026-11-24T03:00:00.000Z' } }),
  ],
  [
    'from-the-future',
    'STATEMENT_EXPIRED',
    bound,
    'It says that it was signed in an hour.',
    '1時間後に署名されたことになっています。',
    signed({ says: { time: '2026-11-25T04:00:00.000Z' } }),
  ],
  [
    'members-in-another-order',
    'STATEMENT_MALFORMED',
    form,
    'The members stand in another order than the canonical one.',
    '項目の並びが正規形ではありません。',
    signed({
      text: (one) =>
        JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(one)).toReversed())),
    }),
  ],
  [
    'white-space',
    'STATEMENT_MALFORMED',
    form,
    'There is white space between the members.',
    '項目の間に空白があります。',
    signed({ text: (one) => one.replace(',', ', ') }),
  ],
  [
    'member-twice',
    'STATEMENT_MALFORMED',
    form,
    'The audience stands there twice: the first is the bank’s, and most parsers take the last.',
    '宛先が二度書かれています。先は銀行ですが、多くの読み手は後を採ります。',
    signed({ text: (one) => one.replace('{', '{"audience":"https://shop.corpus.example",') }),
  ],
  [
    'member-unknown',
    'STATEMENT_MALFORMED',
    form,
    'There is a member that the statement does not have.',
    '定められていない項目があります。',
    signed({ text: (one) => one.replace('{', '{"admin":true,') }),
  ],
  [
    'of-another-type',
    'STATEMENT_MALFORMED',
    form,
    'The statement is of another type, which the person saw as something else.',
    '内容の種類が異なります。本人には別のものとして示されました。',
    signed({ text: (one) => one.replace('kazashi-login', 'kazashi-order') }),
  ],
  [
    'byte-order-mark',
    'STATEMENT_MALFORMED',
    form,
    'The statement begins with a byte order mark.',
    '内容がバイト順マークで始まっています。',
    signed({ text: (one) => `\ufeff${one}` }),
  ],
  [
    'no-statement',
    'STATEMENT_MALFORMED',
    form,
    'What was signed is no statement at all.',
    '署名されたものが、定められた内容ではありません。',
    signed({ text: () => 'Rent: 80 000 JPY a month' }),
  ],
  [
    'signing-certificate',
    'KEY_USAGE',
    'RFC 5280 §4.2.1.3',
    'The signing key logged in, with which documents are signed.',
    '文書に署名するための鍵でログインしようとしています。',
    signed({ of: { profile: 'phoneSigning' } }),
  ],
  [
    'root-of-the-same-name',
    'CHAIN_INVALID',
    'RFC 5280 §6.1',
    'The certificate is of somebody else’s root of the same name.',
    '証明書は同名の別のルートのものです。',
    signed({ of: { ca: 'foreign' } }),
  ],
  [
    'expired',
    'CERTIFICATE_EXPIRED',
    'RFC 5280 §6.1.3 (a)(2)',
    'The certificate expired yesterday.',
    '証明書の有効期間が昨日満了しました。',
    signed({
      of: { label: 'yesterday', from: '2022-01-05T01:00:00Z', to: '2026-11-24T14:59:59Z' },
    }),
  ],
  [
    'revoked',
    'CERTIFICATE_REVOKED',
    status,
    'The certificate was revoked yesterday.',
    '証明書は昨日失効しました。',
    signed({ status: { of: revokedAt('2026-11-24T01:00:00Z', 'cessationOfOperation') } }),
  ],
  [
    'suspended',
    'CERTIFICATE_SUSPENDED',
    'RFC 5280 §5.3.1',
    'The phone was lost, and its certificate is suspended.',
    'スマートフォンが紛失し、証明書は一時停止中です。',
    signed({ status: { of: revokedAt('2026-11-24T01:00:00Z', 'certificateHold') } }),
  ],
  [
    'unknown-to-the-responder',
    'STATUS_UNKNOWN',
    status,
    'The responder does not know the certificate.',
    'レスポンダがこの証明書を知りません。',
    signed({ status: { of: { status: 'unknown' } } }),
  ],
  [
    'status-of-another-request',
    'STATUS_UNAVAILABLE',
    'RFC 9654 §2.1',
    'The answer about the status is to another request, so nothing is known.',
    '状態の応答が別の要求へのもので、状態は分かりません。',
    async (world) => signed({ status: { nonce: world.draw('another nonce', 32) } })(world),
  ],
  [
    'signature-changed',
    'SIGNATURE_INVALID',
    'RFC 5652 §5.6',
    'The last bit of the signature is another.',
    '署名の最後の1ビットが変わっています。',
    signed({
      change: (cms) => patched(cms, [...signerPlace, 5], (one) => [lastOctetChanged(one)]),
    }),
  ],
  [
    'signed-by-another-key',
    'SIGNATURE_INVALID',
    'RFC 5652 §5.6',
    'The signature is of another key than the certificate’s.',
    '証明書の鍵とは別の鍵による署名です。',
    signed({
      change: async (cms, world) =>
        withAttributes(cms, (await world.key('stranger', 'ES384')).signer, (list) => list),
    }),
  ],
  [
    'statement-changed',
    'SIGNATURE_INVALID',
    'RFC 5652 §5.4',
    'Somebody put the bank in place of the site it was signed for.',
    '署名の宛先のサイトが、銀行に書き換えられています。',
    signed({
      says: { audience: 'https://shop.corpus.example' },
      change: (cms) =>
        patched(cms, [1, 0, 2, 1, 0], () => [der.octetString(createLoginStatement(statement))]),
    }),
  ],
  [
    'statement-not-enclosed',
    'RESPONSE_MALFORMED',
    'RFC 5652 §5',
    'The statement is not enclosed in the signature.',
    '内容が署名に同封されていません。',
    signed({ detached: true }),
  ],
  [
    'indefinite-length',
    'RESPONSE_MALFORMED',
    'X.690 §10.1',
    'The message has an indefinite length: a phone makes DER, and nothing else is taken.',
    'メッセージが不定長です。スマートフォンはDERだけを作り、ほかは受け入れません。',
    signed({ change: indefinite }),
  ],
  [
    'trailing-octets',
    'RESPONSE_MALFORMED',
    'X.690 §10',
    'Two octets follow the end of the message.',
    'メッセージの終わりの後に2オクテットがあります。',
    signed({ change: (cms) => concat([cms, Uint8Array.of(0, 0)]) }),
  ],
])

export const loginsTable: Table = { kind: 'login', rows }
