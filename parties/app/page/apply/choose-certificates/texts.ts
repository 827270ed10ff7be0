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
    // 2-C ⑥ and 4-B ⑤ differ in one letter.
    notesLead: {
      new: '申請にあたり、下記の内容を確認してください。確認をしたら、「確認しました」をチェックし「申請する」をタップしてください。',
      switch:
        '申請にあたり、下記の内容を確認してください。確認したら、「確認しました」をチェックし「申請する」をタップしてください。',
      resume:
        '申請にあたり、下記の内容を確認してください。確認をしたら、「確認しました」をチェックし「申請する」をタップしてください。',
    },
    confirm: '確認しました',
    apply: '申請する',
    kindsMissing: '少なくとも1つ、チェックを付けてください。',
    confirmMissing: '注意事項を読んで、「確認しました」にチェックを付けてください。',
  },
  en: {
    title: 'Choose the smartphone certificates to use',
    lead: 'If you want to apply for only one of them, untick the other.',
    signing: 'Smartphone signing certificate',
    authentication: 'Smartphone user authentication certificate',
    aboutSigning: 'What is a smartphone signing certificate?',
    aboutSigningText:
      'You use it when you create and send electronic documents. It proves that you created the document and that you sent it yourself.',
    aboutAuthentication: 'What is a smartphone user authentication certificate?',
    aboutAuthenticationText:
      'You use it to log in to websites such as Mynaportal. It proves that the person logging in is you.',
    notesTitle: 'Notes',
    notesLead: {
      new: 'Read the notes below. Then tick “I have read the notes” and press “Apply”.',
      switch: 'Read the notes below. Then tick “I have read the notes” and press “Apply”.',
      resume: 'Read the notes below. Then tick “I have read the notes” and press “Apply”.',
    },
    confirm: 'I have read the notes',
    apply: 'Apply',
    kindsMissing: 'Tick at least one of them.',
    confirmMissing: 'Read the notes and tick “I have read the notes”.',
  },
})
