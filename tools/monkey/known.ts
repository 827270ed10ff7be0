/** The authority's records of the people whose cards are here, compared with their phones. */
import { z } from 'zod'
import type { Card, Sandbox } from '../running-app/sandbox.ts'
import { ask } from './ask.ts'
import type { Kept } from './kept.ts'

const people = z.array(
  z.object({
    person: z.string(),
    phones: z.array(
      z.object({ credentialId: z.string(), state: z.string(), platform: z.string() }),
    ),
  }),
)
const tokens = z.object({ hotline: z.string() })

export interface Held {
  readonly credentialId: string
  /** applied, issued, active or suspended: an ended credential is not held any more. */
  readonly state: string
  readonly platform: string
}

export async function heldByAll(sandbox: Sandbox, cards: readonly Card[]): Promise<Held[]> {
  const authority = sandbox.origin('authority')
  const { hotline } = tokens.parse(await ask(`${authority}/sandbox/tokens`, 'GET'))
  const found = await Promise.all(
    cards.map(async ({ face: { name, birthDate } }) => {
      const as = { authorization: `Bearer ${hotline}` }
      return people.parse(await ask(`${authority}/hotline/people`, 'POST', { name, birthDate }, as))
    }),
  )
  return found.flat().flatMap(({ phones }) => phones)
}

/** The way of a phone in the authority's words. */
function stageOf(kept: Kept): 'applied' | 'in use' | 'nothing' {
  if (kept.application?.stage === 'applied') return 'applied'
  return kept.credentialId === undefined ? 'nothing' : 'in use'
}

/**
 * Compares the phone with the authority's records of its platform: where they differ, something is lost.
 * @param held of this phone's platform; one phone a platform is in hand
 */
export function difference(kept: Kept, held: readonly Held[]): string | undefined {
  const waiting = held.filter(({ state }) => state === 'applied' || state === 'issued')
  const inUse = held.filter(({ state }) => state === 'active' || state === 'suspended')
  const says = stageOf(kept)
  const knows = held.map(({ state }) => state).join(', ') || 'nothing'
  const told = `the phone says ${says} (${kept.application?.receiptNumber ?? '-'}), the authority ${knows}`
  // The answer to a registration may be under way; a suspended credential stays beside the application that resumes it.
  if (says === 'applied') return held.length > 0 ? undefined : told
  if (waiting.length > 0) return told
  if (says === 'nothing') return inUse.length === 0 ? undefined : told
  return inUse.some(({ credentialId }) => credentialId === kept.credentialId) ? undefined : told
}
