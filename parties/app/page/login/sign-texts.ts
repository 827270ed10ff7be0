import { defineTexts } from '@kazashi/ui'

/** Where documents are to be signed. `instead` stands in the place of the words of a login. */
export const signTexts = defineTexts({
  ja: {
    who: 'この相手のために署名しますか',
    optional: '渡すかどうかを選べる情報（選ばなくても署名できます）',
    documents: '署名する文書',
    title: '署名する文書を確かめてください',
    notShown: 'この文書の内容は、この画面では見られません。相手の画面で確かめてください。',
    open: 'PDFを保存して、内容を確かめる',
    by: '1回のパスワードで、上のすべての文書に、スマホの署名用電子証明書で署名します。相手には、氏名と住所、生年月日、性別の入った電子証明書も渡ります。',
    sign: '署名する',
    instead: {
      steps: { who: '相手の確認', you: 'ご本人の確認', done: '署名の完了' },
      login: '次へ',
      answering: '署名しています',
      accepted: '署名しました',
      confirmed: '署名の手続きが終わりました',
      complete: '「元の画面に戻る」を押すと、署名が相手に渡ります。',
      backLead: (who: string) => `${who}の画面で、続きを確かめてください。`,
      refused: '署名できませんでした',
      declined: '署名をやめました',
    },
  },
  en: {
    who: 'Sign for this site?',
    optional: 'Details you may share or not (you can sign without them)',
    documents: 'Documents to sign',
    title: 'Check the documents you are signing',
    notShown: 'You cannot read this document on this screen. Check it on the screen of the site.',
    open: 'Save the PDF and check it',
    by: 'Your password is entered once and signs all of these documents with the signing certificate on your phone. The site also gets that certificate, which has your name, address, date of birth and sex.',
    sign: 'Sign',
    instead: {
      steps: { who: 'Check the site', you: 'Confirm it’s you', done: 'Signed' },
      login: 'Next',
      answering: 'Signing',
      accepted: 'You have signed',
      confirmed: 'You have finished signing',
      complete: 'Press “Back to the login page” to hand over your signature.',
      backLead: (who: string) => `Continue on the page of ${who}.`,
      refused: 'You could not sign',
      declined: 'Signing cancelled',
    },
  },
})
