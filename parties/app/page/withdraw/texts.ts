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
      new: '実物のマイナンバーカードは、これまでどおり使えます',
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
        'This application ends. No notice will come',
        'Certificates issued for it are revoked, and the passwords chosen for this phone are erased',
      ],
      applyAgain: 'You can apply again at any time, from the beginning',
      done: 'The application was withdrawn',
      doneLead: 'Nothing is on this phone. If you apply again, you start from the beginning.',
    },
    iphone: {
      title: 'Stop adding the card?',
      withdraw: 'Stop adding the card',
      effects: [
        'Your request to add the card ends. No notice will come',
        'Certificates issued for it are revoked, and the PIN and password chosen for this iPhone are erased',
      ],
      applyAgain: 'You can add the card again at any time, from the beginning',
      done: 'Adding the card was stopped',
      doneLead:
        'Nothing is on this iPhone. If you add the card again, you start from the beginning.',
    },
    happens: 'What happens then',
    purposes: {
      new: 'Your My Number Card itself does not change',
      switch: 'The certificates on your old phone do not change',
      resume: 'The suspended certificates do not come back',
    },
    applied: 'Applied at',
    receipt: 'Receipt number',
    keep: 'Do not withdraw',
    sending: 'Withdrawing',
    sendingLead: 'It takes a few seconds. Please wait.',
    notSent: 'Not withdrawn yet',
    kept: 'As soon as the network is back it goes on by itself. Nothing is withdrawn twice.',
    again: 'Send again',
    stopped: 'It could not be withdrawn',
    home: 'Home',
  },
})
