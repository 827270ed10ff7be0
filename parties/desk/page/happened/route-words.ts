/** What the parties ask each other, in words, with the clause where a standard has one. A request without a row is told by its method. */
import type { RequestSeen } from './seen.ts'

export interface Told {
  readonly ja: string
  readonly en: string
  /** One or two sentences more. */
  readonly more?: { readonly ja: string; readonly en: string }
  readonly clause?: string
}

const say = (ja: string, en: string, rest: Omit<Told, 'ja' | 'en'> = {}): Told => ({
  ja,
  en,
  ...rest,
})

/** By operationId (`/openapi.json` of the authority). */
const operations: Readonly<Record<string, Told>> = {
  createNonce: say('使い捨ての番号をもらう', 'Get a number for one use', {
    more: {
      ja: '申請書に入れて署名する番号です。1回だけ使えるので、前の申請書をまねて送っても受け付けません。',
      en: 'It goes into the statement that is signed. It is good once, so a statement that was copied is refused.',
    },
  }),
  checkApplication: say('署名した申請を確かめてもらう', 'Have the signed application checked', {
    more: {
      ja: 'カードが署名した申請書を、スマホの暗証番号を決める前に確かめます。ここではまだ申し込みません。',
      en: 'The statement signed by the card is checked before the phone’s secrets are chosen. Nothing is applied for yet.',
    },
    clause: 'RFC 5652 §5',
  }),
  apply: say('署名した申請を送る', 'Send the signed application', {
    more: {
      ja: 'カードの署名用の鍵で署名した申請書と、スマホで作った2つの鍵の証明書発行要求を送ります。',
      en: 'It carries the statement signed by the card’s signing key, and a certification request for each of the two keys made on the phone.',
    },
    clause: 'RFC 2986 §4.2',
  }),
  showApplication: say('申請の状態をたずねる', 'Ask about the application'),
  register: say('電子証明書を受け取り、使い始める', 'Take the certificates and begin to use them', {
    more: {
      ja: '受け取った時から、電子証明書を使えます。',
      en: 'The certificates are in force from now on.',
    },
  }),
  withdrawApplication: say('申請を取り下げる', 'Withdraw the application'),
  showCurrentCredential: say('自分の証明書の状態をたずねる', 'Ask about its own credential'),
  showPhoneCredential: say('証明書の状態をたずねる', 'Ask about a credential'),
  revokeCredential: say('電子証明書を失効する', 'Revoke the certificates'),
  deleteOnOtherPhone: say(
    'ほかのスマホの電子証明書を消す',
    'Delete the certificates on another phone',
  ),
  unblockCredential: say('暗証番号の初期化を頼む', 'Ask to unblock a secret'),
  showAttributes: say('券面の情報を受け取る', 'Get the card’s face for the wallet', {
    clause: 'ISO/IEC 18013-5',
  }),
  listNotices: say('お知らせを受け取る', 'Get the notifications'),
  markShown: say('お知らせを見たと伝える', 'Tell that a notification was shown'),
  listSupportedPhones: say('使えるスマホをたずねる', 'Ask which phones can be used'),
  showPushKey: say('通知の鍵をもらう', 'Get the key for pushes', { clause: 'RFC 8292 §2' }),
  subscribe: say('通知を申し込む', 'Subscribe to pushes', { clause: 'RFC 8030 §4' }),
  unsubscribe: say('通知をやめる', 'End the pushes'),
  showTrust: say('信頼する認証局をたずねる', 'Ask which authorities to trust'),
  findHolder: say('だれの証明書かをたずねる', 'Ask whose certificate it is', {
    more: {
      ja: '氏名の代わりに、その人を指す番号を受け取ります。サイトごとに違う番号になります。',
      en: 'The answer is a pseudonym in place of a name. Each site gets another one of it.',
    },
  }),
}

/** By receiver, method and the end of the route. */
const routes: readonly (readonly [to: string, method: string, end: string, told: Told])[] = [
  [
    'authority',
    'POST',
    '/pki/ocsp/:kind',
    say('証明書が有効かをたずねる', 'Ask whether the certificate is good', {
      clause: 'RFC 6960 §2.2',
    }),
  ],
  [
    'authority',
    'GET',
    '/pki/ocsp/:kind/*',
    say('証明書が有効かをたずねる', 'Ask whether the certificate is good', {
      clause: 'RFC 6960 §2.2',
    }),
  ],
  [
    'authority',
    'GET',
    '/pki/crl/:issuer/:file',
    say('失効した証明書の一覧をもらう', 'Get the list of revoked certificates', {
      clause: 'RFC 5280 §5',
    }),
  ],
  [
    'gate',
    'GET',
    '/.well-known/openid-configuration',
    say('認証の窓口の使い方をたずねる', 'Ask how the gate is used', {
      clause: 'OpenID Connect Discovery §3',
    }),
  ],
  ['gate', 'GET', '/auth/:uid', say('ログインを続ける', 'Continue the login')],
  [
    'gate',
    'GET',
    '/auth',
    say('ログインを頼む', 'Ask for a login', { clause: 'OpenID Connect Core §3.1.2.1' }),
  ],
  [
    'gate',
    'GET',
    '/certs',
    say('認証の窓口の公開鍵をもらう', 'Get the gate’s public keys', {
      clause: 'OpenID Connect Core §10.1',
    }),
  ],
  [
    'gate',
    'POST',
    '/token',
    say('合言葉を、ログインした人の証明と替える', 'Exchange the code for proof of who logged in', {
      clause: 'OpenID Connect Core §3.1',
      more: {
        ja: 'サイトは、ブラウザーが持ち帰った1回限りの合言葉を見せ、だれがログインしたかの証明を受け取ります。',
        en: 'The site shows the code that the browser brought back, good once, and gets signed proof of who logged in.',
      },
    }),
  ],
  [
    'gate',
    'GET',
    '/userinfo',
    say('本人の情報をもらう', 'Get the person’s data', { clause: 'OpenID Connect Core §5.3' }),
  ],
  ['gate', 'POST', '/login/:id/request', say('QRコードを出す', 'Show the QR code')],
  ['gate', 'GET', '/login/:id/state', say('スマホの返事を待つ', 'Wait for the phone’s answer')],
  ['gate', 'GET', '/login/:id/finish', say('ログインを終える', 'Finish the login')],
  ['gate', 'GET', '/login-requests/:id', say('ログイン先を確かめる', 'See who asks for the login')],
  [
    'gate',
    'POST',
    '/login-requests/:id/response',
    say('署名した返事を送る', 'Send the signed answer', {
      more: {
        ja: 'スマホの利用者証明用の鍵で署名した返事です。暗証番号はスマホから出ません。',
        en: 'The answer is signed by the phone’s authentication key. The PIN does not leave the phone.',
      },
    }),
  ],
  ['gate', 'POST', '/api/sign-transactions', say('署名を頼む', 'Ask for signatures')],
  [
    'gate',
    'GET',
    '/api/sign-transactions/:id/result',
    say('署名したものをもらう', 'Get what was signed'),
  ],
  ['site', 'GET', '/login', say('ログインを始める', 'Begin the login')],
  [
    'site',
    'GET',
    '/callback',
    say('合言葉を持ち帰る', 'Bring the code back', { clause: 'OpenID Connect Core §3.1' }),
  ],
  ['site', 'GET', '/me', say('ログインしているかをたずねる', 'Ask whether somebody is logged in')],
  ['site', 'DELETE', '/session', say('ログアウトする', 'Log out')],
  ['site', 'GET', '/api/home', say('自分のページを開く', 'Open the person’s page')],
  ['site', 'GET', '/sign', say('署名を始める', 'Begin to sign')],
  ['site', 'GET', '/signed', say('署名したものを受け取る', 'Fetch what was signed')],
]

const methods: Readonly<Record<string, Told>> = {
  GET: say('たずねる', 'Ask'),
  POST: say('送る', 'Send'),
  PUT: say('置き換える', 'Replace'),
  DELETE: say('消す', 'Delete'),
}

const sites: ReadonlySet<string> = new Set([
  'portal',
  'bank',
  'clinic',
  'kiosk',
  'mobile',
  'cashless',
])

/** Sites by the gate, and machines at places, are one lifeline. */
export const isSite = (party: string): boolean => sites.has(party)

export function wordsOf({ to, method, route, operation }: RequestSeen): Told {
  const named = operation === undefined ? undefined : operations[operation]
  const receiver = isSite(to) ? 'site' : to
  const found = routes.find(
    ([at, by, end]) => at === receiver && by === method && route.endsWith(end),
  )
  return named ?? found?.[3] ?? methods[method] ?? say('頼む', 'Ask')
}
