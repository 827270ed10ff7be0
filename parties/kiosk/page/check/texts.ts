import { defineTexts } from '@kazashi/ui'

export const texts = defineTexts({
  ja: {
    title: '証明書が本物かを確かめる',
    lead: '証明書の裏のコードを読み取ります。読み取った内容は、この画面から外へ出ません。ページを開いた後は、通信がなくても使えます。',
    camera: 'カメラで読み取る',
    cameraStop: 'カメラを閉じる',
    cameraView: 'カメラの映像',
    file: '写真のファイルから読み取る',
    text: 'コードの文字を貼り付ける',
    check: '確かめる',
    faults: {
      camera: 'カメラを使えません。写真のファイルか、文字で確かめてください。',
      picture: '写真の中に、コードが見つかりません。コード全体が明るく写った写真を選んでください。',
      keys: '鍵の一覧を読み込めませんでした。通信できるところで、このページを開き直してください。',
    },
    verdicts: {
      valid: '署名は正しいものです。表面と同じかを見くらべてください',
      forged: '偽物か、書きかえられています',
      'unknown-key': '知らない鍵で署名されています',
      other: 'この証明書のコードではありません',
    },
    notes: {
      valid: '下の内容が1つでも紙と違うときは、その紙は本物ではありません。',
      forged: 'この紙を受け取らず、出した市区町村にお問い合わせください。',
      'unknown-key':
        'ここで発行された証明書ではないか、このページが古いかもしれません。開き直してもう一度お試しください。',
      other: '証明書の裏にあるコードを、もう一度読み取ってください。',
    },
    types: {
      residence: '住民票の写し',
      seal: '印鑑登録証明書',
      tax: '課税証明書',
      'family-register': '戸籍全部事項証明書',
    },
    facts: ['証明書', '番号', '発行した人', '発行日', '氏名', '生年月日', '住所', 'のっている人数'],
    people: (count: number) => `${count}人`,
  },
  en: {
    title: 'Check whether a certificate is genuine',
    lead: 'Read the code on the back of the certificate. Nothing leaves this page, and once opened it works without a network.',
    camera: 'Read with the camera',
    cameraStop: 'Close the camera',
    cameraView: 'Camera picture',
    file: 'Read from a picture file',
    text: 'Paste the text of the code',
    check: 'Check',
    faults: {
      camera: 'The camera cannot be used. Use a picture file or the text.',
      picture: 'There is no code in this picture. Choose a bright one with the whole code.',
      keys: 'The list of keys could not be loaded. Open this page again with a network.',
    },
    verdicts: {
      valid: 'The signature is valid. Compare this with the front',
      forged: 'Forged or altered',
      'unknown-key': 'Signed by an unknown key',
      other: 'This is not the code of such a certificate',
    },
    notes: {
      valid: 'If any of this differs from the paper, the paper is not genuine.',
      forged: 'Do not accept this paper, and ask the municipality that issued it.',
      'unknown-key':
        'It was not issued here, or this page is old. Open it again and try once more.',
      other: 'Read the code on the back of the certificate again.',
    },
    types: {
      residence: 'Residence record (住民票の写し)',
      seal: 'Seal registration certificate (印鑑登録証明書)',
      tax: 'Tax certificate (課税証明書)',
      'family-register': 'Family register (戸籍全部事項証明書)',
    },
    facts: [
      'Certificate',
      'Number',
      'Issued by',
      'Issued on',
      'Name',
      'Date of birth',
      'Address',
      'People on it',
    ],
    people: (count: number) => `${count}`,
  },
})
