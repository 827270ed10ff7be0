/**
 * A parent for embedded.test.ts to kill, `embedded-parent.ts FOLDER write|hang ADOPTABLE`: starts the server, inserts rows one by one, and prints each
 * number once it is committed.
 */
import { Client } from 'pg'
import { EmbeddedError } from '../embedded/errors.ts'
import { startEmbedded } from '../embedded/index.ts'

const [folder = '', mode = 'write', adoptable = ''] = process.argv.slice(2)
try {
  const { url } = await startEmbedded({ folder, adoptable: Number(adoptable) })
  process.stdout.write(`url ${url}\n`)
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query('create table if not exists row (number int primary key, half int)')
  const { rows } = await client.query<{ next: number }>(
    'select coalesce(max(number), 0) + 1 as next from row',
  )
  for (let number = rows[0]?.next ?? 1; mode === 'write'; number += 1) {
    await client.query('begin')
    await client.query('insert into row (number) values ($1)', [number])
    await client.query('update row set half = 2 where number = $1', [number])
    await client.query('commit')
    process.stdout.write(`row ${number}\n`)
  }
  setInterval(() => {}, 1_000) // stays until it is killed
} catch (error) {
  process.stdout.write(`code ${error instanceof EmbeddedError ? error.code : String(error)}\n`)
  process.exitCode = 1
}
