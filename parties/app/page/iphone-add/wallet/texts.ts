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
    notice: '利用可能になると、ウォレットから通知が届き、メニューに「利用可能」と表示されます。',
    noticeInApp:
      '利用可能になると、このアプリにお知らせが届き、メニューに「利用可能」と表示されます。',
    soon: (time: string) => `おおむね数分後（${time}ごろの見込み）に、利用可能となります。`,
    later: (time: string) =>
      `いまは時間外（19時30分から翌朝8時）のため、${time}以降に、利用可能となります。申し込みは受け付け済みです。`,
    hours:
      '朝8時から19時30分に追加した場合はおおむね数分後に、19時30分以降の場合は翌日朝8時以降に、利用可能となります（平日・土日祝日とも）。',
    fiveMinutes: '通知が届いてから、実際にカードを利用できるまで5分ほどかかることがあります。',
    when: '使えるようになるとき',
    comes: '届くもの',
    receipt: '受付番号',
    home: 'ホームへ',
    ready: '利用可能になりました',
  },
  en: {
    title: 'Add your card to Wallet',
    lead: 'Your PIN and password are set. You are nearly done.',
    sandbox:
      'The card goes into Kazashi’s practice wallet. Nothing is added to the real Apple Wallet.',
    add: 'Add to Apple Wallet',
    sheet: 'Add your My Number Card to Wallet',
    sheetLead: 'This card will be added to the practice wallet.',
    sheetList: [
      'Signing certificate and user authentication certificate',
      'Name, address, date of birth, sex, photo and so on',
    ],
    contents: 'What the card contains',
    goOn: 'Continue',
    sending: 'Sending your request to add the card',
    unsent: 'Your request has not been sent yet',
    sendingLead: 'This takes a few seconds. Please keep this screen open.',
    again: 'Send again',
    goesOn: 'If you stay on this screen, it is sent automatically when you are back online.',
    notNow: 'Send later (home)',
    kept: 'What was read from your card, and the PIN and password you chose, are saved. To send later, press “Continue” on the home screen.',
    done: 'Your card is being added',
    wait: 'Please wait until your My Number Card on iPhone is ready to use.',
    notice:
      'When it is ready, the wallet sends you a notification and the menu says “Ready to use”.',
    noticeInApp:
      'When it is ready, a notification appears in this app and the menu says “Ready to use”.',
    soon: (time: string) => `It should be ready in a few minutes, at about ${time}.`,
    later: (time: string) =>
      `It is outside service hours now (19:30 to 8:00), so the card will be ready after ${time}. Your request has been received.`,
    hours:
      'If you add the card between 8:00 and 19:30, it is ready a few minutes later. If you add it after 19:30, it is ready after 8:00 the next morning. This applies on every day of the week.',
    fiveMinutes: 'After the notification, it can take about 5 minutes until you can use the card.',
    when: 'When it is ready',
    comes: 'What you will get',
    receipt: 'Reference number',
    home: 'Home',
    ready: 'Your card is ready to use',
  },
  operating: {
    ja: {
      sandbox: '「かざし」のウォレットに入ります。Appleウォレットには、何も追加されません。',
      sheetLead: 'このカードを、「かざし」のウォレットに追加します。',
    },
    en: {
      sandbox: 'The card goes into Kazashi’s wallet. Nothing is added to Apple Wallet.',
      sheetLead: 'This card will be added to Kazashi’s wallet.',
    },
  },
})
