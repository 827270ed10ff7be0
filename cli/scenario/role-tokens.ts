/** The tokens of counter, hotline and operator, which only a sandbox gives away. */
import { z } from 'zod'
import { ScenarioError } from './scenario-error.ts'

const tokens = z.object({ counter: z.string(), hotline: z.string(), operator: z.string() })
export type Tokens = z.infer<typeof tokens>

/** The roles' tokens, which a sandbox tells programs (never pages). @throws {ScenarioError} SERVER_NOT_SANDBOX */
export async function readTokens(
  authority: string,
  fetch: typeof globalThis.fetch,
): Promise<Tokens> {
  const answer = await fetch(`${authority}/sandbox/tokens`)
  if (!answer.ok) {
    throw new ScenarioError('SERVER_NOT_SANDBOX', 'it gives nobody the tokens of its roles')
  }
  return tokens.parse(await answer.json())
}
