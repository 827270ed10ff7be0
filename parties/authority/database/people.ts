/** The registry of residents, found by My Number, readable only with the operator key. */
import { randomUUID } from 'node:crypto'
import type { Sealing } from '@kazashi/database'
import { AuthorityError } from '../problems.ts'
import type { Database, Trx } from './connection.ts'
import type { RegisteredResident } from './resident.ts'
import { decodeResident, encodeResident } from './resident.ts'
import type { Unit } from './transaction.ts'

export interface Municipality {
  readonly code: string
  readonly prefecture: string
  readonly name: string
  readonly prefectureLatin: string
  readonly nameLatin: string
}

const place = (id: string) => `registry.person ${id}`

/** The same for every way of typing: full or half width, with or without the space between the names. */
const nameLookup = (sealing: Sealing, name: string, birthDate: string): Uint8Array =>
  sealing.lookup('name', `${name.normalize('NFKC').replaceAll(/\s/g, '')}\0${birthDate}`)

/** @param birthDate YYYY-MM-DD @returns ids, several for people of one name born on one day */
export async function peopleByName(
  db: Database | Trx,
  sealing: Sealing,
  { name, birthDate }: { readonly name: string; readonly birthDate: string },
): Promise<{ id: string; municipality: string }[]> {
  return db
    .selectFrom('registry.person')
    .select(['id', 'municipality'])
    .where('name_lookup', '=', nameLookup(sealing, name, birthDate))
    .orderBy('created_at')
    .execute()
}

/** @throws {AuthorityError} NOT_FOUND */
export async function personById(
  db: Database | Trx,
  id: string,
): Promise<{ id: string; municipality: string }> {
  const row = await db
    .selectFrom('registry.person')
    .select(['id', 'municipality'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new AuthorityError('NOT_FOUND')
  return row
}

/** Puts a resident into the registry, or brings the entry up to date. @returns the person's id, locked till the end */
export async function registerPerson(
  { trx, now }: Unit,
  sealing: Sealing,
  resident: RegisteredResident,
): Promise<string> {
  const { code, prefecture, name, prefectureLatin, nameLatin } = resident.municipality
  await trx
    .insertInto('registry.municipality')
    .values({ code, prefecture, name, prefecture_latin: prefectureLatin, name_latin: nameLatin })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .execute()
  const lookup = sealing.lookup('my-number', resident.myNumber)
  const id = randomUUID()
  const { id: person } = await trx
    .insertInto('registry.person')
    .values({
      id,
      municipality: code,
      lookup,
      created_at: now,
      name_lookup: null,
      sealed: new Uint8Array(0),
    })
    .onConflict((conflict) => conflict.column('lookup').doUpdateSet({ municipality: code }))
    .returning('id')
    .executeTakeFirstOrThrow()
  await trx
    .updateTable('registry.person')
    .set({
      sealed: sealing.seal(place(person), encodeResident(resident)),
      name_lookup: nameLookup(sealing, resident.name, resident.birthDate),
    })
    .where('id', '=', person)
    .execute()
  return person
}

/** Locks the person till the end of the transaction: procedures about one person go one after the other. */
export async function lockPerson(trx: Trx, person: string): Promise<void> {
  await trx
    .selectFrom('registry.person')
    .select('id')
    .where('id', '=', person)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

/** The resident as registered. @throws when the operator key is another one */
export async function residentOf(
  db: Database | Trx,
  sealing: Sealing,
  person: string,
): Promise<RegisteredResident> {
  const { sealed } = await db
    .selectFrom('registry.person')
    .select('sealed')
    .where('id', '=', person)
    .executeTakeFirstOrThrow()
  return decodeResident(sealing.open(place(person), sealed))
}

/** @throws {AuthorityError} NOT_FOUND for a municipality that has issued nothing */
export async function municipalityOf(db: Database | Trx, code: string): Promise<Municipality> {
  const row = await db
    .selectFrom('registry.municipality')
    .selectAll()
    .where('code', '=', code)
    .executeTakeFirst()
  if (!row) throw new AuthorityError('NOT_FOUND')
  return {
    code: row.code,
    prefecture: row.prefecture,
    name: row.name,
    prefectureLatin: row.prefecture_latin,
    nameLatin: row.name_latin,
  }
}
