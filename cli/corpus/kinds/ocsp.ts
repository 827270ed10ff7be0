/** Answers of status responders (RFC 6960) about one certificate, to a request with a nonce. */
import { concat } from '@kazashi/octets'
import { createCertId, ocspError, parseCertificate } from '@kazashi/pki'
import * as der from '@kazashi/pki/der'
import { type Made, rowsOf, type Table } from '../case.ts'
import { type AnswerOptions, answerAbout, requestFor, revokedAt } from '../evidence.ts'
import { oids } from '../oids.ts'
import {
  changing,
  elementAt,
  encodeExtension,
  indefinite,
  patched,
  replaced,
  resigned,
  withExtensions,
} from '../patch.ts'
import { type Holder, instant, type World } from '../world.ts'

const authentication = { profile: 'phoneAuthentication' } as const

const filesOf = (world: World, holder: Holder, response: Uint8Array): Made => ({
  files: {
    response,
    request: requestFor(world, holder),
    certificate: holder.certificate.der,
    issuer: holder.issuer.certificate.der,
  },
  purpose: 'authentication',
})

type Options = (world: World, holder: Holder) => Promise<AnswerOptions> | AnswerOptions
const answered =
  (
    options: AnswerOptions | Options = {},
    change: (response: Uint8Array) => Uint8Array = (one) => one,
  ) =>
  async (world: World): Promise<Made> => {
    const holder = await world.holder(authentication)
    const asked = typeof options === 'function' ? await options(world, holder) : options
    return filesOf(world, holder, change(await answerAbout(world, holder, asked)))
  }

/** BasicOCSPResponse stands in an OCTET STRING (§4.2.1): what is in it, changed. */
const basicPlace = [1, 0, 1] as const
const basicOf = (response: Uint8Array): Uint8Array =>
  der.readDer(elementAt(response, basicPlace)).content
const inBasic = (response: Uint8Array, change: (basic: Uint8Array) => Uint8Array): Uint8Array =>
  patched(response, basicPlace, (octets) => [der.octetString(change(der.readDer(octets).content))])

/** ResponseData changed, and signed anew by the right responder. */
const signedAnew =
  (change: (data: Uint8Array, holder: Holder) => Uint8Array) =>
  async (world: World): Promise<Made> => {
    const holder = await world.holder(authentication)
    const { signer } = await world.responder(holder.issuer)
    const response = await answerAbout(world, holder)
    const basic = patched(basicOf(response), [0], (data) => [change(data, holder)])
    const signed = await resigned(basic, signer.sign)
    return filesOf(
      world,
      holder,
      inBasic(response, () => signed),
    )
  }
/** By a responder whose certificate is changed and signed anew by the CA. */
const byResponder =
  (change: (certificate: Uint8Array, world: World, holder: Holder) => Promise<Uint8Array>) =>
  (world: World): Promise<Made> =>
    answered(async (_, holder) => {
      const { signer, certificate } = await world.responder(holder.issuer)
      const changed = await change(certificate.der, world, holder)
      return { responder: { signer, certificate: parseCertificate(changed) } }
    })(world)

const singlesPlace = [2] as const
const nextUpdatePlace = [2, 0, 3] as const
const status = 'RFC 6960 §2.2'
const responder = 'RFC 6960 §4.2.2.2'
const time = 'RFC 6960 §4.2.2.1'
const form = 'RFC 6960 §4.2.1'
const covered = 'RFC 6960 §3.2'

const rows = rowsOf([
  [
    'good',
    undefined,
    status,
    'The responder of the CA says that the certificate is good.',
    '認証局のレスポンダが、証明書は有効であると答えています。',
    answered(),
  ],
  [
    'good-by-the-ca',
    undefined,
    responder,
    'The CA itself answers, and needs no delegate.',
    '認証局自身が答えています。委任は要りません。',
    answered((_, { issuer }) => ({ responder: issuer })),
  ],
  [
    'good-by-sha-256',
    undefined,
    'RFC 6960 §4.1.1',
    'The certificate is named by hashes of SHA-256.',
    '証明書がSHA-256のハッシュで示されています。',
    answered((_, { certificate, issuer }) => ({
      certIds: [createCertId(certificate, issuer.certificate, 'SHA-256')],
    })),
  ],
  [
    'good-of-a-card',
    undefined,
    status,
    'The answer is about a card’s certificate.',
    'カードの証明書についての応答です。',
    async (world) => {
      const holder = await world.holder({ profile: 'cardAuthentication', algorithm: 'RS256' })
      return filesOf(world, holder, await answerAbout(world, holder))
    },
  ],
  [
    'good-by-the-next-generation',
    undefined,
    status,
    'The next generation’s responder answers about its own certificate.',
    '次世代のレスポンダが、その世代の証明書について答えています。',
    async (world) => {
      const holder = await world.holder({ ...authentication, ca: 'next' })
      return filesOf(world, holder, await answerAbout(world, holder))
    },
  ],
  [
    'good-among-others',
    undefined,
    covered,
    'The answer is about three certificates, one of which is asked for.',
    '応答は三つの証明書についてで、その一つが問い合わせたものです。',
    answered(async (world, { certificate, issuer }) => {
      const [one, other] = await Promise.all([
        world.holder({ ...authentication, label: 'a' }),
        world.holder({ ...authentication, label: 'b' }),
      ])
      return {
        certIds: [one.certificate, certificate, other.certificate].map((each) =>
          createCertId(each, issuer.certificate),
        ),
      }
    }),
  ],
  [
    'good-until-this-second',
    undefined,
    time,
    'The answer is good until this very second, which belongs to it.',
    '応答の有効期限はこの秒までです。この秒を含みます。',
    answered({ times: [-1, 0] }),
  ],
  [
    'good-without-an-end',
    undefined,
    time,
    'The answer says of when it is, and that newer ones are there at any time: it is of this second.',
    '次の更新日時がなく、いつでも新しい応答が得られることを示します。この秒の応答です。',
    signedAnew((data) => patched(data, nextUpdatePlace, () => [])),
  ],
  [
    'responder-by-name',
    undefined,
    form,
    'The responder names itself by its subject, and not by its key.',
    'レスポンダが鍵ではなく主体者名で示されています。',
    async (world) => {
      const { certificate } = await world.responder(await world.ca('authentication'))
      return signedAnew((data) => replaced(data, [0], der.explicit(1, certificate.subject.der)))(
        world,
      )
    },
  ],
  [
    'unknown-extension',
    undefined,
    'RFC 6960 §4.4',
    'An extension of the answer is known to nobody and not critical.',
    'だれも知らない拡張がありますが、クリティカルではありません。',
    signedAnew((data) =>
      patched(data, [-1, 0, -1], (last) => [
        last,
        encodeExtension({ oid: oids.unknown, critical: false, value: der.nothing() }),
      ]),
    ),
  ],
  [
    'revoked',
    'CERTIFICATE_REVOKED',
    status,
    'The certificate was revoked yesterday, without a reason.',
    '証明書は昨日、理由の記載なしに失効しました。',
    answered({ of: revokedAt('2026-11-24T01:00:00Z') }),
  ],
  [
    'revoked-key-compromise',
    'CERTIFICATE_REVOKED',
    status,
    'The certificate was revoked yesterday, as its key is no secret any more.',
    '証明書は昨日失効しました。理由は鍵の危殆化です。',
    answered({ of: revokedAt('2026-11-24T01:00:00Z', 'keyCompromise') }),
  ],
  [
    'revoked-years-ago',
    'CERTIFICATE_REVOKED',
    status,
    'The certificate was revoked on a leap day, before its validity began.',
    '証明書は有効期間の始まる前の閏日に失効しています。',
    answered({ of: revokedAt('2024-02-29T01:00:00Z', 'superseded') }),
  ],
  [
    'suspended',
    'CERTIFICATE_SUSPENDED',
    'RFC 5280 §5.3.1',
    'The certificate is suspended: revoked with certificateHold.',
    '証明書は一時停止中です。失効理由がcertificateHoldです。',
    answered({ of: revokedAt('2026-11-24T01:00:00Z', 'certificateHold') }),
  ],
  [
    'unknown',
    'STATUS_UNKNOWN',
    status,
    'The responder does not know the certificate.',
    'レスポンダがこの証明書を知りません。',
    answered({ of: { status: 'unknown' } }),
  ],
  [
    'both-good-and-revoked',
    'CERTIFICATE_REVOKED',
    covered,
    'The answer says two things of one certificate: the worse one counts.',
    '一つの証明書について二通りの答えがあります。悪い方を採ります。',
    signedAnew((data) =>
      patched(data, singlesPlace, (singles) => {
        const first = elementAt(singles, [0])
        const worse = patched(first, [1], () => [
          der.implicit(1, der.sequence(der.generalizedTime(instant('2026-11-24T01:00:00Z')))),
        ])
        return [der.sequence(first, worse)]
      }),
    ),
  ],
  [
    'stale',
    'OCSP_NOT_CURRENT',
    time,
    'The answer was good until an hour ago.',
    '応答の有効期限は1時間前でした。',
    answered({ times: [-25, -1] }),
  ],
  [
    'stale-by-months',
    'OCSP_NOT_CURRENT',
    time,
    'The answer is of September, when the certificate was good.',
    '証明書が有効だった9月の応答です。',
    answered({ times: [-1800, -1776] }),
  ],
  [
    'from-the-future',
    'OCSP_NOT_CURRENT',
    time,
    'The answer is of tomorrow.',
    '明日の応答です。',
    answered({ times: [24, 48] }),
  ],
  [
    'end-before-its-beginning',
    'OCSP_NOT_CURRENT',
    time,
    'The answer ends before it begins.',
    '応答の期限が、その始まりより前です。',
    signedAnew((data) =>
      replaced(
        data,
        nextUpdatePlace,
        der.explicit(0, der.generalizedTime(instant('2026-11-25T02:59:00Z'))),
      ),
    ),
  ],
  [
    'before-the-certificate',
    'OCSP_NOT_CURRENT',
    time,
    'The answer was made before the certificate was issued.',
    '証明書の発行より前に作られた応答です。',
    answered({ times: [-24 * 200, 24] }),
  ],
  [
    'other-serial-number',
    'OCSP_NOT_COVERED',
    covered,
    'The answer is about another certificate of the same CA.',
    '同じ認証局の別の証明書についての応答です。',
    answered(async (world, { issuer }) => ({
      certIds: [
        createCertId(
          (await world.holder({ ...authentication, label: 'other' })).certificate,
          issuer.certificate,
        ),
      ],
    })),
  ],
  [
    'other-issuer-of-the-same-key',
    'OCSP_NOT_COVERED',
    covered,
    'The answer is about a CA of another name with the same key.',
    '鍵は同じで名前の異なる認証局についての応答です。',
    answered(async (world, { certificate, issuer }) => {
      const { subject } = (await world.ca('authentication', 'elsewhere')).certificate
      const renamed = parseCertificate(replaced(issuer.certificate.der, [0, 5], subject.der))
      const named = parseCertificate(replaced(certificate.der, [0, 3], subject.der))
      return { certIds: [createCertId(named, renamed)] }
    }),
  ],
  [
    'other-generation',
    'OCSP_NOT_COVERED',
    covered,
    'The answer is about the older generation, of the same name with another key.',
    '旧世代についての応答です。同名で鍵が異なります。',
    answered(async (world, { certificate }) => ({
      certIds: [createCertId(certificate, (await world.ca('authentication', 'older')).certificate)],
    })),
  ],
  [
    'nonce-of-another-request',
    'OCSP_NONCE_MISMATCH',
    'RFC 9654 §2.1',
    'The answer repeats the nonce of another request.',
    '別の要求のノンスが返されています。',
    answered((world) => ({ nonce: world.draw('another nonce', 32) })),
  ],
  [
    'nonce-missing',
    'OCSP_NONCE_MISMATCH',
    'RFC 9654 §2.1',
    'The request had a nonce, and the answer has none: it can be an old one.',
    '要求にはノンスがありますが、応答にありません。古い応答かもしれません。',
    answered({ nonce: undefined }),
  ],
  [
    'status-changed',
    'OCSP_SIGNATURE_INVALID',
    covered,
    'Somebody wrote “good” over another status.',
    '何者かが別の状態を「有効」に書き換えました。',
    answered({ of: { status: 'unknown' } }, (response) =>
      inBasic(response, (basic) =>
        patched(basic, [0, 2, 0, 1], () => [der.implicit(0, der.nothing())]),
      ),
    ),
  ],
  [
    'forged',
    'OCSP_SIGNATURE_INVALID',
    covered,
    'The person’s own key signed the answer in the responder’s name.',
    '利用者自身の鍵が、レスポンダの名前で署名しています。',
    async (world) => {
      const holder = await world.holder(authentication)
      const response = await answerAbout(world, holder)
      const signed = await resigned(basicOf(response), holder.signer.sign)
      return filesOf(
        world,
        holder,
        inBasic(response, () => signed),
      )
    },
  ],
  [
    'responder-of-another-ca',
    'OCSP_RESPONDER_UNAUTHORIZED',
    responder,
    'The responder of the CA for signing answers for that of authentication.',
    '署名用の認証局のレスポンダが、利用者証明用の分を答えています。',
    answered(async (world) => ({ responder: await world.responder(await world.ca('signing')) })),
  ],
  [
    'responder-of-the-older-generation',
    'OCSP_RESPONDER_UNAUTHORIZED',
    responder,
    'The older generation’s responder answers for the current one.',
    '旧世代のレスポンダが、現行世代の分を答えています。',
    answered(async (world) => ({
      responder: await world.responder(await world.ca('authentication', 'older')),
    })),
  ],
  [
    'responder-of-a-root-of-the-same-name',
    'OCSP_RESPONDER_UNAUTHORIZED',
    responder,
    'The responder is delegated by somebody else’s root of the same name.',
    '同名の別のルートから委任されたレスポンダです。',
    answered(async (world) => ({
      responder: await world.responder(await world.ca('authentication', 'foreign')),
    })),
  ],
  [
    'person-as-responder',
    'OCSP_RESPONDER_UNAUTHORIZED',
    responder,
    'A person’s authentication certificate, of the right CA, signed the answer.',
    '正しい認証局が発行した、個人の利用者証明用の鍵で署名されています。',
    answered((_, holder) => ({ responder: holder })),
  ],
  [
    'responder-without-purpose',
    'OCSP_RESPONDER_UNAUTHORIZED',
    responder,
    'The responder’s certificate has not the purpose of signing answers.',
    'レスポンダの証明書に、応答に署名する用途がありません。',
    byResponder(async (bytes, _, { issuer }) =>
      withExtensions(
        parseCertificate(bytes),
        issuer.signer,
        changing(oids.extendedKeyUsage, undefined),
      ),
    ),
  ],
  [
    'responder-expired',
    'OCSP_RESPONDER_UNAUTHORIZED',
    responder,
    'The responder’s certificate expired yesterday.',
    'レスポンダの証明書の有効期間が昨日満了しました。',
    byResponder(async (bytes, _, { issuer }) =>
      resigned(
        replaced(
          bytes,
          [0, 4],
          der.sequence(
            der.time(instant('2026-11-01T00:00:00Z')),
            der.time(instant('2026-11-24T14:59:59Z')),
          ),
        ),
        issuer.signer.sign,
      ),
    ),
  ],
  [
    'responder-with-a-changed-certificate',
    'OCSP_RESPONDER_UNAUTHORIZED',
    responder,
    'The signature of the responder’s certificate is not right.',
    'レスポンダの証明書の署名が正しくありません。',
    byResponder(async (bytes) => bytes.with(-1, (bytes.at(-1) ?? 0) ^ 1)),
  ],
  [
    'responder-not-enclosed',
    'OCSP_RESPONDER_UNAUTHORIZED',
    responder,
    'The responder’s certificate is not enclosed, so nothing says who it is.',
    'レスポンダの証明書が同封されておらず、だれであるか分かりません。',
    answered({}, (response) => inBasic(response, (basic) => patched(basic, [3], () => []))),
  ],
  ...(
    ['tryLater', 'internalError', 'unauthorized', 'malformedRequest', 'sigRequired'] as const
  ).map(
    (error) =>
      [
        `error-${error.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
        'OCSP_REFUSED',
        'RFC 6960 §2.3',
        `The responder answers with the error ${error}, which nobody signed.`,
        `レスポンダがエラー${error}を返しました。署名はありません。`,
        async (world: World) =>
          filesOf(world, await world.holder(authentication), ocspError(error)),
      ] as const,
  ),
  [
    'successful-and-empty',
    'OCSP_MALFORMED',
    form,
    'The answer says that it was successful, and there is nothing in it.',
    '成功と示していますが、中身がありません。',
    answered({}, (response) => patched(response, [1], () => [])),
  ],
  [
    'of-another-type',
    'OCSP_MALFORMED',
    form,
    'The answer is of a type that is not the basic one.',
    '基本形式ではない応答です。',
    answered({}, (response) => replaced(response, [1, 0, 0], der.oid(oids.unknown))),
  ],
  [
    'critical-extension-unknown',
    'OCSP_MALFORMED',
    'RFC 6960 §4.4',
    'A critical extension of the answer is known to nobody.',
    'だれも知らないクリティカルな拡張があります。',
    signedAnew((data) =>
      patched(data, [-1, 0, -1], (last) => [
        last,
        encodeExtension({ oid: oids.unknown, critical: true, value: der.nothing() }),
      ]),
    ),
  ],
  [
    'trailing-octets',
    'OCSP_MALFORMED',
    form,
    'Two octets follow the end of the answer.',
    '応答の終わりの後に2オクテットがあります。',
    answered({}, (response) => concat([response, Uint8Array.of(0, 0)])),
  ],
  [
    'indefinite-length',
    'OCSP_MALFORMED',
    'X.690 §10.1',
    'The length is indefinite: BER, and no DER.',
    '長さが不定長です。BERであり、DERではありません。',
    answered({}, indefinite),
  ],
])

export const ocspTable: Table = { kind: 'ocsp', rows }
