/** `sign_transaction_id` of an authorization request: with the scope `sign`, and of this client alone. */
import { type Client, errors, type KoaContextWithOIDC } from 'oidc-provider'
import { z } from 'zod'
import type { SignState } from './database/sign-transactions.ts'

/** @returns undefined: there is none of this client */
type StateOf = (id: string, clientId: string) => Promise<SignState | undefined>

/** @throws {InvalidRequest} that says what is wrong with it (RFC 6749 §4.1.2.1) */
export const signParameter =
  (stateOf: StateOf) =>
  async ({ oidc }: KoaContextWithOIDC, value: unknown, client: Client): Promise<void> => {
    const scope = oidc.params?.['scope']
    const asks = typeof scope === 'string' && scope.split(' ').includes('sign')
    if (value === undefined && !asks) return
    if (!asks) throw new errors.InvalidRequest('sign_transaction_id needs the scope sign')
    if (value === undefined)
      throw new errors.InvalidRequest('the scope sign needs a sign_transaction_id')
    const id = z.uuid().safeParse(value)
    if (!id.success) throw new errors.InvalidRequest('sign_transaction_id is not a uuid')
    const state = await stateOf(id.data, client.clientId)
    if (state === undefined)
      throw new errors.InvalidRequest('sign_transaction_id names no transaction of this client')
    if (state !== 'open') throw new errors.InvalidRequest(`the signing transaction is ${state}`)
  }
