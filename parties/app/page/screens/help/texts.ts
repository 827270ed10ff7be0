import { defineTexts } from '@kazashi/ui'

export const texts = defineTexts({
  ja: {
    title: 'ヘルプ',
    call: '電話で聞く',
    callName: 'マイナンバー総合フリーダイヤル（無料）',
    ask: '質問は音声ガイダンス4番',
    askHours: '平日 9:30～20:00、土日祝 9:30～17:30',
    lost: '紛失・盗難は音声ガイダンス2番',
    lostHours: '24時間365日',
    fax: '耳の不自由な方のFAX',
    questions: 'よくある質問',
    answers: [
      {
        question: '申請した日から使えますか',
        answer:
          '申請のあと、登録できることを知らせる通知が届きます。登録すると使えます。通知は、8:00～19:30の申請なら数分後、それ以外の時間なら翌8:00以降に届きます。',
      },
      {
        question: '2台のスマホで使えますか',
        answer: 'できません。お一人につき1台、1台につきお一人です。',
      },
      {
        question: 'いつまで使えますか',
        answer:
          '申請に使ったカードの電子証明書の有効期限までです。更新したら、スマホにも登録し直してください。',
      },
      {
        question: '運転免許証として使えますか',
        answer: '使えません。マイナ免許証は、実物のマイナンバーカードだけのものです。',
      },
    ],
    warning: 'パスワードや暗証番号は、電話でお聞きすることも、お答えすることもありません。',
    practice:
      'これは練習用のアプリです。上の電話番号は、本物の窓口のものです。練習のことではおかけにならないでください。',
  },
  en: {
    title: 'Help',
    call: 'Ask by telephone',
    callName: 'My Number free dial',
    ask: 'Questions: guidance 4',
    askHours: 'Weekdays 9:30–20:00, weekends and holidays 9:30–17:30',
    lost: 'Loss or theft: guidance 2',
    lostHours: '24 hours, 365 days',
    fax: 'FAX for the hard of hearing',
    questions: 'Questions and answers',
    answers: [
      {
        question: 'Can I use it on the day I apply?',
        answer:
          'After the application a notice tells you that you can register; then you can use it. Applied between 8:00 and 19:30 the notice comes some minutes later, otherwise after 8:00 the next day.',
      },
      { question: 'On two phones?', answer: 'No: one person, one phone; one phone, one person.' },
      {
        question: 'Until when?',
        answer:
          'Until the certificate of the card ends that you applied with. After it is renewed, register on the phone anew.',
      },
      {
        question: 'As a driving licence?',
        answer: 'No. Only the card itself can be a driving licence.',
      },
    ],
    warning: 'Nobody asks for your password or PIN on the telephone, and nobody can tell them.',
    practice:
      'This is an app for practice. The telephone number is that of the real service: please do not call it about the practice.',
  },
})
