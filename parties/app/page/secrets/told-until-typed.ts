/** That a secret was wrong is told until it is typed anew; the tries that are left stay beside the field. */
import { useState } from 'react'
import type { Refusal } from '../faults/refusal.ts'

const wrong: ReadonlySet<string> = new Set(['CARD_SECRET_WRONG', 'SECRET_WRONG', 'CODE_WRONG'])

/** @returns the refusal as long as it is to be told, and what the field calls when it changes */
export function useToldUntilTyped(refusal: Refusal | undefined) {
  const [answered, setAnswered] = useState<Refusal>()
  const isOver = refusal !== undefined && wrong.has(refusal.code) && answered === refusal
  return { told: isOver ? undefined : refusal, onChange: () => setAnswered(refusal) }
}
