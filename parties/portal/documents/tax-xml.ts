/**
 * A tax return as XML 1.0, of the portal's own vocabulary: that of e-Tax is another, and no office here would read it. The answers stand in
 * it as they were given, with what was computed from them.
 */
import { type Answers, type Form, textOf } from '../applications/form.ts'
import { taxAnswers, taxOf, taxYear } from '../applications/forms/tax-return.ts'
import type { AttachedFile } from './sections.ts'

const taxNamespace = 'urn:kazashi:tax-return:1'

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}
/** What XML 1.0 §2.2 has no character for is left out: nobody can type it. */
const escaped = (text: string): string =>
  text
    .replaceAll(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll(/[&<>"]/g, (character) => entities[character] ?? '')

const element = (name: string, text: string | number): string =>
  `<${name}>${escaped(String(text))}</${name}>`
const capital = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1)
const elements = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => element(capital(name), value))
    .join('')

export interface TaxXml {
  readonly form: Form
  readonly answers: Answers
  readonly files: readonly AttachedFile[]
  /** YYYY-MM-DD in Japan. */
  readonly today: string
}

export function taxXml({ form, answers, files, today }: TaxXml): Uint8Array {
  const { deductions, ...result } = taxOf(answers, today)
  const of = (...names: readonly string[]) =>
    elements(Object.fromEntries(names.map((name) => [name, textOf(answers, name)])))
  const attached = files
    .map(({ name, sha256 }) => `<File sha256="${sha256}">${escaped(name)}</File>`)
    .join('')
  const text =
    `<?xml version="1.0" encoding="UTF-8"?>\n` +
    `<TaxReturn xmlns="${taxNamespace}" year="${taxYear(today)}" made="${today}" sandbox="true">` +
    `<Office>${escaped(form.office.ja)}</Office>` +
    `<Person>${of('name', 'birthDate', 'address')}</Person>` +
    `<Given>${elements({ ...taxAnswers(answers) })}</Given>` +
    `<Deductions>${elements(deductions)}</Deductions>` +
    `<Result>${elements(result)}</Result>` +
    `<Account>${of('bank', 'branch', 'accountKind', 'accountNumber')}</Account>` +
    `<Files>${attached}</Files></TaxReturn>\n`
  return new TextEncoder().encode(text)
}
