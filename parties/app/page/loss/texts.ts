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
    cardLost: 'カードをなくしたときの、もう一つの連絡先',
    cardLostLead:
      'マイナンバーカードを紛失した場合は、併せて住民票のある市区町村窓口にて紛失等の届出を行ってください。',
    cardFound: '紛失したマイナンバーカードが見つかったら',
    cardFoundLead:
      '電子証明書の一時保留を解除するために、お住まいの市区町村窓口で手続きを行ってください。利用者証明用電子証明書は一時保留を解除することができますが、署名用電子証明書は失効申請を行った後、新たな証明書の発行申請をする必要があります。※再発行時の手数料については、お住まいの市区町村の窓口へご確認ください',
    phoneFound: '紛失したスマートフォンが見つかったら',
    phoneFoundLead:
      'マイナポータルアプリにてスマートフォンのマイナンバーカードの利用再開の手続きを行ってください。スマートフォンのマイナンバーカードは再発行されることになりますので、改めて利用登録を行ってください。',
    resume: '利用再開',
  },
  en: {
    title: 'If your phone or card is lost or stolen',
    lead: 'If you have lost your My Number Card, or a smartphone with your My Number Card on it, call one of these numbers right away to suspend it.',
    practice: 'This is a practice app. Please do not call the real service about practice.',
    tell: 'What to say when you call',
    tellPoints: [
      'Your name and date of birth',
      'What is missing: your phone, your card, or both',
      'Whether it was lost or stolen',
    ],
    stops: 'What suspension means',
    stopsPoints: [
      'It stops working right after your call, so no one else can use it.',
      'If you suspend only the phone, you can still use your My Number Card.',
      'If you suspend only the card, you can still use your phone.',
    ],
    cardLost: 'Another number for a lost card',
    cardLostLead:
      'If you have lost your card, also report it at the municipal office where you are registered.',
    cardFound: 'If you find your My Number Card',
    cardFoundLead:
      'Go to your municipal office to lift the suspension. The user authentication certificate can be used again. The signing certificate has to be revoked, and you then apply for a new one. Ask your municipal office about the fee.',
    phoneFound: 'If you find your smartphone',
    phoneFoundLead:
      'Use “Resume use” in this app. You get new certificates, so you need to register again.',
    resume: 'Resume use',
  },
})
