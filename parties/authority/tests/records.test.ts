import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { aroundTheClock } from '@kazashi/lifecycle'
import { parseCertificate } from '@kazashi/pki'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { brokenAudit } from '../database/audit.ts'
import { statusTrigger } from '../database/certificates.ts'
import { createPool, migrateAuthority, openDatabase } from '../database/connection.ts'
import { createAuthority } from '../index.ts'
import {
  handOutCard,
  type RunningAuthority,
  registeredPhone,
  type SoftwareCard,
  startAuthority,
} from './harness.ts'

let authority: RunningAuthority
let card: SoftwareCard
let phone: Awaited<ReturnType<typeof registeredPhone>>
let client: pg.Client
beforeAll(async () => {
  authority = await startAuthority({ hours: aroundTheClock, issueDelaySeconds: 0 })
  card = await handOutCard(authority, 71)
  phone = await registeredPhone(authority, card)
  await registeredPhone(authority, await handOutCard(authority, 72))
  client = new pg.Client({ connectionString: authority.databaseUrl })
  await client.connect()
})
afterAll(async () => {
  await client?.end()
  await authority?.close()
})

const tablesOf = async () =>
  (
    await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname in ('registry', 'record', 'queue', 'public')`,
    )
  ).rows.map(({ name }) => name)

test('5-B1 the trigger that tells every process of a status is the one that is named where a status is written', async () => {
  const { rows } = await client.query<{ name: string; does: string }>(
    `select tgname as name, prosrc as does from pg_trigger join pg_proc on pg_proc.oid = tgfoid
     where tgrelid = 'record.certificate'::regclass and not tgisinternal and tgenabled = 'O'`,
  )
  expect(rows.map(({ name }) => name)).toEqual([statusTrigger])
  expect(rows[0]?.does).toContain("pg_notify('kazashi_status'")
})

describe('5-A2, 5-A4 the database itself refuses', () => {
  const refusals: [string, string, string][] = [
    [
      'one phone for two people',
      `update record.credential set phone = (select phone from record.credential order by id limit 1)`,
      'credential_of_phone',
    ],
    [
      'a second card in use',
      `insert into record.card
         select person, gen_random_uuid(), municipality, 'in-use', expiry, issued_at, null from record.card limit 1`,
      'card_in_use',
    ],
    [
      "a phone's certificate that outlives the card's",
      `update record.certificate set not_after = not_after + interval '1 second' where carrier = 'phone'`,
      'phone_certificate_never_outlives_card',
    ],
    [
      "a phone's certificate without the card's",
      `update record.certificate set parent_series = null, parent_index = null where carrier = 'phone'`,
      'phone_certificate_hangs_on_card',
    ],
    [
      'a certificate of nobody',
      `update record.certificate set person = gen_random_uuid() where carrier = 'card'`,
      'fkey',
    ],
    [
      'an application in an unknown state',
      `update record.application set state = 'maybe', registered_at = null`,
      'application_state_check',
    ],
    ['a change of the audit log', `update record.audit set action = 'nothing'`, 'append only'],
    ['a hole in the audit log', `delete from record.audit where seq = 1`, 'append only'],
  ]
  test.each(refusals)('5-A2 %s', async (_, statement, constraint) => {
    await expect(client.query(statement)).rejects.toThrow(constraint)
  })
})

test('5-A2.one-phone one person has one credential that is not over, even by direct SQL', async () => {
  const second = `insert into record.application (person, id, receipt_number, card, phone, purpose, state, kinds, signing_key,
        authentication_key, consent_version, sealed, received_at, due_at)
      select person, gen_random_uuid(), 'K-SECOND', card, phone, 'new', 'applied', kinds, signing_key, authentication_key,
        consent_version, sealed, received_at, due_at
      from record.application limit 1 returning person, id`
  await client.query('begin')
  try {
    const { rows } = await client.query(second)
    const { person, id } = rows[0]
    const other = await client.query(
      `insert into record.phone select gen_random_uuid(), 'another', platform, model, os_version, created_at
       from record.phone limit 1 returning id`,
    )
    await expect(
      client.query(
        `insert into record.credential (person, id, application, phone, purpose, state, changed_at)
         values ($1, gen_random_uuid(), $2, $3, 'new', 'applied', now())`,
        [person, id, other.rows[0].id],
      ),
    ).rejects.toThrow('credential_of_person')
  } finally {
    await client.query('rollback')
  }
})

test('1-C②.sealed-records nothing personal is readable in any table', async () => {
  const { resident } = card
  const family = resident.name.split('\u3000')[0] ?? resident.name
  const secrets = [resident.name, family, resident.kana, resident.latin, resident.address]
  const wanted = [
    ...secrets,
    resident.birthDate,
    resident.myNumber,
    resident.birthDate.replaceAll('-', ''),
  ]
  const hex = (text: string) => Buffer.from(text).toString('hex')
  for (const table of await tablesOf()) {
    const { rows } = await client.query<{ line: string }>(`select t::text as line from ${table} t`)
    const text = rows.map(({ line }) => line).join('\n')
    for (const value of wanted) {
      expect(text.includes(value), `${table} shows ${value}`).toBe(false)
      expect(text.includes(hex(value)), `${table} shows ${value} in hex`).toBe(false)
    }
  }
})

test('5-B1 the audit log is one whole chain a municipality, and a change of it shows', async () => {
  const pool = createPool(authority.databaseUrl, () => undefined)
  const db = openDatabase(pool)
  const chain = card.resident.municipality.code
  try {
    expect(await brokenAudit(db, chain)).toBeUndefined()
    await client.query('alter table record.audit disable trigger audit_is_append_only')
    await client.query(`update record.audit set actor = 'nobody' where chain = $1 and seq = 2`, [
      chain,
    ])
    expect(await brokenAudit(db, chain)).toBe(2)
  } finally {
    await client.query('alter table record.audit enable trigger audit_is_append_only')
    await db.destroy()
  }
})

test('RFC 5280 §4.1.2.2 serial numbers do not tell their order, and no two are the same', async () => {
  const serials = [
    card.signing,
    card.authentication,
    phone.certificates.signing,
    phone.certificates.authentication,
  ].map((der) => parseCertificate(der).serialNumber)
  expect(new Set(serials).size).toBe(serials.length)
  expect(serials.slice(0, 2).map((serial) => serial.length)).toEqual([8, 8])
  for (const serial of serials.slice(2)) expect(serial.length).toBeGreaterThan(24)
})

test('architecture §4 migrations are applied once, and a changed one is refused', async () => {
  const pool = createPool(authority.databaseUrl, () => undefined)
  try {
    await migrateAuthority(pool)
    const { rows } = await client.query(
      'select name from public.kazashi_migration order by version',
    )
    const files = await readdir(join(import.meta.dirname, '../database/migrations'))
    expect(rows.map(({ name }) => name)).toEqual(files.toSorted())
    await client.query(`update public.kazashi_migration set hash = 'x' || hash`)
    await expect(migrateAuthority(pool)).rejects.toThrow(
      '0001-first.sql has changed since it was applied',
    )
  } finally {
    await client.query(`update public.kazashi_migration set hash = ltrim(hash, 'x')`)
    await pool.end()
  }
})

test('architecture §4 a data folder that belongs to another database is refused at start', async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'kazashi-other-'))
  const { databaseUrl, origins } = authority
  try {
    await expect(createAuthority({ databaseUrl, dataFolder, origins })).rejects.toMatchObject({
      code: 'OPERATOR_KEY_WRONG',
    })
  } finally {
    await rm(dataFolder, { recursive: true, force: true })
  }
})
