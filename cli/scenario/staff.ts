/** Those who act for the authority, as a scenario plays them: each comes with the token of the role (sandbox only). */
import { type AuthorityClient, authorityClient, type ClientTokens } from '@kazashi/authority/api'
import { z } from 'zod'
import type { Sandbox } from './sandbox.ts'
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
    throw new ScenarioError('SERVER_NOT_SANDBOX', 'it tells the tokens of its roles to nobody')
  }
  return tokens.parse(await answer.json())
}

/** @param shown the tokens to come with, by role; default each role's own */
export const staff = (
  { origins, fetch, tokens: own }: Sandbox,
  shown: ClientTokens = own,
): AuthorityClient => authorityClient(origins.authority, fetch, shown)
