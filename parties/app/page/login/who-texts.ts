import { defineTexts } from '@kazashi/ui'

export const whoTexts = defineTexts({
  ja: {
    title: 'この画面からログインしますか',
    who: '相手',
    purpose: '目的',
    site: '場所',
    claims: '渡す情報',
    optional: '渡すかどうかを選べる情報（選ばなくてもログインできます）',
    bothSecrets: '数字4けたのほかに、署名用のパスワード（英数字）も使います。',
    code: '確認番号',
    codeLead: 'ログインしたい画面に出ている、数字2けた',
    form: 'ログインしたい画面に出ている、数字2けたを入れてください。暗証番号やパスワードではありません。',
    whose:
      'その番号が出ている画面が、あなたとしてログインします。ご自分の画面でないとき、番号をほかの人から聞いたときは、「やめる」を押してください。',
    here: 'このスマホで開いていた画面に戻って、ログインします。心当たりがないときは、「やめる」を押してください。',
    elsewhere: '別の画面にログインする',
    next: '次へ',
    decline: 'やめる',
  },
  en: {
    title: 'Log in to this site?',
    who: 'Site',
    purpose: 'Purpose',
    site: 'Web address',
    claims: 'Your details',
    optional: 'Details you may share or not (you can log in without them)',
    bothSecrets: 'You will need your 4-digit PIN and your signing password (letters and digits).',
    code: 'Confirmation number',
    codeLead: 'The two digits on the screen you want to log in on',
    form: 'Enter the two digits on the screen you want to log in on. This is not your PIN or password.',
    whose:
      'The screen with this number will be logged in as you. If it is not your own screen, or someone else told you the number, press “Cancel”.',
    here: 'You go back to the page that was open on this phone, and log in there. If you did not start this, press “Cancel”.',
    elsewhere: 'Log in on another screen',
    next: 'Next',
    decline: 'Cancel',
  },
})
