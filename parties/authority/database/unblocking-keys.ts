/** The keys that open a phone's sealed keys when a secret was forgotten: sealed here too, erased with the keys they open. */

import type { Sealing } from '@kazashi/database'
import type { CertificateKind } from '@kazashi/lifecycle'
import type { Unit } from './transaction.ts'

interface Place {
  readonly person: string
  readonly id: string
}

const place = (credential: string, kind: CertificateKind) =>
  `record.unblocking_key ${credential} ${kind}`

export async function insertUnblockingKey(
  { trx, now }: Unit,
  sealing: Sealing,
  { person, id }: Place,
  { kind, key }: { readonly kind: CertificateKind; readonly key: Uint8Array },
): Promise<void> {
  const sealed = sealing.seal(place(id, kind), key)
  await trx
    .insertInto('record.unblocking_key')
    .values({ person, credential: id, kind, sealed, created_at: now })
    .execute()
}

export async function unblockingKeysOf(
  { trx }: Unit,
  sealing: Sealing,
  { person, id }: Place,
): Promise<{ readonly kind: CertificateKind; readonly key: Uint8Array }[]> {
  const rows = await trx
    .selectFrom('record.unblocking_key')
    .select(['kind', 'sealed'])
    .where('person', '=', person)
    .where('credential', '=', id)
    .execute()
  return rows.map(({ kind, sealed }) => ({ kind, key: sealing.open(place(id, kind), sealed) }))
}

/** @param kinds those that ended */
export async function forgetUnblockingKeys(
  { trx }: Unit,
  { person, id }: Place,
  kinds: readonly CertificateKind[],
): Promise<void> {
  if (kinds.length === 0) return
  await trx
    .deleteFrom('record.unblocking_key')
    .where('person', '=', person)
    .where('credential', '=', id)
    .where('kind', 'in', kinds)
    .execute()
}
