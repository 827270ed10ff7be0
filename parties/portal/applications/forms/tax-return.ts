/** The income tax return of an employee (確定申告) for the year before: a return is for a whole year, and is filed after it. */
import { type Answers, type Fault, type Form, type Section, textOf, yenOf } from '../form.ts'
import { computeTax, rulesYear, type TaxAnswers, type TaxReturn } from '../tax.ts'
import { accountStep, applicantFields } from './common-fields.ts'

/** @param today YYYY-MM-DD */
export const taxYear = (today: string): number => Number(today.slice(0, 4)) - 1

const counted = (answers: Answers, name: string): number => Number(textOf(answers, name)) || 0

export const taxAnswers = (answers: Answers): TaxAnswers => ({
  salary: yenOf(answers, 'salary'),
  withheld: yenOf(answers, 'withheld'),
  medical: yenOf(answers, 'medical'),
  medicalCovered: yenOf(answers, 'medicalCovered'),
  socialInsurance: yenOf(answers, 'socialInsurance'),
  lifeGeneral: yenOf(answers, 'lifeGeneral'),
  lifeCare: yenOf(answers, 'lifeCare'),
  lifePension: yenOf(answers, 'lifePension'),
  dependantsGeneral: counted(answers, 'dependantsGeneral'),
  dependantsSpecific: counted(answers, 'dependantsSpecific'),
  dependantsElderly: counted(answers, 'dependantsElderly'),
  dependantsElderlyTogether: counted(answers, 'dependantsElderlyTogether'),
})

export const taxOf = (answers: Answers, today: string): TaxReturn =>
  computeTax(taxAnswers(answers), taxYear(today))

const inYen = (amount: number): string => `${amount.toLocaleString('en-US')}円`

function computed(answers: Answers, today: string): Section[] {
  const result = taxOf(answers, today)
  const year = taxYear(today)
  const { deductions } = result
  const line = (ja: string, en: string, amount: number) => ({
    label: { ja, en },
    value: inYen(amount),
  })
  return [
    {
      title: {
        ja: `計算（${year}年分、${rulesYear(year)}年分の決まりで）`,
        en: `Computed (for ${year}, by the rules of ${rulesYear(year)})`,
      },
      rows: [
        line('給与所得', 'Salary income', result.income),
        line('医療費控除', 'Medical costs', deductions.medical),
        line('社会保険料控除', 'Social insurance', deductions.socialInsurance),
        line('生命保険料控除', 'Life insurance', deductions.life),
        line('扶養控除', 'Dependants', deductions.dependants),
        line('基礎控除', 'Basic deduction', deductions.basic),
        line('課税される所得', 'Taxable income', result.taxable),
        line('所得税', 'Income tax', result.tax),
        line('復興特別所得税など（2.1%）', 'Special income taxes (2.1%)', result.surtax),
        line('源泉徴収された税額', 'Withheld', result.withheld),
        result.due > 0
          ? line('納める税金', 'To be paid', result.due)
          : line('戻ってくる税金', 'To be paid back', result.refund),
      ],
    },
  ]
}

function check(answers: Answers, today: string): Fault[] {
  const faults: Fault[] = []
  if (yenOf(answers, 'withheld') > yenOf(answers, 'salary'))
    faults.push({ field: 'withheld', fault: 'withheld-too-much' })
  if (textOf(answers, 'birthDate') > today) faults.push({ field: 'birthDate', fault: 'in-future' })
  return faults
}

const yen = (name: string, ja: string, en: string, help?: { ja: string; en: string }) =>
  ({
    name,
    label: { ja, en },
    kind: 'yen',
    optional: true,
    ...(help && { help }),
  }) as const
const count = (name: string, ja: string, en: string) =>
  ({ name, label: { ja, en }, kind: 'digits', optional: true, most: 1 }) as const

export const taxReturn: Form = {
  procedure: 'tax-return',
  title: { ja: '確定申告（所得税）', en: 'Tax return' },
  about: {
    ja: '給与のある方が、医療費などを申告して、納めすぎた所得税を受け取ります。',
    en: 'For employees: claims medical costs and the like, and gets back what was paid too much.',
  },
  office: { ja: '例示税務署', en: 'Reiji Tax Office' },
  format: 'xml',
  letter: 'T',
  after: {
    ja: '戻ってくる税金は、確かめが終わってから口座に入ります。領収書は5年のあいだ取っておいてください',
    en: 'What is paid back comes to your account once the return has been checked. Keep receipts for five years',
  },
  check,
  computed,
  steps: [
    {
      name: 'person',
      title: { ja: '申告する人', en: 'Who files' },
      fields: applicantFields,
    },
    {
      name: 'income',
      title: { ja: '給与', en: 'Salary' },
      lead: {
        ja: '勤め先の「給与所得の源泉徴収票」を見て入れてください。',
        en: 'As on the statement of your employer (源泉徴収票).',
      },
      fields: [
        {
          name: 'salary',
          label: { ja: '支払金額', en: 'Salary paid' },
          help: { ja: '1年の合計、円', en: 'Of the whole year, in yen' },
          kind: 'yen',
        },
        {
          name: 'withheld',
          label: { ja: '源泉徴収税額', en: 'Tax withheld' },
          help: { ja: '円', en: 'In yen' },
          kind: 'yen',
        },
      ],
    },
    {
      name: 'deductions',
      title: { ja: '支払った医療費と保険料', en: 'Medical costs and insurance' },
      lead: { ja: 'ないものは、空けたままにしてください。', en: 'Leave empty what there was not.' },
      fields: [
        yen('medical', '医療費', 'Medical costs', {
          ja: '1年に支払った合計',
          en: 'Paid in the year',
        }),
        yen('medicalCovered', '医療費のうち、保険などで戻った額', 'Of these, paid by insurance'),
        yen('socialInsurance', '社会保険料', 'Social insurance'),
        yen('lifeGeneral', '生命保険料（一般）', 'Life insurance (general)'),
        yen('lifeCare', '生命保険料（介護医療）', 'Life insurance (care and medical)'),
        yen('lifePension', '生命保険料（個人年金）', 'Life insurance (private pension)'),
      ],
    },
    {
      name: 'dependants',
      title: { ja: '扶養している家族', en: 'Dependants' },
      lead: {
        ja: '人数を入れてください。いない欄は空けたままにします。',
        en: 'How many; leave empty where there are none.',
      },
      fields: [
        count('dependantsGeneral', '16～18歳、23～69歳', '16 to 18, and 23 to 69 years old'),
        count('dependantsSpecific', '19～22歳', '19 to 22 years old'),
        count('dependantsElderly', '70歳以上（別居）', '70 and older, living elsewhere'),
        count(
          'dependantsElderlyTogether',
          '70歳以上（同居の父母など）',
          '70 and older, living with you',
        ),
      ],
    },
    accountStep,
    {
      name: 'papers',
      title: { ja: '添える書類', en: 'Papers' },
      lead: {
        ja: '医療費の明細などがあれば添えてください。なければ、そのまま次へ進めます。',
        en: 'Lists of medical costs and the like. If there are none, just go on.',
      },
      fields: [
        {
          name: 'files',
          label: { ja: '書類（PDF・JPEG・PNG）', en: 'Papers (PDF, JPEG, PNG)' },
          kind: 'files',
          optional: true,
        },
      ],
    },
  ],
}
