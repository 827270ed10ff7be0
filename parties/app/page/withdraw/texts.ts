import { defineTexts } from '@kazashi/ui'

export const texts = defineTexts({
  ja: {
    android: {
      title: '申請を取りやめますか',
      withdraw: '申請を取りやめる',
      effects: [
        'この申請はなくなります。お知らせは届きません',
        '発行されていた電子証明書は失効し、このスマホに決めたパスワードも消えます',
      ],
      applyAgain: '使いたくなったら、いつでも、もう一度はじめから申請できます',
      done: '申請を取りやめました',
      doneLead:
        'このスマホには、何も入っていません。もう一度申請するときは、はじめから手続きします。',
    },
    iphone: {
      title: '追加を取りやめますか',
      withdraw: '追加を取りやめる',
      effects: [
        'この追加の申し込みはなくなります。通知は届きません',
        '発行されていた電子証明書は失効し、このiPhoneに決めた暗証番号とパスワードも消えます',
      ],
      applyAgain: '使いたくなったら、いつでも、もう一度はじめから追加できます',
      done: '追加を取りやめました',
      doneLead:
        'このiPhoneには、何も入っていません。もう一度追加するときは、はじめから手続きします。',
    },
    happens: '取りやめると、こうなります',
    purposes: {
      new: '実物のマイナンバーカードは、そのまま使えます',
      switch: '前のスマホの電子証明書は、そのまま使えます',
      resume: '止められていた前の電子証明書は、戻りません',
    },
    applied: '申し込んだ日時',
    receipt: '受付番号',
    keep: '取りやめない',
    sending: '取りやめを送っています',
    sendingLead: '数秒で終わります。そのままお待ちください。',
    notSent: 'まだ取りやめていません',
    kept: '電波が戻ると、続きを自動で送ります。同じ取りやめが二重になることはありません。',
    again: 'もう一度送る',
    stopped: '取りやめられませんでした',
    home: 'ホームへ',
  },
  en: {
    android: {
      title: 'Withdraw the application?',
      withdraw: 'Withdraw the application',
      effects: [
        'Your application is cancelled. You will not get a notification',
        'Any certificates already issued are revoked, and the passwords you chose for this phone are erased',
      ],
      applyAgain: 'You can apply again at any time, from the beginning',
      done: 'Application withdrawn',
      doneLead:
        'There is nothing on this phone now. If you apply again, you start from the beginning.',
    },
    iphone: {
      title: 'Cancel adding the card?',
      withdraw: 'Cancel adding the card',
      effects: [
        'Your request to add the card is cancelled. You will not get a notification',
        'Any certificates already issued are revoked, and the PIN and password you chose for this iPhone are erased',
      ],
      applyAgain: 'You can add the card again at any time, from the beginning',
      done: 'Adding the card was cancelled',
      doneLead:
        'There is nothing on this iPhone now. If you add the card again, you start from the beginning.',
    },
    happens: 'What happens',
    purposes: {
      new: 'You can still use your physical My Number Card as usual',
      switch: 'You can still use the certificates on your old phone',
      resume: 'Your suspended certificates do not come back',
    },
    applied: 'Applied',
    receipt: 'Reference number',
    keep: 'No, keep it',
    sending: 'Sending',
    sendingLead: 'This takes a few seconds. Please wait.',
    notSent: 'Not cancelled yet',
    kept: 'When you are back online, this is sent automatically. Nothing is cancelled twice.',
    again: 'Send again',
    stopped: 'This could not be cancelled',
    home: 'Home',
  },
})
