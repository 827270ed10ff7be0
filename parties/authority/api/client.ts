/** The authority for everyone else: a client typed by its OpenAPI document, and a phone's requests to it. Runs in pages too. */
import createClient, { type Client } from 'openapi-fetch'
import type { paths } from './schema.d.ts'

export { authorityPort, type PortOptions } from './port.ts'
export { type AuthorityCode, AuthorityProblem, unwrap } from './problem.ts'
export type { components, operations, paths } from './schema.d.ts'

export type AuthorityClient = Client<paths>

/** Bearer tokens of the roles other than the resident; each goes only with the requests under its own name, e.g. `/counter/…`. */
export type ClientTokens = Partial<
  Readonly<Record<'counter' | 'hotline' | 'operator' | 'verifier', string>>
>

/** @returns `fetch` that shows the token of the role whose routes are asked */
function showing(tokens: ClientTokens, fetch: typeof globalThis.fetch) {
  return async (request: Request): Promise<Response> => {
    const role = new URL(request.url).pathname.split('/', 2)[1]
    const token = new Map(Object.entries(tokens)).get(role ?? '')
    if (token !== undefined) request.headers.set('authorization', `Bearer ${token}`)
    return fetch(request)
  }
}

/**
 * Each route by method and path, e.g. `unwrap(await client.POST('/counter/cards', { body }))`.
 * @param origin of the authority @param fetch default the global one; from Node `localFetch` reaches `*.localhost`
 * @param tokens of the roles this program acts for
 */
export const authorityClient = (
  origin: string,
  fetch: typeof globalThis.fetch = globalThis.fetch,
  tokens: ClientTokens = {},
): AuthorityClient => createClient<paths>({ baseUrl: origin, fetch: showing(tokens, fetch) })
