import { defineTexts } from '@kazashi/ui'

/** By the phone's name for it. */
export const texts = defineTexts({
  ja: {
    steps: { about: '説明', pin: '暗証番号', recognise: '確認画面', done: '設定の完了' },
    way: { android: '指紋・顔', iphone: 'Face ID・Touch ID' },
    phone: { android: 'スマホ', iphone: 'iPhone' },
    credential: 'かざし（練習用）ログイン',
    looking: '使えるか確かめています',
    title: (way: string) => `${way}で使う`,
    lead: (way: string) =>
      `ログインのときの暗証番号（数字4ケタ）のかわりに、${way}で確認できます。`,
    points: (phone: string, way: string) => [
      `指紋や顔のデータは、この${phone}の外に出ません。このアプリにも、「かざし」にも、ログインの相手にも届きません。`,
      `暗証番号も、これまでどおり使えます。${way}で確認できないときは、暗証番号を入れます。`,
      '署名には、これまでどおり署名用パスワードを入れます。',
      `暗証番号がロックされると、${way}でも使えなくなります。`,
    ],
    careTitle: '画面ロックを外せる人は、ログインできます',
    care: (phone: string) =>
      `この${phone}に指紋や顔を登録した人や、画面ロックの番号を知っている人が、ほかにもいるときは、使わないでください。`,
    begin: 'はじめる',
    pinTitle: (phone: string) => `${phone}用の暗証番号を入れてください`,
    pinWhose: (phone: string) =>
      `この${phone}用に決めた数字4ケタです。カードの暗証番号ではありません。`,
    pinLabel: { android: 'スマホ用利用者証明用電子証明書のパスワード', iphone: '暗証番号' },
    pinHint: '数字4ケタ',
    faults: {
      form: '数字4ケタで入れてください。',
    },
    lastTry: '自分で決めた番号であることを確かめました',
    next: '次へ',
    checking: '暗証番号を確かめています',
    readyTitle: (phone: string) => `${phone}の確認画面が出ます`,
    readyLead: (phone: string) =>
      `「確認画面を出す」を押すと、${phone}の確認画面が出ます。いつもの指紋か顔で確認してください。`,
    readyMore: '「パスキーを保存しますか」と出たら、そのまま進んでください。',
    ask: '確認画面を出す',
    unrecognised: '確認できませんでした',
    unrecognisedLead:
      '暗証番号の残り回数は減っていません。もう一度「確認画面を出す」を押すか、「ホームへ」でやめてください。',
    asking: '確認しています',
    askingLead: '出てきた確認画面で、確認してください。',
    onTitle: (way: string) => `${way}で使えるようになりました`,
    onLead: (way: string) => `次のログインから、${way}で確認できます。`,
    onMore:
      '暗証番号は、忘れないでください。暗証番号を決め直すと、この設定は消えます。そのときは、もう一度設定してください。',
    state: '使っています',
    stateLead: (way: string) => `ログインのときに、${way}で確認します。`,
    turnOff: '使うのをやめる',
    sureTitle: (way: string) => `${way}で使うのをやめますか`,
    sureLead: '次のログインから、暗証番号（数字4ケタ）を入れます。いつでも、また設定できます。',
    keep: 'やめない',
    turningOff: '設定を消しています',
    offTitle: '使うのをやめました',
    offLead: '次のログインから、暗証番号（数字4ケタ）を入れてください。',
    offMore: (phone: string) =>
      `${phone}のパスキーの一覧に「かざし（練習用）」が残っていたら、消してかまいません。`,
    home: 'ホームへ',
    unavailableTitle: (way: string) => `${way}は使えません`,
    unavailable: {
      'no-webauthn': 'このブラウザーには、指紋や顔で確認するしくみがありません。',
      'no-authenticator':
        '指紋や顔が登録されていないか、このブラウザーから使えません。本体の設定で、画面ロックと、指紋か顔を登録してください。',
      'no-prf':
        'この機種かブラウザーは、指紋や顔で電子証明書の鍵を開けるしくみに対応していません。',
      framed:
        'ほかのページの中に表示しているため、このブラウザーは確認画面を出せません。アプリだけの画面で開くと使えます（申請からはじめる場合があります）。',
    },
    unavailableMore: 'ログインには、これまでどおり暗証番号（数字4ケタ）を使います。',
    openAlone: 'アプリだけの画面で開く',
    stopped: '設定を続けられません',
    resetSecret: 'パスワードを設定し直す',
  },
  en: {
    steps: { about: 'What it is', pin: 'PIN', recognise: 'Screen of the phone', done: 'Complete' },
    way: { android: 'a finger or a face', iphone: 'Face ID or Touch ID' },
    phone: { android: 'phone', iphone: 'iPhone' },
    credential: 'Kazashi (practice) login',
    looking: 'Checking whether it can be used',
    title: (way: string) => `Use ${way}`,
    lead: (way: string) => `When you log in, you can use ${way} instead of the 4-digit PIN.`,
    points: (phone: string, way: string) => [
      `The data of your finger and face never leaves this ${phone}. It reaches neither this app, nor Kazashi, nor the site you log in to.`,
      `The PIN works as before. Where ${way} does not work, you enter the PIN.`,
      'To sign you enter your signing password, as before.',
      `When the PIN is locked, ${way} is too.`,
    ],
    careTitle: 'Anyone who can unlock the screen can log in',
    care: (phone: string) =>
      `Do not use it when another person’s finger or face is registered on this ${phone}, or another person knows the code of its screen lock.`,
    begin: 'Begin',
    pinTitle: (phone: string) => `Enter the PIN of this ${phone}`,
    pinWhose: (phone: string) =>
      `The four digits that you chose for this ${phone}, not those of the card.`,
    pinLabel: {
      android: 'PIN of the user authentication certificate of the phone',
      iphone: 'PIN',
    },
    pinHint: '4 digits',
    faults: {
      form: 'Enter 4 digits.',
    },
    lastTry: 'I have checked that it is the PIN I chose',
    next: 'Next',
    checking: 'Checking the PIN',
    readyTitle: (phone: string) => `Your ${phone} will ask you to confirm`,
    readyLead: (phone: string) =>
      `Press “Let it ask”, then confirm with your finger or your face on the screen of the ${phone} as usual.`,
    readyMore: 'If it asks whether to save a passkey, go on.',
    ask: 'Let it ask',
    unrecognised: 'You were not recognised',
    unrecognisedLead:
      'No try of the PIN is lost. Press “Let it ask” again, or “Home” to leave it as it was.',
    asking: 'Confirming',
    askingLead: 'Confirm on the screen that has come up.',
    onTitle: (way: string) => `You can use ${way} now`,
    onLead: (way: string) => `From the next login on, confirm with ${way}.`,
    onMore:
      'Please do not forget the PIN. When you choose a new PIN, this setting ends: set it up again.',
    state: 'On',
    stateLead: (way: string) => `You confirm with ${way} when you log in.`,
    turnOff: 'Turn it off',
    sureTitle: (way: string) => `Do you want to stop using ${way}?`,
    sureLead:
      'From the next login on you enter the 4-digit PIN. You can turn it on again any time.',
    keep: 'Keep it',
    turningOff: 'Turning it off',
    offTitle: 'It is off',
    offLead: 'From the next login on, enter the 4-digit PIN.',
    offMore: (phone: string) =>
      `If “Kazashi” is still in the list of passkeys of the ${phone}, you may delete it.`,
    home: 'Home',
    unavailableTitle: (way: string) => `You cannot use ${way} here`,
    unavailable: {
      'no-webauthn': 'This browser has no way to recognise a finger or a face.',
      'no-authenticator':
        'No finger or face is registered, or this browser cannot use it. Register a screen lock and a finger or a face in the settings.',
      'no-prf': 'This model or browser cannot open the key of a certificate by a finger or a face.',
      framed:
        'The app is shown inside another page, where this browser cannot ask you to confirm. It works with the app in a window of its own (where you may have to apply first).',
    },
    unavailableMore: 'You log in with the 4-digit PIN, as before.',
    openAlone: 'Open the app in its own window',
    stopped: 'It cannot be set up',
    resetSecret: 'Set a new password',
  },
})
