/** Words of refusals on an iPhone, where those for Android do not fit. */
import { defineTexts, type ErrorWords } from '@kazashi/ui'
import type { ReactNode } from 'react'
import type { iphoneOnly } from './codes.ts'
import { type SpecialTexts, SpecialWords } from './fault.tsx'
import { faceCheckInvalid, readerMissing } from './operating.ts'

/** Every code that only an iPhone can meet has its words here. */
type Words = SpecialTexts & Readonly<Record<(typeof iphoneOnly)[number], ErrorWords>>

const ja: Words = {
  'CARD_SECRET_WRONG card-data-pin': {
    what: '券面入力用暗証番号が違います',
    why: 'カードに確かめたところ、④の暗証番号（数字4桁）と一致しませんでした。',
    next: [
      'このカードが、どなたのものか確かめてください。ほかの方のカードなら、ご自分のカードに替えてください',
      '紙の控えの④を見て、入れ直してください',
      '①②③とは別のものです',
    ],
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
  SECRET_WRONG: {
    what: '暗証番号が違います',
    why: 'このiPhone用の暗証番号（数字4桁）と一致しませんでした。',
    next: ['カードの暗証番号ではなく、iPhone用に決めた4桁を入れてください'],
  },
  LAST_TRY: {
    what: 'あと1回だけ試せます',
    why: '次に間違えると、このiPhone用の暗証番号がロックされます。',
    next: ['よく確かめてから入れてください'],
  },
  BIOMETRICS_CANCELLED: {
    what: '確認できませんでした',
    why: 'Face ID・Touch IDでの確認がやめられたか、時間がたちました。暗証番号の残り回数は減っていません。',
    next: ['もう一度お試しください', '暗証番号でも、そのまま使えます'],
  },
  BIOMETRICS_OFF: {
    what: 'Face ID・Touch IDは、使っていません',
    why: '設定されていないか、暗証番号を決め直したときに消えました。',
    next: ['暗証番号を使ってください', '「メニュー」→「Face ID・Touch IDで使う」で、設定できます'],
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
  SIGNING_MISSING: {
    what: '署名用電子証明書がありません',
    why: '相手に渡す氏名や住所などは、署名用電子証明書に入っています。文書への署名にも、これを使います。このiPhoneには、その電子証明書がありません。',
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
  FACE_CHECK_MISSING: {
    what: 'iPhoneへの追加は、まだ受け付けていません',
    why: '顔の動きの撮影による本人確認を、まだ行えません。',
    next: ['実物のマイナンバーカードは、そのまま使えます'],
  },
  FACE_CHECK_INVALID: {
    what: '顔の動きの撮影を、やり直してください',
    why: '撮影から時間がたちすぎたか、練習の撮影を受け付けない発行所です。',
    next: ['ホームに戻って、もう一度「追加をはじめる」から進んでください'],
  },
  FACE_DIFFERS: {
    what: 'カードの写真の人と、同じ人だと確かめられませんでした',
    why: '撮影した顔と、カードの写真が違うようです。カードは何も署名していません。',
    next: [
      'カードの持ち主の顔を、もう一度撮影してください',
      '何度も確かめられないときは、お住まいの市区町村の窓口で、カードの写真を新しくできます',
    ],
  },
  ATTRIBUTES_MISMATCH: {
    what: 'カードの内容が、住民の登録と違います',
    why: '引っ越しや氏名の変更のあと、カードの内容がまだ新しくなっていないようです。',
    next: ['お住まいの市区町村の窓口で、カードの内容を新しくしてください'],
  },
  OS_TOO_OLD: {
    what: 'iOSのバージョンが古い可能性があります',
    why: 'このiPhoneのiOSは、必要なバージョンより前のものです。',
    next: ['「設定」→「一般」→「ソフトウェアアップデート」で、最新のバージョンにしてください'],
  },
  PHONE_NOT_SUPPORTED: {
    what: 'このiPhoneは対応していません',
    why: 'このiPhoneの機種は、対応している機種一覧にありません。',
    next: [
      '対応しているスマートフォンをお使いください',
      '一覧は、「追加をはじめる」を押すと出る「用意するものを確かめましょう」の画面にあります',
    ],
  },
  APP_TOO_OLD: {
    what: 'アプリが古いようです',
    why: '最新のアプリが必要です。',
    next: ['このページを読み込み直してください'],
  },
  OTHER_PLATFORM: {
    what: 'このスマホは、別の種類として使われています',
    why: 'この画面のスマホは、はじめに開いたときの種類（iPhoneかAndroid）のまま使います。',
    next: ['カードとスマホが並ぶページで、iPhoneとAndroidを選び直してください'],
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
  CLOCK_WRONG: {
    what: 'iPhoneの時計が合っていません',
    why: '時計が大きくずれていると、安全のため受け付けられません。',
    next: [
      'iPhoneの「設定」で「一般」「日付と時刻」の順に開き、「自動設定」をオンにします',
      '時計が合ったら、もう一度お試しください',
    ],
  },
  READER_MISSING: {
    what: 'カードの読み取り口がありません',
    why: 'この練習用アプリは、カードと読み取り口のあるページの中で、カードを読み取れます。',
    next: ['そのページを開き、その中のiPhoneで続けてください'],
  },
  CERTIFICATE_REVOKED: {
    what: 'このiPhoneのマイナンバーカードは終わっています',
    why: '削除されたか、もとのカードの電子証明書が終わりました。',
    next: ['使うには、もう一度追加してください'],
  },
  PRESENTATION_ASKER: {
    what: '名乗っている相手と違います',
    why: 'この求めは、名乗っている相手の証明書では確かめられません。情報は何も送っていません。',
    next: [
      '相手の画面で、はじめからやり直してください',
      '同じことが続くときは、見せないでください',
    ],
  },
  PRESENTATION_EXPIRED: {
    what: 'この求めは終わっています',
    why: '時間が過ぎたか、もう使われています。情報は何も送っていません。',
    next: ['相手の画面で、もう一度QRコードを出してもらってください'],
  },
  PRESENTATION_INCOMPLETE: {
    what: 'このままでは見せられません',
    why: '選んだものだけでは、相手が必要とする組み合わせになりません。情報は何も送っていません。',
    next: ['チェックを付け直すか、「見せない」を押してください'],
  },
  PRESENTATION_LINK: {
    what: '情報を見せるためのリンクではありません',
    why: 'リンクが途中で切れているか、守られていない場所を指しています。',
    next: ['相手の画面のQRコードを、もう一度読み取ってください'],
  },
  PRESENTATION_MALFORMED: {
    what: '相手の求めを読み取れません',
    why: '決められた形になっていません。情報は何も送っていません。',
    next: [
      '相手の画面で、はじめからやり直してください',
      '続くときは、このことを相手に伝えてください',
    ],
  },
  PRESENTATION_NOT_HELD: {
    what: '求められた情報が、このカードにありません',
    why: '見せられる情報の組み合わせがありません。情報は何も送っていません。',
    next: ['相手に、ほかの確かめ方がないか聞いてください'],
  },
  PRESENTATION_NOT_TAKEN: {
    what: '相手が受け取りませんでした',
    why: '見せる情報を送りましたが、相手に断られました。',
    next: ['相手の画面を確かめて、はじめからやり直してください'],
  },
  PRESENTATION_SIGNATURE: {
    what: '相手の署名を確かめられません',
    why: '途中で書き換えられたか、相手の証明書の期限が切れています。情報は何も送っていません。',
    next: ['見せないでください', '相手の画面で、はじめからやり直してください'],
  },
  PRESENTATION_TOO_LARGE: {
    what: '相手の求めが大きすぎます',
    why: '受け取れる大きさを超えたため、読むのをやめました。情報は何も送っていません。',
    next: ['相手の画面で、はじめからやり直してください'],
  },
  PRESENTATION_UNENCRYPTED: {
    what: '安全に送れない相手です',
    why: '相手は、暗号にして送る方法を示していません。情報は何も送っていません。',
    next: ['見せないでください', 'このことを相手に伝えてください'],
  },
  PRESENTATION_UNREACHABLE: {
    what: '相手とつながりません',
    why: '通信が切れたか、相手のサイトが動いていません。',
    next: [
      '通信できることを確かめて、もう一度お試しください',
      '続くときは、相手の画面ではじめからやり直してください',
    ],
  },
}
const en: Words = {
  'CARD_SECRET_WRONG card-data-pin': {
    what: 'Wrong card data PIN',
    why: 'This does not match ④, the 4-digit PIN of the card.',
    next: [
      'Check whose card this is. If it is somebody else’s, use your own',
      'Check ④ on your password sheet and enter it again',
      'Do not enter ①, ② or ③',
    ],
  },
  'CARD_LAST_TRY card-data-pin': {
    what: 'You have one attempt left',
    why: 'One more wrong PIN would lock ④, so the app stopped reading.',
    next: [
      'Check ④ on your password sheet carefully',
      'If you are not sure, do not guess. Ask at your municipal office',
    ],
  },
  'CARD_SECRET_BLOCKED card-data-pin': {
    what: 'The card data PIN is locked',
    why: '④ was entered wrongly three times in a row.',
    next: ['Have the PIN reset at your municipal office', 'Bring your My Number Card'],
  },
  PERSON_HAS_A_PHONE: {
    what: 'You already use another smartphone',
    why: 'Each person can have the card on only one smartphone. You already have it on another one.',
    next: [
      'On your old smartphone, delete the card (on Android, revoke the certificates), then add it here',
      'If you do not have your old smartphone, use “Delete the card on another smartphone”. It is also at the bottom of the menu',
    ],
  },
  PHONE_HAS_A_PERSON: {
    what: 'Someone else uses this iPhone',
    why: 'An iPhone can hold the card of only one person.',
    next: ['The person who added the card must first delete it on this iPhone'],
  },
  CREDENTIAL_SUSPENDED: {
    what: 'The card on your old smartphone is suspended',
    why: 'A suspended card is still on another smartphone. It must be ended before you can add the card here.',
    next: [
      'If you have found your old smartphone, press “Resume use” there',
      'If not, use “Delete the card on another smartphone”, then add the card here again',
    ],
  },
  NOTHING_TO_RESUME: {
    what: 'No suspended card was found',
    why: 'The holder of this card has nothing to resume. It may be someone else’s card.',
    next: ['Use the physical My Number Card of the person who added it to this iPhone'],
  },
  CREDENTIAL_PRESENT: {
    what: 'The card is already on this iPhone',
    why: 'A My Number Card has been added to this iPhone.',
    next: ['See “My Number Card on iPhone” in the menu'],
  },
  ALREADY_APPLIED: {
    what: 'You have already asked to add the card',
    why: 'Your request from this iPhone has been received. You do not need to ask again.',
    next: ['Check the status on the home screen'],
  },
  ALREADY_REGISTERED: {
    what: 'The card is already ready to use',
    why: 'You can no longer cancel adding the card once it is ready to use.',
    next: ['To stop using it, press “Menu”, then “My Number Card on iPhone”, then “Delete”'],
  },
  APPLICATION_ON_ITS_WAY: {
    what: 'You have another request in progress',
    why: 'Your request from another smartphone is not finished yet.',
    next: ['Finish or cancel it on that smartphone'],
  },
  NOT_APPLIED: {
    what: 'There is no My Number Card on this iPhone yet',
    why: 'To log in, you need a My Number Card on this iPhone.',
    next: ['Press “Start adding” on the home screen'],
  },
  NOT_REGISTERED: {
    what: 'The card is not ready to use yet',
    why: 'After you add the card, you get a notification when it is ready.',
    next: ['Check the status on the home screen'],
  },
  SECRET_WRONG: {
    what: 'Wrong PIN',
    why: 'This does not match the 4-digit PIN of this iPhone.',
    next: ['Enter the 4 digits you chose for this iPhone, not the PIN of your card'],
  },
  LAST_TRY: {
    what: 'You have one attempt left',
    why: 'One more wrong PIN locks the PIN of this iPhone.',
    next: ['Check the PIN carefully before you enter it'],
  },
  BIOMETRICS_CANCELLED: {
    what: 'Face ID or Touch ID did not confirm',
    why: 'You cancelled, or it took too long. This did not use up a PIN attempt.',
    next: ['Try again', 'You can also use your PIN as usual'],
  },
  BIOMETRICS_OFF: {
    what: 'Face ID and Touch ID are turned off',
    why: 'You have not set them up, or they were turned off when you chose a new PIN.',
    next: ['Use your PIN', 'To set it up, press “Menu”, then “Use Face ID or Touch ID”'],
  },
  'SECRET_WRONG password': {
    what: 'Wrong signing password for this iPhone',
    why: 'This does not match the password you chose for this iPhone.',
    next: ['Enter the password you chose for this iPhone, not the one of your card'],
  },
  'LAST_TRY password': {
    what: 'You have one attempt left',
    why: 'One more wrong password locks the signing password of this iPhone.',
    next: ['Check the password carefully before you enter it'],
  },
  SECRET_BLOCKED: {
    what: 'The PIN or password of this iPhone is locked',
    why: 'It was entered wrongly too many times in a row.',
    next: [
      'To keep using it, press “Menu”, then “Reset password or PIN”, and set a new one with your card',
      'To delete it, choose “Delete with your physical My Number Card”',
    ],
  },
  BIOMETRICS_WRONG: {
    what: 'Your Face ID or Touch ID settings no longer match',
    why: 'They have changed on this iPhone since you set this up. This did not use up a PIN attempt.',
    next: ['Use your PIN', 'To set it up again, press “Menu”, then “Use Face ID or Touch ID”'],
  },
  NOTHING_TO_DELETE: {
    what: 'There is no card to delete',
    why: 'The holder of this My Number Card has no card on another smartphone. It may already have been deleted.',
    next: ['To use the card on this iPhone, press “Start adding” on the home screen'],
  },
  CARD_OF_ANOTHER_PERSON: {
    what: 'This is someone else’s My Number Card',
    why: 'It belongs to a different person from the card on this iPhone.',
    next: ['Use the physical My Number Card of the person who added it to this iPhone'],
  },
  UNBLOCKING_KEY_WRONG: {
    what: 'You cannot reset it on this iPhone',
    why: 'The data needed for the reset does not match this iPhone.',
    next: [
      'Press “Menu”, then “My Number Card on iPhone”, then “Delete”. After that, add the card again',
    ],
  },
  CERTIFICATE_EXPIRED: {
    what: 'The certificate has expired',
    why: 'It expires together with the certificate on the card you added.',
    next: ['Renew the certificate on your physical card, then add the card again'],
  },
  CERTIFICATE_SUSPENDED: {
    what: 'The card is suspended',
    why: 'The My Number Card on this iPhone was suspended after a report of loss or theft.',
    next: [
      'If you have found your iPhone, press “Resume use” on the home screen and add the card again',
    ],
  },
  KEY_MISSING: {
    what: 'There is no certificate for logging in',
    why: 'To log in, you need a user authentication certificate on this iPhone.',
    next: [
      'Press “Menu”, then “My Number Card on iPhone”, then “Delete”. After that, add the card again',
    ],
  },
  SIGNING_MISSING: {
    what: 'There is no signing certificate',
    why: 'The name, address and other details that a site asks for are in the signing certificate, and documents are signed with it. This iPhone does not have one.',
    next: [
      'Press “Menu”, then “My Number Card on iPhone”, then “Delete”. After that, add the card again',
    ],
  },
  CONSENT_UNKNOWN: {
    what: 'The terms have changed',
    why: 'The terms you accepted were an earlier version.',
    next: ['Go to the home screen and add the card again from the beginning'],
  },
  CREDENTIAL_OVER: {
    what: 'The card has already ended',
    why: 'The My Number Card on this iPhone has already ended.',
    next: ['Check the status on the home screen'],
  },
  PHONE_HAS_ONE: {
    what: 'This iPhone has a card itself',
    why: 'You can only do this on an iPhone without a My Number Card.',
    next: ['To delete the card on this iPhone, use “Delete” under “My Number Card on iPhone”'],
  },
  FACE_CHECK_MISSING: {
    what: 'Adding the card to an iPhone is not offered yet',
    why: 'This app cannot check your face yet.',
    next: ['You can still use your physical My Number Card as usual'],
  },
  FACE_CHECK_INVALID: {
    what: 'Please record your face again',
    why: 'Too much time has passed, or this authority does not accept practice recordings.',
    next: ['Go to the home screen and press “Start adding” again'],
  },
  FACE_DIFFERS: {
    what: 'We could not confirm that you are the person in the photo on the card',
    why: 'The recorded face does not look like the photo. The card has signed nothing.',
    next: [
      'Record the face of the card holder again',
      'If that keeps failing, your municipal office can give the card a new photo',
    ],
  },
  ATTRIBUTES_MISMATCH: {
    what: 'Your card does not match the resident register',
    why: 'Your card may not have been updated since you moved or changed your name.',
    next: ['Have your card updated at your municipal office'],
  },
  OS_TOO_OLD: {
    what: 'Your iOS version may be too old',
    why: 'The iOS version on this iPhone is older than the one you need.',
    next: ['Update in Settings > General > Software Update'],
  },
  PHONE_NOT_SUPPORTED: {
    what: 'This iPhone is not supported',
    why: 'This iPhone is not one of the supported models.',
    next: [
      'Use a supported smartphone',
      'The list is on the screen “Check that you have everything”, after “Start adding”',
    ],
  },
  APP_TOO_OLD: {
    what: 'This app is out of date',
    why: 'You need the latest version of the app.',
    next: ['Reload this page'],
  },
  OTHER_PLATFORM: {
    what: 'This phone is already set up as another kind',
    why: 'A phone stays the kind it was when you first opened it, iPhone or Android.',
    next: ['On the page with the cards and phones, choose iPhone or Android again'],
  },
  REQUEST_UNDER_WAY: {
    what: 'Still waiting for an earlier request',
    why: 'Your earlier request has not been answered yet. Nothing is sent twice.',
    next: ['Wait a while and try again'],
  },
  NONCE_EXPIRED: {
    what: 'You took too long',
    why: 'For your security, a request must be sent soon after the card is read.',
    next: [
      'Go to the home screen and press “Start adding” again. This does not use up any attempts',
    ],
  },
  CLOCK_WRONG: {
    what: 'The clock on your iPhone is wrong',
    why: 'For security, requests are refused when an iPhone’s clock is far off.',
    next: [
      'In Settings open General, then Date & Time, and turn on “Set Automatically”',
      'Once the clock is right, try again',
    ],
  },
  READER_MISSING: {
    what: 'There is no card reader',
    why: 'This practice app can read cards only on the page with the cards and their reader.',
    next: ['Open that page and continue on the iPhone shown there'],
  },
  CERTIFICATE_REVOKED: {
    what: 'The My Number Card on this iPhone has ended',
    why: 'It was deleted, or the certificate on your physical card has ended.',
    next: ['To use it again, add the card again'],
  },
  PRESENTATION_ASKER: {
    what: 'This is not who they say they are',
    why: 'The certificate of the request is not that of the name it uses. None of your details were sent.',
    next: ['Start again on the other screen', 'Do not share if this happens again'],
  },
  PRESENTATION_EXPIRED: {
    what: 'This request is over',
    why: 'It is too old or has been used. None of your details were sent.',
    next: ['Ask for a new QR code on the other screen'],
  },
  PRESENTATION_INCOMPLETE: {
    what: 'You cannot share just these',
    why: 'What you chose is no combination that they can use. None of your details were sent.',
    next: ['Tick other details, or press “Don’t share”'],
  },
  PRESENTATION_LINK: {
    what: 'This is not a link for sharing details',
    why: 'The link is cut off, or leads to an unprotected place.',
    next: ['Scan the QR code on the other screen again'],
  },
  PRESENTATION_MALFORMED: {
    what: 'This request cannot be read',
    why: 'It does not have the form it must have. None of your details were sent.',
    next: ['Start again on the other screen', 'If this happens again, tell them about it'],
  },
  PRESENTATION_NOT_HELD: {
    what: 'Your card does not have what they ask for',
    why: 'There is no combination you could share. None of your details were sent.',
    next: ['Ask them for another way'],
  },
  PRESENTATION_NOT_TAKEN: {
    what: 'They did not accept it',
    why: 'Your details were sent, but the other side refused them.',
    next: ['Look at the other screen and start again'],
  },
  PRESENTATION_SIGNATURE: {
    what: 'Their signature cannot be verified',
    why: 'The request was changed on the way, or their certificate has expired. None of your details were sent.',
    next: ['Do not share', 'Start again on the other screen'],
  },
  PRESENTATION_TOO_LARGE: {
    what: 'This request is too large',
    why: 'It is larger than this app accepts. None of your details were sent.',
    next: ['Start again on the other screen'],
  },
  PRESENTATION_UNENCRYPTED: {
    what: 'Your details cannot be sent safely',
    why: 'They offer no way to encrypt the answer. None of your details were sent.',
    next: ['Do not share', 'Tell them about it'],
  },
  PRESENTATION_UNREACHABLE: {
    what: 'They cannot be reached',
    why: 'You are offline, or their site is not running.',
    next: [
      'Check your connection and try again',
      'If this happens again, start again on the other screen',
    ],
  },
}
export const iphoneWords = defineTexts<Words>({
  ja,
  en,
  operating: {
    ja: { READER_MISSING: readerMissing.ja, FACE_CHECK_INVALID: faceCheckInvalid.ja },
    en: { READER_MISSING: readerMissing.en, FACE_CHECK_INVALID: faceCheckInvalid.en },
  },
})

export const IphoneWords = ({ children }: { children: ReactNode }) => (
  <SpecialWords value={iphoneWords}>{children}</SpecialWords>
)
