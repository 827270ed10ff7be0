import { defineTexts } from '@kazashi/ui'

export const texts = defineTexts({
  ja: {
    title: 'ウォレットに追加します',
    lead: '暗証番号とパスワードを設定しました。あと少しです。',
    sandbox:
      '練習用の「かざし」のウォレットに入ります。本物のAppleウォレットには、何も追加されません。',
    add: 'Appleウォレットに追加',
    sheet: 'マイナンバーカードをウォレットに追加',
    sheetLead: 'このカードを、練習用のウォレットに追加します。',
    sheetList: [
      '署名用電子証明書と利用者証明用電子証明書',
      '氏名・住所・生年月日・性別・顔写真など',
    ],
    contents: 'このカードに入るもの',
    goOn: '続ける',
    sending: '追加を申し込んでいます',
    unsent: '追加の申し込みを、まだ送れていません',
    sendingLead: '数秒で終わります。画面を閉じないでください。',
    again: 'もう一度送る',
    goesOn: 'この画面のままお待ちになると、つながったときに自動で送ります。',
    notNow: 'あとで送る（ホームへ）',
    kept: 'カードの読み取りも、決めた暗証番号とパスワードも残っています。あとで送るときは、ホームの「続きからはじめる」へ進んでください。',
    done: '追加の手続きが終わりました',
    wait: 'iPhoneのマイナンバーカードの利用が可能になるまで、しばらくお待ちください。',
    notice:
      '利用可能になると、ウォレット（練習用）から通知が届き、メニューに「利用可能」と表示されます。',
    soon: (time: string) => `おおむね数分後（${time}ごろの見込み）に、利用可能となります。`,
    later: (time: string) =>
      `いまは時間外（19時30分から翌朝8時）のため、${time}以降に、利用可能となります。申し込みは受け付け済みです。`,
    hours:
      '朝8時から19時30分に追加した場合はおおむね数分後に、19時30分以降の場合は翌日朝8時以降に、利用可能となります（平日・土日祝日とも）。',
    fiveMinutes: '通知が届いてから、実際にカードを利用できるまで5分ほどかかることがあります。',
    receipt: '受付番号',
    home: 'ホームへ',
    ready: '利用可能になりました',
  },
  en: {
    title: 'Add it to the wallet',
    lead: 'PIN and password are set. You are nearly done.',
    sandbox:
      'It goes into the wallet of Kazashi, for practice. Nothing is added to the real Apple Wallet.',
    add: 'Add to Apple Wallet',
    sheet: 'Add your My Number Card to the wallet',
    sheetLead: 'This card is added to the wallet for practice.',
    sheetList: [
      'Signing certificate and user authentication certificate',
      'Name, address, birth date, sex, photo and other data',
    ],
    contents: 'What is on this card',
    goOn: 'Continue',
    sending: 'Asking for the card to be added',
    unsent: 'Your request is not sent yet',
    sendingLead: 'It takes a few seconds. Please keep this screen open.',
    again: 'Send again',
    goesOn: 'If you stay on this screen, it is sent by itself when there is a connection.',
    notNow: 'Send later (home)',
    kept: 'The signed request, and the PIN and password you chose, are kept. To send it later, press “Go on” on the home screen.',
    done: 'You have done everything needed to add it',
    wait: 'Please wait until the My Number Card on iPhone can be used.',
    notice:
      'The wallet (practice) tells you when it can be used, and the menu says “ready to use”.',
    soon: (time: string) => `It can be used in some minutes, at about ${time}.`,
    later: (time: string) =>
      `It is outside the hours now (19:30 to 8:00 the next morning), so it can be used after ${time}. Your request has been accepted.`,
    hours:
      'A card added between 8:00 and 19:30 can be used some minutes later, after 19:30 from 8:00 the next day on, weekends and holidays too.',
    fiveMinutes: 'After the notice it can take about five minutes until the card works.',
    receipt: 'Receipt number',
    home: 'Home',
    ready: 'It can be used now',
  },
})
