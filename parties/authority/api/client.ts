/** The authority for everyone else: a client typed by its OpenAPI document, and what a phone asks of it. Runs in pages too. */
import createClient, { type Client } from 'openapi-fetch'
import type { paths } from './schema.d.ts'

export { authorityPort, type PortOptions } from './port.ts'
export { AuthorityProblem, unwrap } from './problem.ts'
export type { components, operations, paths } from './schema.d.ts'

export type AuthorityClient = Client<paths>

/**
 * Each route by method and path, e.g. `unwrap(await client.POST('/counter/cards', { body }))`.
 * @param origin of the authority @param fetch default the global one; from Node `localFetch` reaches `*.localhost`
 */
export const authorityClient = (
  origin: string,
  fetch: typeof globalThis.fetch = globalThis.fetch,
): AuthorityClient => createClient<paths>({ baseUrl: origin, fetch: (request) => fetch(request) })
