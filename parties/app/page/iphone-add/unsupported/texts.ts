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
      why: 'このiPhoneの機種は、対応している機種一覧にありません。',
      next: [
        '対応しているiPhoneかAndroidのスマホをお使いください',
        '実物のマイナンバーカードは、そのまま使えます',
      ],
    },
    steps: '次にすること',
    nothing: 'まだ何も入力していないので、なくなるものはありません。',
  },
  en: {
    home: 'Home',
    os: {
      title: 'Your iOS version may be too old',
      why: (own: string, needed: string) =>
        `This iPhone has iOS ${own}. You need iOS ${needed} or later.`,
      next: [
        'Open Settings > General > Software Update',
        'Update to the latest version. It is best to use Wi-Fi and a charger',
        'After the update, open this app again',
      ],
    },
    app: {
      title: 'Please update the app to the latest version',
      why: (own: string, needed: string) =>
        `This app is version ${own}. You need version ${needed} or later.`,
      next: ['Reload this page to get the latest version'],
    },
    model: {
      title: 'This iPhone is not supported',
      why: 'This iPhone is not one of the supported models.',
      next: [
        'Use a supported iPhone or Android phone',
        'You can still use your physical My Number Card as usual',
      ],
    },
    steps: 'What to do next',
    nothing: 'You have not entered anything yet, so nothing is lost.',
  },
})
