import { defineTexts } from '@kazashi/ui'

export const texts = defineTexts({
  ja: {
    title: 'ホーム画面に追加する',
    lead: 'アイコンから、すぐに開けるようになります。アプリストアもお金もいりません。電波の届かないところでも開けます。',
    add: 'ホーム画面に追加する',
    asked: 'スマホの確認の画面で「インストール」を押すと、アイコンができます。',
    here: 'このボタンで追加できないとき',
    android: [
      'Chromeの右上の「︙」を押します',
      '「ホーム画面に追加」または「アプリをインストール」を押します',
      '確認の画面で「インストール」を押します',
      'ホーム画面にできた「かざし」のアイコンから開きます',
    ],
    iphone: [
      'Safariの下の共有ボタン（四角から上向きの矢印が出た印）を押します',
      '下へ動かし、「ホーム画面に追加」を押します',
      '右上の「追加」を押します',
      'ホーム画面にできた「かざし」のアイコンから開きます',
    ],
    steps: '追加のしかた',
    notice: 'iPhoneでは、ホーム画面から開くと、プッシュ通知も受け取れます。',
    storage:
      'Safariとホーム画面のアプリは、別々に覚えます。先にホーム画面に追加し、カードを追加する手続きは、そのアイコンから開いて始めてください。',
    frame:
      'いまは机の画面の中で開いています。追加するには、このアプリをブラウザーで直接開いてください。',
    old: 'Android 6.0、Chrome 69より古いスマホでは使えません。先に更新してください。',
    oldIphone: 'iOS 18.5より古いiPhoneでは使えません。先に更新してください。',
    home: 'ホームへ',
  },
  en: {
    title: 'Add to the home screen',
    lead: 'It then opens from an icon. It needs no app store, costs nothing, and opens without reception too.',
    add: 'Add to the home screen',
    asked: 'Press “Install” when your phone asks, and the icon appears.',
    here: 'If this button does not work',
    android: [
      'Press “⋮” at the top right of Chrome',
      'Press “Add to Home screen” or “Install app”',
      'Press “Install” when asked',
      'Open Kazashi from its icon on the home screen',
    ],
    iphone: [
      'Press the share button of Safari (a square with an arrow up) at the bottom',
      'Scroll down and press “Add to Home Screen”',
      'Press “Add” at the top right',
      'Open Kazashi from its icon on the home screen',
    ],
    steps: 'How to add it',
    notice: 'On an iPhone you can receive push notices when it is opened from the home screen.',
    storage:
      'Safari and an app on the home screen keep separate data. Add it to the home screen first, then open it from the icon and add your card there.',
    frame: 'It is open inside the desk now. To add it, open this app in your browser directly.',
    old: 'Phones older than Android 6.0 and Chrome 69 cannot use it. Please update first.',
    oldIphone: 'iPhones older than iOS 18.5 cannot use it. Please update first.',
    home: 'Home',
  },
})
