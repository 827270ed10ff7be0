/** The elements of the card in the wallet in plain words, and their values as their holder knows them. */
import { defineTexts, useLanguage, useTexts } from '@kazashi/ui'
import { dayText } from '../moment.ts'

/** A value as a screen gets it; photo: its picture is for readers. */
export type ShownValue = string | number | boolean | { readonly date: string } | 'photo'

interface Words {
  readonly names: Readonly<Record<string, string>>
  readonly ageOver: (years: string) => string
  readonly photo: string
  readonly yes: string
  readonly no: string
  readonly sexes: Readonly<Record<number, string>>
}

const texts = defineTexts<Words>({
  ja: {
    names: {
      full_name_unicode: '氏名',
      resident_address_unicode: '住所',
      local_gov_code_unicode: '市区町村のコード',
      individual_number_unicode: 'マイナンバー（個人番号）',
      portrait: '顔写真',
      sex: '性別',
      sex_unicode: '性別',
      birth_date: '生年月日',
      birth_date_unicode: '生年月日（年月日の文字）',
      age_in_years: '年齢',
    },
    ageOver: (years) => `${years}歳以上かどうか`,
    photo: 'カードの顔写真',
    yes: 'はい',
    no: 'いいえ',
    sexes: { 1: '男', 2: '女', 9: '適用不能' },
  },
  en: {
    names: {
      full_name_unicode: 'Name',
      resident_address_unicode: 'Address',
      local_gov_code_unicode: 'Code of your municipality',
      individual_number_unicode: 'My Number',
      portrait: 'Photo of your face',
      sex: 'Sex',
      sex_unicode: 'Sex (in Japanese)',
      birth_date: 'Date of birth',
      birth_date_unicode: 'Date of birth (in Japanese)',
      age_in_years: 'Age',
    },
    ageOver: (years) => `Whether you are ${years} or over`,
    photo: 'The photo on your card',
    yes: 'Yes',
    no: 'No',
    sexes: { 1: 'Male', 2: 'Female', 9: 'Not applicable' },
  },
})

export function useElementWords() {
  const t = useTexts(texts)
  const { language } = useLanguage()
  return {
    nameOf: (identifier: string): string => {
      const [, years] = /^age_over_(\d{1,3})$/.exec(identifier) ?? []
      if (years !== undefined) return t.ageOver(years)
      return Object.hasOwn(t.names, identifier) ? (t.names[identifier] ?? identifier) : identifier
    },
    valueOf: (identifier: string, value: ShownValue): string => {
      if (value === 'photo') return t.photo
      if (typeof value === 'boolean') return value ? t.yes : t.no
      if (typeof value === 'object') return dayText(`${value.date}T00:00:00+09:00`, language)
      if (identifier === 'sex') return t.sexes[Number(value)] ?? String(value)
      return String(value)
    },
  }
}
