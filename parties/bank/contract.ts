/** The contract of an account, made of the form: what is shown on the page and what is signed are the same words. */
import { type Contract, dateWords, type Sheet } from '@kazashi/site'
import type { DepositForm, Form, SecuritiesForm } from './form.ts'

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
const taxWords = {
  withheld: '特定口座（源泉徴収あり）',
  reported: '特定口座（源泉徴収なし）',
  general: '一般口座',
} as const
const aimWords = {
  growth: '値上がりを重視',
  balance: '値上がりと安定の両方',
  safety: '安定を重視',
} as const
const experienceWords = { none: 'なし', 'under-3': '3年未満', more: '3年以上' } as const

const yes = (holds: boolean): string => (holds ? 'はい' : 'いいえ')

type Rows = Contract['rows']
type Section = Contract['sections'][number]

const depositRows = ({ purposes, volume }: DepositForm): Rows => [
  ['口座の種類', '普通預金・通帳なし'],
  ['ご利用の目的', purposes.map((one) => purposeWords[one]).join('・')],
  ['毎月のお取引の見込み', volumeWords[volume]],
]
const securitiesRows = ({ taxAccount, nisa, aim, experience, insider }: SecuritiesForm): Rows => [
  ['口座の種類', '証券総合口座'],
  ['税金の口座', taxWords[taxAccount]],
  ['NISA口座', nisa ? '申し込みます' : '申し込みません'],
  ['投資の方針', aimWords[aim]],
  ['投資の経験', experienceWords[experience]],
  ['上場会社の役員など（内部者）', yes(insider)],
]

const depositPoints: Section = {
  title: 'だいじな点',
  lines: [
    '・口座の維持に手数料はかかりません。',
    '・暗証番号や署名用パスワードを、銀行がたずねることはありません。',
    '・口座を売ること、人に渡すこと、人に使わせることは、法律で禁じられています。',
    '・反社会的勢力でないことの表明が事実と違うとき、銀行は口座を解約できます。',
  ],
}
const securitiesPoints: Section = {
  title: 'だいじな点',
  lines: [
    '・株式や投資信託は、値下がりして損をすることがあります。元本は保証されません。',
    '・口座の開設と維持に手数料はかかりません。',
    '・口座を売ること、人に渡すこと、人に使わせることは、法律で禁じられています。',
    '・反社会的勢力でないことの表明が事実と違うとき、銀行は口座を解約できます。',
  ],
}
/** 番号法 §16, 所得税法 §224: told to the broker, and on no certificate. */
const myNumber: Section = {
  title: 'マイナンバーの届け出',
  lines: [
    '・証券口座では、税務署への書類のために、マイナンバーの届け出が法律で決められています。',
    '・マイナンバーは電子証明書に入っていないため、この申し込みでは届きません。スマホでもたずねません。',
    '・届け出は、取引をはじめる前に、銀行が別の手続きでお願いします。この練習では行いません。',
  ],
}
const nisaPoints: Section = {
  title: 'NISA口座',
  lines: [
    '・NISA口座は、すべての金融機関を合わせて、一人ひとつです。',
    '・税務署が確かめたあと、使えるようになります。この練習では、申し込んだことだけを残します。',
  ],
}

const identity: Section = {
  title: '本人の確かめ方',
  lines: [
    '・この申込書への電子署名と署名用電子証明書により、お名前、ご住所、生年月日を確かめます（犯罪収益移転防止法施行規則 第6条第1項第1号ワ）。',
    '・銀行に渡るのは、署名用電子証明書の中身（お名前、ご住所、生年月日、性別）です。マイナンバーは渡りません。',
    '・お名前やご住所に代替文字（電子証明書に書けない文字のかわりの文字）があるときは、係の者が確かめてから口座を開きます。',
  ],
}
const withdrawal: Section = {
  title: '申し込みの取りやめ',
  lines: ['・署名するまでは、いつでも取りやめられます。入力した内容は、この銀行にだけ残ります。'],
}

const titles = {
  deposit: '普通預金口座 開設申込書',
  securities: '証券口座 開設申込書',
} as const
const reasons = { deposit: '口座開設の申し込み', securities: '証券口座開設の申し込み' } as const

const ownRows = (form: Form): Rows =>
  form.product === 'deposit' ? depositRows(form) : securitiesRows(form)
const ownSections = (form: Form): readonly Section[] =>
  form.product === 'deposit'
    ? [depositPoints]
    : [securitiesPoints, myNumber, ...(form.nisa ? [nisaPoints] : [])]

const contractOf = (form: Form, number: string, madeAt: Date): Contract => ({
  title: titles[form.product],
  issuer: bankName,
  number,
  madeAt,
  rows: [
    ['お名前', form.name],
    ['ご住所', form.address],
    ['生年月日', dateWords(form.birthDate)],
    ['電話番号', form.telephone],
    ...ownRows(form),
    ['ご職業', occupationWords[form.occupation]],
    ['外国の重要な公人またはその家族', yes(form.exposed)],
    ['日本以外の税法上の居住地', yes(form.taxedElsewhere)],
    ['反社会的勢力でないことの表明', '表明します'],
  ],
  sections: [...ownSections(form), identity, withdrawal],
  closing: `この申込書に、${form.name}さんの電子署名を付けます。`,
})

export const sheetOf = ({
  form,
  number,
  madeAt,
}: {
  readonly form: Form
  readonly number: string
  readonly madeAt: string
}): Sheet => ({
  contract: contractOf(form, number, new Date(madeAt)),
  reason: reasons[form.product],
})
