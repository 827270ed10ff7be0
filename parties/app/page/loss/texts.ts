import { defineTexts } from '@kazashi/ui'

export const texts = defineTexts({
  ja: {
    title: 'なくしたとき・盗まれたとき',
    lead: 'マイナンバーカード又はマイナンバーカード機能を搭載したスマートフォンを紛失した場合には、直ちに以下の電話番号にご連絡いただき、一時利用停止の手続きを行ってください。',
    practice: 'これは練習用のアプリです。練習のことでは、本物の窓口にかけないでください。',
    tell: '電話で伝えること',
    tellPoints: [
      'お名前と生年月日',
      'なくしたもの（スマホ、カード、またはその両方）',
      'なくしたのか、盗まれたのか',
    ],
    stops: '一時利用停止とは',
    stopsPoints: [
      '電話のあと、すぐに使えなくなります。だれかに使われる心配がなくなります。',
      'スマホだけを止めたときは、マイナンバーカードはそのまま使えます。',
      'カードだけを止めたときは、スマホはそのまま使えます。',
    ],
    cardLost: 'カードをなくしたとき',
    cardLostLead:
      'マイナンバーカードを紛失した場合は、併せて住民票のある市区町村窓口にて紛失等の届出を行ってください。',
    cardFound: '紛失したマイナンバーカードが見つかったら',
    cardFoundLead:
      '電子証明書の一時保留を解除するために、お住まいの市区町村窓口で手続きを行ってください。利用者証明用電子証明書は一時保留を解除することができますが、署名用電子証明書は失効申請を行った後、新たな証明書の発行申請をする必要があります。',
    phoneFound: '紛失したスマートフォンが見つかったら',
    phoneFoundLead:
      'このアプリで、スマートフォンのマイナンバーカードの利用再開の手続きを行ってください。再発行されることになりますので、改めて利用登録を行ってください。',
    resume: '利用再開',
  },
  en: {
    title: 'Lost or stolen',
    lead: 'If you have lost your My Number Card, or the phone that carries it, call at once and have it suspended.',
    practice:
      'This is an app for practice. Please do not call the real service about the practice.',
    tell: 'What to say',
    tellPoints: [
      'Your name and birth date',
      'What is lost: the phone, the card, or both',
      'Whether it is lost or was stolen',
    ],
    stops: 'What suspending means',
    stopsPoints: [
      'It stops at once: nobody else can use it.',
      'If only the phone is suspended, your card goes on working.',
      'If only the card is suspended, your phone goes on working.',
    ],
    cardLost: 'If you lost the card',
    cardLostLead: 'Report it at the counter of your municipality as well.',
    cardFound: 'If you find the card again',
    cardFoundLead:
      'Go to the counter of your municipality. The authentication certificate can be released; the signing certificate has to be revoked and issued anew.',
    phoneFound: 'If you find the phone again',
    phoneFoundLead:
      'Start using it again in this app. The certificates are issued anew, so you register once more.',
    resume: 'Start using it again',
  },
})
