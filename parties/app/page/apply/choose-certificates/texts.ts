import { defineTexts } from '@kazashi/ui'

export const texts = defineTexts({
  ja: {
    title: '利用するスマホ用電子証明書を選んでください',
    lead: '片方のスマホ用電子証明書のみを申請する方は、申請しないスマホ用電子証明書のチェックを外してください。',
    signing: 'スマホ用署名用電子証明書',
    authentication: 'スマホ用利用者証明用電子証明書',
    aboutSigning: 'スマホ用署名用電子証明書とは',
    aboutSigningText:
      'インターネット等で電子文書を作成・送信する際に利用し、「作成・送信した電子文書が、利用者が作成した真正なものであり、利用者本人が送信したものであること」を証明することができます。',
    aboutAuthentication: 'スマホ用利用者証明用電子証明書とは',
    aboutAuthenticationText:
      'マイナポータル等インターネットのウェブサイト等へのログイン時に利用し、「ログインした者が、利用者本人であること」を証明することができます。',
    notesTitle: '注意事項',
    notesLead:
      '申請にあたり、下記の内容を確認してください。確認をしたら、「確認しました」をチェックし「申請する」をタップしてください。',
    japaneseOnly: '',
    confirm: '確認しました',
    apply: '申請する',
    kindsMissing: '少なくとも1つ、チェックを付けてください。',
    confirmMissing: '注意事項を読んで、「確認しました」にチェックを付けてください。',
  },
  en: {
    title: 'Choose the certificates for this phone',
    lead: 'If you want only one of them, untick the other.',
    signing: 'Signing certificate for the phone',
    authentication: 'User authentication certificate for the phone',
    aboutSigning: 'What is the signing certificate?',
    aboutSigningText:
      'It is used when you make and send electronic documents, and proves that you made the document and sent it yourself.',
    aboutAuthentication: 'What is the user authentication certificate?',
    aboutAuthenticationText:
      'It is used to log in to websites such as Mynaportal, and proves that it is you who logs in.',
    notesTitle: 'Notes',
    notesLead: 'Read the notes, tick “I have read the notes” and press “Apply”.',
    japaneseOnly: 'The notes are valid in Japanese.',
    confirm: 'I have read the notes',
    apply: 'Apply',
    kindsMissing: 'Tick at least one of them.',
    confirmMissing: 'Read the notes and tick “I have read the notes”.',
  },
})
