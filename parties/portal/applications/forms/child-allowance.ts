/** Child allowance (児童手当 認定請求): for children until the end of the school year in which they turn 18 (児童手当法 第3条). */
import { yearsBetween } from '../../days.ts'
import { type Answers, type Fault, type Form, peopleOf, textOf } from '../form.ts'
import { accountStep, applicantFields, phoneField } from './common-fields.ts'

const lastAge = 18
const mostChildren = 8

/** The first 31 March after the 18th birthday; who is born on 1 April is of the year before (年齢計算ニ関スル法律). */
export function allowanceEnds(birthDate: string): string {
  const year = Number(birthDate.slice(0, 4)) + lastAge
  return `${birthDate.slice(5) <= '04-01' ? year : year + 1}-03-31`
}

function check(answers: Answers, today: string): Fault[] {
  const children = peopleOf(answers, 'children')
  const faults: Fault[] = []
  if (children.some(({ birthDate }) => birthDate > today))
    faults.push({ field: 'children', fault: 'in-future' })
  else if (children.some(({ birthDate }) => allowanceEnds(birthDate) < today))
    faults.push({ field: 'children', fault: 'child-too-old' })
  const born = textOf(answers, 'birthDate')
  if (born > today) faults.push({ field: 'birthDate', fault: 'in-future' })
  return faults
}

/** Yen a month since October 2024: under three 15,000, then 10,000; from the third child on 30,000 (児童手当法 第6条). */
const rates = { small: 15_000, other: 10_000, third: 30_000 } as const
const smallUntil = 3
const thirdChild = 2

export const monthlyAllowance = (birthDates: readonly string[], today: string): number =>
  [...birthDates]
    .sort()
    .map((born, at) => {
      if (at >= thirdChild) return rates.third
      return yearsBetween(born, today) < smallUntil ? rates.small : rates.other
    })
    .reduce((sum, one) => sum + one, 0)

export const childAllowance: Form = {
  procedure: 'child-allowance',
  title: { ja: '子育て（児童手当の認定請求）', en: 'Child care (child allowance)' },
  about: {
    ja: '子どもが生まれたとき、ほかの市区町村から引っ越してきたときに、児童手当を請求します。',
    en: 'Claims the allowance when a child is born, or when you have moved here.',
  },
  office: { ja: '例示市役所 子育て支援課', en: 'Reiji City Hall, Child Care' },
  format: 'pdf',
  letter: 'K',
  after: {
    ja: '認定されると、認定通知書が届き、次の支給月から口座に入ります',
    en: 'Once it is granted you get a letter, and the money comes in the next month of payment',
  },
  check,
  computed: (answers, today) => {
    const born = peopleOf(answers, 'children').map(({ birthDate }) => birthDate)
    const amount = monthlyAllowance(born, today).toLocaleString('en-US')
    return [
      {
        title: { ja: '手当の見込み', en: 'Expected allowance' },
        rows: [
          {
            label: { ja: '1か月の額（見込み）', en: 'A month (expected)' },
            value: `${amount}円`,
          },
        ],
      },
    ]
  },
  steps: [
    {
      name: 'person',
      title: { ja: '請求する人', en: 'Who claims' },
      lead: {
        ja: '父母のうち、所得の高い方が請求します。',
        en: 'Of the parents, the one with the higher income claims.',
      },
      fields: [...applicantFields, phoneField],
    },
    {
      name: 'children',
      title: { ja: '子ども', en: 'Children' },
      lead: {
        ja: '18歳になった後の最初の3月31日までの子どもを、全員入れてください。',
        en: 'All children until the 31 March after they turn 18.',
      },
      fields: [
        {
          name: 'children',
          label: { ja: '子ども', en: 'Children' },
          kind: 'people',
          most: mostChildren,
        },
      ],
    },
    {
      name: 'pension',
      title: { ja: '加入している年金', en: 'Your pension' },
      fields: [
        {
          name: 'pension',
          label: { ja: '年金の種類', en: 'Kind of pension' },
          kind: 'choice',
          options: [
            { value: 'employees', label: { ja: '厚生年金', en: 'Employees’ pension' } },
            { value: 'national', label: { ja: '国民年金', en: 'National pension' } },
            { value: 'none', label: { ja: '加入していない', en: 'None' } },
          ],
        },
      ],
    },
    accountStep,
    {
      name: 'papers',
      title: { ja: '添える書類', en: 'Papers' },
      lead: {
        ja: '口座が分かるもの（通帳の写しなど）があれば添えてください。なければ、そのまま次へ進めます。',
        en: 'Something that shows the account, if you have it. If not, just go on.',
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
