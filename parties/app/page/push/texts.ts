import { defineTexts } from '@kazashi/ui'

export const texts = defineTexts({
  ja: {
    title: 'プッシュ通知',
    why: '発行の準備ができたときや、利用が止められたときに、アプリを閉じていても、このスマホの画面でお知らせします。',
    turnOn: '通知を受け取る',
    asking: 'スマホの確認の画面が出たら、「許可」を押してください。',
    subscribing: '通知の準備をしています',
    on: 'プッシュ通知を受け取ります',
    onLead: 'お名前や番号など、あなたのことは通知に出ません。',
    turnOff: '通知を止める',
    ending: '通知を止めています',
    unusable: 'プッシュ通知は使えません。アプリを開いている間は、ここに届きます。',
    banner: '通知は、このスマホの画面の上に表示されます。',
    tooEarly: '申請をすると、プッシュ通知を受け取れるようになります。',
    refused: '受け取るには、スマホの設定でこのアプリの通知を「許可」にしてください。',
    failed: 'このスマホでは、通知の受け取り先を用意できませんでした。',
    network: 'つながらなかったため、設定できませんでした。',
    again: 'もう一度試す',
    hindrances: {
      browser: 'このブラウザーには、プッシュ通知の機能がありません。',
      'home-screen': 'iPhoneでは、このアプリをホーム画面に追加して開くと、受け取れます。',
    },
  },
  en: {
    title: 'Push notifications',
    why: 'This phone tells you when your certificates are ready or have been suspended, even when the app is closed.',
    turnOn: 'Get notifications',
    asking: 'Press “Allow” when your phone asks.',
    subscribing: 'Setting up notifications',
    on: 'Notifications are on',
    onLead: 'Notifications never show your name, numbers or anything else about you.',
    turnOff: 'Turn off notifications',
    ending: 'Turning off notifications',
    unusable:
      'You cannot get push notifications here. While the app is open, notifications appear on this page.',
    banner: 'Notifications appear at the top of this phone’s screen.',
    tooEarly: 'You can turn on push notifications once you have applied.',
    refused: 'To get notifications, allow them for this app in your phone’s settings.',
    failed: 'Notifications could not be set up on this phone.',
    network: 'Notifications could not be set up because you are offline.',
    again: 'Try again',
    hindrances: {
      browser: 'This browser does not support push notifications.',
      'home-screen': 'On an iPhone, add this app to your home screen and open it from there.',
    },
  },
})
