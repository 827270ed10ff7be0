/** What an application says, line by line: the same for the screen, the PDF and the receipt. */
import {
  type Answers,
  type Field,
  type Form,
  peopleOf,
  type Section,
  textOf,
} from '../applications/form.ts'

export interface AttachedFile {
  readonly name: string
  /** SHA-256, hex. */
  readonly sha256: string
}

function writtenAs(field: Field, answers: Answers): string {
  const text = textOf(answers, field.name)
  if (text === '') return ''
  if (field.kind === 'yen') return `${Number(text).toLocaleString('en-US')}円`
  if (field.kind === 'choice')
    return field.options?.find(({ value }) => value === text)?.label.ja ?? text
  return text
}

/** Of one group of questions; without answers there is none. */
function rowsOf(field: Field, answers: Answers, files: readonly AttachedFile[]) {
  if (field.kind === 'files')
    return files.map(({ name, sha256 }, at) => ({
      label: { ja: `書類${at + 1}`, en: `Paper ${at + 1}` },
      value: `${name}（SHA-256 ${sha256}）`,
    }))
  if (field.kind === 'people')
    return peopleOf(answers, field.name).map(({ name, birthDate, relation }, at) => ({
      label: { ja: `${at + 1}人目`, en: `Person ${at + 1}` },
      value: `${name}（${birthDate}、${relation}）`,
    }))
  const value = writtenAs(field, answers)
  return value === '' ? [] : [{ label: field.label, value }]
}

export function sectionsOf(
  form: Form,
  answers: Answers,
  files: readonly AttachedFile[],
  today: string,
): Section[] {
  const asked = form.steps.map(({ title, fields }) => ({
    title,
    rows: fields.flatMap((field) => rowsOf(field, answers, files)),
  }))
  const computed = form.computed?.(answers, today) ?? []
  return [...asked, ...computed].filter(({ rows }) => rows.length > 0)
}

/** What says which application it is. */
export const headingOf = (form: Form, today: string): Section => ({
  title: form.title,
  rows: [
    { label: { ja: '提出先', en: 'To' }, value: form.office.ja },
    { label: { ja: '作成した日', en: 'Made on' }, value: today },
  ],
})
