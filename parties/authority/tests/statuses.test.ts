import { aroundTheClock } from '@kazashi/lifecycle'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPool, openDatabase } from '../database/connection.ts'
import { Statuses } from '../issuing/statuses.ts'
import { handOutCard, type RunningAuthority, startAuthority } from './harness.ts'

let authority: RunningAuthority
beforeAll(async () => {
  authority = await startAuthority({ hours: aroundTheClock, issueDelaySeconds: 0 })
})
afterAll(() => authority?.close())

/** A process that hears nothing: it only reads on. */
test('5-B1 a change that was numbered early and committed late is read all the same', async () => {
  const cards = [await handOutCard(authority, 601), await handOutCard(authority, 602)]
  const db = openDatabase(createPool(authority.databaseUrl, () => undefined))
  const [slow, quick] = [new pg.Client(authority.databaseUrl), new pg.Client(authority.databaseUrl)]
  await Promise.all([slow.connect(), quick.connect()])
  const hold = async (client: pg.Client, person = '') => {
    const { rows } = await client.query<{ index: string; change: string }>(
      `update record.certificate set status = 'hold', reason = 'certificateHold'
       where person = $1 and series = 'card-signing' returning index, change`,
      [person],
    )
    return { index: Number(rows[0]?.index), change: Number(rows[0]?.change) }
  }
  try {
    const statuses = new Statuses()
    await statuses.load(db)
    await slow.query('begin')
    const early = await hold(slow, cards[0]?.person)
    const late = await hold(quick, cards[1]?.person)
    expect(early.change).toBeLessThan(late.change)
    for (let looks = 0; looks < 4; looks += 1) await statuses.catchUp(db)
    expect(statuses.get('card-signing', late.index)).toBe('hold')
    expect(statuses.get('card-signing', early.index)).toBe('good')
    await slow.query('commit')
    await statuses.catchUp(db)
    expect(statuses.get('card-signing', early.index)).toBe('hold')
    // And changes known for certain are not read for ever.
    await statuses.catchUp(db)
    await statuses.catchUp(db)
    expect(statuses.since).toBeGreaterThanOrEqual(late.change)
  } finally {
    await Promise.all([slow.end(), quick.end()])
    await db.destroy()
  }
})

test('5-B1 a process that starts knows every status there is', async () => {
  const card = await handOutCard(authority, 603)
  const { person } = card
  await authority.client.POST('/hotline/suspensions', {
    body: { person, what: 'card', reason: 'lost' },
  })
  const db = openDatabase(createPool(authority.databaseUrl, () => undefined))
  try {
    const statuses = new Statuses()
    await statuses.load(db)
    const rows = await db
      .selectFrom('record.certificate')
      .select(['series', 'index', 'status', 'change'])
      .execute()
    expect(rows.length).toBeGreaterThan(3)
    for (const { series, index, status } of rows) expect(statuses.get(series, index)).toBe(status)
    expect(statuses.since).toBe(Math.max(...rows.map(({ change }) => change)))
  } finally {
    await db.destroy()
  }
})
