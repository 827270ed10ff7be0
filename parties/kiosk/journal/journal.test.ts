import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { disagreements, type Entry, mended } from './entries.ts'
import { openJournal } from './journal.ts'

const now = new Date('2026-11-28T01:02:03Z')
const at = now.toISOString()
const hash = 'ab'.repeat(32)

/** All that one visit writes when nothing goes wrong. */
const visitOf = (visit: string, coins: readonly number[], copies: number): Entry[] => {
  const papers = Array.from({ length: copies }, (_, copy) => ({
    number: `${visit}-${copy}`,
    type: 'residence' as const,
    fee: 200,
    hash,
  }))
  const inserted = coins.reduce((sum, yen) => sum + yen, 0)
  return [
    ...coins.map((yen) => ({ what: 'inserted' as const, visit, at, yen })),
    { what: 'issued', visit, at, papers },
    { what: 'out', visit, at },
    { what: 'returned', visit, at, yen: inserted - 200 * copies },
  ]
}

test('1-B③ after a kill at any moment money and paper agree again, and nothing is written twice', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          copies: fc.integer({ min: 1, max: 3 }),
          more: fc.array(fc.constantFrom(10, 100, 500), { maxLength: 3 }),
          kill: fc.nat(10),
        }),
        { maxLength: 4 },
      ),
      (visits) => {
        const entries = visits.flatMap(({ copies, more, kill }, index) => {
          const all = visitOf(`visit-000${index}`, [200 * copies, ...more], copies)
          return all.slice(0, kill)
        })
        const whole = [...entries, ...mended(entries, now)]
        expect(disagreements(whole)).toEqual(new Map())
        expect(mended(whole, now)).toEqual([])
      },
    ),
  )
})

test('1-B③ papers that were recorded and did not come out are void, and their money goes back', () => {
  const entries = visitOf('visit-0001', [500], 1).slice(0, 2)
  expect(disagreements(entries)).toEqual(new Map([['visit-0001', 500]]))
  expect(mended(entries, now)).toEqual([
    { what: 'void', visit: 'visit-0001', at, numbers: ['visit-0001-0'] },
    { what: 'returned', visit: 'visit-0001', at, yen: 500 },
  ])
})

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kazashi-journal-'))
})
afterAll(() => rm(folder, { recursive: true }))

test('1-B③ each entry is in the file when it was written; a line cut off by a kill is gone, and what it left open is settled', async () => {
  const path = join(folder, 'journal.jsonl')
  const journal = await openJournal(path, now)
  await journal.write(...visitOf('visit-0001', [500], 2))
  await journal.write(...visitOf('visit-0002', [500], 1).slice(0, 2))
  expect((await readFile(path, 'utf8')).trim().split('\n')).toHaveLength(6)
  await journal.close()
  await appendFile(path, '{"what":"out","visit":"visit-00')
  const again = await openJournal(path, now)
  // The highest count, not how many there are.
  expect(again.issued).toBe(1)
  await again.close()
  const lines = (await readFile(path, 'utf8')).trim().split('\n')
  expect(lines.slice(6).map((line) => JSON.parse(line).what)).toEqual(['void', 'returned'])
})
