/** An element's value as its holder sees it, before anything leaves the phone. */
import { FullDate } from '@kazashi/mdoc'
import type { HeldCard, Question } from '@kazashi/phone/presentation'
import type { ShownValue } from '../elements/words.ts'

export function shownValue(
  card: Pick<HeldCard, 'elements'>,
  { namespace, identifier }: Pick<Question, 'namespace' | 'identifier'>,
): ShownValue {
  const value = card.elements.get(namespace)?.get(identifier)
  if (value instanceof FullDate) return { date: value.date }
  if (value instanceof Uint8Array) return 'photo'
  if (typeof value === 'boolean' || typeof value === 'number') return value
  return String(value)
}
