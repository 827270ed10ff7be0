/** Phones that ever applied, each known by the thumbprint of its device key. */
import type { PhonePlatform } from '@kazashi/lifecycle'
import type { Database, Trx } from './connection.ts'
import type { Unit } from './transaction.ts'

export interface PhoneDescription {
  readonly platform: PhonePlatform
  readonly model: string
  readonly osVersion: string
}

/** The phone of a device key, known from now on. @param thumbprint RFC 7638, base64url @returns its id */
export async function phoneOf(
  { trx, now }: Unit,
  added: { readonly id: string; readonly thumbprint: string; readonly phone: PhoneDescription },
): Promise<string> {
  const { platform, model, osVersion } = added.phone
  const { id } = await trx
    .insertInto('record.phone')
    .values({
      id: added.id,
      thumbprint: added.thumbprint,
      platform,
      model,
      os_version: osVersion,
      created_at: now,
    })
    .onConflict((conflict) =>
      conflict.column('thumbprint').doUpdateSet({ model, os_version: osVersion }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** @returns the phone's id; undefined for a device key that never applied */
export async function phoneByThumbprint(
  db: Database | Trx,
  thumbprint: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('record.phone')
    .select('id')
    .where('thumbprint', '=', thumbprint)
    .executeTakeFirst()
  return row?.id
}

export interface PhoneRecord {
  readonly id: string
  readonly platform: PhonePlatform
  readonly model: string
}

/** The phone that a credential names; it exists. */
export async function phoneById(db: Database | Trx, id: string): Promise<PhoneRecord> {
  return db
    .selectFrom('record.phone')
    .select(['id', 'platform', 'model'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}
