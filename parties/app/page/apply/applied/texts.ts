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
    soonInApp: '数分後に、このアプリにお知らせが届きます。',
    soonMoreInApp: (time: string) =>
      `${time}ごろの見込みです。アプリを閉じても、次に開いたときに見られます。`,
    later: '通知は、翌8:00以降に届きます。',
    laterToday: '通知は、今日の8:00以降に届きます。',
    laterMore: (time: string) =>
      `発行は8:00～19:30に行います。いまは時間外のため、${time}以降に発行されます。申請は受け付け済みです。`,
    comes: '届くもの',
    todo: '次にすること',
    receipt: '受付番号',
    next: '通知が届いたら、「登録する」を押すと使えるようになります。',
    ready: 'お知らせが届きました。登録できます。',
    toRegister: '登録する',
    home: 'ホームへ',
  },
  en: {
    sending: 'Sending your application',
    unsent: 'Your application has not been sent yet',
    sendingLead: 'This takes a few seconds. Please keep this screen open.',
    again: 'Send again',
    goesOn:
      'Your application is saved on this phone. It is sent automatically when you are back online.',
    title: 'Application complete',
    soon: 'You will get a push notification in a few minutes.',
    soonMore: (time: string) => `It should come at about ${time}. You can close this app.`,
    soonInApp: 'A notification will appear in this app in a few minutes.',
    soonMoreInApp: (time: string) =>
      `It should come at about ${time}. If you close this app, you will see it the next time you open it.`,
    later: 'You will get the notification after 8:00 tomorrow morning.',
    laterToday: 'You will get the notification after 8:00 this morning.',
    laterMore: (time: string) =>
      `Certificates are issued between 8:00 and 19:30. It is outside these hours now, so yours will be issued after ${time}. Your application has been received.`,
    comes: 'What you will get',
    todo: 'What to do next',
    receipt: 'Reference number',
    next: 'When you get the notification, press “Register” to start using your certificates.',
    ready: 'Your certificates are ready. You can register now.',
    toRegister: 'Register',
    home: 'Home',
  },
})
