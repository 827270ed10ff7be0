/**
 * The storage that the OpenID provider asks for (its interface `Adapter`): durable, shared by all processes, and sealed. A code or a
 * token is found by its hash only, so that a copy of the database opens nothing.
 */
import { createHash } from 'node:crypto'
import type { Sealing } from '@kazashi/database'
import { type Adapter, type AdapterPayload, errors } from 'oidc-provider'
import { z } from 'zod'
import type { Database } from './connection.ts'

const hashOf = (name: string): Uint8Array => createHash('sha256').update(name).digest()
const place = (model: string, name: Uint8Array) =>
  `gate.payload ${model} ${Buffer.from(name).toString('hex')}`
const text = z.string()
/** Seconds since 1970, as the provider notes when a code was used. */
const seconds = (time: Date): number => Math.floor(time.getTime() / 1000)

interface Row {
  readonly name: Uint8Array
  readonly sealed: Uint8Array
  readonly consumed_at: Date | null
}

/** @param now the machine's time: tokens live by it, whatever the sandbox's clock says */
export function payloadsIn(
  db: Database,
  sealing: Sealing,
  now: () => Date,
): (model: string) => Adapter {
  return (model) => {
    const open = (row: Row | undefined): AdapterPayload | undefined => {
      if (row === undefined) return undefined
      const bytes = sealing.open(place(model, row.name), row.sealed)
      const payload = z
        .record(z.string(), z.unknown())
        .parse(JSON.parse(Buffer.from(bytes).toString()))
      return { ...payload, ...(row.consumed_at && { consumed: seconds(row.consumed_at) }) }
    }
    const lookFor = (column: 'name' | 'uid_name', value: string) =>
      db
        .selectFrom('gate.payload')
        .select(['name', 'sealed', 'consumed_at'])
        .where('model', '=', model)
        .where(column, '=', hashOf(value))
        .where((where) =>
          where.or([where('expires_at', 'is', null), where('expires_at', '>', now())]),
        )
        .executeTakeFirst()

    return {
      async upsert(id, payload, expiresIn) {
        const name = hashOf(id)
        const sealed = sealing.seal(place(model, name), Buffer.from(JSON.stringify(payload)))
        const row = {
          sealed,
          grant_name: payload.grantId === undefined ? null : hashOf(text.parse(payload.grantId)),
          uid_name: payload.uid === undefined ? null : hashOf(text.parse(payload.uid)),
          expires_at: expiresIn === undefined ? null : new Date(now().getTime() + expiresIn * 1000),
        }
        const added = db
          .insertInto('gate.payload')
          .values({ model, name, consumed_at: null, ...row })
        if (model !== 'ReplayDetection') {
          await added
            .onConflict((conflict) => conflict.columns(['model', 'name']).doUpdateSet(row))
            .execute()
          return
        }
        // Of several uses of one assertion at once one is the first (RFC 7523 §3, 7).
        const { numInsertedOrUpdatedRows } = await added
          .onConflict((conflict) => conflict.columns(['model', 'name']).doNothing())
          .executeTakeFirst()
        if (numInsertedOrUpdatedRows !== 1n)
          throw new errors.InvalidClientAuth('client assertion tokens must only be used once')
      },
      find: async (id) => open(await lookFor('name', id)),
      findByUid: async (uid) => open(await lookFor('uid_name', uid)),
      // RFC 8628 is not offered.
      findByUserCode: async () => undefined,
      // Of two uses at once one comes second (RFC 6749 §4.1.2).
      async consume(id) {
        const { numUpdatedRows } = await db
          .updateTable('gate.payload')
          .set({ consumed_at: now() })
          .where('model', '=', model)
          .where('name', '=', hashOf(id))
          .where('consumed_at', 'is', null)
          .executeTakeFirst()
        if (numUpdatedRows !== 1n) throw new errors.InvalidGrant('it has been used already')
      },
      async destroy(id) {
        const { numDeletedRows } = await db
          .deleteFrom('gate.payload')
          .where('model', '=', model)
          .where('name', '=', hashOf(id))
          .executeTakeFirst()
        // One answer of the phone is one code, however often the browser is led on at once.
        if (model === 'Interaction' && numDeletedRows !== 1n)
          throw new errors.SessionNotFound('the authorization request has been answered already')
      },
      async revokeByGrantId(grantId) {
        await db
          .deleteFrom('gate.payload')
          .where('model', '=', model)
          .where('grant_name', '=', hashOf(grantId))
          .execute()
        // A token that is being made at this moment finds nobody behind its grant.
        await db.deleteFrom('gate.sign_in').where('grant_name', '=', hashOf(grantId)).execute()
      },
    }
  }
}
