/** Each fault at the terminal in the patient's words: what happened, why, what to do, and what the button does. */
import { defineTexts } from '@kazashi/ui'
import type { FaultCode } from './fault.ts'

interface FaultWords {
  readonly what: string
  readonly why: string
  readonly next: readonly string[]
  /** The button that goes on; none: only the way out. */
  readonly again?: string
}
type All = Readonly<Record<FaultCode, FaultWords>>

const holdAgain = 'もう一度かざす'
const useCard = 'カードで受付する'

const ja: All = {
  PIN_WRONG: {
    what: '暗証番号が違います',
    why: '入れた4桁の数字が、利用者証明用の暗証番号と違いました。',
    next: ['もう一度、4桁の数字を入れてください', 'わからないときは、受付の人を呼んでください'],
    again: 'もう一度入れる',
  },
  PIN_LAST: {
    what: 'あと1回で、ロックされます',
    why: '暗証番号を続けて間違えています。次に間違えると、使えなくなります。',
    next: [
      'よく思い出してから、入れてください',
      '自信がないときは、カードの顔で確かめるか、受付の人を呼んでください',
    ],
    again: '確かめて、もう一度入れる',
  },
  PIN_LOCKED: {
    what: '暗証番号がロックされています',
    why: '続けて間違えたため、この暗証番号は使えません。',
    next: [
      'カードをお持ちなら、カードの顔で受付できます',
      'スマホの暗証番号は、アプリでカードを使って設定し直せます',
      'カードの暗証番号は、市区町村の窓口で設定し直せます',
    ],
  },
  TAKEN_AWAY: {
    what: '途中で離れました',
    why: '読み終わる前に、読み取り機から離れました。',
    next: [
      '1〜2秒、動かさずにかざしてください',
      '音や画面の案内が出るまで、そのまま待ってください',
    ],
    again: holdAgain,
  },
  NOT_RECOGNISED: {
    what: 'スマホで、まだご本人を確かめていません',
    why: '顔か指紋で確かめる前に、かざしました。この端末に暗証番号は入れません。',
    next: [
      'サイドボタンを2回押して、顔か指紋で確かめてください',
      'そのあとで、もう一度かざしてください',
    ],
    again: holdAgain,
  },
  OTHER_DEVICE: {
    what: 'えらんだものと、かざしたものが違います',
    why: '画面でえらんだものとは別の種類のものが、かざされました。',
    next: [
      'かざしたもので続けるときは、下のボタンを押してください',
      'はじめからえらび直すこともできます',
    ],
    again: 'かざしたもので続ける',
  },
  NOT_A_CARD: {
    what: 'マイナンバーカードとして読めません',
    why: '別のカードか、マイナンバーカードを入れていないスマホのようです。',
    next: ['マイナンバーカードか、それを入れたスマホをかざしてください'],
  },
  NO_CERTIFICATE: {
    what: '利用者証明用の電子証明書がありません',
    why: 'このカードやスマホには、受付に使う電子証明書が入っていません。',
    next: ['カードをお持ちなら、カードで受付してください', '受付の人に伝えてください'],
  },
  NO_READER: {
    what: '読み取り機がつながっていません',
    why: 'この画面には、カードやスマホを読む機械がつながっていません。',
    next: ['受付の人を呼んでください', '練習では、机の画面からこの端末を開いてください'],
    again: 'もう一度試す',
  },
  TIME_UP: {
    what: '60秒たったので、止めました',
    why: 'カードやスマホが、かざされませんでした。',
    next: ['続けるときは、もう一度かざしてください'],
    again: holdAgain,
  },
  PHONE_NOT_ACCEPTED: {
    what: 'ここでは、スマホを使えません',
    why: 'この施設には、スマホを読む機械がありません。',
    next: ['マイナンバーカードをお使いください', 'カードがないときは、受付の人に伝えてください'],
    again: useCard,
  },
  FIRST_VISIT_CARD: {
    what: 'はじめての方は、カードがいります',
    why: 'この施設では、はじめの1回だけ、マイナンバーカードで受付します。スマホが悪いのではありません。',
    next: [
      'カードをお持ちなら、カードで受付してください。次からはスマホだけで受付できます',
      'カードがないときは、受付の人に伝えてください',
    ],
    again: useCard,
  },
  DEVICE_OTHER: {
    what: 'えらんだものと、かざしたものが違います',
    why: '画面でえらんだものとは別の種類の電子証明書でした。',
    next: ['はじめの画面で、えらび直してください'],
  },
  EYE_REFUSED: {
    what: '受付で、ご本人と確かめられませんでした',
    why: 'カードの顔写真と合うと、受付の人が確かめられませんでした。',
    next: ['受付の人と話してください'],
  },
  VISIT_UNKNOWN: {
    what: 'この受付は、終わっています',
    why: '別の方の受付がはじまったか、端末が動き直しました。',
    next: ['お手数ですが、はじめからもう一度お願いします'],
  },
  VISIT_EXPIRED: {
    what: '時間が過ぎたので、終わりました',
    why: 'ほかの方に見られないように、しばらくさわられなかった受付は終わります。',
    next: ['はじめからもう一度お願いします'],
  },
  CERTIFICATE_SUSPENDED: {
    what: '電子証明書が一時停止されています',
    why: '紛失の届け出などで、止められています。',
    next: [
      'スマホが見つかったときは、アプリの「利用再開」で戻せます',
      'カードが見つかったときは、市区町村の窓口で戻せます',
      '今日の受付は、受付の人に伝えてください',
    ],
  },
  CERTIFICATE_REVOKED: {
    what: '電子証明書が失効しています',
    why: '引越し、カードの更新、返納、本人の届け出などで、使えなくなりました。期限切れではありません。',
    next: [
      'スマホのものは、アプリでもう一度申請してください',
      'カードのものは、市区町村の窓口へお越しください',
      '今日の受付は、受付の人に伝えてください',
    ],
  },
  CERTIFICATE_EXPIRED: {
    what: '電子証明書の期限が切れています',
    why: '有効期限が過ぎました。失効の手続きをされたのではありません。',
    next: [
      '市区町村の窓口で、カードの電子証明書を更新してください',
      'そのあとで、スマホにもう一度申請してください',
      '今日の受付は、受付の人に伝えてください',
    ],
  },
  TRUST_UNAVAILABLE: {
    what: 'いまは、電子証明書を確かめられません',
    why: '電子証明書の発行元から、返事がありません。カードやスマホのせいではありません。',
    next: ['少し待ってから、もう一度かざしてください', '続くときは、受付の人に伝えてください'],
    again: 'もう一度試す',
  },
  NETWORK: {
    what: 'つながりません',
    why: '端末の通信ができませんでした。',
    next: ['少し待ってから、もう一度試してください'],
    again: 'もう一度試す',
  },
  UNEXPECTED: {
    what: '受付できませんでした',
    why: '思わぬことが起きました。',
    next: ['はじめからもう一度お願いします', '続くときは、受付の人を呼んでください'],
  },
}

const holdAgainEn = 'Hold it again'
const useCardEn = 'Use the card'
const tellStaff = 'Talk to the staff about today’s visit'

const en: All = {
  PIN_WRONG: {
    what: 'The PIN is wrong',
    why: 'The four digits are not the PIN for user authentication.',
    next: ['Enter the four digits again', 'If you do not know them, call the staff'],
    again: 'Enter it again',
  },
  PIN_LAST: {
    what: 'One more wrong PIN locks it',
    why: 'The PIN has been wrong several times in a row. After the next wrong one it cannot be used.',
    next: [
      'Enter it only when you are sure',
      'If you are not sure, have the face on your card compared, or call the staff',
    ],
    again: 'I am sure: enter it again',
  },
  PIN_LOCKED: {
    what: 'The PIN is locked',
    why: 'It was wrong too many times in a row.',
    next: [
      'With your card you can be received by your face',
      'You can set the PIN of the phone anew in the app, with your card',
      'The PIN of the card is set anew at your municipal office',
    ],
  },
  TAKEN_AWAY: {
    what: 'It was taken away too early',
    why: 'It left the reader before everything had been read.',
    next: ['Hold it still for one or two seconds', 'Wait until the screen says that it is done'],
    again: holdAgainEn,
  },
  NOT_RECOGNISED: {
    what: 'Your phone has not recognised you yet',
    why: 'It was held to the reader before Face ID or Touch ID. This terminal asks for no PIN.',
    next: [
      'Press the side button twice and confirm by face or finger',
      'Then hold the phone again',
    ],
    again: holdAgainEn,
  },
  OTHER_DEVICE: {
    what: 'This is not what you chose',
    why: 'Something of another kind was held to the reader.',
    next: ['Press the button below to go on with it', 'Or choose again from the start'],
    again: 'Go on with what I held',
  },
  NOT_A_CARD: {
    what: 'This cannot be read as a My Number Card',
    why: 'It seems to be another card, or a phone without a My Number Card.',
    next: ['Hold a My Number Card, or a phone that has one'],
  },
  NO_CERTIFICATE: {
    what: 'There is no authentication certificate',
    why: 'This card or phone lacks the certificate that is needed here.',
    next: ['Use your card if you have it with you', 'Tell the staff'],
  },
  NO_READER: {
    what: 'No reader is connected',
    why: 'This screen has no machine that reads cards and phones.',
    next: ['Call the staff', 'For practice, open this terminal from the desk'],
    again: 'Try again',
  },
  TIME_UP: {
    what: 'Stopped after 60 seconds',
    why: 'No card or phone was held to the reader.',
    next: ['To go on, hold it again'],
    again: holdAgainEn,
  },
  PHONE_NOT_ACCEPTED: {
    what: 'Phones cannot be used here',
    why: 'This facility has no machine that reads phones.',
    next: ['Use your My Number Card', 'Without it, tell the staff'],
    again: useCardEn,
  },
  FIRST_VISIT_CARD: {
    what: 'A first visit needs the card',
    why: 'The first time, this facility receives you by your My Number Card. Nothing is wrong with your phone.',
    next: [
      'If you have your card with you, use it now. From the next visit on your phone is enough',
      'Without the card, tell the staff',
    ],
    again: useCardEn,
  },
  DEVICE_OTHER: {
    what: 'This is not what you chose',
    why: 'The certificate is of another kind of device.',
    next: ['Choose again on the first screen'],
  },
  EYE_REFUSED: {
    what: 'The staff could not confirm that it is you',
    why: 'The face on the card could not be matched.',
    next: ['Talk to the staff'],
  },
  VISIT_UNKNOWN: {
    what: 'This visit is over',
    why: 'Somebody else has begun, or the terminal was started again.',
    next: ['Please start again'],
  },
  VISIT_EXPIRED: {
    what: 'The visit has ended',
    why: 'So that nobody else sees your data, a visit ends when nobody touches the screen.',
    next: ['Please start again'],
  },
  CERTIFICATE_SUSPENDED: {
    what: 'The certificate is suspended',
    why: 'It was stopped, for example because a loss was reported.',
    next: [
      'If you have found your phone, resume use in the app',
      'If you have found your card, go to your municipal office',
      tellStaff,
    ],
  },
  CERTIFICATE_REVOKED: {
    what: 'The certificate has been revoked',
    why: 'You moved, got a new card, gave the card back or asked for it. It has not expired.',
    next: [
      'For a phone: apply again in the app',
      'For a card: go to your municipal office',
      tellStaff,
    ],
  },
  CERTIFICATE_EXPIRED: {
    what: 'The certificate has expired',
    why: 'Its last day has passed. Nobody has revoked it.',
    next: [
      'Renew the certificate of the card at your municipal office',
      'Then apply for the phone again',
      tellStaff,
    ],
  },
  TRUST_UNAVAILABLE: {
    what: 'Certificates cannot be checked at the moment',
    why: 'Their issuer does not answer. Nothing is wrong with your card or phone.',
    next: ['Wait a moment and hold it again', 'If this persists, tell the staff'],
    again: 'Try again',
  },
  NETWORK: {
    what: 'No connection',
    why: 'The terminal could not reach its server.',
    next: ['Wait a moment and try again'],
    again: 'Try again',
  },
  UNEXPECTED: {
    what: 'You could not be received',
    why: 'Something unexpected happened.',
    next: ['Please start again', 'If this persists, call the staff'],
  },
}

export const faultTexts = defineTexts<{ readonly words: All }>({
  ja: { words: ja },
  en: { words: en },
})
