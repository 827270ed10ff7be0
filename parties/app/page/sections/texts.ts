/** Each section of the course in short: its name, and its steps. */
import { defineTexts } from '@kazashi/ui'
import type { Section } from './sections.ts'

interface Words {
  readonly title: string
  readonly todo: readonly string[]
}
type AllWords = Readonly<Record<Section, Words>>

const ja: AllWords = {
  '1-A②': {
    title: '情報を選んで見せる（属性証明）',
    todo: [
      '相手の画面のQRコードを、スマホに付いているカメラアプリで読み取ります',
      '相手と、求められた情報を確かめます。見せたくないときは「見せない」を押します',
      '「見せる」を押し、Face ID・Touch IDか暗証番号で確かめます',
      '見せた記録は「メニュー」の「見せた記録」にあり、消すこともできます',
    ],
  },
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
      'ログインしたい画面に出ている確認番号（数字2けた）を、スマホに入れます',
      'スマホ用の暗証番号（数字4ケタ）を入れるか、指紋・顔で確認します',
      '終わったら、元の画面に戻ります',
    ],
  },
  '1-B③': {
    title: 'コンビニや病院の機械にかざす',
    todo: [
      '機械の画面で「スマートフォン」を選びます',
      'このアプリの「機械にかざす」を開いて、スマホを機械のかざす場所に置きます',
      'Androidのスマホでは、暗証番号（数字4ケタ）を機械の画面で入れます。iPhoneでは、サイドボタンを2回押して、顔か指紋で確認します',
      '読み取りが終わるまで、スマホを離さないでください',
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
  '1-A②': {
    title: 'Sharing single details',
    todo: [
      'Scan the QR code on the other screen with your phone’s camera app',
      'Check who asks and what for. Press “Don’t share” if you do not want to share it',
      'Press “Share” and confirm with Face ID, Touch ID or your PIN',
      'You can find what you shared under “What you shared” in the menu, and delete it there',
    ],
  },
  '1-A③': {
    title: 'Using your fingerprint or face instead of the PIN',
    todo: [
      'Enter your 4-digit PIN once to set this up',
      'Follow the instructions on your phone to scan your fingerprint or face',
      'You can still use the PIN at any time. Signing always needs your password',
    ],
  },
  '1-B①': {
    title: 'Logging in to Mynaportal',
    todo: [
      'Scan the QR code on the login page with your phone’s camera app',
      'Enter the confirmation number (two digits) of the screen you want to log in on',
      'Enter your phone’s 4-digit PIN, or use your fingerprint or face',
      'Then go back to the login page',
    ],
  },
  '1-B③': {
    title: 'Using a kiosk or a clinic’s reader',
    todo: [
      'Choose “smartphone” on the machine',
      'Open “Hold to a machine” in this app and put the phone where the machine says',
      'With an Android phone you enter your 4-digit PIN on the machine. With an iPhone you double-press the side button and confirm with your face or finger',
      'Keep the phone there until the reading has ended',
    ],
  },
  '2-A': {
    title: 'What you need before you apply',
    todo: [
      'Your My Number Card, with a signing certificate on it',
      'The signing password of the card (6 to 16 characters, capital letters and digits)',
      'A supported Android phone and the latest version of this app',
    ],
  },
  '2-C': {
    title: 'Applying for smartphone certificates',
    todo: [
      'Enter the signing password of your card',
      'Choose the certificates, read the notes, tick “I have read the notes” and press “Apply”',
      'Hold the centre of your card flat against the phone and wait',
      'If you close the app partway, you can pick up where you left off',
    ],
  },
  '2-D': {
    title: 'Setting passwords for your phone',
    todo: [
      'For signing: 6 to 16 characters, both capital letters and digits',
      'For user authentication: a 4-digit PIN. Avoid your date of birth and 1234',
      'Enter each of them twice',
      'You will get a notification a few minutes after you apply. If you apply at night, it comes after 8:00 the next morning',
    ],
  },
  '2-E': {
    title: 'Registering your smartphone certificates',
    todo: ['Open this app when you get the notification', 'Press “Register” and wait a moment'],
  },
  '2-F': {
    title: 'Revoking your smartphone certificates',
    todo: [
      'Choose the certificates you no longer want and press “Start”',
      'Enter your phone’s password. If you do not know it, press “Use my card instead”',
      'Press “Revoke”. You cannot undo this',
    ],
  },
  '3-A': {
    title: 'What you need before you add your card',
    todo: [
      'Your My Number Card',
      'Its signing password (6 to 16 letters and digits) and its card data PIN (4 digits)',
      'An iPhone with iOS 18.5 or later and the latest version of this app',
    ],
  },
  '3-C': {
    title: 'Adding your My Number Card to iPhone',
    todo: [
      'Read and accept the notes, then move your face as the screen tells you',
      'Enter the card data PIN and the signing password of your card',
      'Place the top of the back of your iPhone flat on your My Number Card',
    ],
  },
  '3-D': {
    title: 'Setting a PIN and password for your iPhone',
    todo: [
      'Choose a 4-digit PIN for user authentication and enter it twice',
      'Choose a signing password of 6 to 16 letters and digits and enter it twice',
      'Press “Add to Apple Wallet” and wait until the card is ready to use',
    ],
  },
  '3-E': {
    title: 'Deleting the card from your iPhone',
    todo: ['Press “Delete” and choose how', 'Enter the signing password and press “Next”'],
  },
  '3-F': {
    title: 'Deleting the card on another smartphone',
    todo: [
      'Enter the signing password of your physical card',
      'Press “Start reading” and hold the card to your iPhone',
    ],
  },
  '4-A': {
    title: 'Changing to a new phone',
    todo: [
      'Say which kinds of phone your old and new phones are. The app lists the steps in order',
      'From Android to Android there is just one step: “Transfer to this phone”. Otherwise, first stop using your old phone, then set up the new one',
    ],
  },
  '4-B': {
    title: 'Transferring from Android to Android',
    todo: [
      'On the new phone, enter the signing password of your card and hold the card to the phone',
      'Choose passwords for the new phone',
      'Press “Register” when you get the notification. Your old phone then stops working as a card',
    ],
  },
  '5-A': {
    title: 'Questions and answers',
    todo: [
      'Your phone can be used for as long as the certificate on the card you applied with is valid',
      'Each person can use only one phone',
      'See “Questions and answers” below for more',
    ],
  },
  '5-B1': {
    title: 'If your phone is lost or stolen',
    todo: [
      'Call 0120-95-0178 right away and press 2. The line is open 24 hours a day, all year',
      'The certificates on your phone are then suspended',
    ],
  },
  '5-B3': {
    title: 'If you find your phone (Resume use)',
    todo: [
      'Press “Resume use”, enter the signing password of your card and hold the card to the phone',
      'You get new certificates and choose new passwords',
      'Press “Register” when you get the notification',
    ],
  },
}
export const sectionTexts = defineTexts({ ja, en })
