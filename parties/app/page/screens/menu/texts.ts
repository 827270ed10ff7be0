import { defineTexts } from '@kazashi/ui'

export const texts = defineTexts({
  ja: {
    title: 'メニュー',
    certificates: 'スマホ用電子証明書',
    apply: 'スマホ用電子証明書を申請する',
    register: '登録する',
    other: 'そのほか',
    notices: 'お知らせ',
    help: 'ヘルプ・お問い合わせ',
    noNotices: 'お知らせはありません。',
    ready: '発行の準備ができました。「登録する」へ進んでください。',
  },
  en: {
    title: 'Menu',
    certificates: 'Certificates for the phone',
    apply: 'Apply for the certificates of this phone',
    register: 'Register',
    other: 'More',
    notices: 'Notices',
    help: 'Help and contact',
    noNotices: 'There are no notices.',
    ready: 'Your certificates are ready. Go on to “Register”.',
  },
})
