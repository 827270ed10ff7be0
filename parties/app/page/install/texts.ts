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
      'いまは、カードとスマホが並ぶページの中で開いています。追加するには、このアプリをブラウザーで直接開いてください。',
    fee: '※WEBサイトへ接続するため別途通信料がかかることがあります',
    old: '※アプリが見つからない場合や追加できない場合は、Android6.0以上、ブラウザChrome69以上の条件を満たしていない可能性があります。アップデート後、再度インストールしてください。',
    oldIphone:
      '※アプリが見つからない場合や追加できない場合は、iOSのバージョンが古い可能性があります（iOS 18.5以上が必要です）。最新のバージョンにアップデート後、再度インストールしてください。',
    home: 'ホームへ',
  },
  en: {
    title: 'Add to your home screen',
    lead: 'You can then open this app from an icon. It is free, needs no app store, and opens even without a signal.',
    add: 'Add to home screen',
    asked: 'Press “Install” when your phone asks. The icon then appears.',
    here: 'If this button does not work',
    android: [
      'Press “⋮” at the top right of Chrome',
      'Press “Add to Home screen” or “Install app”',
      'Press “Install” when asked',
      'Open the app from the “Kazashi” icon on your home screen',
    ],
    iphone: [
      'Press the share button at the bottom of Safari (a square with an arrow pointing up)',
      'Scroll down and press “Add to Home Screen”',
      'Press “Add” at the top right',
      'Open the app from the “Kazashi” icon on your home screen',
    ],
    steps: 'How to add it',
    notice:
      'On an iPhone, you can get push notifications if you open the app from your home screen.',
    storage:
      'Safari and apps on your home screen keep separate data. Add this app to your home screen first, then open it from the icon and add your card there.',
    frame:
      'This app is now shown inside the page with the cards and phones. To add it to your home screen, open it directly in your browser.',
    fee: 'Connecting to websites may cost you data charges.',
    old: 'If you cannot find or add the app, your phone may be older than Android 6.0 or Chrome 69. Update it, then install the app again.',
    oldIphone:
      'If you cannot find or add the app, your iOS may be older than 18.5. Update it to the latest version, then install the app again.',
    home: 'Home',
  },
})
