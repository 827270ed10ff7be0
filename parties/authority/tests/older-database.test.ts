/** A database from before CAs came in generations: its contents are the first generation from then on. */
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Embedded, startEmbedded } from '@kazashi/database/embedded'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPool, migrateAuthority } from '../database/connection.ts'

const migrations = join(import.meta.dirname, '../database/migrations')

let folder: string
let database: Embedded
let client: pg.Client
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kazashi-older-'))
  database = await startEmbedded({ folder: join(folder, 'postgres') })
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
})
afterAll(async () => {
  await client?.end()
  await database?.stop()
  await rm(folder, { recursive: true, force: true })
})

async function migrateTo(last: number): Promise<void> {
  const chosen = join(folder, String(last))
  const names = (await readdir(migrations)).filter((name) => Number(name.slice(0, 4)) <= last)
  for (const name of names) await cp(join(migrations, name), join(chosen, name))
  const pool = createPool(database.url, () => undefined)
  await migrateAuthority(pool, chosen)
  await pool.end()
}

/** One card's signing certificate, a CRL of its municipality, an IACA with a signer: rows as 0006 has them. */
const older = `
  insert into registry.municipality values ('13113', 'a', 'b', 'c', 'd');
  insert into record.certificate_authority values ('signing', '\\x01', '\\x02', now());
  insert into record.series values ('card-signing', 'signing', 'card', 3), ('phone-signing', 'signing', 'phone', 0);
  insert into record.card values ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000002', '13113',
    'in-use', '2030-01-01', now(), null);
  insert into record.certificate (person, series, index, kind, carrier, card, municipality, status, not_before, not_after,
    status_since, sealed) values ('00000000-0000-0000-0000-000000000001', 'card-signing', 2, 'signing', 'card',
    '00000000-0000-0000-0000-000000000002', '13113', 'good', now(), now() + interval '1 year', now(), '\\x03');
  insert into record.crl_shard (kind, municipality, number) values ('signing', '13113', 7);
  insert into record.document_authority values ('iaca', '\\x04', now());
  insert into record.document_signer values (1, 'iaca', '\\x05', now(), now() + interval '1 year', now());`

const rows = async (query: string) => (await client.query({ text: query, rowMode: 'array' })).rows

test('RFC 5280 §4.1.2.2 certificates from before there were generations belong to the first, and its numbers go on', async () => {
  await migrateTo(6)
  await client.query(older)
  await migrateTo(7)
  expect(
    await rows(
      'select series, generation, next_index::int from record.series_generation order by 1',
    ),
  ).toEqual([
    ['card-signing', 1, 3],
    ['phone-signing', 1, 0],
  ])
  for (const table of [
    'certificate_authority',
    'certificate',
    'document_authority',
    'document_signer',
  ])
    expect([table, await rows(`select generation from record.${table}`)]).toEqual([table, [[1]]])
  expect(await rows('select generation, number::int from record.crl_shard')).toEqual([[1, 7]])
})

test('RFC 5280 §4.1.2.2 the database refuses a number of another generation', async () => {
  await client.query(
    `insert into record.certificate_authority values ('signing', '\\x01', '\\x02', now(), 2)`,
  )
  await expect(client.query('update record.certificate set generation = 2')).rejects.toThrow(
    'certificate_number_of_generation',
  )
  await expect(
    client.query('update record.certificate set index = 2 * 266338304, generation = 3'),
  ).rejects.toThrow('fkey')
  await client.query('update record.certificate set index = 266338304, generation = 2')
})
