/** Few values that every process of an authority shares: the sandbox clock's offset, a check of the operator key. */
import type { z } from 'zod'
import type { Database, Trx } from './connection.ts'

export async function readSetting<T>(
  db: Database | Trx,
  name: string,
  schema: z.ZodType<T>,
): Promise<T | undefined> {
  const row = await db
    .selectFrom('record.setting')
    .select('value')
    .where('name', '=', name)
    .executeTakeFirst()
  return row && schema.parse(row.value)
}

export async function writeSetting(
  db: Database | Trx,
  name: string,
  value: string | number,
): Promise<void> {
  const text = JSON.stringify(value)
  await db
    .insertInto('record.setting')
    .values({ name, value: text })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: text }))
    .execute()
}
