import { defineTexts, type ErrorWords } from '@kazashi/ui'
import type { RefusalCode } from './refusals.ts'

type Refusals = Readonly<Record<RefusalCode, ErrorWords>>

const ja: Refusals = {
  KIOSK_CLOSED: {
    what: '利用時間が終わりました',
    why: '証明書をとれるのは、6時30分から23時までです（12月29日から1月3日は休み）。',
    next: ['利用時間に、もう一度お越しください'],
  },
  OUT_OF_PAPER: {
    what: '用紙がなくなりました',
    why: '証明書は印刷されていません。',
    next: ['店員にお知らせください'],
  },
  VISIT_UNKNOWN: {
    what: '手続きは終わっています',
    why: '時間がたったか、機械が動き直しました。',
    next: ['最初の画面から、もう一度はじめてください'],
  },
  MUNICIPALITY_ABSENT: {
    what: 'お住まいの市区町村では、使えません',
    why: 'コンビニで証明書を発行していない市区町村です。',
    next: ['市区町村の窓口で請求してください'],
  },
  PERSON_UNKNOWN: {
    what: '住民の記録が見つかりません',
    why: 'この電子証明書に当たる記録が、市区町村にありませんでした。',
    next: ['市区町村の窓口でおたずねください'],
  },
  OFFER_UNAVAILABLE: {
    what: 'この証明書は、ここでは発行できません',
    why: '市区町村が発行していないか、のせられない人が選ばれました。',
    next: ['最初からやり直して、別の証明書を選んでください'],
  },
  REGISTER_UNAVAILABLE: {
    what: '市区町村に、つながりません',
    why: 'いまは、電子証明書か住民の記録を確かめられません。',
    next: ['少し待ってから、もう一度お試しください', '急ぐときは、窓口で請求してください'],
  },
  CERTIFICATE_SUSPENDED: {
    what: '電子証明書が、一時停止されています',
    why: '届け出により、いまは使えません。',
    next: ['見つかったときは、一時停止を解除してください'],
  },
  CERTIFICATE_REVOKED: {
    what: '電子証明書は、失効しています',
    why: '住所・氏名の変更や届け出により、使えなくなりました。',
    next: ['市区町村の窓口か、アプリで、新しく申請してください'],
  },
  CERTIFICATE_EXPIRED: {
    what: '電子証明書の有効期限が切れています',
    why: '期限を過ぎた証明書は使えません。',
    next: ['市区町村の窓口で更新してください'],
  },
  SECRET_BLOCKED: {
    what: '暗証番号がロックされています',
    why: '3回続けて間違えたため、使えません。',
    next: ['カードは、市区町村の窓口で初期化してください', 'スマホは、アプリで初期化してください'],
  },
  NO_READER: {
    what: '読み取り部が動いていません',
    why: 'この機械の読み取り部に、つながりません。',
    next: ['店員にお知らせください', '練習では、はじめの画面（デスク）から開き直してください'],
  },
  NO_CERTIFICATE: {
    what: '利用者証明用電子証明書が入っていません',
    why: '置かれたカードかスマホに、電子証明書がありません。',
    next: ['電子証明書の入ったものをお使いください'],
  },
  NETWORK: {
    what: 'つながりません',
    why: '通信ができませんでした。',
    next: ['少し待ってから、もう一度お試しください'],
  },
  UNEXPECTED: {
    what: '手続きを続けられません',
    why: '思わぬことが起きました。証明書は印刷されていません。',
    next: ['もう一度お試しください', '続くときは、下のエラー番号を電話でお伝えください'],
  },
}
const en: Refusals = {
  KIOSK_CLOSED: {
    what: 'The kiosk has closed',
    why: 'Certificates are issued from 6:30 to 23:00 (closed 29 December to 3 January).',
    next: ['Come again during these hours'],
  },
  OUT_OF_PAPER: {
    what: 'The kiosk is out of paper',
    why: 'No certificate was printed.',
    next: ['Tell the staff'],
  },
  VISIT_UNKNOWN: {
    what: 'This procedure has ended',
    why: 'Too much time passed, or the machine was restarted.',
    next: ['Start again from the first screen'],
  },
  MUNICIPALITY_ABSENT: {
    what: 'Your municipality does not take part',
    why: 'It does not issue certificates at kiosks.',
    next: ['Ask at your municipal office'],
  },
  PERSON_UNKNOWN: {
    what: 'There is no entry for you',
    why: 'The municipality has no entry for this certificate.',
    next: ['Ask at your municipal office'],
  },
  OFFER_UNAVAILABLE: {
    what: 'This certificate is not issued here',
    why: 'The municipality does not issue it, or a person was chosen who cannot be on it.',
    next: ['Start again and choose another one'],
  },
  REGISTER_UNAVAILABLE: {
    what: 'The municipality does not answer',
    why: 'The certificate or the register cannot be checked at the moment.',
    next: ['Wait a moment and try again', 'If it is urgent, ask at the municipal office'],
  },
  CERTIFICATE_SUSPENDED: {
    what: 'The certificate is suspended',
    why: 'It was reported, and cannot be used now.',
    next: ['If you have found it again, have the suspension lifted'],
  },
  CERTIFICATE_REVOKED: {
    what: 'The certificate has been revoked',
    why: 'It ended by a change of address or name, or by a report.',
    next: ['Apply for a new one at the municipal office or in the app'],
  },
  CERTIFICATE_EXPIRED: {
    what: 'The certificate has expired',
    why: 'It can no longer be used.',
    next: ['Renew it at your municipal office'],
  },
  SECRET_BLOCKED: {
    what: 'The PIN is locked',
    why: 'It was wrong three times in a row.',
    next: ['Card: have it reset at your municipal office', 'Phone: reset it in the app'],
  },
  NO_READER: {
    what: 'The reader does not work',
    why: 'The reader of this kiosk cannot be reached.',
    next: ['Tell the staff', 'In practice: open the kiosk from the start page again'],
  },
  NO_CERTIFICATE: {
    what: 'There is no user authentication certificate',
    why: 'The card or phone on the reader has no certificate.',
    next: ['Use one with a certificate'],
  },
  NETWORK: {
    what: 'No connection',
    why: 'The kiosk could not be reached.',
    next: ['Wait a moment and try again'],
  },
  UNEXPECTED: {
    what: 'The procedure cannot go on',
    why: 'Something unexpected happened. No certificate was printed.',
    next: ['Try again', 'If this persists, call and quote the error code below'],
  },
}
export const refusalTexts = defineTexts({ ja, en })
