/** Words of refusals on an iPhone, where those for Android do not fit. */
import { defineTexts, type ErrorWords } from '@kazashi/ui'
import type { ReactNode } from 'react'
import type { iphoneOnly } from './codes.ts'
import { type SpecialTexts, SpecialWords } from './fault.tsx'

/** Every code that only an iPhone can meet has its words here. */
type Words = SpecialTexts & Readonly<Record<(typeof iphoneOnly)[number], ErrorWords>>

const ja: Words = {
  'CARD_SECRET_WRONG card-data-pin': {
    what: '券面入力用暗証番号が違います',
    why: 'カードに確かめたところ、④の暗証番号（数字4桁）と一致しませんでした。',
    next: ['紙の控えの④を見て、入れ直してください', '①②③とは別のものです'],
  },
  'CARD_LAST_TRY card-data-pin': {
    what: 'あと1回だけ試せます',
    why: '次に間違えると④の暗証番号がロックされるため、読み取りを止めました。',
    next: ['紙の控えの④をよく確かめてください', 'わからないときは、試さずに市区町村の窓口へ'],
  },
  'CARD_SECRET_BLOCKED card-data-pin': {
    what: '券面入力用暗証番号がロックされています',
    why: '④の暗証番号を続けて3回間違えたため、使えなくなっています。',
    next: [
      'お住まいの市区町村の窓口で、暗証番号の初期化（再設定）をしてください',
      '持ちもの：マイナンバーカード',
    ],
  },
  PERSON_HAS_A_PHONE: {
    what: '別のスマートフォンで使っています',
    why: 'お一人につき1台のスマートフォンでだけ使えます。あなたは、すでに別のスマートフォンに入れています。',
    next: [
      '前のスマートフォンで、削除（Androidでは失効）をしてから、追加してください',
      '前のスマートフォンが手元にないときは、「別のスマートフォンのカードを削除」へ（「メニュー」のいちばん下にもあります）',
    ],
  },
  PHONE_HAS_A_PERSON: {
    what: 'このiPhoneは別の人が使っています',
    why: '1台のiPhoneに入れられるのは、お一人分だけです。',
    next: ['前に追加した人が、このiPhoneで「削除」をしてください'],
  },
  CREDENTIAL_SUSPENDED: {
    what: '前のスマートフォンのものが、止められています',
    why: '届け出により一時利用停止中のカードが、別のスマートフォンに入っています。新しく追加するには、先にそれを終わらせます。',
    next: [
      '見つかったときは、前のスマートフォンで「利用再開」をしてください',
      '見つからないときは、「別のスマートフォンのカードを削除」をしてから、もう一度追加してください',
    ],
  },
  NOTHING_TO_RESUME: {
    what: '止められているものが見つかりません',
    why: '当てたカードの方には、利用再開できるものがありません。別の人のカードかもしれません。',
    next: ['このiPhoneに追加した人の、実物のマイナンバーカードを使ってください'],
  },
  CREDENTIAL_PRESENT: {
    what: 'このiPhoneには、もう入っています',
    why: 'マイナンバーカードが追加されています。',
    next: ['「メニュー」の「iPhoneのマイナンバーカード」で確かめてください'],
  },
  ALREADY_APPLIED: {
    what: '追加は、もう申し込まれています',
    why: 'このiPhoneからの申し込みを受け付けています。もう一度申し込む必要はありません。',
    next: ['ホームで、様子を確かめてください'],
  },
  ALREADY_REGISTERED: {
    what: 'もう利用可能になっています',
    why: '利用可能になったものは、追加の取りやめではやめられません。',
    next: ['やめるときは、「メニュー」→「iPhoneのマイナンバーカード」→「削除」へ進んでください'],
  },
  APPLICATION_ON_ITS_WAY: {
    what: 'ほかの申し込みが進んでいます',
    why: '別のスマートフォンからの申し込みが、まだ終わっていません。',
    next: ['そのスマートフォンで手続きを終えるか、取りやめてください'],
  },
  NOT_APPLIED: {
    what: 'まだマイナンバーカードがありません',
    why: 'ログインには、iPhoneのマイナンバーカードが必要です。',
    next: ['ホームの「追加をはじめる」へ進んでください'],
  },
  NOT_REGISTERED: {
    what: 'まだ利用可能になっていません',
    why: '追加のあと、通知が届くと使えるようになります。',
    next: ['ホームで、様子を確かめてください'],
  },
  'SECRET_WRONG password': {
    what: 'iPhone用の署名用パスワードが違います',
    why: 'このiPhone用に決めたものと一致しませんでした。',
    next: ['カードのものではなく、iPhone用に決めたものを入れてください'],
  },
  'LAST_TRY password': {
    what: 'あと1回だけ試せます',
    why: '次に間違えると、このiPhone用の署名用パスワードがロックされます。',
    next: ['よく確かめてから入れてください'],
  },
  SECRET_BLOCKED: {
    what: 'iPhone用の暗証番号かパスワードがロックされています',
    why: '続けて間違えたため、このiPhone用のものは使えません。',
    next: [
      '使い続けるときは、「メニュー」→「パスワードを設定し直す」で、お手元のカードを使って決め直せます',
      '削除するときは、「実物のマイナンバーカードで削除」を選んでください',
    ],
  },
  BIOMETRICS_WRONG: {
    what: 'Face ID・Touch IDの設定が合いません',
    why: '設定したときのものと、いまのiPhoneのものが違います。暗証番号の残り回数は減っていません。',
    next: [
      '暗証番号を使ってください',
      '「メニュー」→「Face ID・Touch IDで使う」で、設定し直せます',
    ],
  },
  NOTHING_TO_DELETE: {
    what: '削除するカードがありません',
    why: 'このマイナンバーカードの方は、ほかのスマートフォンにカードを入れていません。もう削除されているかもしれません。',
    next: ['このiPhoneで使うには、ホームの「追加をはじめる」へ進んでください'],
  },
  CARD_OF_ANOTHER_PERSON: {
    what: '別の人のマイナンバーカードです',
    why: 'このiPhoneに入っているカードの人と、当てたカードの人が違います。',
    next: ['このiPhoneに追加した人の、実物のマイナンバーカードを使ってください'],
  },
  UNBLOCKING_KEY_WRONG: {
    what: 'このiPhoneでは設定し直せません',
    why: '設定し直すための情報が、このiPhoneのものと合いません。',
    next: ['「メニュー」→「iPhoneのマイナンバーカード」→「削除」のあと、もう一度追加してください'],
  },
  CERTIFICATE_EXPIRED: {
    what: '電子証明書の有効期限が切れています',
    why: '期限は、追加に使った実物のカードの電子証明書と同じです。',
    next: ['実物のカードの電子証明書を更新してから、もう一度追加してください'],
  },
  CERTIFICATE_SUSPENDED: {
    what: '一時利用停止中です',
    why: '届け出により、このiPhoneのマイナンバーカードが止められています。',
    next: ['iPhoneが見つかったときは、ホームの「利用再開」から、もう一度追加してください'],
  },
  KEY_MISSING: {
    what: 'ログイン用の電子証明書がありません',
    why: 'ログインには、このiPhoneの利用者証明用電子証明書が必要です。',
    next: ['「メニュー」→「iPhoneのマイナンバーカード」→「削除」のあと、もう一度追加してください'],
  },
  CONSENT_UNKNOWN: {
    what: '利用規約が新しくなりました',
    why: '同意していただいたものは、前のものでした。',
    next: ['ホームに戻って、もう一度はじめから追加してください'],
  },
  CREDENTIAL_OVER: {
    what: 'もう終わっています',
    why: 'このiPhoneのマイナンバーカードは、すでに終わっています。',
    next: ['ホームに戻って、様子を確かめてください'],
  },
  PHONE_HAS_ONE: {
    what: 'このiPhoneに入っています',
    why: 'この手続きは、マイナンバーカードを追加していないiPhoneで行います。',
    next: ['このiPhoneのものは、「iPhoneのマイナンバーカード」の「削除」で消せます'],
  },
  FACE_CHECK_INVALID: {
    what: '顔の動きの撮影を、やり直してください',
    why: '撮影から時間がたちすぎたか、練習の撮影を受け付けない発行所です。',
    next: ['ホームに戻って、もう一度「追加をはじめる」から進んでください'],
  },
  ATTRIBUTES_MISMATCH: {
    what: 'カードの内容が、住民の登録と違います',
    why: '引っ越しや氏名の変更のあと、カードの内容がまだ新しくなっていないようです。',
    next: ['お住まいの市区町村の窓口で、カードの内容を新しくしてください'],
  },
  OS_TOO_OLD: {
    what: 'iOSのバージョンが古い可能性があります',
    why: 'iPhoneのマイナンバーカードには、iOS 18.5以上が必要です。',
    next: ['「設定」→「一般」→「ソフトウェアアップデート」で、最新のバージョンにしてください'],
  },
  PHONE_NOT_SUPPORTED: {
    what: 'このiPhoneは対応していません',
    why: 'iPhone XS・XS Max・XR以降の機種で使えます。',
    next: ['対応しているスマートフォンをお使いください'],
  },
  APP_TOO_OLD: {
    what: 'アプリが古いようです',
    why: '最新のアプリが必要です。',
    next: ['このページを読み込み直してください'],
  },
  OTHER_PLATFORM: {
    what: 'このスマホは、別の種類として使われています',
    why: 'この画面のスマホは、はじめに開いたときの種類（iPhoneかAndroid）のまま使います。',
    next: ['机の画面で、iPhoneとAndroidを選び直してください'],
  },
  REQUEST_UNDER_WAY: {
    what: '前の手続きの返事を待っています',
    why: '先に送った申し込みの返事が、まだ届いていません。二重になることはありません。',
    next: ['しばらく待ってから、もう一度お試しください'],
  },
  NONCE_EXPIRED: {
    what: '時間がたちすぎました',
    why: '安全のため、カードを読み取ってから申し込みを送るまでの時間には限りがあります。',
    next: [
      'ホームに戻って、もう一度「追加をはじめる」から進んでください。カードの残り回数は減りません',
    ],
  },
  READER_MISSING: {
    what: 'カードの読み取り口がありません',
    why: 'この練習用アプリは、「かざし」の机の画面から開くとカードを読み取れます。',
    next: ['机の画面を開き、その中のiPhoneで続けてください'],
  },
  CERTIFICATE_REVOKED: {
    what: 'このiPhoneのマイナンバーカードは終わっています',
    why: '削除されたか、もとのカードの電子証明書が終わりました。',
    next: ['使うには、もう一度追加してください'],
  },
}
const en: Words = {
  'CARD_SECRET_WRONG card-data-pin': {
    what: 'Wrong PIN for card data input',
    why: 'The card says that this is not its PIN ④.',
    next: ['Look at ④ on your paper and enter it again', 'It is not one of ①②③'],
  },
  'CARD_LAST_TRY card-data-pin': {
    what: 'Only one try is left',
    why: 'One more wrong try would lock PIN ④, so nothing was sent to the card.',
    next: ['Check ④ on your paper carefully', 'If you are not sure, ask your municipality first'],
  },
  'CARD_SECRET_BLOCKED card-data-pin': {
    what: 'The PIN for card data input is locked',
    why: 'PIN ④ was wrong three times in a row.',
    next: ['Have it reset at the counter of your municipality', 'Bring your My Number Card'],
  },
  PERSON_HAS_A_PHONE: {
    what: 'You use another smartphone already',
    why: 'A person can have the card on one smartphone only, and you have it on another one.',
    next: [
      'Delete it there (on Android: revoke it), then add it here',
      'If you do not have it at hand: “Delete the card on another smartphone”, also at the bottom of the menu',
    ],
  },
  PHONE_HAS_A_PERSON: {
    what: 'Another person uses this iPhone',
    why: 'An iPhone can hold the card of one person only.',
    next: ['That person has to delete it on this iPhone first'],
  },
  CREDENTIAL_SUSPENDED: {
    what: 'The card on your other phone is suspended',
    why: 'A card that was suspended on request is on another smartphone. Before you add it here, that one has to end.',
    next: [
      'If you have found that phone, start using it again there',
      'If not, “Delete the card on another smartphone”, then add it here again',
    ],
  },
  NOTHING_TO_RESUME: {
    what: 'No suspended card was found',
    why: 'The holder of this card has nothing suspended. It may be the card of another person.',
    next: ['Use the card of the person who added it to this iPhone'],
  },
  CREDENTIAL_PRESENT: {
    what: 'It is on this iPhone already',
    why: 'A My Number Card has been added.',
    next: ['See “My Number Card on iPhone” in the menu'],
  },
  ALREADY_APPLIED: {
    what: 'You have asked for it already',
    why: 'It has been accepted; there is no need to do it again.',
    next: ['Check the state on the home screen'],
  },
  ALREADY_REGISTERED: {
    what: 'It can be used already',
    why: 'A card that can be used does not end by stopping the addition.',
    next: ['To stop using it: “Menu” → “My Number Card on iPhone” → delete'],
  },
  APPLICATION_ON_ITS_WAY: {
    what: 'Another request is under way',
    why: 'A request on another smartphone is not finished.',
    next: ['Finish it on that smartphone, or stop it there'],
  },
  NOT_APPLIED: {
    what: 'No My Number Card on this iPhone yet',
    why: 'To log in, the card has to be on the iPhone.',
    next: ['Press “Start adding” on the home screen'],
  },
  NOT_REGISTERED: {
    what: 'It cannot be used yet',
    why: 'After you added it, a notice tells you when it can be used.',
    next: ['Check the state on the home screen'],
  },
  'SECRET_WRONG password': {
    what: 'Wrong signing password of the iPhone',
    why: 'This is not the one you chose for this iPhone.',
    next: ['Enter the one you chose for the iPhone, not that of the card'],
  },
  'LAST_TRY password': {
    what: 'Only one try is left',
    why: 'One more wrong try locks it on this iPhone.',
    next: ['Check carefully before you enter it'],
  },
  SECRET_BLOCKED: {
    what: 'The PIN or password of the iPhone is locked',
    why: 'It was wrong too often in a row.',
    next: [
      'To go on using it, set a new one with your card at hand: menu, “Set a new password”',
      'To delete the card choose “With your My Number Card itself”',
    ],
  },
  BIOMETRICS_WRONG: {
    what: 'The finger or face does not match',
    why: 'It is not the one set up on this iPhone. No try of the PIN is lost.',
    next: ['Use the PIN', 'Set it up again: menu, “Use Face ID or Touch ID”'],
  },
  NOTHING_TO_DELETE: {
    what: 'There is nothing to delete',
    why: 'The holder of this card has it on no other smartphone. Perhaps it has been deleted already.',
    next: ['To use it on this iPhone, press “Start adding” on the home screen'],
  },
  CARD_OF_ANOTHER_PERSON: {
    what: 'This is the card of another person',
    why: 'The card you held is not that of the person whose card is on this iPhone.',
    next: ['Use the card of the person who added it to this iPhone'],
  },
  UNBLOCKING_KEY_WRONG: {
    what: 'The secret cannot be reset on this iPhone',
    why: 'The data needed for it does not belong to this iPhone.',
    next: ['Delete the card (menu, “My Number Card on iPhone”, “Delete”), then add it again'],
  },
  CERTIFICATE_EXPIRED: {
    what: 'The certificate has expired',
    why: 'It ends together with the certificate of the card it was added with.',
    next: ['Renew the certificate of your card, then add the card again'],
  },
  CERTIFICATE_SUSPENDED: {
    what: 'Suspended',
    why: 'The My Number Card on this iPhone has been suspended on request.',
    next: ['If you found your iPhone, start using it again: the card is added again'],
  },
  KEY_MISSING: {
    what: 'There is no certificate for login',
    why: 'To log in, this iPhone needs its user authentication certificate.',
    next: ['Delete the card (menu, “My Number Card on iPhone”, “Delete”), then add it again'],
  },
  CONSENT_UNKNOWN: {
    what: 'The terms have changed',
    why: 'You agreed to an earlier version of the terms.',
    next: ['Go home and add the card again from the beginning'],
  },
  CREDENTIAL_OVER: {
    what: 'It has ended already',
    why: 'The My Number Card on this iPhone has ended before.',
    next: ['Go home and check the state'],
  },
  PHONE_HAS_ONE: {
    what: 'It is on this iPhone',
    why: 'This procedure is for an iPhone to which no My Number Card was added.',
    next: ['Delete the one on this iPhone under “My Number Card on iPhone”'],
  },
  FACE_CHECK_INVALID: {
    what: 'Please record your face again',
    why: 'Too much time has passed, or this authority accepts no practice recording.',
    next: ['Go home and press “Start adding” again'],
  },
  ATTRIBUTES_MISMATCH: {
    what: 'The card differs from the register',
    why: 'After a move or a change of name the card may not be up to date yet.',
    next: ['Have it brought up to date at the counter of your municipality'],
  },
  OS_TOO_OLD: {
    what: 'Your iOS may be too old',
    why: 'The My Number Card on iPhone needs iOS 18.5 or newer.',
    next: ['Update in “Settings” → “General” → “Software Update”'],
  },
  PHONE_NOT_SUPPORTED: {
    what: 'This iPhone is not supported',
    why: 'It works on iPhone XS, XS Max, XR and later models.',
    next: ['Use a supported smartphone'],
  },
  APP_TOO_OLD: {
    what: 'The app seems to be too old',
    why: 'The newest app is needed.',
    next: ['Load this page again'],
  },
  OTHER_PLATFORM: {
    what: 'This phone is used as another kind',
    why: 'A phone keeps the kind it had when it was first opened, iPhone or Android.',
    next: ['Choose iPhone or Android on the desk again'],
  },
  REQUEST_UNDER_WAY: {
    what: 'An earlier request has no answer yet',
    why: 'The earlier request is still in progress. Nothing happens twice.',
    next: ['Wait a while and try again'],
  },
  NONCE_EXPIRED: {
    what: 'Too much time has passed',
    why: 'For safety it has to be sent soon after the card has been read.',
    next: ['Go home and press “Start adding” again. No try of the card is lost'],
  },
  READER_MISSING: {
    what: 'There is no card reader',
    why: 'This practice app reads cards when it is opened from the desk of Kazashi.',
    next: ['Open the desk and go on in the iPhone you see there'],
  },
  CERTIFICATE_REVOKED: {
    what: 'The My Number Card on this iPhone has ended',
    why: 'It was deleted, or the certificate of the card itself has ended.',
    next: ['Add it again to use it'],
  },
}
export const iphoneWords = defineTexts<Words>({ ja, en })

export const IphoneWords = ({ children }: { children: ReactNode }) => (
  <SpecialWords value={iphoneWords}>{children}</SpecialWords>
)
