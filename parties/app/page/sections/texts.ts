/** Each section of the course in short: its name, and its steps. */
import { defineTexts } from '@kazashi/ui'
import type { Section } from './sections.ts'

interface Words {
  readonly title: string
  readonly todo: readonly string[]
}
type AllWords = Readonly<Record<Section, Words>>

const ja: AllWords = {
  '1-A③': {
    title: '暗証番号のかわりに指紋や顔を使う',
    todo: [
      'はじめに一度だけ、暗証番号（数字4ケタ）を入れます',
      'スマホの画面の案内に沿って、指紋や顔を確かめます',
      '暗証番号は、いつでも使えます。署名には、これからもパスワードが必要です',
    ],
  },
  '1-B①': {
    title: 'マイナポータルにログインする',
    todo: [
      'ログインしたい画面のQRコードを、スマホのカメラアプリで読み取ります',
      '両方の画面の確認番号が同じか、見比べます',
      'スマホ用の暗証番号（数字4ケタ）を入れるか、指紋・顔で確認します',
      '終わったら、元の画面に戻ります',
    ],
  },
  '2-A': {
    title: '申請の前に用意するもの',
    todo: [
      'マイナンバーカード（署名用電子証明書が入っているもの）',
      '署名用電子証明書のパスワード（半角の英大文字と数字を含む6文字から16文字）',
      '対応しているAndroidスマホと、最新のこのアプリ',
    ],
  },
  '2-C': {
    title: 'スマホ用電子証明書を申請する',
    todo: [
      'カードの署名用パスワードを入れます',
      '使いたい電子証明書を選び、注意事項を読んで「確認しました」にチェックを付け、「申請する」を押します',
      'マイナンバーカードの中心をスマホにピッタリと当てて、しばらく待ちます',
      '途中で閉じても、続きからはじめられます',
    ],
  },
  '2-D': {
    title: 'スマホ用のパスワードを設定する',
    todo: [
      '署名用：6～16ケタ、英大文字と数字の組み合わせ',
      '利用者証明用：数字4ケタ。生年月日や1234は避けてください',
      'それぞれ、確認のためにもう一度入れます',
      '申請が完了すると、数分後（夜間は翌8:00以降）にお知らせが届きます',
    ],
  },
  '2-E': {
    title: 'スマホ用電子証明書を登録する',
    todo: ['お知らせが届いたら、このアプリを開きます', '「登録する」を押して、しばらく待ちます'],
  },
  '2-F': {
    title: 'スマホ用電子証明書を失効する',
    todo: [
      'やめたい電子証明書を選び、「はじめる」を押します',
      'スマホ用のパスワードを入れます。わからないときは「お手元のカードを利用する」へ',
      '「失効する」を押します。失効すると、元には戻せません',
    ],
  },
  '3-A': {
    title: '追加の前に用意するもの',
    todo: [
      'マイナンバーカード',
      '署名用パスワード（英数字6～16文字）と、券面入力用暗証番号（数字4桁）',
      'iOS 18.5以上のiPhoneと、最新のこのアプリ',
    ],
  },
  '3-C': {
    title: 'iPhoneのマイナンバーカードを申請する',
    todo: [
      '注意事項を読んで同意し、画面の指示どおりに顔を動かします',
      '券面入力用暗証番号と、署名用パスワードを入れます',
      'マイナンバーカードの上に、iPhoneの背面上部をぴったりと合わせます',
    ],
  },
  '3-D': {
    title: 'iPhone用の暗証番号などを設定する',
    todo: [
      '利用者証明用暗証番号（数字4桁）を決めて、2回入れます',
      '署名用パスワード（英数字6～16文字）を決めて、2回入れます',
      '「Appleウォレットに追加」を押し、「利用可能」になるまで待ちます',
    ],
  },
  '3-E': {
    title: 'iPhoneのマイナンバーカードを削除する',
    todo: ['「削除」を押し、方法を選びます', '署名用パスワードを入れて「次へ」を押します'],
  },
  '3-F': {
    title: '別のスマートフォンのカードを削除する',
    todo: [
      '実物のマイナンバーカードの署名用パスワードを入れます',
      '「読み取り開始」を押し、カードを読み取ります',
    ],
  },
  '4-A': {
    title: '新しいスマホに替えるとき',
    todo: [
      '前のスマホと新しいスマホの種類を選ぶと、手続きの順番が出ます',
      'AndroidからAndroidへは「機種変更」だけです。ほかは、前のスマホでやめてから、新しいスマホで申請します',
    ],
  },
  '4-B': {
    title: '機種変更（AndroidからAndroidへ）',
    todo: [
      '新しいスマホで、カードの署名用パスワードを入れ、カードを読み取ります',
      '新しいスマホ用のパスワードを決めます',
      'お知らせが届いたら「登録する」を押します。前のスマホでは使えなくなります',
    ],
  },
  '5-A': {
    title: 'よくあるご質問',
    todo: [
      '使える期限は、申請に使ったカードの電子証明書と同じです',
      '1人につき、1台のスマホでだけ使えます',
      'くわしくは、下の「よくあるご質問」をご覧ください',
    ],
  },
  '5-B1': {
    title: 'なくしたとき・盗まれたとき',
    todo: [
      'すぐに0120-95-0178へ電話し、音声ガイダンスの2番を押します。24時間365日',
      'スマホの中の電子証明書が、一時利用停止になります',
    ],
  },
  '5-B3': {
    title: '見つかったとき（利用再開）',
    todo: [
      '「利用再開」から、カードの署名用パスワードを入れ、カードを読み取ります',
      '電子証明書は新しいものに替わり、パスワードも決め直します',
      'お知らせが届いたら「登録する」を押します',
    ],
  },
}
const en: AllWords = {
  '1-A③': {
    title: 'Use a finger or a face in place of the PIN',
    todo: [
      'Enter your PIN (4 digits) once, to begin with',
      'Follow the phone’s own screen to show your finger or your face',
      'The PIN works at any time. Signing still needs the password',
    ],
  },
  '1-B①': {
    title: 'Logging in to Mynaportal',
    todo: [
      'Read the QR code of the screen you want to log in to with the camera app of the phone',
      'Compare the codes on both screens',
      'Enter the 4-digit PIN of the phone, or confirm with your finger or face',
      'Then go back to the other screen',
    ],
  },
  '2-A': {
    title: 'What you need before applying',
    todo: [
      'Your My Number Card with a signing certificate',
      'Its signing password (6 to 16 characters, with half-width capitals and digits)',
      'An Android phone that is supported, and the newest app',
    ],
  },
  '2-C': {
    title: 'Applying for the certificates of the phone',
    todo: [
      'Enter the signing password of the card',
      'Choose certificates, read the notes, tick that you confirmed them, and apply',
      'Hold the middle of the card tightly to the phone and wait',
      'You may close the app in between and go on later',
    ],
  },
  '2-D': {
    title: 'The passwords of the phone',
    todo: [
      'For signing: 6 to 16 characters, capitals and digits',
      'For authentication: 4 digits. Avoid your birth date and 1234',
      'Each is entered twice',
      'A notice comes some minutes after the application is complete, at night after 8:00',
    ],
  },
  '2-E': {
    title: 'Registering the certificates',
    todo: ['When the notice has come, open this app', 'Press “Register” and wait a little'],
  },
  '2-F': {
    title: 'Revoking the certificates',
    todo: [
      'Choose the certificates to revoke and begin',
      'Enter the password of the phone; if you do not know it, use the card at hand',
      'Press “Revoke”. This cannot be undone',
    ],
  },
  '3-A': {
    title: 'What you need before adding the card',
    todo: [
      'Your My Number Card',
      'Its signing password (6 to 16 letters and digits) and its PIN for card data input (4 digits)',
      'An iPhone with iOS 18.5 or newer, and the newest app',
    ],
  },
  '3-C': {
    title: 'Adding the card to the iPhone',
    todo: [
      'Read the notes, agree, and move your face as the screen says',
      'Enter the PIN for card data input and the signing password of the card',
      'Put the upper back of the iPhone tightly on the card',
    ],
  },
  '3-D': {
    title: 'PIN and password of the iPhone',
    todo: [
      'Choose a PIN of 4 digits and enter it twice',
      'Choose a signing password of 6 to 16 letters and digits and enter it twice',
      'Add the card to the wallet and wait until it can be used',
    ],
  },
  '3-E': {
    title: 'Deleting the card from the iPhone',
    todo: ['Press “Delete” and choose a way', 'Enter the signing password and go on'],
  },
  '3-F': {
    title: 'Deleting the card on another smartphone',
    todo: ['Enter the signing password of your card', 'Start reading and hold the card'],
  },
  '4-A': {
    title: 'When you have a new phone',
    todo: [
      'Say which kinds of phones they are; the list shows the procedures in order',
      'From Android to Android there is one procedure. Otherwise end it on the old phone first',
    ],
  },
  '4-B': {
    title: 'Change of phone (Android to Android)',
    todo: [
      'On the new phone enter the signing password of the card and hold the card',
      'Choose new passwords for the new phone',
      'When the notice has come, register. The old phone can no longer be used then',
    ],
  },
  '5-A': {
    title: 'Questions and answers',
    todo: [
      'It can be used as long as the certificate of the card you applied with',
      'A person can use it on one phone only',
      'More under “Questions and answers” below',
    ],
  },
  '5-B1': {
    title: 'If it is lost or stolen',
    todo: [
      'Call 0120-95-0178 at once and press 2 when the voice asks, at any hour',
      'The certificates on the phone are suspended',
    ],
  },
  '5-B3': {
    title: 'If you found it again',
    todo: [
      'Enter the signing password of the card and hold the card',
      'The certificates are issued anew, and you choose new passwords',
      'When the notice has come, register',
    ],
  },
}
export const sectionTexts = defineTexts({ ja, en })
