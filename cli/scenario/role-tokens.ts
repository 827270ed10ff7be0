/** The tokens of counter, hotline and operator, which only a sandbox gives away. */
import type { Origins } from '@kazashi/serve'
import { askForTokens, type RoleTokens, tokensIn } from '../class-entry.ts'
import { ScenarioError } from './scenario-error.ts'

/** What a sandbox tells programs (never pages). @throws {ScenarioError} SERVER_NOT_SANDBOX; {ClassEntryError} of a class */
export async function readTokens(
  origins: Origins,
  fetch: typeof globalThis.fetch,
): Promise<RoleTokens> {
  const answer = await askForTokens(origins, fetch)
  const tokens = tokensIn(await answer.json().catch(() => undefined))
  if (tokens === undefined)
    throw new ScenarioError('SERVER_NOT_SANDBOX', 'it gives nobody the tokens of its roles')
  return tokens
}
