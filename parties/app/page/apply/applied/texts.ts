import { defineTexts } from '@kazashi/ui'

export const texts = defineTexts({
  ja: {
    sending: '申請を送っています',
    unsent: '申請を、まだ送れていません',
    sendingLead: '数秒で終わります。画面を閉じないでください。',
    again: 'もう一度送る',
    goesOn: '申請の内容は、このスマホに残っています。つながると、自動で送ります。',
    title: '申請が完了しました',
    soon: '数分後にプッシュ通知が届きます。',
    soonMore: (time: string) => `${time}ごろの見込みです。このアプリは閉じてもかまいません。`,
    later: '通知は、翌8:00以降に届きます。',
    laterMore: (time: string) =>
      `発行は8:00～19:30に行います。いまは時間外のため、${time}以降に発行されます。申請は受け付け済みです。`,
    receipt: '受付番号',
    next: '通知が届いたら、「登録する」を押すと使えるようになります。',
    ready: 'お知らせが届きました。登録できます。',
    toRegister: '登録へ進む',
    home: 'ホームへ',
  },
  en: {
    sending: 'Sending your application',
    unsent: 'Your application is not sent yet',
    sendingLead: 'It takes a few seconds. Please keep this screen open.',
    again: 'Send again',
    goesOn:
      'Your application is kept on this phone. It is sent by itself when there is a connection.',
    title: 'Your application is complete',
    soon: 'A push notice arrives in some minutes.',
    soonMore: (time: string) => `Expected at about ${time}. You may close this app.`,
    later: 'The notice arrives after 8:00 the next day.',
    laterMore: (time: string) =>
      `Certificates are issued from 8:00 to 19:30. It is outside these hours now, so yours is issued after ${time}. The application has been accepted.`,
    receipt: 'Receipt number',
    next: 'When the notice has arrived, press “Register” to start using it.',
    ready: 'A notice has arrived. You can register.',
    toRegister: 'Go to registration',
    home: 'Home',
  },
})
