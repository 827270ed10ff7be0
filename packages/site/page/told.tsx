/** A refusal as it is told inside: what happened, which fields differed, what to do. */
import { defineTexts, ErrorSummary, useTexts } from '@kazashi/ui'
import type { Refusal } from './asking.ts'

const texts = defineTexts({
  ja: {
    fields: { name: 'お名前', address: 'ご住所', birthDate: '生年月日' },
    differs: (fields: readonly string[]) => `違っていたところ：${fields.join('、')}`,
    kept: '入力した内容は残っています。',
  },
  en: {
    fields: { name: 'Name', address: 'Address', birthDate: 'Date of birth' },
    differs: (fields: readonly string[]) => `What differs: ${fields.join(', ')}`,
    kept: 'What you entered is kept.',
  },
})

export function Told({ refusal }: { readonly refusal: Refusal }) {
  const t = useTexts(texts)
  const names: Readonly<Record<string, string>> = t.fields
  const fields = (refusal.reason ?? '').split(',').flatMap((one) => names[one] ?? [])
  const why = fields.length > 0 ? t.differs(fields) : t.kept
  return (
    <ErrorSummary words={{ what: refusal.what, why, next: [refusal.next] }} code={refusal.code} />
  )
}
