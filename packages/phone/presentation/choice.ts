/** What the holder is asked, element by element, and what becomes of the answer: a set that the asker named, or nothing. */
import { PhoneError } from '../errors.ts'
import type { AskedElement, AskedPart } from './dcql.ts'

export interface Question extends AskedElement {
  /** The holder may leave it out and the asker still gets what it needs. */
  readonly optional: boolean
  /** Without it the asker would get too little, so it is chosen unless the holder says otherwise. */
  readonly chosen: boolean
}

export const keyOf = ({ namespace, identifier }: Pick<AskedElement, 'namespace' | 'identifier'>) =>
  `${namespace} ${identifier}`

const leastOf = (sets: AskedPart['sets']): readonly AskedElement[] =>
  sets.reduce((least, one) => (one.length < least.length ? one : least))

/** Each element once, in the asker's order. */
export function questionsOf(parts: readonly AskedPart[]): readonly Question[] {
  const questions = new Map<string, Question>()
  for (const { required, sets } of parts) {
    const least = new Set(required ? leastOf(sets).map(keyOf) : [])
    for (const element of sets.flat()) {
      const key = keyOf(element)
      const before = questions.get(key)
      const isNeeded = required && sets.every((set) => set.some((one) => keyOf(one) === key))
      questions.set(key, {
        ...element,
        retained: element.retained || before?.retained === true,
        optional: !isNeeded && before?.optional !== false,
        chosen: least.has(key) || before?.chosen === true,
      })
    }
  }
  return [...questions.values()]
}

/** By the id of a query: what is shown. */
export type Agreement = ReadonlyMap<string, readonly AskedElement[]>

/**
 * Of each part the first set that has nothing the holder did not choose.
 * @param chosen keys of elements @throws {PhoneError} PRESENTATION_INCOMPLETE: a part that is needed has none
 */
export function agreeTo(parts: readonly AskedPart[], chosen: ReadonlySet<string>): Agreement {
  const agreed = new Map<string, readonly AskedElement[]>()
  for (const { queryId, required, sets } of parts) {
    const set = sets.find((elements) => elements.every((one) => chosen.has(keyOf(one))))
    if (set === undefined && required) throw new PhoneError('PRESENTATION_INCOMPLETE')
    if (set !== undefined) agreed.set(queryId, set)
  }
  if (agreed.size === 0) throw new PhoneError('PRESENTATION_INCOMPLETE')
  return agreed
}
