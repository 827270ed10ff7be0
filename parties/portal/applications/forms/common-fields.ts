/** Questions that several forms ask: who applies, and where money goes. */
import type { Field, Step } from '../form.ts'

export const applicantFields: readonly Field[] = [
  {
    name: 'name',
    label: { ja: '氏名', en: 'Name' },
    help: { ja: '住民票のとおりに入れます', en: 'As in the residence register' },
    kind: 'text',
    most: 60,
    claim: 'name',
  },
  {
    name: 'birthDate',
    label: { ja: '生年月日', en: 'Date of birth' },
    help: { ja: '例：1990-04-01', en: 'For example 1990-04-01' },
    kind: 'day',
    claim: 'birthdate',
  },
  {
    name: 'address',
    label: { ja: '住所', en: 'Address' },
    kind: 'text',
    most: 200,
    claim: 'address',
  },
]

export const phoneField: Field = {
  name: 'phone',
  label: { ja: '電話番号', en: 'Telephone number' },
  help: { ja: '日中に連絡できる番号', en: 'Where you can be reached by day' },
  kind: 'digits',
  least: 10,
  most: 11,
}

export const accountStep: Step = {
  name: 'account',
  title: { ja: '受け取る口座', en: 'Account to be paid into' },
  lead: { ja: 'ご本人の名義の口座を入れてください。', en: 'An account in your own name.' },
  fields: [
    { name: 'bank', label: { ja: '金融機関', en: 'Bank' }, kind: 'text', most: 40 },
    { name: 'branch', label: { ja: '支店', en: 'Branch' }, kind: 'text', most: 40 },
    {
      name: 'accountKind',
      label: { ja: '種類', en: 'Kind' },
      kind: 'choice',
      options: [
        { value: 'ordinary', label: { ja: '普通', en: 'Ordinary' } },
        { value: 'current', label: { ja: '当座', en: 'Current' } },
      ],
    },
    {
      name: 'accountNumber',
      label: { ja: '口座番号', en: 'Account number' },
      help: { ja: '数字7けた', en: '7 digits' },
      kind: 'digits',
      least: 7,
      most: 7,
    },
  ],
}
