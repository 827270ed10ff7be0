/** Staff of the authority, played by a scenario: each sends the token of the role (sandbox only). */
import { type AuthorityClient, authorityClient, type ClientTokens } from '@kazashi/authority/api'
import type { Sandbox } from './sandbox.ts'

/** @param shown the tokens to send, by role; default each role's own */
export const staff = (
  { origins, fetch, tokens: own }: Sandbox,
  shown: ClientTokens = own,
): AuthorityClient => authorityClient(origins.authority, fetch, shown)
