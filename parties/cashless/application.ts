/** The application for the identity check as it is signed, made of the form. */
import { dateWords, type Sheet } from '@kazashi/site'
import type { Form } from './form.ts'

export const cashlessName = 'かざしペイ（練習用）'

const purposeWords = { shopping: '買い物', sending: '送金', bills: '公共料金などの支払い' } as const
const occupationWords = {
  employee: '会社員・公務員',
  'self-employed': '自営業',
  'part-time': 'パート・アルバイト',
  student: '学生',
  homemaker: '主婦・主夫',
  none: '無職・年金',
} as const

export interface Application {
  readonly number: string
  /** ISO 8601 */
  readonly madeAt: string
  readonly form: Form
}

export const sheetOf = ({ number, madeAt, form }: Application): Sheet => ({
  reason: '本人確認の申し込み',
  contract: {
    title: '本人確認 申込書',
    issuer: cashlessName,
    number,
    madeAt: new Date(madeAt),
    rows: [
      ['お名前', form.name],
      ['ご住所', form.address],
      ['生年月日', dateWords(form.birthDate)],
      ['ご利用の目的', purposeWords[form.purpose]],
      ['ご職業', occupationWords[form.occupation]],
      ['ほかの人のための利用', 'いいえ'],
    ],
    sections: [
      {
        title: '本人の確かめ方',
        lines: [
          '・この申込書への電子署名と署名用電子証明書により、お名前、ご住所、生年月日を確かめます（犯罪収益移転防止法施行規則 第6条第1項第1号ワ）。',
          '・かざしペイに渡るのは、署名用電子証明書の中身（お名前、ご住所、生年月日、性別）です。マイナンバーは渡りません。',
          '・確かめたあと、お名前やご住所が変わったときは、もう一度、本人確認をお願いします。',
        ],
      },
    ],
    closing: `この申込書に、${form.name}さんの電子署名を付けます。`,
  },
})
