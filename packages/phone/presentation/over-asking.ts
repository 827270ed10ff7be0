/** More than a purpose seems to need: the holder is warned, nobody is stopped. One row a rule. */
import { namespaces } from '@kazashi/mdoc'
import type { Question } from './choice.ts'

/**
 * my-number: the law names who may ask for it (番号法 15, 19), and none of them asks in this way ·
 * birth-date: it is asked for although an age would do · portrait-kept: a face cannot be changed once it is out ·
 * kept-by-unknown: who keeps it cannot be told
 */
export type OverAsking = 'my-number' | 'birth-date' | 'portrait-kept' | 'kept-by-unknown'

interface Rule {
  readonly warning: OverAsking
  readonly applies: (asked: (identifier: string) => Question | undefined, known: boolean) => boolean
}

const birthDates = ['birth_date', 'birth_date_unicode', 'age_in_years']

const rules = (questions: readonly Question[]): readonly Rule[] => [
  { warning: 'my-number', applies: (asked) => asked('individual_number_unicode') !== undefined },
  {
    warning: 'birth-date',
    applies: (asked) => {
      if (!birthDates.some(asked)) return false
      const asksAge = questions.some(({ identifier }) => identifier.startsWith('age_over_'))
      return asksAge || asked('full_name_unicode') === undefined
    },
  },
  { warning: 'portrait-kept', applies: (asked) => asked('portrait')?.retained === true },
  {
    warning: 'kept-by-unknown',
    applies: (_, known) => !known && questions.some(({ retained }) => retained),
  },
]

const own: readonly string[] = Object.values(namespaces)

/** The gravest first. */
export function overAskingOf(questions: readonly Question[], known: boolean): OverAsking[] {
  const asked = (identifier: string) =>
    questions.find((one) => one.identifier === identifier && own.includes(one.namespace))
  return rules(questions)
    .filter(({ applies }) => applies(asked, known))
    .map(({ warning }) => warning)
}
