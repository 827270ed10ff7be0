import { defineTexts } from '@kazashi/ui'

/** Questions and answers in the words of the course, 5-A. */
export const texts = defineTexts({
  ja: {
    title: 'ヘルプ',
    loss: 'なくしたとき・盗まれたとき',
    lossNote: '24時間365日、電話で止められます',
    questions: 'よくあるご質問',
    answers: [
      {
        question: 'スマートフォンのマイナンバーカードは発行当日から利用することができますか？',
        answer:
          '利用申請が完了後、登録の操作が可能となった旨を知らせるプッシュ通知が届きますので、登録の操作完了後に利用することができます。\n※プッシュ通知は、申請がおおむね8:00～19:30(平日・土日祝日とも)の場合は数分後、それ以外の時間帯の申請の場合は、おおむね翌8:00以降に届きます',
      },
      {
        question: '1人分のマイナンバーカード機能を複数のスマホに登録することはできますか？',
        answer:
          'できません。1台のスマートフォンに搭載できるマイナンバーカード機能はおひとり分のみであり、マイナンバーカードに登録できる端末はおひとり分につき1台のみです。\n※iPhone同士、Android同士、iPhoneとAndroid、いずれの組み合わせでも複数端末での登録はできません',
      },
      {
        question: 'スマートフォンのマイナンバーカードは何に使うのでしょうか？',
        answer:
          'マイナポータルを通じた自己情報の確認や電子申請、コンビニでの証明書等交付サービス等、行政機関での手続等に利用できるほか、民間事業者が提供する各種サービスにおいて本人確認・認証等に利用することができます。iPhoneのマイナンバーカードには属性証明機能も含まれているので、オンライン申請において氏名・生年月日等の情報入力の省略や、スムーズな年齢確認への活用も期待されます。',
      },
      {
        question: 'スマートフォンのマイナンバーカードはいつまで使うことができますか？',
        answer:
          '登録に利用した実物のマイナンバーカードの電子証明書の有効期限まで利用することができます。実物のマイナンバーカードの電子証明書や、カードそのものの有効期限が切れた場合は、更新手続きを行ってからスマートフォンに改めて登録しなおす必要があります。',
      },
      {
        question: 'スマートフォンのマイナンバーカードはマイナ保険証として利用できますか？',
        answer:
          'マイナ保険証としての利用については、2025年9月以降、全国の医療機関・薬局等で順次利用できるようになります。',
      },
      {
        question: 'スマートフォンのマイナンバーカードはマイナ免許証として利用できますか？',
        answer:
          'できません。マイナ免許証は実物のマイナンバーカードにのみ搭載でき、スマートフォンに搭載することはできません。マイナ免許証として利用する場合は、必ず実物のマイナンバーカードを持ち歩くようにしてください。',
      },
    ],
    attributes: 'このスマホで年齢の確認（属性証明機能）はできますか？',
    attributesAnswer:
      'できません。属性証明機能は、Android端末では未対応です。iPhoneのマイナンバーカードでだけ使えます。',
    others: 'そのほかのお問い合わせ先',
    fax: '聴覚障がい者専用お問い合わせFAX番号',
    form: 'お問い合わせフォーム（本物の窓口）',
    warning:
      'パスワードや暗証番号を、電話でお聞きすることはありません。だれにも教えないでください。',
    practice:
      'これは練習用のアプリです。電話番号は本物の窓口のものなので、練習のことではおかけにならないでください。',
  },
  en: {
    title: 'Help',
    loss: 'If your phone or card is lost or stolen',
    lossNote: 'Call to suspend it, 24 hours a day, 365 days a year',
    questions: 'Questions and answers',
    answers: [
      {
        question: 'Can I use the My Number Card on my smartphone on the day it is issued?',
        answer:
          'After you apply, you get a push notification that you can register. You can use it once you have registered.\nIf you apply between 8:00 and 19:30 (on any day of the week), the notification comes a few minutes later. Otherwise it comes after 8:00 the next morning.',
      },
      {
        question: 'Can I register my My Number Card on more than one smartphone?',
        answer:
          'No. A smartphone can hold the card of only one person, and each person can register only one smartphone.\nThis applies to any combination of iPhone and Android phones.',
      },
      {
        question: 'What can I use it for?',
        answer:
          'You can see your own information and make online applications through Mynaportal, get certificates at convenience stores, and prove who you are to private services. On an iPhone, attribute proof also saves you from typing your name and date of birth, and lets you prove your age.',
      },
      {
        question: 'How long can I use it?',
        answer:
          'Until the certificate on the physical card you registered with expires. When the certificate or the card itself has expired, renew it and then register on your smartphone again.',
      },
      {
        question: 'Can I use it as my health insurance card?',
        answer:
          'Medical institutions and pharmacies across Japan have been starting to accept it since September 2025.',
      },
      {
        question: 'Can I use it as my driving licence?',
        answer:
          'No. Only the physical card can serve as a driving licence. If you use your My Number Card as your licence, always carry the physical card.',
      },
    ],
    attributes: 'Can I prove my age with this phone (attribute proof)?',
    attributesAnswer:
      'No. Attribute proof is not supported on Android. It works only with the My Number Card on iPhone.',
    others: 'Other ways to contact us',
    fax: 'Fax for people with hearing difficulties',
    form: 'Contact form (of the real service)',
    warning:
      'We never ask for your password or PIN over the telephone. Do not tell them to anyone.',
    practice:
      'This is a practice app. The phone numbers belong to the real service, so please do not call them about practice.',
  },
  operating: {
    ja: { form: 'お問い合わせフォーム' },
    en: { form: 'Contact form' },
  },
})
