import { defineTexts } from '@kazashi/ui'

export const texts = defineTexts({
  ja: {
    home: 'ホームへ',
    os: {
      title: 'iOSのバージョンが古い可能性があります',
      why: (own: string, needed: string) =>
        `このiPhoneは iOS ${own} です。iOS ${needed} 以上が必要です。`,
      next: [
        '「設定」→「一般」→「ソフトウェアアップデート」を開きます',
        '最新のバージョンにアップデートします。Wi-Fiと充電器があると安心です',
        'アップデートのあと、このアプリをもう一度開いてください',
      ],
    },
    app: {
      title: 'アプリを最新のバージョンに更新してください',
      why: (own: string, needed: string) =>
        `このアプリはバージョン${own}です。${needed}以上が必要です。`,
      next: ['このページを読み込み直すと、最新のアプリになります'],
    },
    model: {
      title: 'このiPhoneは対応していません',
      why: 'iPhoneのマイナンバーカードは、iPhone XS・XS Max・XR以降の機種で使えます。',
      next: [
        '対応しているiPhoneかAndroidのスマホをお使いください',
        '実物のマイナンバーカードは、これまでどおり使えます',
      ],
    },
    steps: '次にすること',
    nothing: 'まだ何も入力していないので、なくなるものはありません。',
  },
  en: {
    home: 'Home',
    os: {
      title: 'Your iOS may be too old',
      why: (own: string, needed: string) =>
        `This iPhone has iOS ${own}. iOS ${needed} or newer is needed.`,
      next: [
        'Open “Settings” → “General” → “Software Update”',
        'Update to the newest version, best with Wi-Fi and a charger',
        'Open this app again after the update',
      ],
    },
    app: {
      title: 'Please update the app to the newest version',
      why: (own: string, needed: string) =>
        `This app has version ${own}. ${needed} or newer is needed.`,
      next: ['Load this page again to have the newest app'],
    },
    model: {
      title: 'This iPhone is not supported',
      why: 'The My Number Card on iPhone works on iPhone XS, XS Max, XR and later models.',
      next: ['Use a supported iPhone or Android phone', 'Your card itself works as before'],
    },
    steps: 'What to do next',
    nothing: 'You have not entered anything yet, so nothing is lost.',
  },
})
