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
    loss: 'If you lost it or it was stolen',
    lossNote: 'One call stops it, 24 hours, 365 days',
    questions: 'Questions and answers',
    answers: [
      {
        question: 'Can I use it on the day I apply?',
        answer:
          'After the application a push notice tells you that you can register; when you have registered you can use it.\nIf you apply between 8:00 and 19:30 (weekends and holidays too), the notice comes some minutes later, otherwise after 8:00 the next day.',
      },
      {
        question: 'Can I have it on more than one phone?',
        answer:
          'No. A phone holds the certificates of one person, and a person can use one phone only, whether iPhone or Android.',
      },
      {
        question: 'What can I use it for?',
        answer:
          'Your own information and online applications in Mynaportal, certificates at convenience stores, and proving who you are to private services. On an iPhone attribute proof also saves typing your name and birth date, and proves your age.',
      },
      {
        question: 'Until when can I use it?',
        answer:
          'Until the certificate of the card you applied with ends. After the certificate or the card is renewed, register on the phone again.',
      },
      {
        question: 'Can I use it as my health insurance card?',
        answer: 'From September 2025 on, clinics and pharmacies accept it one after another.',
      },
      {
        question: 'Can I use it as my driving licence?',
        answer:
          'No. Only the card itself can be a driving licence, never the phone. Always carry the card when you drive with it.',
      },
    ],
    attributes: 'Can this phone prove my age (attribute proof)?',
    attributesAnswer:
      'No. Attribute proof is not supported on Android. Only the My Number Card on an iPhone has it.',
    others: 'Other ways to ask',
    fax: 'FAX for the hard of hearing',
    form: 'Web form (of the real service)',
    warning: 'Nobody asks for your password or PIN on the telephone. Tell them to no one.',
    practice:
      'This is an app for practice. The telephone numbers are those of the real service: please do not call them about the practice.',
  },
})
