import { expect, test } from 'vitest'
import { type Change, Changes, changeOf } from './changes.ts'

function connection() {
  const published: Change[] = []
  return { changes: new Changes((one) => published.push(one)), published }
}

test.each([
  ['insert into "record"."application" ("id") values ($1)', 'insert', 'record.application'],
  ['INSERT INTO portal.event (a) VALUES ($1)', 'insert', 'portal.event'],
  ['update "record"."phone" set "name" = $1', 'update', 'record.phone'],
  ['\n  delete from only gate.payload where id = $1', 'delete', 'gate.payload'],
  ['with due as (select 1) update "queue"."job" set a = 1', 'update', 'queue.job'],
])('PostgreSQL %s is told by its table alone', (text, change, table) => {
  expect(changeOf(text)).toEqual({ change, table })
})

test('PostgreSQL what reads changes nothing', () => {
  for (const text of [
    'select 1',
    'select * from record.person for update',
    'begin',
    'lock table x',
  ])
    expect(changeOf(text)).toBeUndefined()
})

test('PostgreSQL COMMIT: a transaction tells its changes once they are there, and none of one that was undone', () => {
  const { changes, published } = connection()
  const insert = 'insert into record.thing (a) values ($1)'
  changes.done('begin', 0)
  changes.done(insert, 1)
  expect(published).toEqual([])
  changes.done('commit', 0)
  expect(published).toEqual([{ change: 'insert', table: 'record.thing', rows: 1 }])
  changes.done('BEGIN', 0)
  changes.done(insert, 1)
  changes.done('rollback', 0)
  changes.done('commit', 0)
  expect(published).toHaveLength(1)
})

test('PostgreSQL outside of a transaction each statement is one, and one that met no row changed nothing', () => {
  const { changes, published } = connection()
  changes.done('update record.thing set a = 1', 0)
  changes.done('delete from record.thing', 3)
  expect(published).toEqual([{ change: 'delete', table: 'record.thing', rows: 3 }])
})
