/** The contract of an account, made of the form: what is shown on the page and what is signed are the same words. */
import type { Contract } from '@kazashi/site'
import type { Form } from './form.ts'

export const bankName = '架空銀行（練習用）'

const purposeWords = {
  salary: '給与の受け取り',
  living: '生活費',
  savings: '貯蓄',
  payments: '公共料金などの支払い',
  business: '事業の費用',
} as const
const occupationWords = {
  employee: '会社員',
  'public-servant': '公務員',
  'self-employed': '自営業',
  'part-time': 'パート・アルバイト',
  student: '学生',
  homemaker: '主婦・主夫',
  none: '無職・年金',
} as const
const volumeWords = {
  'under-100000': '10万円まで',
  'under-1000000': '100万円まで',
  more: '100万円を超える',
} as const

const dateWords = (date: string): string => {
  const format = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', {
    timeZone: 'Asia/Tokyo',
    era: 'long',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
  })
  return `${format.format(new Date(`${date}T12:00:00+09:00`))}（${date.slice(0, 4)}年）`
}
const yes = (holds: boolean): string => (holds ? 'はい' : 'いいえ')

export const contractOf = (form: Form, number: string, madeAt: Date): Contract => ({
  title: '普通預金口座 開設申込書',
  issuer: bankName,
  number,
  madeAt,
  rows: [
    ['お名前', form.name],
    ['ご住所', form.address],
    ['生年月日', dateWords(form.birthDate)],
    ['電話番号', form.telephone],
    ['口座の種類', '普通預金・通帳なし'],
    ['ご利用の目的', form.purposes.map((one) => purposeWords[one]).join('・')],
    ['ご職業', occupationWords[form.occupation]],
    ['毎月のお取引の見込み', volumeWords[form.volume]],
    ['外国の重要な公人またはその家族', yes(form.exposed)],
    ['日本以外の税法上の居住地', yes(form.taxedElsewhere)],
    ['反社会的勢力でないことの表明', '表明します'],
  ],
  sections: [
    {
      title: 'だいじな点',
      lines: [
        '・口座の維持に手数料はかかりません。',
        '・暗証番号や署名用パスワードを、銀行がたずねることはありません。',
        '・口座を売ること、人に渡すこと、人に使わせることは、法律で禁じられています。',
        '・反社会的勢力でないことの表明が事実と違うとき、銀行は口座を解約できます。',
      ],
    },
    {
      title: '本人の確かめ方',
      lines: [
        '・この申込書への電子署名と署名用電子証明書により、お名前、ご住所、生年月日を確かめます（犯罪収益移転防止法施行規則 第6条第1項第1号ワ）。',
        '・銀行に渡るのは、署名用電子証明書の中身（お名前、ご住所、生年月日、性別）です。マイナンバーは渡りません。',
        '・お名前やご住所に代替文字（電子証明書に書けない文字のかわりの文字）があるときは、係の者が確かめてから口座を開きます。',
      ],
    },
    {
      title: '申し込みの取りやめ',
      lines: [
        '・署名するまでは、いつでも取りやめられます。入力した内容は、この銀行にだけ残ります。',
      ],
    },
  ],
  closing: `この申込書に、${form.name}さんの電子署名を付けます。`,
})
