/** One PostgreSQL server for a file after the other, and for each a database that is as new as that of a first start. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '@kazashi/database/embedded'
import pg from 'pg'

export interface DatabaseServer {
  /** A new, empty database in place of the one before. @returns postgresql://…, of a role that owns only this */
  newDatabase(): Promise<string>
  stop(): Promise<void>
}

/** Statuses are settled by all transactions of a server: so a file has the server alone, not only the database. */
export async function startDatabaseServer(): Promise<DatabaseServer> {
  const folder = mkdtempSync(join(tmpdir(), 'kazashi-postgres-'))
  const server = await startEmbedded({ folder, ephemeral: folder })
  const owner = new URL(server.url)
  const operator = new URL(server.url)
  operator.username = 'postgres'
  operator.password = readFileSync(join(folder, 'password'), 'utf8').trim()
  operator.pathname = '/postgres'
  let made = 0
  return {
    async newDatabase() {
      const client = new pg.Client({ connectionString: operator.href })
      await client.connect()
      try {
        if (made > 0) await client.query(`drop database file_${made} with (force)`)
        made += 1
        await client.query(`create database file_${made} owner ${owner.username}`)
      } finally {
        await client.end()
      }
      const url = new URL(owner)
      url.pathname = `/file_${made}`
      return url.href
    },
    async stop() {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
