/**
 * Moving house (転出届・転入予約): online from 30 days before the new home is lived in to 10 days after (Digital Agency, 引越しワンストップサービス);
 * the new town hall is visited within 14 days of the move (住民基本台帳法 第22条).
 */
import { plusDays } from '../../days.ts'
import { type Answers, type Fault, type Form, textOf } from '../form.ts'
import { applicantFields, phoneField } from './common-fields.ts'

const daysBefore = 30
const daysAfter = 10
const daysToVisit = 14

function check(answers: Answers, today: string): Fault[] {
  const [move, visit] = [textOf(answers, 'moveDate'), textOf(answers, 'visitDate')]
  const faults: Fault[] = []
  if (move !== '' && move > plusDays(today, daysBefore))
    faults.push({ field: 'moveDate', fault: 'move-too-early' })
  if (move !== '' && move < plusDays(today, -daysAfter))
    faults.push({ field: 'moveDate', fault: 'move-too-late' })
  if (move !== '' && visit !== '') {
    if (visit < move || visit < today)
      faults.push({ field: 'visitDate', fault: 'visit-before-move' })
    else if (visit > plusDays(move, daysToVisit))
      faults.push({ field: 'visitDate', fault: 'visit-too-late' })
  }
  const [from, to] = [textOf(answers, 'address'), textOf(answers, 'newAddress')]
  if (to !== '' && from === to) faults.push({ field: 'newAddress', fault: 'same-address' })
  if (textOf(answers, 'birthDate') > today) faults.push({ field: 'birthDate', fault: 'in-future' })
  return faults
}

export const moving: Form = {
  procedure: 'moving',
  title: { ja: '引っ越し（転出届・転入予約）', en: 'Moving house' },
  about: {
    ja: 'いまの市区町村への転出届と、新しい市区町村の窓口の予約を、まとめて出します。',
    en: 'Tells your town that you leave, and books your visit at the new town hall.',
  },
  office: { ja: '例示市役所 市民課', en: 'Reiji City Hall, Residents' },
  format: 'pdf',
  letter: 'M',
  after: {
    ja: '引っ越してから14日以内に、カードかスマホを持って新しい市区町村の窓口で転入届を出してください',
    en: 'Within 14 days of the move, bring your card or phone to the new town hall and register there',
  },
  check,
  steps: [
    {
      name: 'person',
      title: { ja: '届け出る人', en: 'Who gives notice' },
      fields: [...applicantFields, phoneField],
    },
    {
      name: 'household',
      title: { ja: '一緒に引っ越す人', en: 'Who moves with you' },
      lead: {
        ja: '一人で引っ越すときは、そのまま次へ進んでください。',
        en: 'If you move alone, just go on.',
      },
      fields: [
        {
          name: 'household',
          label: { ja: '一緒に引っ越す人', en: 'People who move with you' },
          kind: 'people',
          optional: true,
          most: 8,
        },
      ],
    },
    {
      name: 'new-address',
      title: { ja: '新しい住所', en: 'New address' },
      fields: [
        {
          name: 'postalCode',
          label: { ja: '郵便番号', en: 'Postal code' },
          help: { ja: '数字7けた', en: '7 digits' },
          kind: 'digits',
          least: 7,
          most: 7,
        },
        {
          name: 'newAddress',
          label: { ja: '新しい住所', en: 'New address' },
          help: {
            ja: '都道府県から、建物の名前と部屋番号まで',
            en: 'From the prefecture to the building and flat',
          },
          kind: 'text',
          most: 200,
        },
      ],
    },
    {
      name: 'days',
      title: { ja: '日にち', en: 'Days' },
      lead: {
        ja: '新しい住所に住み始める日の30日前から、住み始めて10日後まで届け出られます。',
        en: 'You can give notice from 30 days before you live there to 10 days after.',
      },
      fields: [
        {
          name: 'moveDate',
          label: { ja: '引っ越す日', en: 'Day of the move' },
          help: { ja: '例：2026-12-10', en: 'For example 2026-12-10' },
          kind: 'day',
        },
        {
          name: 'visitDate',
          label: {
            ja: '新しい市区町村の窓口に行く日',
            en: 'Day of your visit at the new town hall',
          },
          help: {
            ja: '引っ越す日から14日以内',
            en: 'Within 14 days of the move',
          },
          kind: 'day',
        },
      ],
    },
    {
      name: 'papers',
      title: { ja: '添える書類', en: 'Papers' },
      lead: { ja: 'なければ、そのまま次へ進んでください。', en: 'If there are none, just go on.' },
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
