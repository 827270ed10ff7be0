import { defineTexts } from '@kazashi/ui'

/** By the phone's name for it. */
export const texts = defineTexts({
  ja: {
    /** The course's name for the four digits on each face (2-D ②, 3-D ①). */
    secret: { android: 'パスワード', iphone: '暗証番号' },
    digits: { android: '数字4ケタ', iphone: '数字4桁' },
    steps: { about: '説明', pin: '数字の入力', recognise: '確認画面', done: '設定の完了' },
    way: { android: '指紋・顔', iphone: 'Face ID・Touch ID' },
    phone: { android: 'スマホ', iphone: 'iPhone' },
    credential: 'かざし（練習用）ログイン',
    looking: '使えるか確かめています',
    title: (way: string) => `${way}で使う`,
    lead: (way: string, secret: string, digits: string) =>
      `ログインのときの${secret}（${digits}）のかわりに、${way}で確認できます。`,
    points: (phone: string, way: string, secret: string) => [
      `指紋や顔のデータは、この${phone}の外に出ません。このアプリにも、「かざし」にも、ログインの相手にも届きません。`,
      `${secret}も、そのまま使えます。${way}で確認できないときは、${secret}を入れます。`,
      '署名には、いつもの署名用パスワードを入れます。',
      `${secret}がロックされると、${way}でも使えなくなります。`,
    ],
    careTitle: '画面ロックを外せる人は、ログインできます',
    care: (phone: string) =>
      `この${phone}に指紋や顔を登録した人や、画面ロックの番号を知っている人が、ほかにもいるときは、使わないでください。`,
    begin: 'はじめる',
    pinTitle: (phone: string, secret: string) => `${phone}用の${secret}を入れてください`,
    pinWhose: (phone: string, digits: string) =>
      `この${phone}用に決めた${digits}です。カードの暗証番号ではありません。`,
    pinLabel: { android: 'スマホ用利用者証明用電子証明書のパスワード', iphone: '暗証番号' },
    form: (digits: string) => `${digits}で入れてください。`,
    lastTry: '自分で決めた番号であることを確かめました',
    next: '次へ',
    checking: (secret: string) => `${secret}を確かめています`,
    readyTitle: (phone: string) => `${phone}の確認画面が出ます`,
    readyLead: (phone: string) =>
      `「確認画面を出す」を押すと、${phone}の確認画面が出ます。いつもの指紋か顔で確認してください。`,
    readyMore: '「パスキーを保存しますか」と出たら、そのまま進んでください。',
    ask: '確認画面を出す',
    unrecognised: '確認できませんでした',
    unrecognisedLead: (secret: string) =>
      `${secret}の残り回数は減っていません。もう一度「確認画面を出す」を押すか、「ホームへ」でやめてください。`,
    asking: '確認しています',
    askingLead: '出てきた確認画面で、確認してください。',
    onTitle: (way: string) => `${way}で使えるようになりました`,
    onLead: (way: string) => `次のログインから、${way}で確認できます。`,
    onMore: (secret: string) =>
      `${secret}は、忘れないでください。${secret}を決め直すと、この設定は消えます。そのときは、もう一度設定してください。`,
    state: '使っています',
    stateLead: (way: string) => `ログインのときに、${way}で確認します。`,
    turnOff: '使うのをやめる',
    sureTitle: (way: string) => `${way}で使うのをやめますか`,
    sureLead: (secret: string, digits: string) =>
      `次のログインから、${secret}（${digits}）を入れます。いつでも、また設定できます。`,
    keep: 'やめない',
    turningOff: '設定を消しています',
    offTitle: '使うのをやめました',
    offLead: (secret: string, digits: string) =>
      `次のログインから、${secret}（${digits}）を入れてください。`,
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
    unavailableMore: (secret: string, digits: string) =>
      `ログインには、いつもの${secret}（${digits}）を使います。`,
    openAlone: 'アプリだけの画面で開く',
    stopped: '設定を続けられません',
    resetSecret: 'パスワードを設定し直す',
  },
  en: {
    secret: { android: 'PIN', iphone: 'PIN' },
    digits: { android: '4 digits', iphone: '4 digits' },
    steps: { about: 'About', pin: 'PIN', recognise: 'Confirm', done: 'Done' },
    way: { android: 'fingerprint or face', iphone: 'Face ID or Touch ID' },
    phone: { android: 'phone', iphone: 'iPhone' },
    credential: 'Kazashi (practice) login',
    looking: 'Checking whether you can use this',
    title: (way: string) => `Use ${way}`,
    lead: (way: string) => `You can log in with your ${way} instead of your 4-digit PIN.`,
    points: (phone: string, way: string) => [
      `Your fingerprint and face data never leaves this ${phone}. This app, Kazashi and the sites you log in to never receive it.`,
      `You can still use your PIN. If your ${way} is not recognised, enter your PIN.`,
      'To sign, you still enter your signing password.',
      `If your PIN is locked, ${way} is locked too.`,
    ],
    careTitle: 'Anyone who can unlock this device can log in',
    care: (phone: string) =>
      `Do not turn this on if someone else’s fingerprint or face is registered on this ${phone}, or if someone else knows its screen lock code.`,
    begin: 'Start',
    pinTitle: (phone: string) => `Enter the PIN for this ${phone}`,
    pinWhose: (phone: string) =>
      `This is the 4-digit PIN you chose for this ${phone}, not the PIN of your card.`,
    pinLabel: {
      android: 'Smartphone user authentication PIN',
      iphone: 'PIN',
    },
    form: (digits: string) => `Enter ${digits}.`,
    lastTry: 'I have checked that this is the PIN I chose',
    next: 'Next',
    checking: (secret: string) => `Checking your ${secret}`,
    readyTitle: (phone: string) => `Your ${phone} will ask you to confirm`,
    readyLead: (phone: string) =>
      `Press “Continue” and your ${phone} will ask you to confirm. Use your fingerprint or face as usual.`,
    readyMore: 'If you are asked whether to save a passkey, go ahead and save it.',
    ask: 'Continue',
    unrecognised: 'We could not confirm it was you',
    unrecognisedLead: () =>
      'This did not use up a PIN attempt. Press “Continue” to try again, or “Home” to leave things as they were.',
    asking: 'Confirming',
    askingLead: 'Confirm on the screen that appeared.',
    onTitle: (way: string) => `You can now use ${way}`,
    onLead: (way: string) => `The next time you log in, you can confirm with your ${way}.`,
    onMore: () =>
      'Please remember your PIN. If you choose a new PIN, this setting is turned off and you need to set it up again.',
    state: 'On',
    stateLead: (way: string) => `You confirm with your ${way} when you log in.`,
    turnOff: 'Turn off',
    sureTitle: (way: string) => `Stop using ${way}?`,
    sureLead: () =>
      'The next time you log in, you enter your 4-digit PIN. You can turn this on again at any time.',
    keep: 'Keep it on',
    turningOff: 'Turning it off',
    offTitle: 'Turned off',
    offLead: () => 'The next time you log in, enter your 4-digit PIN.',
    offMore: (phone: string) =>
      `If “Kazashi” is still in the list of passkeys on your ${phone}, you can delete it.`,
    home: 'Home',
    unavailableTitle: (way: string) => `You cannot use ${way}`,
    unavailable: {
      'no-webauthn': 'This browser cannot check fingerprints or faces.',
      'no-authenticator':
        'No fingerprint or face is registered, or this browser cannot use it. In your device’s settings, set up a screen lock and register your fingerprint or face.',
      'no-prf': 'This device or browser cannot unlock a certificate with a fingerprint or face.',
      framed:
        'The app is shown inside another page, where this browser cannot ask you to confirm. Open the app in a window of its own to use this (you may have to apply first).',
    },
    unavailableMore: () => 'You can still log in with your 4-digit PIN.',
    openAlone: 'Open the app in its own window',
    stopped: 'Setup could not continue',
    resetSecret: 'Reset password or PIN',
  },
  operating: {
    ja: {
      credential: 'かざし ログイン',
      offMore: (phone: string) =>
        `${phone}のパスキーの一覧に「かざし」が残っていたら、消してかまいません。`,
    },
    en: { credential: 'Kazashi login' },
  },
})
