/** Answers made tidy and looked at: each field by its kind (zod), then the form's own rules across fields. */
import { z } from 'zod'
import { isDay } from '../days.ts'
import {
  type Answers,
  type Fault,
  type FaultKind,
  type Field,
  type FieldKind,
  type Form,
  faultKinds,
  type Person,
  peopleOf,
  type Step,
  textOf,
} from './form.ts'

const longest = 100
const mostPeople = 10
const mostYen = 9_999_999_999

const faulty = (fault: FaultKind) => ({ error: fault })

/** Full-width digits, commas and blanks, as they come from a keyboard. */
const digitsOf = (text: string): string => text.normalize('NFKC').replaceAll(/[\s,，¥円-]/g, '')
const dayOf = (text: string): string => text.normalize('NFKC').trim().replaceAll('/', '-')

const tidies: Readonly<Partial<Record<FieldKind, (text: string) => string>>> = {
  digits: digitsOf,
  yen: digitsOf,
  day: dayOf,
}

function textSchema(field: Field): z.ZodType<string> {
  switch (field.kind) {
    case 'digits':
      return z
        .string()
        .regex(new RegExp(`^\\d{${field.least ?? 1},${field.most ?? 12}}$`), faulty('not-digits'))
    case 'yen':
      return z
        .string()
        .regex(/^\d{1,10}$/, faulty('not-yen'))
        .refine((text) => Number(text) <= mostYen, faulty('not-yen'))
    case 'day':
      return z.string().refine(isDay, faulty('not-a-day'))
    case 'choice':
      return z
        .string()
        .refine(
          (text) => field.options?.some(({ value }) => value === text) === true,
          faulty('not-an-option'),
        )
    default:
      return z.string().max(field.most ?? longest, faulty('too-long'))
  }
}

/** Each rule above names its fault as its message. */
const faultOf = ({ issues: [issue] }: z.ZodError): FaultKind =>
  faultKinds.find((kind) => kind === issue?.message) ?? 'missing'

function peopleFault(people: readonly Person[], field: Field): FaultKind | undefined {
  if (people.length === 0) return field.optional ? undefined : 'missing'
  if (people.length > (field.most ?? mostPeople)) return 'too-many'
  if (people.some(({ birthDate }) => birthDate !== '' && !isDay(birthDate))) return 'not-a-day'
  const isWhole = people.every(
    ({ name, birthDate, relation }) => name !== '' && birthDate !== '' && relation !== '',
  )
  return isWhole ? undefined : 'person-unfinished'
}

/** Blanks around a text go, digits become half-width; characters of names stay as they are. */
export function tidyAnswers(step: Step, given: Answers): Answers {
  const tidy = step.fields.flatMap((field): [string, Answers[string]][] => {
    if (field.kind === 'files') return []
    if (field.kind === 'people') {
      const people = peopleOf(given, field.name).map(({ name, birthDate, relation }) => ({
        name: name.trim(),
        birthDate: dayOf(birthDate),
        relation: relation.trim(),
      }))
      const some = people.filter((one) => Object.values(one).some((value) => value !== ''))
      return [[field.name, some]]
    }
    const text = textOf(given, field.name).trim()
    return [[field.name, (tidies[field.kind] ?? ((same) => same))(text)]]
  })
  return Object.fromEntries(tidy)
}

function fieldFault(field: Field, answers: Answers): FaultKind | undefined {
  if (field.kind === 'files') return undefined
  if (field.kind === 'people') return peopleFault(peopleOf(answers, field.name), field)
  const text = textOf(answers, field.name)
  if (text === '') return field.optional ? undefined : 'missing'
  const parsed = textSchema(field).safeParse(text)
  return parsed.success ? undefined : faultOf(parsed.error)
}

/** What is wrong with one step's own fields. */
export function stepFaults(
  form: Form,
  step: Step,
  answers: Answers,
  today: string,
): readonly Fault[] {
  const own = step.fields.flatMap((field) => {
    const fault = fieldFault(field, answers)
    return fault === undefined ? [] : [{ field: field.name, fault }]
  })
  if (own.length > 0) return own
  const names = new Set(step.fields.map(({ name }) => name))
  return form.check(answers, today).filter(({ field }) => names.has(field))
}

/** What is wrong in the whole form, in the order of its steps. */
export const formFaults = (form: Form, answers: Answers, today: string): readonly Fault[] =>
  form.steps.flatMap((step) => stepFaults(form, step, answers, today))
